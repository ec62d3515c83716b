/** What of a HID device's description tells where its hook switch is. Shapes as WebHID gives them. */
export interface HidCollection {
  readonly usagePage?: number;
  readonly inputReports?: readonly HidReport[];
  readonly children?: readonly HidCollection[];
}

interface HidReport {
  readonly reportId?: number;
  readonly items?: readonly HidItem[];
}

interface HidItem {
  readonly usages?: readonly number[];
  readonly usageMinimum?: number;
  readonly usageMaximum?: number;
  readonly isRange?: boolean;
  readonly reportSize?: number;
  readonly reportCount?: number;
}

/** Telephony page, hook switch. */
export const TELEPHONY_PAGE = 0x0b;
const HOOK_SWITCH = (TELEPHONY_PAGE << 16) | 0x20;

/** Where in which report the switch stands. `bit` counts from the report's first. */
export interface HookPlace {
  readonly reportId: number;
  readonly bit: number;
}

/** Finds the hook switch among a device's reports; null where it has none. */
export function findHook(collections: readonly HidCollection[]): HookPlace | null {
  for (const { inputReports = [], children = [] } of collections) {
    for (const { reportId = 0, items = [] } of inputReports) {
      const bit = bitOf(items);
      if (bit !== null) return { reportId, bit };
    }
    const inside = findHook(children);
    if (inside) return inside;
  }
  return null;
}

function bitOf(items: readonly HidItem[]): number | null {
  let bit = 0;
  for (const item of items) {
    const { reportSize = 0, reportCount = 0 } = item;
    const place = placeIn(item);
    if (place !== null && place < reportCount) return bit + place * reportSize;
    bit += reportSize * reportCount;
  }
  return null;
}

/** Which of an item's fields is the switch. */
function placeIn({ usages = [], usageMinimum, usageMaximum, isRange = false }: HidItem): number | null {
  if (isRange && usageMinimum !== undefined && usageMaximum !== undefined) {
    return HOOK_SWITCH >= usageMinimum && HOOK_SWITCH <= usageMaximum ? HOOK_SWITCH - usageMinimum : null;
  }
  const index = usages.indexOf(HOOK_SWITCH);
  return index < 0 ? null : index;
}

/** Whether the handset is up, by a report; null where the report is another one or too short. */
export function isOffHook(place: HookPlace, reportId: number, data: DataView): boolean | null {
  const byte = place.bit >> 3;
  if (reportId !== place.reportId || byte >= data.byteLength) return null;
  return ((data.getUint8(byte) >> (place.bit & 7)) & 1) === 1;
}

export type HookAct = 'answer' | 'hangUp' | null;

/** What a press means: lifting answers what rings, laying down ends what is spoken; anything else is none. */
export function hookAct(before: boolean | null, now: boolean, call: 'ringing' | 'talking' | null): HookAct {
  if (before === now) return null;
  if (now) return call === 'ringing' ? 'answer' : null;
  return before === true && call === 'talking' ? 'hangUp' : null;
}

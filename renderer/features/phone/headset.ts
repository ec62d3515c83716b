import { findHook, isOffHook, TELEPHONY_PAGE, type HidCollection } from './hook-switch.ts';

/** What of WebHID this needs; the DOM's own types do not have it yet. */
interface HidDevice extends EventTarget {
  readonly productName: string;
  readonly opened: boolean;
  readonly collections: readonly HidCollection[];
  open(): Promise<void>;
}

interface Hid {
  getDevices(): Promise<readonly HidDevice[]>;
  requestDevice(options: { filters: readonly { usagePage: number }[] }): Promise<readonly HidDevice[]>;
}

function hidOf(browser: object): Hid | null {
  return hasHid(browser) ? browser.hid : null;
}

function hasHid(browser: object): browser is { readonly hid: Hid } {
  return 'hid' in browser && typeof browser.hid === 'object' && browser.hid !== null;
}

/** Whether this browser can hear a headset's button at all. */
export const canHearHeadset = (): boolean => hidOf(navigator) !== null;

/** Who listens to headsets hears of one that is chosen later. */
const chosen = new Set<(device: HidDevice) => void>();

/** Lets the person choose a headset, on their click. @returns its name; null where none was chosen */
export async function chooseHeadset(): Promise<string | null> {
  const [device] = (await hidOf(navigator)?.requestDevice({ filters: [{ usagePage: TELEPHONY_PAGE }] })) ?? [];
  if (device) for (const listener of chosen) listener(device);
  return device?.productName ?? null;
}

/** The headsets that this page may hear. */
export async function knownHeadsets(): Promise<readonly string[]> {
  const devices = (await hidOf(navigator)?.getDevices()) ?? [];
  return devices.filter(({ collections }) => findHook(collections)).map(({ productName }) => productName);
}

/**
 * Hears the hook switches of the headsets that were chosen before. @param on told whether the handset is up
 * @returns stops
 */
export function followHeadsets(on: (offHook: boolean) => void): () => void {
  const stops: (() => void)[] = [];
  const state = { stopped: false };

  async function follow(device: HidDevice): Promise<void> {
    const place = findHook(device.collections);
    if (!place) return;
    if (!device.opened) await device.open();
    const heard = (event: Event): void => {
      if (!('reportId' in event && 'data' in event)) return;
      const { reportId, data } = event;
      if (typeof reportId !== 'number' || !(data instanceof DataView)) return;
      const up = isOffHook(place, reportId, data);
      if (up !== null) on(up);
    };
    if (state.stopped) return;
    device.addEventListener('inputreport', heard);
    stops.push(() => device.removeEventListener('inputreport', heard));
  }

  const told = (error: unknown): void => console.warn('the headset’s button is not heard', error);
  const later = (device: HidDevice): void => void follow(device).catch(told);
  chosen.add(later);
  const begin = async (): Promise<void> => {
    const devices = (await hidOf(navigator)?.getDevices()) ?? [];
    await Promise.all(devices.map((device) => follow(device)));
  };
  begin().catch(told);
  return () => {
    state.stopped = true;
    chosen.delete(later);
    for (const stop of stops) stop();
  };
}

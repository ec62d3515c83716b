import { z } from 'zod';
import type { CallRef } from './call.ts';
import { historyEntrySchema, orderSchema, type HistoryEntry, type Order } from './order.ts';
import { maySee, type Actor, type Sensitivity } from './people.ts';

/** What stands in place of what somebody may not know. */
export const HIDDEN = '（已隐去）';

/** Whoever reads: an account with what its grants let through. */
export type OrderReader = Pick<Actor, 'accountId' | 'grants'>;

/** Where an order is visible: at the unit that has it and at those that assist, or with the centre's own staff alone. */
export function scopesOf({ request, unitId, life }: Pick<Order, 'request' | 'unitId' | 'life'>): {
  readonly sensitivity: Sensitivity;
  readonly unitId: Order['unitId'];
}[] {
  const { sensitivity } = request;
  const units = new Set([unitId, ...life.assistants.map((assistant) => assistant.unitId)]);
  if (units.size > 1) units.delete(null);
  return [...units].map((each) => ({ sensitivity, unitId: each }));
}

/**
 * The order as this reader may have it: the one rule behind every door that lets an order out.
 * The recused and those out of scope have nothing (J5, Z7); the unit complained of has it without who complained
 * (J5, T17, T18, H19).
 * @returns null where it is not for them
 */
export function viewFor(order: Order, reader: OrderReader): Order | null {
  if (!isFor(order, reader)) return null;
  return isAccused(order, reader) ? withoutCaller(order) : order;
}

/** The same for an order with its course. */
export function recordFor(
  record: { readonly order: Order; readonly history: readonly HistoryEntry[] },
  reader: OrderReader,
): { order: Order; history: HistoryEntry[] } | null {
  const { order, history } = record;
  if (!isFor(order, reader)) return null;
  if (!isAccused(order, reader)) return { order, history: [...history] };
  return { order: withoutCaller(order), history: historyWithoutCaller(order, history) };
}

function isFor(order: Order, { accountId, grants }: OrderReader): boolean {
  if (order.life.recused.some((each) => each.accountId === accountId)) return false;
  return scopesOf(order).some((scope) => maySee(grants, scope));
}

function isAccused({ request }: Order, reader: OrderReader): boolean {
  return isOfAccused(request.accused.unitId, reader);
}

/**
 * Somebody of the unit complained of, of one above it or of one below it: they sit in one house, and what one of them
 * reads the others hear. The centre's own staff keep away by recusal instead. J5, T17, T18.
 */
export function isOfAccused(accused: string | null, { grants }: Pick<OrderReader, 'grants'>): boolean {
  if (accused === null || grants.units === 'all') return false;
  return [...grants.units, ...(grants.above ?? [])].some((unit) => unit === accused);
}

function withoutCaller(order: Order): Order {
  const hide = hiding(order);
  const { request, life } = order;
  const masked: Order = {
    ...order,
    request: {
      ...request,
      // Not even whether they gave a name.
      caller: { name: HIDDEN, phone: HIDDEN, address: HIDDEN },
      // A picture or a recording can't be blanked: who sent it is in it.
      attachments: [],
    },
    call: null,
    life: {
      ...life,
      followUps: life.followUps.map((each) => ({ ...each, call: null })),
      corrections: life.corrections.map((each) =>
        each.field === 'callerName' || each.field === 'callerPhone'
          ? { ...each, before: HIDDEN, after: HIDDEN, reason: HIDDEN }
          : each,
      ),
    },
  };
  // Names are also written into free text, in whatever field: the result is read again as what it has to be.
  return orderSchema.parse(throughout(masked, hide));
}

function historyWithoutCaller(order: Order, history: readonly HistoryEntry[]): HistoryEntry[] {
  const hide = hiding(order);
  const masked = history.map((entry) =>
    entry.kind === 'corrected' ? { ...entry, text: HIDDEN } : { ...entry, text: hide(entry.text) },
  );
  return z.array(historyEntrySchema).parse(masked);
}

/**
 * Blanks what tells who called, wherever it stands in a text: names, numbers and addresses, former ones too. As long as
 * what it stands for, so that a text at its limit stays within it.
 */
function hiding(order: Order): (text: string) => string {
  const words = telling(order).toSorted((a, b) => b.length - a.length);
  const written = words.map((word) => (/^\d{7,}$/.test(word) ? asWritten(word) : word));
  return (text) => written.reduce<string>((masked, word) => masked.replaceAll(word, blanked), text);
}

function blanked(found: string): string {
  return '＊'.repeat(found.length);
}

/** A number also stands in groups, 199 0000 5521 or 199-0000-5521, and in the wide digits of a Chinese keyboard. */
function asWritten(digits: string): RegExp {
  const each = Array.from(digits, (digit) => `[${digit}${String.fromCodePoint(0xff10 + Number(digit))}]`);
  return new RegExp(each.join('[\\s\\-－—·.]?'), 'gu');
}

/** A text without what tells who called: for what leaves the house. J17, H19. */
export function withoutTelling(order: Order, text: string): string {
  return hiding(order)(text);
}

function telling({ request, call, life }: Order): string[] {
  const { name, phone, address } = request.caller;
  const former = life.corrections
    .filter(({ field }) => field === 'callerName' || field === 'callerPhone')
    .flatMap(({ before, after }) => [before, after]);
  const all = [
    name,
    phone,
    address,
    ...former,
    ...numbersOf(call),
    ...life.followUps.flatMap((each) => numbersOf(each.call)),
  ];
  // A desk hides once more what the centre has hidden: the mark itself tells nothing.
  return [...new Set([...all, ...all.flatMap(styled)])].filter((word) => word.length >= 2 && word !== HIDDEN);
}

function numbersOf(call: CallRef | null): string[] {
  return call ? [call.number] : [];
}

const STYLES = ['先生', '女士', '小姐', '师傅', '老师', '同志', '大爷', '大妈', '阿姨', '某', '某某'];

/** 张三 is also written 张先生 or 张女士; a family name may have two characters, as 上官 has. */
function styled(name: string): string[] {
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return [];
  const letters = Array.from(name);
  const families = [letters.slice(0, 1), ...(letters.length > 2 ? [letters.slice(0, 2)] : [])];
  return families.flatMap((family) => STYLES.map((style) => family.join('') + style));
}

/** Ids, instants and seals are no text: a number inside one is a coincidence. */
const NO_TEXT = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\dT[\d:.]+Z|[0-9a-f]{64})$/;

function throughout(value: unknown, hide: (text: string) => string): unknown {
  if (typeof value === 'string') return NO_TEXT.test(value) ? value : hide(value);
  if (Array.isArray(value)) return value.map((each) => throughout(each, hide));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, throughout(each, hide)]));
}

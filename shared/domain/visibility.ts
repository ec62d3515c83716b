import type { UnitId } from './ids.ts';
import type { HistoryEntry, Order, Request } from './order.ts';
import { maySee, type Actor, type Sensitivity } from './people.ts';

/** Whoever reads: an account with what its grants let through. */
export type OrderReader = Pick<Actor, 'accountId' | 'grants'>;

/** Stands in place of what a reader must not learn. */
export const HIDDEN = '（已隐去）';

/** Where an order can be seen: at the lead unit and each assisting one; with no unit, at the centre alone. */
export function scopesOf(
  order: Pick<Order, 'request' | 'unitId' | 'life'>,
): { sensitivity: Sensitivity; unitId: UnitId | null }[] {
  const { sensitivity } = order.request;
  const units = [order.unitId, ...order.life.assistants.map(({ unitId }) => unitId)].filter((unit) => unit !== null);
  if (units.length === 0) return [{ sensitivity, unitId: null }];
  return [...new Set(units)].map((unitId) => ({ sensitivity, unitId }));
}

/**
 * The order as this reader may have it: not at all where they are recused or it is outside their grants; without a trace
 * of who complained where it complains of their own unit. J5, T17, T18, Z7.
 */
export function viewFor(order: Order, reader: OrderReader): Order | null {
  if (order.life.recused.some(({ accountId }) => accountId === reader.accountId)) return null;
  if (!scopesOf(order).some((scope) => maySee(reader.grants, scope))) return null;
  return isAccused(order, reader) ? withoutCaller(order) : order;
}

/** The order with its course as this reader may have them; see {@link viewFor}. */
export function recordFor<R extends { order: Order; history: readonly HistoryEntry[] }>(
  record: R,
  reader: OrderReader,
): { order: Order; history: HistoryEntry[] } | null {
  const order = viewFor(record.order, reader);
  if (!order) return null;
  if (order === record.order) return { order, history: [...record.history] };
  const { request } = record.order;
  return { order, history: record.history.map((entry) => ({ ...entry, text: withoutNames(entry.text, request) })) };
}

function isAccused({ request }: Order, { grants }: OrderReader): boolean {
  const { unitId } = request.accused;
  return unitId !== null && grants.units !== 'all' && grants.units.includes(unitId);
}

function withoutCaller(order: Order): Order {
  const { request } = order;
  const blank = (text: string): string => withoutNames(text, request);
  return {
    ...order,
    call: null,
    request: {
      ...request,
      content: blank(request.content),
      wish: blank(request.wish),
      caller: { name: HIDDEN, phone: HIDDEN, address: HIDDEN },
      attachments: request.attachments.map((attachment) => ({ ...attachment, name: HIDDEN })),
    },
  };
}

/** The caller's name, number and address taken out of a text that somebody wrote. */
function withoutNames(text: string, { caller }: Request): string {
  return [caller.name, caller.phone, caller.address]
    .filter((secret) => secret.length > 1)
    .reduce((blanked, secret) => blanked.replaceAll(secret, HIDDEN), text);
}

import { countOrdersOfCaller, ordersOfCaller } from '../../db/desk/replica/callers.ts';
import { listOrders, type ListedOrder, type Totals } from '../../db/desk/replica/order-list.ts';
import { findOrder, shortened } from '../../db/desk/replica/orders.ts';
import type { ReadableDb } from '../../db/desk/sqlite.ts';
import {
  EVERY_ORDER,
  orderRowSchema,
  type OrderDetail,
  type OrderFilter,
  type OrderRow,
} from '../../shared/contract/desk.ts';
import { orderIdSchema, type OrderId } from '../../shared/domain/ids.ts';
import { isRunning, type Order } from '../../shared/domain/order.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { orderToTell, progressOf, type Enquiry, type Progress } from '../../shared/domain/progress.ts';
import { HIDDEN, isOfAccused, recordFor } from '../../shared/domain/visibility.ts';
import { fail } from '../../shared/failure.ts';
import { beijingDate, instant, startOfBeijingDate } from '../../shared/instant.ts';
import { maskAddress, maskName, maskPhone } from '../../shared/text/mask.ts';
import type { OrderRecord } from '../../shared/sync/feed.ts';
import type { Reference } from './reference.ts';

/** What views of orders are made from. */
export interface OrderViews {
  readonly replica: ReadableDb;
  readonly reference: Reference;
  readonly nowMs: number;
  /** Counts of lists, kept until orders change. */
  readonly totals: Totals;
}

/** Earlier orders of a caller that are shown at most. */
const CALLER_ORDERS = 20;
/** Orders that one number may find at most. */
const SAME_NUMBER = 20;

export interface CallerView {
  name: string;
  address: string;
  identity: 'named' | 'anonymous' | null;
  callsThisMonth: number;
  open: OrderRow[];
  recent: OrderRow[];
}

export function listPage(
  views: OrderViews,
  wanted: { filter: OrderFilter; offset: number; limit: number },
  actor: Actor,
): { rows: OrderRow[]; total: number } {
  const { rows, total } = listOrders(views.replica, wanted, actor, views.nowMs, views.totals);
  return { rows: rows.map((row) => orderRow(views, row, actor)), total };
}

/** A listed order as this reader may have it, with its names looked up and its personal data masked. */
export function orderRow(views: OrderViews, listed: ListedOrder, actor: Actor): OrderRow {
  const { reference } = views;
  const row = isOfAccused(listed.accused_unit, actor) ? { ...listed, ...withoutCaller(views, listed, actor) } : listed;
  return orderRowSchema.parse({
    id: row.id,
    number: row.number,
    provisionalNumber: row.provisional_number,
    state: row.state,
    mode: row.mode,
    category: row.category,
    urgent: row.urgent === 1,
    secret: row.secret === 1,
    subject: reference.subjectPath(row.subject_id).at(-1) ?? '',
    summary: row.summary,
    place: row.place,
    callerName: unlessHidden(row.caller_name, maskName),
    callerPhone: unlessHidden(row.caller_phone, maskPhone),
    unitId: row.unit_id,
    unitName: reference.unitName(row.unit_id),
    createdAt: row.created_at,
    createdBy: row.created_by_name,
    due: row.due,
    pending: row.pending === 1,
  });
}

/**
 * An order with its course.
 * @throws ORDER_NOT_FOUND also where it lies outside the actor's grants: that it exists is not theirs to know
 */
export function orderDetail(
  { replica, reference }: OrderViews,
  id: OrderId,
  actor: Actor,
  revealed: boolean,
): OrderDetail {
  const found = findOrder(replica, id);
  const record = found && (isOwnNew(actor, found) ? found.effective : recordFor(found.effective, actor));
  if (!found || !record) return fail('ORDER_NOT_FOUND');
  const { order, history } = record;
  return {
    order: revealed ? order : masked(order),
    history: [...history],
    unitName: reference.unitName(order.unitId),
    subjectPath: [...reference.subjectPath(order.request.subjectId)],
    pending: found.pending,
  };
}

/** The order that whoever asks with these may be told of, and what; null: nothing. T5, T17. */
export function progressView(
  views: OrderViews,
  asked: Enquiry,
  actor: Actor,
): { readonly id: OrderId; readonly progress: Progress } | null {
  const { replica, reference } = views;
  const filter = { ...EVERY_ORDER, text: asked.number };
  const listed = listOrders(replica, { filter, offset: 0, limit: SAME_NUMBER }, actor, views.nowMs, views.totals).rows;
  const bearing = listed
    .filter((row) => row.number === asked.number || row.provisional_number === asked.number)
    .flatMap(({ id }) => {
      const found = findOrder(replica, orderIdSchema.parse(id));
      return (found && recordFor(found.effective, actor)?.order) ?? [];
    });
  const order = orderToTell(bearing, asked);
  return order && { id: order.id, progress: progressOf(order, reference.unitName(order.unitId)) };
}

/** Whoever has just written an order may read it until the centre has it, whatever their grants are. */
function isOwnNew(
  actor: Actor,
  { server, effective }: { server: OrderRecord | null; effective: OrderRecord },
): boolean {
  return server === null && effective.order.createdBy.accountId === actor.accountId;
}

function withoutCaller({ replica }: OrderViews, { id }: ListedOrder, actor: Actor): Partial<ListedOrder> {
  const found = findOrder(replica, orderIdSchema.parse(id));
  const view = found && recordFor(found.effective, actor);
  const summary = view ? shortened(view.order.request.content) : HIDDEN;
  return { summary, caller_name: HIDDEN, caller_phone: HIDDEN, caller_address: HIDDEN };
}

function unlessHidden(text: string, mask: (text: string) => string): string {
  return text === HIDDEN ? text : mask(text);
}

function masked(order: Order): Order {
  const { caller } = order.request;
  return {
    ...order,
    call: order.call && { ...order.call, number: maskPhone(order.call.number) },
    request: {
      ...order.request,
      caller: {
        name: unlessHidden(caller.name, maskName),
        phone: unlessHidden(caller.phone, maskPhone),
        address: unlessHidden(caller.address, maskAddress),
      },
    },
  };
}

/** What is known of a number, masked. */
export function callerView(views: OrderViews, phone: string, actor: Actor): CallerView {
  const found = ordersOfCaller(views.replica, phone, actor, CALLER_ORDERS);
  const [latest] = found;
  const rows = found.map((row) => orderRow(views, row, actor));
  const month = startOfBeijingDate(`${beijingDate(views.nowMs).slice(0, 7)}-01`);
  return {
    name: maskName(known(found, 'caller_name')),
    address: maskAddress(known(found, 'caller_address')),
    identity: latest ? (latest.identity === 'anonymous' ? 'anonymous' : 'named') : null,
    callsThisMonth: countOrdersOfCaller(views.replica, phone, actor, instant(month)),
    open: rows.filter((row) => isRunning(row.state)),
    recent: rows,
  };
}

/** The same without the mask; whoever asks has recorded the look before. */
export function callerUnmasked(
  views: OrderViews,
  phone: string,
  actor: Actor,
): { name: string; phone: string; address: string } {
  const found = ordersOfCaller(views.replica, phone, actor, CALLER_ORDERS);
  return { name: known(found, 'caller_name'), phone, address: known(found, 'caller_address') };
}

/** What the newest order that says it says: an order without a name does not make its caller a stranger. */
function known(newestFirst: readonly ListedOrder[], field: 'caller_name' | 'caller_address'): string {
  return newestFirst.find((order) => order[field] !== '')?.[field] ?? '';
}

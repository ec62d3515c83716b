import {
  callFigures,
  callPage,
  findCalls,
  type CallFigures,
  type CallsWanted,
  type ListedCall,
} from '../../db/central/calls.ts';
import { findOrders } from '../../db/central/orders.ts';
import { ordersOfCall, recordingsOf, type RecordingRow } from '../../db/central/recordings.ts';
import type { CallListInput, CallRow, CallDetail, CallSide } from '../../shared/contract/calls.ts';
import type { CallRecord } from '../../shared/domain/call.ts';
import type { CallId, OrderId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import { may, type Actor, type Author } from '../../shared/domain/people.ts';
import { viewFor } from '../../shared/domain/visibility.ts';
import { fail } from '../../shared/failure.ts';
import type { Instant } from '../../shared/instant.ts';
import { maskPhone } from '../../shared/text/mask.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { mayHear } from '../recordings/library.ts';
import { now, type Service } from '../service.ts';
import { auditOf, writeCallAudit } from './log.ts';

const PAGE = 100;

/** Everybody's calls are the shift supervisor's and the inspector's; an operator has their own. */
function maySeeAll(actor: Actor): boolean {
  return may(actor, 'hall.view') || may(actor, 'order.inspect');
}

/** Newest first, numbers masked. @throws NOT_PERMITTED for everybody's calls without the right */
export async function listCalls(
  service: Service,
  { actor }: LiveSession,
  input: CallListInput,
): Promise<{ rows: CallRow[]; more: boolean }> {
  if (!input.mine && !maySeeAll(actor)) fail('NOT_PERMITTED');
  const wanted: CallsWanted = {
    from: input.from,
    to: input.to,
    agent: input.mine ? actor.accountId : input.agentId,
    outcomes: input.outcomes.length === 0 ? null : input.outcomes,
    direction: input.direction,
    digits: input.digits === '' ? null : input.digits,
  };
  const found = await callPage(service.db, wanted, input.after, PAGE + 1);
  return { rows: found.slice(0, PAGE).map(rowOf), more: found.length > PAGE };
}

function rowOf({ record, live, people, recordings }: ListedCall): CallRow {
  return { ...maskedRecord(record), live, people: inOrder(record, people), recordings };
}

function maskedRecord(record: CallRecord): CallRecord {
  const legs = record.legs.map((leg) => (leg.party === 'caller' ? { ...leg, number: maskPhone(leg.number) } : leg));
  return { ...record, callerNumber: maskPhone(record.callerNumber), legs };
}

function inOrder({ agents }: CallRecord, people: readonly Author[]): Author[] {
  return agents.flatMap((id) => people.find(({ accountId }) => accountId === id) ?? []);
}

/** How callers were served. */
export async function figuresOf(
  service: Service,
  { actor }: LiveSession,
  from: Instant,
  to: Instant,
): Promise<CallFigures> {
  if (!maySeeAll(actor)) fail('NOT_PERMITTED');
  return callFigures(service.db, from, to);
}

/** One call with its lines, its recordings and the orders that were written in it. @throws CALL_NOT_FOUND */
export async function callDetail(service: Service, { actor }: LiveSession, callId: CallId): Promise<CallDetail> {
  return callSides(service, actor, await visibleCall(service, actor, callId));
}

/** A call's recordings, where this person may hear it, and its orders as far as they may see them. */
export async function callSides({ db }: Pick<Service, 'db'>, actor: Actor, call: CallRecord): Promise<CallDetail> {
  const [orders, recordings] = await Promise.all([ordersOfCall(db, call.callId), recordingsOf(db, [call.callId])]);
  const listed = orders.flatMap((order) => {
    const seen = viewFor(order, actor);
    return seen ? [{ id: seen.id, number: seen.number ?? seen.provisionalNumber }] : [];
  });
  return { orders: listed, recordings: heard(recordings, mayHear(actor, call, orders)) };
}

/** The calls an order came from and those made about it, as this person may have the order. @throws ORDER_NOT_FOUND */
export async function callsOfOrder(service: Service, { actor }: LiveSession, orderId: OrderId): Promise<CallSide[]> {
  const [order] = await findOrders(service.db, [orderId]);
  if (!order || viewFor(order, actor) !== order) fail('ORDER_NOT_FOUND');
  const ids = callIdsOf(order);
  const [calls, recordings] = await Promise.all([findCalls(service.db, ids), recordingsOf(service.db, ids)]);
  const sides = await Promise.all(
    calls.map(async (call) => {
      const hearing = mayHear(actor, call, await ordersOfCall(service.db, call.callId));
      const own = recordings.filter(({ callId }) => callId === call.callId);
      return { record: maskedRecord(call), recordings: heard(own, hearing) };
    }),
  );
  return sides.toSorted((one, other) => (one.record.queuedAt < other.record.queuedAt ? -1 : 1));
}

function callIdsOf(order: Order): CallId[] {
  const refs = [order.call, ...order.life.followUps.map(({ call }) => call)];
  return [...new Set(refs.flatMap((ref) => (ref?.source === 'exchange' ? [ref.callId] : [])))];
}

function heard(rows: readonly RecordingRow[], hearing: boolean): CallSide['recordings'] {
  if (!hearing) return [];
  return rows.flatMap(({ id, state, startedAt, endedAt, bytes, deletedAt }) =>
    state === 'lost' ? [] : [{ id, state, startedAt, endedAt, bytes, deletedAt }],
  );
}

/** The caller's number in full; the look is logged. @throws CALL_NOT_FOUND, NOT_PERMITTED */
export async function revealNumber(service: Service, session: LiveSession, callId: CallId): Promise<string> {
  const { actor } = session;
  if (!may(actor, 'personal.reveal')) fail('NOT_PERMITTED');
  const call = await visibleCall(service, actor, callId);
  const orders = await ordersOfCall(service.db, callId);
  if (!orders.every((order) => viewFor(order, actor) === order)) fail('NOT_PERMITTED');
  const at = now(service);
  await service.db.transaction((tx) => writeCallAudit(tx, [auditOf(session, at, 'call.numberSeen', callId)]));
  return call.callerNumber;
}

async function visibleCall({ db }: Service, actor: Actor, callId: CallId): Promise<CallRecord> {
  const [call] = await findCalls(db, [callId]);
  if (!call || !(maySeeAll(actor) || call.agents.includes(actor.accountId))) fail('CALL_NOT_FOUND');
  return call;
}

import { accountGrants } from '../../db/central/accounts.ts';
import type { Writer as Db } from '../../db/central/database.ts';
import { accountsAtDesks } from '../../db/central/desks.ts';
import { findOrders, lockOrders } from '../../db/central/orders.ts';
import { readCentre, referenceRows } from '../../db/central/reference.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { CommandBody } from '../../shared/domain/command.ts';
import type { Order } from '../../shared/domain/order.ts';
import { calendarAt } from '../../shared/policy/calendar.ts';
import { DEFAULT_KNOWLEDGE_SETTINGS } from '../../shared/domain/knowledge/settings.ts';
import { gatherKnowledge } from '../knowledge/facts.ts';
import { actorOf } from '../access/grants.ts';
import type { Service } from '../service.ts';
import { placeNames } from '../topics/keep.ts';
import type { Facts } from './decide.ts';
import type { FreshCommand } from './sort-out.ts';

/**
 * Reads what the batch's decisions depend on, as it stands now, and locks the orders. Every batch locks desks, orders,
 * the counter of numbers and the feed's head in this order, desks and orders by id, so that two never wait for each other.
 * Between the orders and the counter stand rows of knowledge, the sums in their slots, the counts of the articles used and
 * the wordings learned: of these the last two are the same rows for every batch, hence as late as can be.
 */
export async function gatherFacts(
  service: Service,
  tx: Db,
  fresh: readonly FreshCommand[],
  nowMs: number,
): Promise<Facts> {
  const bodies = fresh.flatMap(({ body }) => body ?? []);
  const actorIds = unique(fresh.map(({ envelope }) => envelope.actor));
  const deskIds = unique(fresh.map(({ deskId }) => deskId));
  const accounts = await accountGrants(tx, actorIds);
  const atDesks = await accountsAtDesks(tx, deskIds, actorIds);
  const subjects = await referenceRows(tx, 'subject', unique(bodies.flatMap(subjectsNamed)));
  const centre = await readCentre(tx);
  const orders = await lockOrders(tx, unique(fresh.map(({ envelope }) => envelope.aggregateId)));
  const units = await referenceRows(tx, 'unit', unique([...bodies.flatMap(unitsNamed), ...orders.flatMap(unitsOf)]));
  const related = await findOrders(tx, unique(bodies.flatMap(ordersNamed)));
  const relatedById = new Map(related.map((order) => [String(order.id), order]));

  const calendar = calendarAt(centre);
  const settings = centre?.knowledge ?? DEFAULT_KNOWLEDGE_SETTINGS;
  const knowledge = await gatherKnowledge(tx, fresh, { pack: service.pack, calendar, settings });

  const seen = new Map(atDesks.map((row) => [`${row.deskId} ${row.accountId}`, row]));
  const unitById = new Map(units.map((unit) => [String(unit.id), unit]));
  const subjectById = new Map(subjects.map((subject) => [String(subject.id), subject]));
  return {
    writers: new Map(accounts.map((row) => [row.id, { actor: actorOf(row), disabled: row.disabled }])),
    seen: (deskId, accountId) => seen.get(`${deskId} ${accountId}`),
    orders: new Map(orders.map((order) => [order.id, { before: order, now: order, course: [] }])),
    rules: {
      pack: service.pack,
      calendar,
      unit: (id) => unitById.get(id) ?? null,
      subject: (id) => subjectById.get(id) ?? null,
      related: (id) => relatedById.get(id) ?? null,
    },
    leaseDays: centre?.leaseDays ?? 0,
    placeNames: placeNames(centre?.places ?? []),
    nowMs,
    log: service.log,
    knowledge,
  };
}

function unitsNamed({ type, payload }: CommandBody): string[] {
  // A correction names the unit complained of in its text.
  if (type === 'order.correct') return payload.field === 'accusedUnit' ? [payload.after.trim()] : [];
  const attempts = 'directAttempts' in payload ? payload.directAttempts.map(({ unitId }) => unitId) : [];
  const assistants = 'assistants' in payload ? payload.assistants.map(({ unitId }) => unitId) : [];
  const one = 'unitId' in payload && payload.unitId !== null ? [payload.unitId] : [];
  return [...attempts, ...assistants, ...one];
}

/** Units that a line of the order's course, or a notice, may have to name. */
function unitsOf({ unitId, life }: Order): string[] {
  return [...(unitId === null ? [] : [unitId]), ...life.assistants.map((assistant) => assistant.unitId)];
}

/** Other orders a command names: the one it merges into, the one it is split from. */
function ordersNamed({ payload }: CommandBody): OrderId[] {
  if ('into' in payload) return [payload.into];
  return 'from' in payload ? [payload.from] : [];
}

function subjectsNamed({ payload }: CommandBody): string[] {
  return 'request' in payload && payload.request.subjectId ? [payload.request.subjectId] : [];
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

import { accountGrants } from '../../db/central/accounts.ts';
import { lockCounter, setCounter } from '../../db/central/counters.ts';
import type { Writer as Db } from '../../db/central/database.ts';
import { accountsAtDesks } from '../../db/central/desks.ts';
import { lockOrders } from '../../db/central/orders.ts';
import { readCentre, referenceRows } from '../../db/central/reference.ts';
import type { CommandBody } from '../../shared/domain/command.ts';
import { officialNumber } from '../../shared/domain/transition.ts';
import type { Pack } from '../../shared/policy/pack.ts';
import { actorOf } from '../access/grants.ts';
import type { Service } from '../service.ts';
import type { Facts } from './decide.ts';
import type { FreshCommand } from './sort-out.ts';

/** Official numbers while a batch holds their counter. */
interface Numbers {
  readonly next: () => string;
  /** Notes how far they went. */
  readonly close: () => Promise<void>;
}

/**
 * Reads what the batch's decisions depend on, as it stands now, and locks the orders and then the counter. Every batch
 * locks in this order, each kind by id, so that two never wait for each other.
 */
export async function gatherFacts(
  service: Service,
  tx: Db,
  fresh: readonly FreshCommand[],
  nowMs: number,
): Promise<Facts & { readonly numbers: Numbers }> {
  const bodies = fresh.flatMap(({ body }) => body ?? []);
  const actorIds = unique(fresh.map(({ envelope }) => envelope.actor));
  const deskIds = unique(fresh.map(({ deskId }) => deskId));
  const accounts = await accountGrants(tx, actorIds);
  const atDesks = await accountsAtDesks(tx, deskIds, actorIds);
  const units = await referenceRows(tx, 'unit', unique(bodies.flatMap(unitsNamed)));
  const subjects = await referenceRows(tx, 'subject', unique(bodies.flatMap(subjectsNamed)));
  const centre = await readCentre(tx);
  const orders = await lockOrders(tx, unique(fresh.map(({ envelope }) => envelope.aggregateId)));
  const numbers = bodies.some(isTaking) ? await openNumbers(tx, service.pack, nowMs) : NO_NUMBERS;

  const seen = new Map(atDesks.map((row) => [`${row.deskId} ${row.accountId}`, row]));
  const unitById = new Map(units.map((unit) => [String(unit.id), unit]));
  const subjectById = new Map(subjects.map((subject) => [String(subject.id), subject]));
  return {
    writers: new Map(accounts.map((row) => [row.id, { actor: actorOf(row), disabled: row.disabled }])),
    seen: (deskId, accountId) => seen.get(`${deskId} ${accountId}`),
    orders: new Map(orders.map(({ order, lines }) => [order.id, { before: order, lines, now: order, added: [] }])),
    rules: {
      pack: service.pack,
      unit: (id) => unitById.get(id) ?? null,
      subject: (id) => subjectById.get(id) ?? null,
    },
    leaseDays: centre?.leaseDays ?? 0,
    nowMs,
    log: service.log,
    numbers,
  };
}

/** Takes the month's counter: refusals take no number, and a rolled-back batch gives its numbers back. */
async function openNumbers(tx: Db, pack: Pack, nowMs: number): Promise<Numbers> {
  const name = `order ${officialNumber(pack, nowMs, 0).slice(0, -'-000000'.length)}`;
  const before = await lockCounter(tx, name);
  let last = before;
  return {
    next: () => {
      last += 1;
      return officialNumber(pack, nowMs, last);
    },
    close: async () => {
      if (last > before) await setCounter(tx, name, last);
    },
  };
}

const NO_NUMBERS: Numbers = {
  next: () => {
    throw new Error('a command that takes no order asked for a number');
  },
  close: () => Promise.resolve(),
};

function isTaking(body: CommandBody): boolean {
  return 'request' in body.payload;
}

function unitsNamed({ payload }: CommandBody): string[] {
  const attempts = 'directAttempts' in payload ? payload.directAttempts.map(({ unitId }) => unitId) : [];
  return 'unitId' in payload ? [...attempts, payload.unitId] : attempts;
}

function subjectsNamed({ payload }: CommandBody): string[] {
  return 'request' in payload && payload.request.subjectId ? [payload.request.subjectId] : [];
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

import { RUNNING_STATES, type Order } from '../../shared/domain/order.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Database, Reader, Writer } from './database.ts';
import { folding, freeSlot } from './slots.ts';

/** Where an open order stands. */
export interface Standing {
  /** '' where no unit of ours has it. */
  readonly unit: string;
  readonly state: Order['state'];
  /** Null: it has no limit. */
  readonly due: Instant | null;
}

// Sorted, so that two transactions in one slot never wait for each other crosswise. Index: standing_pkey.
const ADD = `
INSERT INTO standing (unit_id, state, due, slot, n)
SELECT d->>'unit', d->>'state', coalesce((d->>'due')::timestamptz, 'infinity'), $2::smallint, sum((d->>'n')::int)
FROM jsonb_array_elements($1::jsonb) d GROUP BY 1, 2, 3 HAVING sum((d->>'n')::int) <> 0 ORDER BY 1, 2, 3
ON CONFLICT (unit_id, state, due, slot) DO UPDATE SET n = standing.n + EXCLUDED.n`;

/** In the transaction that changes the orders. */
export async function changeStanding(db: Writer, gone: readonly Standing[], come: readonly Standing[]): Promise<void> {
  const deltas = [...gone.map((row) => ({ ...row, n: -1 })), ...come.map((row) => ({ ...row, n: 1 }))];
  if (deltas.length > 0) await db.write(ADD, [JSON.stringify(deltas), freeSlot()]);
}

const BY_ORDERS = `
SELECT coalesce(unit_id, '') AS unit_id, state, coalesce(due, 'infinity') AS due, count(*) AS n
FROM orders WHERE closed_at IS NULL GROUP BY 1, 2, 3`;

/** Counts anew from the orders, which nobody may write meanwhile. */
export async function countStanding(db: Writer): Promise<void> {
  await db.write('TRUNCATE standing');
  await db.write(
    `INSERT INTO standing (unit_id, state, due, slot, n) SELECT unit_id, state, due, 0, n FROM (${BY_ORDERS}) o`,
  );
}

/** @returns how many counts are not what the orders say */
export async function checkStanding(db: Reader): Promise<number> {
  const [row] = await db.read<{ differing: number }>(
    `SELECT count(*)::int AS differing FROM (${BY_ORDERS}) o
     FULL JOIN (SELECT unit_id, state, due, sum(n) AS n FROM standing GROUP BY 1, 2, 3) s USING (unit_id, state, due)
     WHERE coalesce(o.n, 0) <> coalesce(s.n, 0)`,
  );
  return row?.differing ?? 0;
}

/** Puts the slots together, a unit in a transaction, and lets go of what nothing stands in any more. */
export async function foldStanding(db: Database): Promise<void> {
  const units = await db.read<{ unit: string }>('SELECT DISTINCT unit_id AS unit FROM standing ORDER BY 1');
  for (const { unit } of units) await db.transaction((tx) => tx.write(folding('standing'), [unit]));
}

/** How the running orders of each unit stand. Index: none, all of them are summed up. */
export async function standingByUnit(
  db: Reader,
  now: Instant,
  soon: Instant,
): Promise<{ unitId: string; open: number; near: number; overdue: number }[]> {
  return db.read<{ unitId: string; open: number; near: number; overdue: number }>(
    `SELECT unit_id AS "unitId", sum(n)::int AS open,
       coalesce(sum(n) FILTER (WHERE due > $1 AND due <= $2), 0)::int AS near,
       coalesce(sum(n) FILTER (WHERE due <= $1), 0)::int AS overdue
     FROM standing WHERE unit_id <> '' AND state = ANY ($3::text[]) GROUP BY unit_id HAVING sum(n) <> 0`,
    [now, soon, RUNNING_STATES],
  );
}

/** Orders that nobody has dispatched yet, and running ones whose limit has passed. */
export async function standingCounts(db: Reader, now: Instant): Promise<{ undispatched: number; overdue: number }> {
  const [row] = await db.read<{ undispatched: number; overdue: number }>(
    `SELECT coalesce(sum(n) FILTER (WHERE state = 'accepted'), 0)::int AS undispatched,
       coalesce(sum(n) FILTER (WHERE due <= $1 AND state = ANY ($2::text[])), 0)::int AS overdue
     FROM standing`,
    [now, RUNNING_STATES],
  );
  return row ?? { undispatched: 0, overdue: 0 };
}

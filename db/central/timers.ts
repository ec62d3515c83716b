import { articleSchema, type Article } from '../../shared/domain/article.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import { orderSchema, RUNNING_STATES, type Order } from '../../shared/domain/order.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Writer } from './database.ts';

/** Something the clock has to do once. */
export interface TimerRow {
  /** An order's id, or what else the clock watches. */
  readonly about: string;
  readonly kind: string;
  /** The assisting unit whose own limit it is; '' otherwise. */
  readonly unitId: string;
  readonly at: Instant;
}

/** Timers as they are to stand for what they are about: what is not named there and has not fired is taken out. */
export interface Plan {
  readonly about: string;
  readonly timers: readonly Omit<TimerRow, 'about'>[];
}

// NOT IN, which is hashed: a prepared NOT EXISTS would walk the list for every timer.
const REMOVE = `
DELETE FROM timers t WHERE t.about = ANY ($1::text[]) AND t.fired_at IS NULL AND (t.about, t.kind, t.unit_id) NOT IN (
  SELECT d->>'about', d->>'kind', d->>'unitId' FROM jsonb_array_elements($2::jsonb) d)`;

// One that has fired for this very instant stays fired; another instant makes it wait again.
const PUT = `
INSERT INTO timers (about, kind, unit_id, at)
SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) ORDER BY 1, 2, 3
ON CONFLICT (about, kind, unit_id) DO UPDATE SET at = EXCLUDED.at, fired_at = NULL WHERE timers.at <> EXCLUDED.at`;

/** @param fresh of what nothing has ever been planned for. Index: timers_pkey. */
export async function setTimers(db: Writer, plans: readonly Plan[], fresh: readonly Plan[] = []): Promise<void> {
  const [kept, added] = [rowsOf(plans), rowsOf(fresh)];
  if (plans.length > 0) await db.write(REMOVE, [plans.map(({ about }) => about), JSON.stringify(kept)]);
  const rows = [...kept, ...added];
  if (rows.length === 0) return;
  await db.write(PUT, [
    rows.map(({ about }) => about),
    rows.map(({ kind }) => kind),
    rows.map(({ unitId }) => unitId),
    rows.map(({ at }) => at),
  ]);
}

function rowsOf(plans: readonly Plan[]): TimerRow[] {
  return plans.flatMap(({ about, timers }) => timers.map((timer) => ({ about, ...timer })));
}

/** Timers that come round again and again: set once, then moved on each time they fire. */
export async function insertStanding(db: Writer, timers: readonly TimerRow[]): Promise<void> {
  await db.write(
    `INSERT INTO timers (about, kind, unit_id, at)
     SELECT d->>'about', d->>'kind', d->>'unitId', (d->>'at')::timestamptz FROM jsonb_array_elements($1::jsonb) d
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(timers)],
  );
}

/**
 * Notes that nothing that is past is to be told any more: it came due before anybody watched.
 * @param abouts only of these; null: of all there is
 */
export async function passOver(db: Writer, until: Instant, abouts: readonly string[] | null = null): Promise<void> {
  await db.write(
    `UPDATE timers SET fired_at = at
     WHERE fired_at IS NULL AND at <= $1 AND ($2::text[] IS NULL OR about = ANY ($2::text[]))`,
    [until, abouts],
  );
}

/** Index: timers_waiting. */
export const TAKE_DUE = `
SELECT about, kind, unit_id AS "unitId", at FROM timers
WHERE fired_at IS NULL AND at <= $1 ORDER BY at LIMIT $2 FOR UPDATE SKIP LOCKED`;

/** Locks timers whose time has come and that no other node is just firing. */
export async function takeDue(db: Writer, now: Instant, limit: number): Promise<TimerRow[]> {
  return db.write<TimerRow>(TAKE_DUE, [now, limit]);
}

const FIRED = `
UPDATE timers t SET fired_at = $2 FROM jsonb_array_elements($1::jsonb) d
WHERE t.about = d->>'about' AND t.kind = d->>'kind' AND t.unit_id = d->>'unitId'`;

/** Notes that timers taken before have fired: in the transaction of what they did. */
export async function markFired(db: Writer, timers: readonly TimerRow[], now: Instant): Promise<void> {
  await db.write(FIRED, [JSON.stringify(timers), now]);
}

/** Orders with a limit running that nothing is planned for, by id: ones from before there were timers. Index: orders_open, timers_pkey. */
export async function unplannedOrders(db: Reader, after: OrderId | null, limit: number): Promise<Order[]> {
  const rows = await db.read<{ data: unknown }>(
    `SELECT data FROM orders o WHERE closed_at IS NULL AND id > $1::uuid AND state = ANY ($3::text[])
       AND NOT EXISTS (SELECT 1 FROM timers t WHERE t.about = o.id::text)
     ORDER BY id LIMIT $2`,
    [after ?? '00000000-0000-0000-0000-000000000000', limit, RUNNING_STATES],
  );
  return rows.map(({ data }) => orderSchema.parse(data));
}

/** Articles in force that nothing is planned for, by id. Index: articles_pkey, timers_pkey. */
export async function unplannedArticles(db: Reader, after: string, limit: number): Promise<Article[]> {
  const rows = await db.read<{ data: unknown }>(
    `SELECT data FROM articles a WHERE id > $1 AND state = 'published'
       AND NOT EXISTS (SELECT 1 FROM timers t WHERE t.about = 'article:' || a.id)
     ORDER BY id LIMIT $2`,
    [after, limit],
  );
  return rows.map(({ data }) => articleSchema.parse(data));
}

/** Removes what fired before `until`: long after anything could plan the same instant again. */
export async function forgetTimers(db: Writer, until: Instant): Promise<void> {
  await db.write('DELETE FROM timers WHERE fired_at < $1', [until]);
}

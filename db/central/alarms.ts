import { alarmSchema, type Alarm, type Cause } from '../../shared/hall/alarms.ts';
import { RUNNING_STATES } from '../../shared/domain/order.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Writer } from './database.ts';

/** A cause as it is kept, with what tells it from others. */
export interface AlarmRow extends Alarm {
  readonly subject: string;
}

const COLUMNS = `a.id, a.kind, a.subject, a.about, a.value, a.raised_at AS "raisedAt", a.ended_at AS "endedAt",
  a.acknowledged_at AS "acknowledgedAt", p.name AS "acknowledgedBy"`;

/** @returns false where another node has told of the same cause. Index: alarms_standing */
export async function insertAlarm(db: Writer, id: string, cause: Cause, at: Instant): Promise<boolean> {
  const rows = await db.write(
    `INSERT INTO alarms (id, kind, subject, about, value, raised_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (kind, subject) WHERE ended_at IS NULL DO NOTHING RETURNING id`,
    [id, cause.kind, cause.subject, cause.about.slice(0, 200), cause.value, at],
  );
  return rows.length > 0;
}

/** @param at null: it stands again */
export async function endAlarms(db: Writer, ids: readonly string[], at: Instant | null): Promise<void> {
  await db.write('UPDATE alarms SET ended_at = $2 WHERE id = ANY ($1::uuid[])', [ids, at]);
}

/** @returns false where somebody has already, or there is none */
export async function acknowledgeAlarm(db: Writer, id: string, by: AccountId, at: Instant): Promise<boolean> {
  const rows = await db.write(
    'UPDATE alarms SET acknowledged_by = $2, acknowledged_at = $3 WHERE id = $1 AND acknowledged_at IS NULL RETURNING id',
    [id, by, at],
  );
  return rows.length > 0;
}

/** Those that stand or wait for somebody, and what was since then; newest first. Index: alarms_raised */
export async function listAlarms(db: Reader, since: Instant, limit: number): Promise<AlarmRow[]> {
  const rows = await db.read<AlarmRow>(
    `SELECT ${COLUMNS} FROM alarms a LEFT JOIN accounts p ON p.id = a.acknowledged_by
     WHERE a.raised_at >= $1 OR a.ended_at IS NULL OR a.acknowledged_at IS NULL
     ORDER BY a.acknowledged_at IS NOT NULL, a.raised_at DESC LIMIT $2`,
    [since, limit],
  );
  return rows.map((row) => ({ ...alarmSchema.parse(row), subject: row.subject }));
}

/** What nobody need look at any more. Index: alarms_raised */
export async function forgetAlarms(db: Writer, before: Instant): Promise<void> {
  await db.write('DELETE FROM alarms WHERE raised_at < $1 AND ended_at IS NOT NULL', [before]);
}

/** Running orders whose limit ends in a time, the next one first. Index: orders_due. */
export async function ordersDueBetween(
  db: Reader,
  from: Instant,
  to: Instant,
  limit: number,
): Promise<{ id: string; number: string; due: Instant }[]> {
  return db.read<{ id: string; number: string; due: Instant }>(
    `SELECT id, number, due FROM orders
     WHERE closed_at IS NULL AND due > $1 AND due <= $2 AND state = ANY ($3::text[]) ORDER BY due, id LIMIT $4`,
    [from, to, RUNNING_STATES, limit],
  );
}

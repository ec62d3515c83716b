import { hallSettingsSchema } from '../../shared/hall/settings.ts';
import type { TalliedCall } from '../../shared/hall/tally.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Writer } from './database.ts';
import { settingsRow } from './settings-row.ts';

/** How the centre wants its hall. */
export const hallSettingsRow = settingsRow('hall_settings', hallSettingsSchema);

/** Calls that came since, in the order in which they came, with what of them is counted. Index: calls_queued. */
export async function talliedCalls(db: Reader, since: Instant): Promise<(TalliedCall & { readonly live: boolean })[]> {
  return db.read<TalliedCall & { live: boolean }>(
    `SELECT id AS "callId", direction, agent_id AS "agentId", agents, queued_at AS "queuedAt",
       answered_at AS "answeredAt", ended_at AS "endedAt", outcome, data->'unknown' AS unknown, live
     FROM calls WHERE queued_at >= $1 AND direction = 'inbound' ORDER BY queued_at`,
    [since],
  );
}

/** Callers of each hour of a day: answered and abandoned. Hours without any are left out. Index: calls_queued. */
export async function callersByHour(
  db: Reader,
  from: Instant,
  to: Instant,
): Promise<{ hour: number; calls: number }[]> {
  return db.read<{ hour: number; calls: number }>(
    `SELECT floor(extract(epoch FROM queued_at - $1::timestamptz) / 3600)::int AS hour, count(*) AS calls
     FROM calls WHERE queued_at >= $1 AND queued_at < $2 AND direction = 'inbound' AND NOT live
       AND (outcome = 'answered' OR (outcome = 'abandoned' AND NOT data->'unknown' ? 'outcome'))
     GROUP BY 1`,
    [from, to],
  );
}

/** One 话后整理, from its beginning to its end. */
export interface WrapUpRow {
  readonly accountId: AccountId;
  readonly from: Instant;
  readonly to: Instant;
}

/** Told twice, each is kept once. */
export async function insertWrapUps(db: Writer, rows: readonly WrapUpRow[]): Promise<void> {
  await db.write(
    `INSERT INTO wrap_ups (account_id, from_at, to_at)
     SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) ON CONFLICT DO NOTHING`,
    [rows.map(({ accountId }) => accountId), rows.map(({ from }) => from), rows.map(({ to }) => to)],
  );
}

/** Those that ended since. Index: wrap_ups_ended. */
export async function wrapUpsSince(db: Reader, since: Instant): Promise<WrapUpRow[]> {
  return db.read<WrapUpRow>(
    `SELECT account_id AS "accountId", from_at AS "from", to_at AS "to" FROM wrap_ups WHERE to_at >= $1`,
    [since],
  );
}

/** Index: wrap_ups_ended. */
export async function forgetWrapUps(db: Writer, before: Instant): Promise<void> {
  await db.write('DELETE FROM wrap_ups WHERE to_at < $1', [before]);
}

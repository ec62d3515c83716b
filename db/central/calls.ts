import { callRecordSchema, type CallOutcome, type CallRecord } from '../../shared/domain/call.ts';
import type { AccountId, CallId } from '../../shared/domain/ids.ts';
import type { CountedCall } from '../../shared/figures/calls.ts';
import type { Author } from '../../shared/domain/people.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Writer } from './database.ts';

// A finished record is final, unless its end was not known and is learned after all.
const KEEP = `
INSERT INTO calls (id, caller_number, agent_id, queued_at, answered_at, ended_at, outcome, direction, agents, live, data)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb)
ON CONFLICT (id) DO UPDATE SET agent_id = EXCLUDED.agent_id, answered_at = EXCLUDED.answered_at,
  ended_at = EXCLUDED.ended_at, outcome = EXCLUDED.outcome, agents = EXCLUDED.agents, live = EXCLUDED.live,
  data = EXCLUDED.data
WHERE calls.live OR (calls.ended_at IS NULL AND NOT EXCLUDED.live)
RETURNING id`;

/**
 * Keeps a call as it is by now; told twice, it is kept once.
 * @returns false where its finished record stands already
 */
export async function keepCall(db: Writer, call: CallRecord, live: boolean): Promise<boolean> {
  const { callId, callerNumber, agentId, queuedAt, answeredAt, endedAt, outcome, direction, agents } = call;
  const columns = [callId, callerNumber, agentId, queuedAt, answeredAt, endedAt, outcome, direction, agents, live];
  return (await db.write(KEEP, [...columns, JSON.stringify(call)])).length > 0;
}

/** What of a call the reports count, as its finished record stands; locked. Null where it has not ended. Index: calls_pkey. */
export async function lockFinished(db: Writer, id: CallId): Promise<CallRecord | null> {
  const rows = await db.write<{ data: unknown }>('SELECT data FROM calls WHERE id = $1 AND NOT live FOR UPDATE', [id]);
  return parsed(rows).at(0) ?? null;
}

/** All finished calls that came in, as the reports count them, a page at a time. Index: calls_queued. */
export async function countedCalls(
  db: Reader,
  after: CallCursor | null,
  limit: number,
): Promise<(CountedCall & { readonly callId: CallId })[]> {
  return db.read<CountedCall & { callId: CallId }>(
    `SELECT id AS "callId", direction, queued_at AS "queuedAt", answered_at AS "answeredAt", outcome,
       data->'unknown' AS unknown
     FROM calls WHERE (queued_at, id) > ($1::timestamptz, $2::text) AND direction = 'inbound' AND NOT live
     ORDER BY queued_at, id LIMIT $3`,
    [after?.queuedAt ?? BEGINNING, after?.callId ?? '', limit],
  );
}

const BEGINNING = '0001-01-01T00:00:00.000Z';

const KEEP_FINISHED = `
INSERT INTO calls (id, caller_number, agent_id, queued_at, answered_at, ended_at, outcome, direction, agents, live, data)
SELECT d->>'callId', d->>'callerNumber', (d->>'agentId')::uuid, (d->>'queuedAt')::timestamptz,
  (d->>'answeredAt')::timestamptz, (d->>'endedAt')::timestamptz, d->>'outcome', d->>'direction',
  ARRAY(SELECT jsonb_array_elements_text(d->'agents')::uuid), false, d
FROM jsonb_array_elements($1::jsonb) d ON CONFLICT (id) DO NOTHING`;

/** Keeps many finished calls at once. */
export async function keepFinishedCalls(db: Writer, calls: readonly CallRecord[]): Promise<void> {
  if (calls.length > 0) await db.write(KEEP_FINISHED, [JSON.stringify(calls)]);
}

/** Calls that were living when last heard of. Index: calls_live. */
export async function liveCalls(db: Reader): Promise<CallRecord[]> {
  return parsed(await db.read<{ data: unknown }>('SELECT data FROM calls WHERE live ORDER BY id'));
}

/** Index: calls_pkey. */
export async function findCalls(db: Reader, ids: readonly CallId[]): Promise<CallRecord[]> {
  return parsed(await db.read<{ data: unknown }>('SELECT data FROM calls WHERE id = ANY ($1::text[])', [ids]));
}

function parsed(rows: readonly { readonly data: unknown }[]): CallRecord[] {
  return rows.map(({ data }) => callRecordSchema.parse(data));
}

/** Which calls are listed; null: all. */
export interface CallsWanted {
  readonly from: Instant;
  readonly to: Instant;
  /** Calls this account has spoken in. */
  readonly agent: AccountId | null;
  readonly outcomes: readonly CallOutcome[] | null;
  readonly direction: CallRecord['direction'] | null;
  /** Digits anywhere in the other side's number. */
  readonly digits: string | null;
}

/** Where the page before ended. */
export interface CallCursor {
  readonly queuedAt: Instant;
  readonly callId: CallId;
}

/** A call with the names of who spoke in it. */
export interface ListedCall {
  readonly record: CallRecord;
  readonly live: boolean;
  readonly people: readonly Author[];
  readonly recordings: number;
}

/** Index: calls_queued, from its end. */
export const CALL_PAGE = `
SELECT c.data, c.live,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('accountId', a.id, 'jobNumber', a.job_number, 'name', a.name)), '[]')
   FROM accounts a WHERE a.id = ANY (c.agents)) AS people,
  (SELECT count(*) FROM recordings r WHERE r.call_id = c.id AND r.state <> 'lost') AS recordings
FROM calls c
WHERE c.queued_at >= $1 AND c.queued_at < $2 AND (c.queued_at, c.id) < ($3::timestamptz, $4::text)
  AND ($5::uuid IS NULL OR $5::uuid = ANY (c.agents))
  AND ($6::text[] IS NULL OR c.outcome = ANY ($6::text[]))
  AND ($7::text IS NULL OR c.direction = $7)
  AND ($8::text IS NULL OR regexp_replace(c.caller_number, '[^0-9]', '', 'g') LIKE '%' || $8 || '%')
ORDER BY c.queued_at DESC, c.id DESC LIMIT $9`;

/** Newest first. */
export async function callPage(
  db: Reader,
  wanted: CallsWanted,
  after: CallCursor | null,
  limit: number,
): Promise<ListedCall[]> {
  const { from, to, agent, outcomes, direction, digits } = wanted;
  const rows = await db.read<{ data: unknown; live: boolean; people: Author[]; recordings: number }>(CALL_PAGE, [
    from,
    to,
    after?.queuedAt ?? to,
    after?.callId ?? '',
    agent,
    outcomes,
    direction,
    digits,
    limit,
  ]);
  return rows.map(({ data, ...row }) => ({ record: callRecordSchema.parse(data), ...row }));
}

/** How callers were served in a time. Waits in ms; averages are null where there is nothing to average. */
export interface CallFigures {
  /** Calls that were to be served: answered and abandoned ones. */
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  /** Turned away outside the hours or by a block. */
  readonly refused: number;
  /** Of these not even the outcome could be known; they are in no other figure. */
  readonly unknown: number;
  /** GB/T 33358: answered within 15 s. */
  readonly within15: number;
  readonly answerWaitMs: number | null;
  readonly abandonWaitMs: number | null;
  readonly longestWaitMs: number | null;
  readonly talkMs: number | null;
}

/** Index: calls_queued. */
const FIGURES = `
WITH served AS (
  SELECT outcome,
    CASE WHEN data->'unknown' ? 'outcome' THEN 'unknown' ELSE outcome END AS counted,
    floor(extract(epoch FROM coalesce(answered_at, ended_at) - queued_at) * 1000)::bigint AS wait,
    floor(extract(epoch FROM ended_at - answered_at) * 1000)::bigint AS talk
  FROM calls WHERE queued_at >= $1 AND queued_at < $2 AND direction = 'inbound' AND NOT live
)
SELECT count(*) FILTER (WHERE counted IN ('answered', 'abandoned')) AS offered,
  count(*) FILTER (WHERE counted = 'answered') AS answered,
  count(*) FILTER (WHERE counted = 'abandoned') AS abandoned,
  count(*) FILTER (WHERE counted = 'refused') AS refused,
  count(*) FILTER (WHERE counted = 'unknown') AS unknown,
  count(*) FILTER (WHERE counted = 'answered' AND wait <= 15000) AS within15,
  (sum(wait) FILTER (WHERE counted = 'answered') / nullif(count(wait) FILTER (WHERE counted = 'answered'), 0))::bigint
    AS "answerWaitMs",
  (sum(wait) FILTER (WHERE counted = 'abandoned') / nullif(count(wait) FILTER (WHERE counted = 'abandoned'), 0))::bigint
    AS "abandonWaitMs",
  max(wait) FILTER (WHERE counted IN ('answered', 'abandoned')) AS "longestWaitMs",
  (sum(talk) FILTER (WHERE counted = 'answered') / nullif(count(talk) FILTER (WHERE counted = 'answered'), 0))::bigint
    AS "talkMs"
FROM served`;

/** The figures of calls that came in from one instant to another, exactly as they were recorded. */
export async function callFigures(db: Reader, from: Instant, to: Instant): Promise<CallFigures> {
  const [row] = await db.read<CallFigures>(FIGURES, [from, to]);
  if (!row) throw new Error('an aggregate has one row');
  return row;
}

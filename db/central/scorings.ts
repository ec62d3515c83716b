import type { ScoringListInput } from '../../shared/contract/scoring.ts';
import type { AccountId, CallId } from '../../shared/domain/ids.ts';
import { itemsOf, type FormContent } from '../../shared/domain/scoring/form.ts';
import { COUNTED_STATES, scoringSchema, type Scoring } from '../../shared/domain/scoring/scoring.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Writer } from './database.ts';

const parsed = (rows: readonly { readonly data: unknown }[]): Scoring[] =>
  rows.map(({ data }) => scoringSchema.parse(data));

// What is asked for stands in columns, read out of the document.
const COLUMNS_OF = `
  (d#>>'{agent,accountId}')::uuid AS agent_id, (d#>>'{inspector,accountId}')::uuid AS inspector_id, d->>'state' AS state,
  (d->>'submittedAt')::timestamptz AS submitted_at, (d->>'appealUntil')::timestamptz AS appeal_until,
  d->>'teamId' AS team_id, round((d#>>'{result,total}')::numeric * 10)::int AS tenths,
  (d#>>'{result,passed}')::boolean AS passed, (d#>>'{result,vetoed}')::boolean AS vetoed,
  jsonb_typeof(d->'appeal') = 'object' AS appealed`;

const INSERT = `
INSERT INTO scorings (id, call_id, plan_id, calibration_id, form_id, form_version, made_at, agent_id, inspector_id, state,
  submitted_at, appeal_until, team_id, tenths, passed, vetoed, appealed, data)
SELECT (d->>'id')::uuid, d#>>'{call,callId}', (d#>>'{source,planId}')::uuid, (d#>>'{source,calibrationId}')::uuid,
  (d->>'formId')::uuid, (d->>'formVersion')::int, (d->>'madeAt')::timestamptz, ${COLUMNS_OF}, d
FROM jsonb_array_elements($1::jsonb) d
ON CONFLICT DO NOTHING RETURNING id`;

/** @returns how many are new: a call that its plan, or somebody by hand, has already is left as it is */
export async function insertScorings(db: Writer, scorings: readonly Scoring[]): Promise<number> {
  if (scorings.length === 0) return 0;
  return (await db.write(INSERT, [JSON.stringify(scorings)])).length;
}

const UPDATE = `
UPDATE scorings s SET (agent_id, inspector_id, state, submitted_at, appeal_until, team_id, tenths, passed, vetoed, appealed) =
  (SELECT ${COLUMNS_OF} FROM (SELECT $2::jsonb AS d) doc), data = $2::jsonb
WHERE id = $1`;

/** The row must be locked by this transaction. */
export async function updateScoring(db: Writer, scoring: Scoring): Promise<void> {
  await db.write(UPDATE, [scoring.id, JSON.stringify(scoring)]);
}

/** Locked until the transaction ends. Index: scorings_pkey. */
export async function lockScoring(db: Writer, id: string): Promise<Scoring | null> {
  return (
    parsed(await db.write<{ data: unknown }>('SELECT data FROM scorings WHERE id = $1 FOR UPDATE', [id])).at(0) ?? null
  );
}

/** Index: scorings_pkey. */
export async function findScoring(db: Reader, id: string): Promise<Scoring | null> {
  return parsed(await db.read<{ data: unknown }>('SELECT data FROM scorings WHERE id = $1', [id])).at(0) ?? null;
}

/** Index: scorings_calibration. */
export async function scoringsOfCalibration(db: Reader, calibrationId: string): Promise<Scoring[]> {
  return parsed(
    await db.read<{ data: unknown }>('SELECT data FROM scorings WHERE calibration_id = $1 ORDER BY id', [
      calibrationId,
    ]),
  );
}

/** The same, locked until the transaction ends: who is just handing in is waited for. Index: scorings_calibration. */
export async function lockScoringsOfCalibration(db: Writer, calibrationId: string): Promise<Scoring[]> {
  return parsed(
    await db.write<{ data: unknown }>('SELECT data FROM scorings WHERE calibration_id = $1 ORDER BY id FOR UPDATE', [
      calibrationId,
    ]),
  );
}

/** Those whose time to appeal is over; locked, and what another node has just taken is left to it. Index: scorings_to_confirm. */
export async function takeLapsed(db: Writer, now: Instant, limit: number): Promise<Scoring[]> {
  return parsed(
    await db.write<{ data: unknown }>(
      `SELECT data FROM scorings WHERE state = 'submitted' AND appeal_until <= $1
       ORDER BY appeal_until LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [now, limit],
    ),
  );
}

/** Whether a score of this call may still be contested, or is. Index: scorings_call. */
export async function isContestable(db: Reader, callId: CallId): Promise<boolean> {
  const rows = await db.read(
    `SELECT 1 FROM scorings WHERE call_id = $1 AND state IN ('submitted', 'appealed') LIMIT 1`,
    [callId],
  );
  return rows.length > 0;
}

/** The marks of what was handed in, in place of those there were; all by the same form. */
export async function putMarks(db: Writer, scorings: readonly Scoring[], form: FormContent): Promise<void> {
  await db.write('DELETE FROM scoring_marks WHERE scoring_id = ANY ($1::uuid[])', [scorings.map(({ id }) => id)]);
  const full = new Map(itemsOf(form).map((item) => [item.id, item.points]));
  const marks = scorings.flatMap(({ id, sheet }) =>
    sheet.marks.flatMap(({ itemId, points }) =>
      points === null ? [] : [{ id, itemId, halves: points * 2, fullHalves: (full.get(itemId) ?? 0) * 2 }],
    ),
  );
  await db.write(
    `INSERT INTO scoring_marks (scoring_id, item_id, halves, full_halves)
     SELECT (d->>'id')::uuid, d->>'itemId', (d->>'halves')::int, (d->>'fullHalves')::int
     FROM jsonb_array_elements($1::jsonb) d`,
    [JSON.stringify(marks)],
  );
}

// Index: scorings_unwritten for what is to be scored, scorings_inspector, scorings_agent, scorings_appealed, scorings_made.
const LISTED = `
SELECT s.data, f.data#>>'{content,name}' AS "formName"
FROM scorings s JOIN scoring_forms f ON f.form_id = s.form_id AND f.version = s.form_version
WHERE ($1::timestamptz IS NULL OR (s.made_at, s.id) < ($1::timestamptz, $2::uuid))
  AND ($3::text[] IS NULL OR s.state = ANY ($3::text[]))
  AND ($4::uuid IS NULL OR s.agent_id = $4)
  AND ($5::uuid IS NULL OR s.plan_id = $5)
  AND ($6::timestamptz IS NULL OR s.submitted_at >= $6) AND ($7::timestamptz IS NULL OR s.submitted_at < $7)
  AND `;

/** What each list holds; $8 is who looks. */
const VIEWS: Readonly<Record<ScoringListInput['view'], string>> = {
  toScore: `s.state IN ('open', 'draft') AND s.agent_id <> $8::uuid
    AND (s.inspector_id = $8::uuid OR s.inspector_id IS NULL)`,
  mine: `s.inspector_id = $8::uuid`,
  ofMe: `s.agent_id = $8::uuid AND s.calibration_id IS NULL AND s.state = ANY ('{${COUNTED_STATES.join(',')}}'::text[])`,
  appeals: `s.state = 'appealed' AND $8::uuid IS NOT NULL`,
  all: `s.calibration_id IS NULL AND $8::uuid IS NOT NULL`,
};

export interface ListedScoring {
  readonly scoring: Scoring;
  readonly formName: string;
}

/** Newest first. Days as instants, `to` exclusive. */
export async function scoringPage(
  db: Reader,
  by: AccountId,
  input: Omit<ScoringListInput, 'submittedFrom' | 'submittedTo'>,
  submitted: { readonly from: Instant | null; readonly to: Instant | null },
  limit: number,
): Promise<ListedScoring[]> {
  const { view, states, agentId, planId, after } = input;
  const rows = await db.read<{ data: unknown; formName: string }>(
    `${LISTED}${VIEWS[view]} ORDER BY s.made_at DESC, s.id DESC LIMIT $9`,
    [
      after?.madeAt ?? null,
      after?.id ?? null,
      states.length === 0 ? null : states,
      agentId,
      planId,
      submitted.from,
      submitted.to,
      by,
      limit,
    ],
  );
  return rows.map(({ data, formName }) => ({ scoring: scoringSchema.parse(data), formName }));
}

import { z } from 'zod';
import type { AccountId } from '../../shared/domain/ids.ts';
import type { Permission } from '../../shared/domain/people.ts';
import {
  candidateSchema,
  chosenSchema,
  criterionSchema,
  drawSchema,
  samplingPlanSchema,
  type Candidate,
  type Chosen,
  type Criterion,
  type Draw,
  type SamplingPlan,
} from '../../shared/domain/scoring/plan.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Writer } from './database.ts';

const parsed = (rows: readonly { readonly data: unknown }[]): SamplingPlan[] =>
  rows.map(({ data }) => samplingPlanSchema.parse(data));

/** All of them, oldest first. A centre has some dozens. */
export async function listPlans(db: Reader): Promise<SamplingPlan[]> {
  return parsed(await db.read<{ data: unknown }>('SELECT data FROM scoring_plans ORDER BY id'));
}

/** Locked until the transaction ends, so that two nodes never draw for it at once. */
export async function lockPlan(db: Writer, planId: string): Promise<SamplingPlan | null> {
  const rows = await db.write<{ data: unknown }>('SELECT data FROM scoring_plans WHERE id = $1 FOR UPDATE', [planId]);
  return parsed(rows).at(0) ?? null;
}

export async function putPlan(db: Writer, plan: SamplingPlan): Promise<void> {
  await db.write(
    `INSERT INTO scoring_plans (id, data) VALUES ($1, $2::jsonb) ON CONFLICT (id) DO UPDATE SET data = EXCLUDED.data`,
    [plan.planId, JSON.stringify(plan)],
  );
}

/** What could be drawn for a plan. `before`: what the plan has drawn earlier than this is left out. */
export interface CandidatesWanted {
  /** Null: a plan that is not kept yet. */
  readonly planId: string | null;
  readonly from: Instant;
  readonly to: Instant;
  /** Null: everybody's. */
  readonly agents: readonly AccountId[] | null;
  readonly before: Instant;
}

// Calls of the period, and those whose caller was dissatisfied at a 回访 in the period.
// Index: calls_queued, orders_follow_up_calls, calls_pkey, orders_call, scorings_plan_call.
export const CANDIDATES = `
WITH asked AS (
  SELECT id FROM calls WHERE queued_at >= $1 AND queued_at < $2
), unhappy AS (
  SELECT DISTINCT o.data#>>'{call,callId}' AS id FROM orders o, jsonb_array_elements(o.data#>'{life,followUps}') f
  WHERE o.data#>'{life,followUps}' <> '[]'::jsonb AND o.data#>'{life,followUps}' @> '[{"rating": "dissatisfied"}]'
    AND f->>'rating' = 'dissatisfied' AND (f->>'at')::timestamptz >= $1 AND (f->>'at')::timestamptz < $2
    AND o.data#>>'{call,callId}' IS NOT NULL
)
SELECT c.id AS "callId", c.agent_id AS "agentId", (c.queued_at >= $1 AND c.queued_at < $2) AS "inPeriod",
  floor(extract(epoch FROM c.ended_at - c.answered_at))::int AS seconds,
  greatest(0, floor(extract(epoch FROM $2::timestamptz - a.created_at) / 86400))::int AS "agentDays",
  c.id IN (SELECT id FROM unhappy) AS dissatisfied,
  coalesce((SELECT jsonb_agg(DISTINCT CASE WHEN o.data->>'mode' IN ('immediate', 'direct', 'refusal')
      THEN o.data->>'mode' ELSE 'forward' END)
    FROM orders o WHERE o.data#>>'{call,callId}' = c.id AND o.data#>>'{call,callId}' IS NOT NULL), '[]') AS outcomes
FROM calls c JOIN accounts a ON a.id = c.agent_id
WHERE c.id IN (SELECT id FROM asked UNION SELECT id FROM unhappy)
  AND c.direction = 'inbound' AND c.outcome = 'answered' AND NOT c.live
  AND c.answered_at IS NOT NULL AND c.ended_at >= c.answered_at
  AND ($3::uuid[] IS NULL OR c.agent_id = ANY ($3::uuid[]))
  AND NOT EXISTS (SELECT 1 FROM scorings s WHERE s.plan_id = $4 AND s.call_id = c.id AND s.made_at < $5)
ORDER BY c.id`;

export async function drawCandidates(
  db: Reader,
  { planId, from, to, agents, before }: CandidatesWanted,
): Promise<Candidate[]> {
  return z.array(candidateSchema).parse(await db.read(CANDIDATES, [from, to, agents, planId, before]));
}

/** A draw with everything that is needed to make it again. */
export interface KeptDraw {
  readonly draw: Draw;
  readonly candidates: readonly Candidate[];
  readonly criteria: readonly Criterion[];
  readonly chosen: readonly Chosen[];
}

/** Candidates in one row: some MB. One value of a large city's month, some hundred, is more than the database takes. */
export const DRAW_PART = 10_000;

const INSERT_CANDIDATES = `INSERT INTO scoring_draw_candidates (draw_id, part, candidates) VALUES ($1, $2, $3::jsonb)`;

export async function insertDraw(db: Writer, { draw, candidates, criteria, chosen }: KeptDraw): Promise<void> {
  await db.write(
    `INSERT INTO scoring_draws (id, plan_id, from_day, to_day, at, data, criteria, chosen)
     VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8::jsonb)`,
    [
      draw.id,
      draw.planId,
      draw.from,
      draw.to,
      draw.at,
      JSON.stringify(draw),
      JSON.stringify(criteria),
      JSON.stringify(chosen),
    ],
  );
  for (let part = 0; part * DRAW_PART < candidates.length; part += 1) {
    const some = candidates.slice(part * DRAW_PART, (part + 1) * DRAW_PART);
    await db.write(INSERT_CANDIDATES, [draw.id, part, JSON.stringify(some)]);
  }
}

/** The last day any draw of this plan has reached; null before the first. Index: scoring_draws_plan_id_from_day_key. */
export async function drawnTo(db: Reader, planId: string): Promise<string | null> {
  const rows = await db.read<{ last: string | null }>(
    'SELECT max(to_day) AS last FROM scoring_draws WHERE plan_id = $1',
    [planId],
  );
  return rows.at(0)?.last ?? null;
}

/** Whether the period that begins on this day is drawn. Index: scoring_draws_plan_id_from_day_key. */
export async function isDrawn(db: Reader, planId: string, fromDay: string): Promise<boolean> {
  const rows = await db.read('SELECT 1 FROM scoring_draws WHERE plan_id = $1 AND from_day = $2', [planId, fromDay]);
  return rows.length > 0;
}

/** Newest first. @param planId null: of all plans. Index: scoring_draws_at. */
export async function listDraws(db: Reader, planId: string | null, limit: number): Promise<Draw[]> {
  const rows = await db.read<{ data: unknown }>(
    'SELECT data FROM scoring_draws WHERE $1::uuid IS NULL OR plan_id = $1 ORDER BY at DESC, id DESC LIMIT $2',
    [planId, limit],
  );
  return rows.map(({ data }) => drawSchema.parse(data));
}

const keptSchema = z.object({ data: drawSchema, criteria: z.array(criterionSchema), chosen: z.array(chosenSchema) });
const partSchema = z.object({ candidates: z.array(candidateSchema) });

const CANDIDATES_OF = 'SELECT candidates FROM scoring_draw_candidates WHERE draw_id = $1 AND part = $2';

/** Index: scoring_draws_pkey, scoring_draw_candidates_pkey. */
export async function findDraw(db: Reader, drawId: string): Promise<KeptDraw | null> {
  const rows = await db.read('SELECT data, criteria, chosen FROM scoring_draws WHERE id = $1', [drawId]);
  const [row] = z.array(keptSchema).parse(rows);
  if (!row) return null;
  const candidates: Candidate[] = [];
  // One after the other: parsed together they would need the room that they are kept in parts to save.
  for (let part = 0; candidates.length < row.data.population; part += 1) {
    const [found] = await db.read(CANDIDATES_OF, [drawId, part]);
    for (const candidate of partSchema.parse(found).candidates) candidates.push(candidate);
  }
  return { draw: row.data, candidates, criteria: row.criteria, chosen: row.chosen };
}

/** Accounts in use that hold a permission, by job number. */
export async function holdersOf(db: Reader, permission: Permission): Promise<AccountId[]> {
  const rows = await db.read<{ id: AccountId }>(
    `SELECT a.id FROM accounts a WHERE NOT a.disabled AND EXISTS (
       SELECT 1 FROM account_roles ar JOIN roles r ON r.id = ar.role_id
       WHERE ar.account_id = a.id AND $1 = ANY (r.permissions))
     ORDER BY a.job_number`,
    [permission],
  );
  return rows.map(({ id }) => id);
}

/** How many calls each has before them to be scored. Index: scorings_unwritten. */
export async function scoringLoads(db: Reader): Promise<Map<AccountId, number>> {
  const rows = await db.read<{ id: AccountId; n: number }>(
    `SELECT inspector_id AS id, count(*) AS n FROM scorings
     WHERE state IN ('open', 'draft') AND inspector_id IS NOT NULL GROUP BY 1`,
  );
  return new Map(rows.map(({ id, n }) => [id, n]));
}

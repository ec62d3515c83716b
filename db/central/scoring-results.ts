import { COUNTED_STATES } from '../../shared/domain/scoring/scoring.ts';
import type { ItemSums, ScoreSums } from '../../shared/domain/scoring/summary.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Value } from './database.ts';

/** Whose scores count; null: all. */
export interface ResultsWanted {
  readonly from: Instant;
  readonly to: Instant;
  readonly formId: string | null;
  readonly agentId: string | null;
  readonly teamId: string | null;
  readonly inspectorId: string | null;
}

// What counts in any result, and in none: one definition for all of them. Index: scorings_submitted, scorings_agent.
const COUNTED = `s.calibration_id IS NULL AND s.state = ANY ('{${COUNTED_STATES.join(',')}}'::text[])
  AND s.submitted_at >= $1 AND s.submitted_at < $2
  AND ($3::uuid IS NULL OR s.form_id = $3) AND ($4::uuid IS NULL OR s.agent_id = $4)
  AND ($5::text IS NULL OR s.team_id = $5) AND ($6::uuid IS NULL OR s.inspector_id = $6)`;
/** The month of Beijing. */
const MONTH = `to_char((s.submitted_at AT TIME ZONE 'UTC') + interval '8 hours', 'YYYY-MM')`;

const values = ({ from, to, formId, agentId, teamId, inspectorId }: ResultsWanted): readonly Value[] => [
  from,
  to,
  formId,
  agentId,
  teamId,
  inspectorId,
];

/** Sums of what has one key in one month (YYYY-MM). */
type Monthly<Sums> = Sums & { readonly key: string; readonly month: string };

const KEYS = {
  agent: 's.agent_id::text',
  team: `coalesce(s.team_id, '')`,
  inspector: 's.inspector_id::text',
} as const;

export async function scoreSums(
  db: Reader,
  by: keyof typeof KEYS,
  wanted: ResultsWanted,
): Promise<Monthly<ScoreSums>[]> {
  return db.read<Monthly<ScoreSums>>(
    `SELECT ${KEYS[by]} AS key, ${MONTH} AS month, count(*) AS scored, sum(s.tenths) AS tenths,
       count(*) FILTER (WHERE s.passed) AS passed, count(*) FILTER (WHERE s.vetoed) AS vetoed,
       count(*) FILTER (WHERE s.appealed) AS appealed, count(*) FILTER (WHERE s.state = 'corrected') AS corrected
     FROM scorings s WHERE ${COUNTED} GROUP BY 1, 2`,
    values(wanted),
  );
}

/** `key`: `formId/itemId`. Index: scoring_marks_pkey besides. */
export async function itemSums(db: Reader, wanted: ResultsWanted): Promise<Monthly<ItemSums>[]> {
  return db.read<Monthly<ItemSums>>(
    `SELECT s.form_id::text || '/' || m.item_id AS key, ${MONTH} AS month, count(*) AS scored, sum(m.halves) AS halves,
       sum(m.full_halves) AS "fullHalves", count(*) FILTER (WHERE m.halves < m.full_halves) AS lost
     FROM scorings s JOIN scoring_marks m ON m.scoring_id = s.id WHERE ${COUNTED} GROUP BY 1, 2`,
    values(wanted),
  );
}

import { randomBytes } from 'node:crypto';
import type { CallRecord } from '../../shared/domain/call.ts';
import { uuidV7 } from '../../shared/domain/ids.ts';
import type { Author } from '../../shared/domain/people.ts';
import type { ScoringForm } from '../../shared/domain/scoring/form.ts';
import type { ScoredCall, Scoring, ScoringSource } from '../../shared/domain/scoring/scoring.ts';
import { EMPTY_SHEET } from '../../shared/domain/scoring/sheet.ts';
import { instant, msOf, type Instant } from '../../shared/instant.ts';

/** What of a call is scored, or null where nobody has spoken in it to its end. */
export function scorable(call: CallRecord): ScoredCall | null {
  const { callId, direction, queuedAt, answeredAt, endedAt, agentId, outcome } = call;
  if (outcome !== 'answered' || agentId === null || answeredAt === null || endedAt === null) return null;
  const seconds = Math.max(0, Math.floor((msOf(endedAt) - msOf(answeredAt)) / 1000));
  return { callId, direction, startedAt: queuedAt, seconds };
}

export interface NewScoring {
  readonly source: ScoringSource;
  readonly call: ScoredCall;
  readonly agent: Author;
  readonly form: Pick<ScoringForm, 'formId' | 'version'>;
  readonly inspector: Author | null;
  readonly due: Instant | null;
  /** Null: the clock. */
  readonly by: Author | null;
}

/** A call that is to be scored. */
export function newScoring(nowMs: number, { form, by, inspector, ...given }: NewScoring): Scoring {
  const at = instant(nowMs);
  return {
    ...given,
    id: uuidV7(nowMs, randomBytes(10)),
    revision: 1,
    state: 'open',
    inspector,
    teamId: null,
    formId: form.formId,
    formVersion: form.version,
    madeAt: at,
    sheet: EMPTY_SHEET,
    savedAt: null,
    result: null,
    submittedAt: null,
    appealUntil: null,
    appeal: null,
    first: null,
    course: [
      { at, by, kind: 'made', note: inspector ? `${inspector.name}（${inspector.jobNumber}）` : '', total: null },
    ],
  };
}

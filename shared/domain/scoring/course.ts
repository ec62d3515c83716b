import type { Instant } from '../../instant.ts';
import type { Author } from '../people.ts';
import type { Scoring } from './scoring.ts';
import type { ScoreResult, Sheet } from './sheet.ts';

/** Who does something, and when. `by` null: the clock. */
export interface Step {
  readonly at: Instant;
  readonly by: Author | null;
}

/** 提交. @param appealUntil null for a calibration's, against which nobody appeals */
export function submitted(
  scoring: Scoring,
  step: Step,
  handedIn: {
    readonly sheet: Sheet;
    readonly result: ScoreResult;
    readonly appealUntil: Instant | null;
    readonly teamId: string | null;
  },
): Scoring {
  return after({ ...scoring, ...handedIn, state: 'submitted', submittedAt: step.at }, 'submitted', step, '');
}

export function confirmed(scoring: Scoring, step: Step): Scoring {
  return after({ ...scoring, state: 'confirmed' }, 'confirmed', step, '');
}

/** Nobody confirmed in time: it stands. */
export function lapsed(scoring: Scoring, at: Instant): Scoring {
  return after({ ...scoring, state: 'lapsed' }, 'lapsed', { at, by: null }, '');
}

/** 申诉. @param about items and vetoes it is about */
export function appealed(scoring: Scoring, step: Step, reasons: string, about: readonly string[]): Scoring {
  const appeal = { at: step.at, reasons, about: [...about], decision: null };
  return after({ ...scoring, state: 'appealed', appeal }, 'appealed', step, reasons);
}

/** The appeal decided. @param corrected the sheet as it is now, what was first stays beside it; null: 维持 */
export function decided(
  scoring: Scoring,
  step: { readonly at: Instant; readonly by: Author },
  reasons: string,
  corrected: { readonly sheet: Sheet; readonly result: ScoreResult } | null,
): Scoring {
  const { appeal, sheet, result } = scoring;
  const decision = { ...step, supported: corrected !== null, reasons };
  const next: Scoring = {
    ...scoring,
    ...corrected,
    state: corrected ? 'corrected' : 'upheld',
    first: corrected && result ? { sheet, result } : null,
    appeal: appeal && { ...appeal, decision },
  };
  return after(next, corrected ? 'corrected' : 'upheld', step, reasons);
}

function after(scoring: Scoring, kind: Scoring['course'][number]['kind'], { at, by }: Step, note: string): Scoring {
  return { ...scoring, course: [...scoring.course, { at, by, kind, note, total: scoring.result?.total ?? null }] };
}

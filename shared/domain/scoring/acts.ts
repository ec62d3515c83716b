import type { FailureCode } from '../../failure.ts';
import type { Instant } from '../../instant.ts';
import { may, type Actor } from '../people.ts';
import { scoringActSchema, type Scoring, type ScoringAct, type ScoringState } from './scoring.ts';
import { EMPTY_SHEET } from './sheet.ts';

/** What the answers below look at. */
type Standing = Pick<Scoring, 'state' | 'source' | 'agent' | 'inspector' | 'appealUntil'>;

const UNWRITTEN: ReadonlySet<ScoringState> = new Set(['open', 'draft']);

/** True once it was handed in and not taken back. */
export function isHandedIn({ state }: Pick<Scoring, 'state'>): boolean {
  return !UNWRITTEN.has(state) && state !== 'dropped';
}

/** What stands against this act by this person now; null: nothing. */
export function scoringObjection(act: ScoringAct, scoring: Standing, actor: Actor, now: Instant): FailureCode | null {
  const { state, source, agent, inspector, appealUntil } = scoring;
  const unwritten = UNWRITTEN.has(state);
  const mine = inspector?.accountId === actor.accountId;
  const ofMe = agent.accountId === actor.accountId;
  const calibrating = source.kind === 'calibration';
  switch (act) {
    case 'take':
      if (!may(actor, 'scoring.score')) return 'NOT_PERMITTED';
      if (ofMe) return 'SCORING_OWN_CALL';
      if (inspector) return 'SCORING_TAKEN';
      return state === 'open' && !calibrating ? null : 'SCORING_STATE';
    case 'write':
      if (!mine || !may(actor, 'scoring.score')) return 'NOT_PERMITTED';
      return unwritten ? null : 'SCORING_STATE';
    case 'assign':
      if (!may(actor, 'scoring.decide')) return 'NOT_PERMITTED';
      return unwritten && !calibrating ? null : 'SCORING_STATE';
    case 'drop':
      // What somebody has picked themselves they may put back.
      if (!may(actor, 'scoring.decide') && !(mine && source.kind === 'hand')) return 'NOT_PERMITTED';
      return unwritten && !calibrating ? null : 'SCORING_STATE';
    case 'confirm':
    case 'appeal':
      if (!ofMe || calibrating) return 'NOT_PERMITTED';
      if (state !== 'submitted') return 'SCORING_STATE';
      return appealUntil !== null && now >= appealUntil ? 'APPEAL_LATE' : null;
    case 'decide':
      if (!may(actor, 'scoring.decide')) return 'NOT_PERMITTED';
      if (state !== 'appealed') return 'SCORING_STATE';
      // Neither who gave the score nor whose call it is.
      return mine || ofMe ? 'APPEAL_OWN_SCORE' : null;
  }
}

/** What this person can do with it now. */
export function scoringActs(scoring: Standing, actor: Actor, now: Instant): ScoringAct[] {
  return scoringActSchema.options.filter((act) => scoringObjection(act, scoring, actor, now) === null);
}

/**
 * A scoring as this person may have it: its inspector whole; its operator once it is handed in; whoever scores or decides
 * without the sheet until then. A calibration's only its own inspector, so that nobody is led by another.
 * @returns null where it is not for them
 */
export function scoringFor(scoring: Scoring, actor: Actor): Scoring | null {
  const { source, agent, inspector } = scoring;
  if (inspector?.accountId === actor.accountId) return scoring;
  if (source.kind === 'calibration') return null;
  if (agent.accountId === actor.accountId) return isHandedIn(scoring) ? scoring : null;
  if (!may(actor, 'scoring.score') && !may(actor, 'scoring.decide')) return null;
  return isHandedIn(scoring) ? scoring : { ...scoring, sheet: EMPTY_SHEET };
}

import type { CallId } from '../ids.ts';
import { addDays } from '../../policy/calendar.ts';
import type { Candidate, Chosen, Criterion, PeriodKind } from './plan.ts';

/**
 * Draws calls by the criteria, one after the other. Chance is only in `rank`, which orders the calls: with the same
 * candidates, criteria and order the same calls come out, so that a draw can be made again by anybody.
 * @param rank a call's place, from a hash of the draw's seed: nobody can steer it
 */
export function chooseCalls(
  candidates: readonly Candidate[],
  criteria: readonly Criterion[],
  rank: (callId: CallId) => string,
): Chosen[] {
  const ranked = candidates
    .map((candidate) => ({ candidate, place: rank(candidate.callId) }))
    .toSorted((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0))
    .map(({ candidate }) => candidate);
  const chosen = new Map<CallId, Chosen>();
  for (const [index, criterion] of criteria.entries()) {
    const left = ranked.filter(({ callId }) => !chosen.has(callId));
    const picked = pick(criterion, left, ranked, (callId) => chosen.has(callId));
    for (const { callId } of picked) chosen.set(callId, { callId, criterion: index });
  }
  return [...chosen.values()];
}

function pick(
  criterion: Criterion,
  left: readonly Candidate[],
  all: readonly Candidate[],
  isChosen: (callId: CallId) => boolean,
): readonly Candidate[] {
  // A caller's word may come weeks after the call: only what it calls for reaches back behind the period.
  const ofPeriod = left.filter(({ inPeriod }) => inPeriod);
  switch (criterion.kind) {
    case 'share': {
      const calls = all.filter(({ inPeriod }) => inPeriod).length;
      return ofPeriod.slice(0, Math.ceil((calls * criterion.percent) / 100 - 1e-9));
    }
    case 'number':
      return ofPeriod.slice(0, criterion.count);
    case 'perAgent':
      return upTo(criterion.count, ofPeriod, all, isChosen);
    case 'newStaff':
      return upTo(
        criterion.count,
        ofPeriod.filter(({ agentDays }) => agentDays < criterion.days),
        all,
        isChosen,
      );
    case 'dissatisfied':
      return left.filter(({ dissatisfied }) => dissatisfied).slice(0, criterion.count);
    case 'long':
      return ofPeriod.filter(({ seconds }) => seconds > criterion.minutes * 60).slice(0, criterion.count);
    case 'outcome':
      return ofPeriod.filter(({ outcomes }) => outcomes.includes(criterion.outcome)).slice(0, criterion.count);
  }
}

/** As many of each operator's calls as are missing to `count`, those that are chosen already included. */
function upTo(
  count: number,
  left: readonly Candidate[],
  all: readonly Candidate[],
  isChosen: (callId: CallId) => boolean,
): Candidate[] {
  const have = new Map<string, number>();
  for (const { agentId, callId } of all) if (isChosen(callId)) have.set(agentId, (have.get(agentId) ?? 0) + 1);
  return left.filter(({ agentId }) => {
    const had = have.get(agentId) ?? 0;
    if (had >= count) return false;
    have.set(agentId, had + 1);
    return true;
  });
}

/** First and last day of a period. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The last period that was over when `today` (YYYY-MM-DD) began. */
export function lastPeriod(every: PeriodKind, today: string): Period {
  if (every === 'day') {
    const day = addDays(today, -1);
    return { from: day, to: day };
  }
  if (every === 'week') {
    const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
    return { from: addDays(monday, -7), to: addDays(monday, -1) };
  }
  const to = addDays(`${today.slice(0, 7)}-01`, -1);
  return { from: `${to.slice(0, 7)}-01`, to };
}

/** The periods since `since` (a day) that are over and come after `drawnTo`, oldest first, at most `most` of the newest. */
export function owedPeriods(
  every: PeriodKind,
  { since, drawnTo, today }: { readonly since: string; readonly drawnTo: string | null; readonly today: string },
  most: number,
): Period[] {
  const owed: Period[] = [];
  for (let period = lastPeriod(every, today); owed.length < most; period = lastPeriod(every, period.from)) {
    if (period.to < since || (drawnTo !== null && period.to <= drawnTo)) break;
    owed.unshift(period);
  }
  return owed;
}

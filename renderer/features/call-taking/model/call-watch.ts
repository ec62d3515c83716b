import type { CallRef, DirectAttempt, Leg, LiveCall, TelephonyView } from '../../../../shared/domain/call.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { attemptOf, legOfDial, outcomeOfLeg, unitLegs, type Dial } from './direct.ts';
import type { DraftEntry } from './draft-state.ts';

/** A live call as an order keeps it. */
export function callRefOf(call: LiveCall): CallRef {
  return {
    source: 'exchange',
    callId: call.callId,
    number: call.callerNumber,
    startedAt: call.ringingAt ?? call.queuedAt,
    answeredAt: call.answeredAt,
    endedAt: call.endedAt,
  };
}

/** True where the operator is in a caller's call now: then it has a draft. A call made from here is about an order there is. */
export function isTaken(call: LiveCall | null): call is LiveCall {
  return call?.direction === 'inbound' && call.answeredAt !== null && call.state !== 'ended';
}

export function isDraftOf(entry: Pick<DraftEntry, 'call'>, call: LiveCall): boolean {
  return entry.call?.source === 'exchange' && entry.call.callId === call.callId;
}

/** What a view of the exchange changes in a draft. */
export interface CallStep {
  /** The call's times, where they moved. */
  readonly call: CallRef | null;
  /** A dialled unit that nobody reached. */
  readonly attempt: DirectAttempt | null;
  /** The dialling that is under way after this. */
  readonly dial: Dial | null;
}

/**
 * Compares one draft with what the exchange says now: its call's times, and how a dialled unit came out. A leg to a
 * unit that was begun elsewhere (from the softphone bar, or before this window was loaded again) is taken up as well.
 * @returns null where nothing changed
 */
export function stepOf(entry: DraftEntry, view: TelephonyView): CallStep | null {
  const { call } = view;
  if (!call || !isDraftOf(entry, call)) return null;
  const now = callRefOf(call);
  const moved = JSON.stringify(now) !== JSON.stringify(entry.call);
  const before = entry.view.dial;
  const dial = before ?? adoptedDial(entry, call);
  const leg = dial && legOfDial(dial, call);
  const outcome = leg && outcomeOfLeg(leg);
  const attempt = dial && leg && outcome ? attemptOf(dial, leg, outcome, view.at) : null;
  const after = attempt ? null : dial;
  return moved || attempt || after !== before ? { call: moved ? now : null, attempt, dial: after } : null;
}

/**
 * What must still be recorded when a request becomes a work order while a unit is on the line or ringing: it has been
 * tried, and it did not answer the question.
 */
export function unfinishedAttempt(entry: DraftEntry, call: LiveCall | null, now: Instant): DirectAttempt | null {
  const { dial } = entry.view;
  const leg = dial && legOfDial(dial, call);
  if (!dial || !leg) return null;
  return attemptOf(dial, leg, leg.answeredAt === null ? (outcomeOfLeg(leg) ?? 'noAnswer') : 'notSolved', now);
}

function adoptedDial(entry: DraftEntry, call: LiveCall): Dial | null {
  const recorded = (leg: Leg): boolean =>
    entry.form.directAttempts.some((attempt) => attempt.startedAt === leg.startedAt);
  const legs = unitLegs(call);
  const leg = legs.findLast((candidate) => candidate.unitId !== null && !recorded(candidate));
  if (!leg?.unitId) return null;
  return {
    unitId: leg.unitId,
    contactName: leg.label.slice(0, 40),
    phone: leg.number,
    startedAt: leg.startedAt,
    earlierLegs: legs.filter(({ legId }) => legId !== leg.legId).map(({ legId }) => legId),
    byHand: false,
  };
}

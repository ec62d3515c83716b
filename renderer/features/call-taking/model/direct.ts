import type { DirectAttempt, DirectOutcome, Leg, LegCause, LiveCall } from '../../../../shared/domain/call.ts';
import type { UnitId } from '../../../../shared/domain/ids.ts';
import type { Contact } from '../../../../shared/domain/unit.ts';
import type { Instant } from '../../../../shared/instant.ts';

/** A call to a unit that is under way, by the exchange or by hand on a telephone. */
export interface Dial {
  readonly unitId: UnitId;
  readonly contactName: string;
  readonly phone: string;
  readonly startedAt: Instant;
  /** Unit legs the call already had when dialling began: they belong to earlier attempts. */
  readonly earlierLegs: readonly string[];
  /** The exchange could not be asked: the operator dials on the telephone and says what came of it. */
  readonly byHand: boolean;
}

/** @param call the running call, null where the exchange cannot be asked */
export function startDial(unitId: UnitId, contact: Contact, call: LiveCall | null, startedAt: Instant): Dial {
  return {
    unitId,
    contactName: contact.name,
    phone: contact.phone,
    startedAt,
    earlierLegs: unitLegs(call).map(({ legId }) => legId),
    byHand: call === null,
  };
}

/** The leg this dialling made, once the exchange shows it. */
export function legOfDial(dial: Dial, call: LiveCall | null): Leg | null {
  if (dial.byHand) return null;
  return unitLegs(call).findLast(({ legId }) => !dial.earlierLegs.includes(legId)) ?? null;
}

/** How far a dialling has come. `over`: the leg is gone; whether the unit answered the question only the operator knows. */
export type DialProgress = 'dialing' | 'ringing' | 'talking' | 'held' | 'conference' | 'over' | 'failed' | 'byHand';

export function progressOf(dial: Dial, call: LiveCall | null): DialProgress {
  if (dial.byHand) return 'byHand';
  const leg = legOfDial(dial, call);
  if (!leg) return 'dialing';
  switch (leg.state) {
    case 'dialing':
    case 'ringing':
      return leg.state;
    case 'talking':
      return call?.state === 'conference' ? 'conference' : 'talking';
    case 'held':
      return 'held';
    case 'left':
    case 'failed':
      return leg.answeredAt === null ? 'failed' : 'over';
  }
}

const OUTCOME_OF_CAUSE: Readonly<Record<LegCause, DirectOutcome>> = {
  busy: 'busy',
  noAnswer: 'noAnswer',
  declined: 'declined',
  badNumber: 'badNumber',
  // The leg ended before anyone lifted the receiver: to the record that is 未接.
  hungUp: 'noAnswer',
  abandoned: 'noAnswer',
  linkLost: 'noAnswer',
};

/** What the exchange itself can say of a leg; null while it runs, and where the unit answered: then the operator says. */
export function outcomeOfLeg(leg: Leg): DirectOutcome | null {
  if (leg.answeredAt !== null) return null;
  if (leg.state !== 'failed' && leg.state !== 'left') return null;
  return OUTCOME_OF_CAUSE[leg.cause ?? 'noAnswer'];
}

/**
 * The attempt as it is kept on the order. The exchange's own times stand where it has them.
 * @param now for what has not ended yet, by the clock of whoever says the outcome
 */
export function attemptOf(dial: Dial, leg: Leg | null, outcome: DirectOutcome, now: Instant): DirectAttempt {
  return {
    unitId: dial.unitId,
    contactName: dial.contactName,
    phone: dial.phone,
    startedAt: leg?.startedAt ?? dial.startedAt,
    answeredAt: leg?.answeredAt ?? null,
    endedAt: leg?.endedAt ?? now,
    outcome,
  };
}

/**
 * What the primary key does next in a 直办: ring the unit, wait for it, bring caller and unit together, close with the
 * unit's answer, or, where the last attempt came to nothing, make it a 转办 with everything carried over.
 */
export type DirectStep = 'call' | 'wait' | 'join' | 'close' | 'forward';

/** @param progress of the dialling under way, null where none is */
export function nextStep(progress: DialProgress | null, attempts: readonly DirectAttempt[]): DirectStep {
  switch (progress) {
    case 'dialing':
    case 'ringing':
      return 'wait';
    case 'talking':
    case 'held':
      return 'join';
    case 'conference':
    case 'over':
    case 'byHand':
      return 'close';
    case 'failed':
    case null: {
      const last = attempts.at(-1);
      if (!last) return 'call';
      return last.outcome === 'answered' ? 'close' : 'forward';
    }
  }
}

/** The legs a call has, or had, to units. */
export function unitLegs(call: LiveCall | null): readonly Leg[] {
  return call?.legs.filter(({ party }) => party === 'unit') ?? [];
}

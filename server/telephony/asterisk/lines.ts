import type { LegCause } from '../../../shared/domain/call.ts';
import { FailureError } from '../../../shared/failure.ts';
import type { Instant } from '../../../shared/instant.ts';
import * as law from '../call-model.ts';
import type { CallChange, ExchangeCall, ExchangeLeg } from '../port.ts';
import type { Floor } from './floor.ts';
import { causeOf, wasHungUp } from './messages.ts';
import { ringOutside } from './originate.ts';
import { bridgeId, firstChannel, legOf, type Session } from './session.ts';

/** What becomes of a call when one of its lines rings, is answered or goes down. Within a step of the session only. */

interface Happening {
  readonly next: ExchangeCall;
  readonly what: CallChange;
}

function legAt(session: Session, channelId: string): ExchangeLeg | undefined {
  const legId = legOf(session, channelId);
  return session.call.legs.find((leg) => leg.legId === legId);
}

export async function lineRings(floor: Floor, session: Session, channelId: string, at: Instant): Promise<void> {
  const leg = legAt(session, channelId);
  if (leg?.state !== 'dialing') return;
  const { call } = session;
  if (leg.party === 'unit') await floor.commit(session, law.unitRinging(call), 'partyRinging', at);
  else if (leg.party === 'caller') await floor.commit(session, law.calleeRinging(call), 'partyRinging', at);
}

export async function lineUp(floor: Floor, session: Session, channelId: string, at: Instant): Promise<void> {
  const leg = legAt(session, channelId);
  if (!leg || leg.answeredAt !== null) return;
  const { call } = session;
  const happened = answeredLine(call, leg, at);
  const cut = session.saying;
  if (happened) await floor.commit(session, happened.next, happened.what, at);
  // Nobody's answer waits for the notice to end; whoever was interrupted hears it over the talk, and so does the operator.
  if (cut?.owed && session.saying === null)
    await floor.quiet('POST', `bridges/${bridgeId(session.callId, 'main')}/play?${cut.media}`);
}

function answeredLine(call: ExchangeCall, leg: ExchangeLeg, at: Instant): Happening | null {
  if (leg.party === 'unit') return { next: law.unitAnswered(call, at), what: 'partyJoined' };
  if (leg.party === 'caller') return { next: law.calleeAnswered(call, at), what: 'partyJoined' };
  return leg.agent ? { next: law.answered(call, leg.agent, at), what: 'answered' } : null;
}

/**
 * A line has gone down by itself.
 * @param cause Q.850
 * @param heard false: it went while nobody listened, and when is not known
 */
export async function lineGone(
  floor: Floor,
  session: Session,
  channelId: string,
  end: { readonly cause: number; readonly at: Instant; readonly heard: boolean },
): Promise<void> {
  const leg = legAt(session, channelId);
  if (!leg || leg.state === 'left' || leg.state === 'failed') return;
  // Nothing can be done on it any more, and nothing has to be taken down.
  session.channels.delete(leg.legId);
  session.placed.delete(channelId);
  if (session.mutedChannel === channelId) session.mutedChannel = null;
  const happened = lostLine(session.call, leg, end.cause, end.at);
  const next = end.heard ? happened.next : unknownEnd(happened.next, leg.legId);
  await floor.commit(session, next, happened.what, end.at);
}

/**
 * The dialplan has the caller's line again: it lives on outside, and for us its call is over.
 * @param heard false: it was taken while nobody listened, and when is not known
 */
export async function lineTaken(
  floor: Floor,
  session: Session,
  channelId: string,
  end: { readonly at: Instant; readonly heard: boolean },
): Promise<void> {
  const leg = legAt(session, channelId);
  if (leg?.party !== 'caller') return;
  session.channels.delete(leg.legId);
  session.placed.delete(channelId);
  floor.owners.delete(channelId);
  const over = law.takenAway(session.call, end.at);
  await floor.commit(session, end.heard ? over : unknownEnd(over, leg.legId), 'ended', end.at);
}

function lostLine(call: ExchangeCall, leg: ExchangeLeg, q850: number, at: Instant): Happening {
  const cause = causeOf(q850);
  if (leg.party === 'agent') return lostAgent(call, leg, q850, at);
  if (leg.party === 'unit') {
    if (leg.answeredAt !== null) return { next: law.unitHungUp(call, at), what: 'partyLeft' };
    const next = law.unitFailed(call, cause, at);
    return { next, what: next.state === 'queued' ? 'requeued' : 'partyFailed' };
  }
  if (call.direction === 'outbound' && leg.answeredAt === null)
    return { next: law.calleeFailed(call, cause, at), what: 'ended' };
  return { next: law.callerHungUp(call, at), what: 'partyLeft' };
}

function lostAgent(call: ExchangeCall, { agent }: ExchangeLeg, q850: number, at: Instant): Happening {
  if (!agent) return { next: law.agentLost(call, at), what: 'requeued' };
  if (call.state === 'ringing') {
    const cause: LegCause = causeOf(q850) === 'declined' || q850 === 17 ? 'declined' : 'noAnswer';
    return { next: law.ringEnded(call, agent, cause, at), what: 'ringEnded' };
  }
  // A receiver put down among three leaves the two others; put down while the caller waits, it must not drop them.
  if (call.state === 'conference') return { next: law.conferenceLeft(call, agent, at), what: 'partyLeft' };
  if (wasHungUp(q850) && call.state === 'talking') return { next: law.agentHungUp(call, agent, at), what: 'ended' };
  const next = law.agentLost(call, at);
  return { next, what: 'requeued' };
}

function unknownEnd(call: ExchangeCall, legId: string): ExchangeCall {
  const without = law.withoutEnd(call, legId);
  if (without.state !== 'ended') return without;
  // Those who were taken down with it went at the same unknown time.
  const legs = without.legs.map((leg): ExchangeLeg => (leg.endedAt === call.endedAt ? { ...leg, endedAt: null } : leg));
  return { ...without, legs, endedAt: null };
}

/** Rings the leg's number outside. @param leg as the call has it already, dialling */
export async function dialLeg(floor: Floor, session: Session, party: 'unit' | 'caller', number: string): Promise<void> {
  const leg = law.liveLeg(session.call, party);
  if (!leg) return;
  const channelId = firstChannel(leg.legId);
  floor.assign(session, leg.legId, channelId);
  if (await ringOutside(floor, channelId, number)) return;
  // Told like every other line that comes to nothing, after whoever asked has been told that it is being dialled.
  void session
    .run(() => lineGone(floor, session, channelId, { cause: UNAVAILABLE, at: floor.now(), heard: true }))
    .catch((error: unknown) => lateFailure(floor, error));
}

const UNAVAILABLE = 19;

/** For what nobody waits on: a call that has changed meanwhile refuses, and that is the end of it. */
export function lateFailure(floor: Floor, error: unknown): void {
  if (error instanceof FailureError) return;
  floor.log.warn({ err: error }, 'exchange: a step was not taken');
}

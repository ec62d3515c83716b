import { liveLeg } from '../call-model.ts';
import type { ExchangeCall } from '../port.ts';
import { guard, isWaiting } from './guard.ts';
import type { Method } from './link.ts';
import { bridgeId, type Session } from './session.ts';
import { topology, type Place } from './topology.ts';

/** Says it to the exchange and takes a line that has gone meanwhile for what it is: its end is told on its own. */
export type Say = (method: Method, uri: string) => Promise<void>;

const NOWHERE: Place = { bridge: null, hears: null };
const PLAYED = { music: 'moh', silence: 'silence', ringing: 'ring' } as const;
/** 强拆: the lines are told that the call was taken down. */
const REFUSED = 21;

/**
 * Brings the exchange to the call as it is to be: bridges, who stands in which, what each line hears, whose line goes.
 * Everything is said at once, in the order in which it must happen; the socket keeps the order.
 */
export async function settle(say: Say, session: Session, call: ExchangeCall): Promise<void> {
  const wanted = topology(call);
  const said: Promise<void>[] = [];
  const tell = (method: Method, uri: string): void => void said.push(say(method, uri));

  if (session.saying && !isWaiting(call)) {
    tell('DELETE', `playbacks/${session.saying.playbackId}`);
    session.saying = null;
  }
  guard(tell, session, call);
  if (call.state === 'ended' && session.take) tell('POST', `recordings/live/${session.take.recordingId}/stop`);
  for (const bridge of ['main', 'side'] as const) {
    const used = [...wanted.values()].some((place) => place.bridge === bridge);
    if (!used || session.bridges.has(bridge)) continue;
    session.bridges.add(bridge);
    tell('POST', `bridges?type=mixing&name=hotline&bridgeId=${bridgeId(session.callId, bridge)}`);
  }
  const moves = [...wanted].flatMap(([legId, place]) => {
    const channel = session.channels.get(legId);
    return channel === undefined ? [] : [{ channel, place, before: session.placed.get(channel) ?? NOWHERE }];
  });
  for (const { channel, place, before } of moves)
    if (before.hears && before.hears !== place.hears) tell('DELETE', `channels/${channel}/${PLAYED[before.hears]}`);
  // Into the main bridge first, out of it last: it must never be empty.
  for (const bridge of ['main', 'side'] as const)
    for (const { channel, place, before } of moves)
      if (place.bridge === bridge && before.bridge !== bridge)
        tell('POST', `bridges/${bridgeId(session.callId, bridge)}/addChannel?channel=${channel}`);
  for (const { channel, place, before } of moves)
    if (place.bridge === null && before.bridge !== null)
      tell('POST', `bridges/${bridgeId(session.callId, before.bridge)}/removeChannel?channel=${channel}`);
  for (const { channel, place, before } of moves) {
    if (place.hears && before.hears !== place.hears) tell('POST', `channels/${channel}/${PLAYED[place.hears]}`);
    session.placed.set(channel, place);
  }
  mute(tell, session, call);
  dropLines(tell, session, call);
  dropBridges(tell, session, wanted, call);
  await Promise.all(said);
}

function mute(tell: (method: Method, uri: string) => void, session: Session, call: ExchangeCall): void {
  const agent = liveLeg(call, 'agent');
  const wanted = call.muted && agent ? (session.channels.get(agent.legId) ?? null) : null;
  if (wanted === session.mutedChannel) return;
  if (session.mutedChannel) tell('DELETE', `channels/${session.mutedChannel}/mute?direction=in`);
  if (wanted) tell('POST', `channels/${wanted}/mute?direction=in`);
  session.mutedChannel = wanted;
}

/** Lines of parties who have left. */
function dropLines(tell: (method: Method, uri: string) => void, session: Session, call: ExchangeCall): void {
  for (const leg of call.legs) {
    if (leg.state !== 'left' && leg.state !== 'failed') continue;
    const channel = session.channels.get(leg.legId);
    if (channel === undefined) continue;
    const forced = call.state === 'ended' && (call.endedBy === 'exchange' || call.endedBy === 'supervisor');
    tell('DELETE', `channels/${channel}?reason_code=${forced ? REFUSED : 16}`);
    session.channels.delete(leg.legId);
    session.placed.delete(channel);
    if (session.mutedChannel === channel) session.mutedChannel = null;
  }
}

function dropBridges(
  tell: (method: Method, uri: string) => void,
  session: Session,
  wanted: ReadonlyMap<string, Place>,
  call: ExchangeCall,
): void {
  for (const bridge of session.bridges) {
    const used = [...wanted.values()].some((place) => place.bridge === bridge);
    // The main bridge stays with the call: its recording goes with it.
    if (used || (bridge === 'main' && call.state !== 'ended')) continue;
    session.bridges.delete(bridge);
    tell('DELETE', `bridges/${bridgeId(session.callId, bridge)}`);
  }
}

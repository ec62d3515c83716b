import { callIdSchema, type AccountId, type CallId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/instant.ts';
import * as law from '../call-model.ts';
import type { DeviceState } from '../port.ts';
import type { Floor } from './floor.ts';
import { lateFailure, lineGone, lineRings, lineTaken, lineUp } from './lines.ts';
import type { AriChannel, AriEvent } from './messages.ts';
import { connectAgent } from './originate.ts';
import { endpointOf } from './phones.ts';
import { recordingEnded } from './recordings.ts';
import { legOf, type Session } from './session.ts';

/** Takes in what the exchange says, each call's news in its own order. */
export function takeEvent(floor: Floor, event: AriEvent): void {
  switch (event.type) {
    case 'StasisStart':
      return started(floor, event.channel, event.args, event.timestamp);
    case 'ChannelStateChange':
      if (event.channel.state === 'Ringing')
        ofLine(floor, event.channel.id, (session) => lineRings(floor, session, event.channel.id, event.timestamp));
      return;
    case 'ChannelDestroyed':
      return destroyed(floor, event.channel.id, event.cause, event.timestamp);
    case 'StasisEnd':
      return void leftUs(floor, event.channel, event.timestamp);
    case 'PlaybackFinished':
      return playbackFinished(floor, event.playback.target_uri.replace(/^channel:/, ''), event.playback.id);
    case 'RecordingFinished':
    case 'RecordingFailed':
      return void recordingEnded(floor, event.recording.name, event.timestamp).catch((error: unknown) =>
        lateFailure(floor, error),
      );
    case 'PeerStatusChange':
      if (event.endpoint.technology === 'PJSIP')
        deviceGoes(
          floor,
          event.endpoint.resource,
          event.endpoint.state === 'online' ? 'online' : 'offline',
          event.timestamp,
        );
      return;
    case 'ApplicationReplaced':
      return;
  }
}

function ofLine(floor: Floor, channelId: string, step: (session: Session) => Promise<void>): void {
  const callId = floor.owners.get(channelId);
  const session = callId === undefined ? undefined : floor.sessions.get(callId);
  if (!session) return;
  session.run(() => step(session)).catch((error: unknown) => lateFailure(floor, error));
}

function started(floor: Floor, channel: AriChannel, args: readonly string[], at: Instant): void {
  const waiter = floor.waiters.get(channel.id);
  if (waiter) return waiter.answered();
  if (args[0] === 'inbound') return takeCaller(floor, channel, args[1] ?? '', args[2] ?? '');
  if (args[0] !== 'leg') return;
  if (floor.owners.has(channel.id)) ofLine(floor, channel.id, (session) => lineUp(floor, session, channel.id, at));
  // Answered for a call that has gone meanwhile.
  else void floor.quiet('DELETE', `channels/${channel.id}`).catch((error: unknown) => lateFailure(floor, error));
}

/**
 * A caller has been handed over to us.
 * @param round counts how often the same line came back from the dialplan: each time it is another call
 */
export function takeCaller(floor: Floor, channel: AriChannel, dialled: string, round: string): void {
  const callId = callIdOf(channel.id, round);
  if (floor.sessions.has(callId)) return;
  // They have waited since they rang, also where somebody else served the line first.
  const waiting = law.incoming(callId, channel.caller.number, dialled, channel.creationtime);
  const session = floor.open(waiting);
  const [leg] = waiting.legs;
  if (leg) floor.assign(session, leg.legId, channel.id);
  const step = async (): Promise<void> => {
    void floor.quiet('POST', `channels/${channel.id}/answer`).catch(() => undefined);
    await floor.commit(session, waiting, 'queued', channel.creationtime);
  };
  session.run(step).catch((error: unknown) => lateFailure(floor, error));
}

export function callIdOf(channelId: string, round: string): CallId {
  return callIdSchema.parse(round ? `${channelId}r${round}` : channelId);
}

function destroyed(floor: Floor, channelId: string, cause: number, at: Instant): void {
  floor.leaving.delete(channelId);
  const waiter = floor.waiters.get(channelId);
  if (waiter) return waiter.failed(cause);
  ofLine(floor, channelId, async (session) => {
    if (legOf(session, channelId) !== null) return lineGone(floor, session, channelId, { cause, at, heard: true });
    await monitorGone(floor, session, channelId, at);
  });
  floor.owners.delete(channelId);
}

async function monitorGone(floor: Floor, session: Session, channelId: string, at: Instant): Promise<void> {
  for (const [supervisor, line] of session.monitors) {
    if (line.channelId !== channelId) continue;
    await floor.commit(session, law.monitorStopped(session.call, supervisor), 'monitor', at);
  }
}

/** A line that lives on outside: the dialplan has taken it back. For us its call is over. */
async function leftUs(floor: Floor, channel: AriChannel, at: Instant): Promise<void> {
  // A line that is being hung up says this as well, and says first that it ends.
  if (!(await stillThere(floor, channel.id))) return;
  ofLine(floor, channel.id, (session) => lineTaken(floor, session, channel.id, { at, heard: true }));
}

async function stillThere(floor: Floor, channelId: string): Promise<boolean> {
  try {
    await floor.link.request('GET', `channels/${channelId}`);
    return true;
  } catch {
    return false;
  }
}

/** After a word to somebody in the queue the music begins again; after the last word the line closes. */
function playbackFinished(floor: Floor, channelId: string, playbackId: string): void {
  if (floor.leaving.delete(channelId))
    return void floor.quiet('DELETE', `channels/${channelId}`).catch((error: unknown) => lateFailure(floor, error));
  ofLine(floor, channelId, async (session) => {
    if (session.saying?.playbackId === playbackId) session.saying = null;
    const place = session.placed.get(channelId);
    if (place?.hears === 'music') await floor.quiet('POST', `channels/${channelId}/moh`);
  });
}

function deviceGoes(floor: Floor, endpoint: string, state: DeviceState, at: Instant): void {
  if (floor.devices.get(endpoint) === state) return;
  floor.devices.set(endpoint, state);
  for (const [agent, { device }] of floor.agents) {
    if (endpointOf(agent, device) !== endpoint) continue;
    floor.emit({ type: 'device', at, agent, state });
    if (state === 'offline') noteVanished(floor, agent);
    else ringAgain(floor, agent);
  }
}

function noteVanished(floor: Floor, agent: AccountId): void {
  for (const { call } of floor.sessions.values())
    if (call.agent === agent && law.liveLeg(call, 'agent')?.answeredAt) floor.vanished.add(agent);
}

/**
 * A page that was loaded again mid-call is there without its call, while the exchange still has the old line: it is
 * rung once more and takes the old one's place. A page that still has the call refuses, and all stays as it is.
 */
function ringAgain(floor: Floor, agent: AccountId): void {
  if (!floor.vanished.delete(agent)) return;
  for (const session of floor.sessions.values()) {
    if (session.call.agent === agent)
      void swapLine(floor, session, agent).catch((error: unknown) => lateFailure(floor, error));
  }
}

let swaps = 0;

async function swapLine(floor: Floor, session: Session, agent: AccountId): Promise<void> {
  const leg = law.liveLeg(session.call, 'agent');
  if (leg?.answeredAt === null || leg?.agent !== agent) return;
  swaps += 1;
  const channelId = `${session.callId}-again${swaps}`;
  const number = session.call.callerNumber;
  await connectAgent(floor, { channelId, callId: session.callId, agent, purpose: 'again', number });
  await session.run(async () => {
    const old = session.channels.get(leg.legId);
    if (law.liveLeg(session.call, 'agent')?.legId !== leg.legId) return floor.quiet('DELETE', `channels/${channelId}`);
    floor.assign(session, leg.legId, channelId);
    if (old !== undefined) floor.owners.delete(old);
    await floor.commit(session, session.call, 'partyJoined', floor.now());
    if (old !== undefined) await floor.quiet('DELETE', `channels/${old}`);
  });
}

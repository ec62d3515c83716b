import { randomBytes } from 'node:crypto';
import { callIdSchema, type AccountId, type CallId } from '../../../shared/domain/ids.ts';
import { fail, failure, FailureError, type FailureCode } from '../../../shared/failure.ts';
import * as law from '../call-model.ts';
import type { CallChange, ExchangeCall, ExchangeEvent, TelephonyPort } from '../port.ts';
import { announce, missingFrom, refuse } from './announcements.ts';
import { takeEvent } from './events.ts';
import { createFloor, type Floor } from './floor.ts';
import { renewGuards } from './guard.ts';
import { createLink, type AriSettings, type LinkLog } from './link.ts';
import { dialLeg } from './lines.ts';
import { createMemory } from './memory.ts';
import { msOfTimestamp } from './messages.ts';
import { arrival, connectAgent, ringAgent } from './originate.ts';
import { createPhones, endpointOf } from './phones.ts';
import { joinAs } from './monitors.ts';
import { rebuild } from './rebuild.ts';
import { dropRecording, fetchRecording, recordingName } from './recordings.ts';
import { bridgeId, firstChannel, type Session } from './session.ts';

export interface AsteriskOptions extends AriSettings {
  /** Where pages register as phones, `wss://…/ws`; null: desk phones only. */
  readonly phoneUrl: string | null;
  /** How a number outside is rung. */
  readonly line?: string;
  /** The address at which the exchange offers sound to pages, where it is not the one it takes itself. */
  readonly mediaAddress?: string | null;
  readonly log: LinkLog;
}

const PAGE_ANSWER_MS = 5000;

/** An Asterisk behind the port: its laws are the call model's, its state is the exchange's own. */
export function createAsteriskExchange(options: AsteriskOptions): TelephonyPort {
  const { log, phoneUrl, app } = options;
  const listeners = new Set<(event: ExchangeEvent) => void>();
  let startup: string | null = null;
  let rebuilding: Promise<void> = Promise.resolve();
  let dialled = 0;

  const link = createLink({
    ...options,
    onUp: (startedAt) => comeUp(startedAt),
    onDown: () => {
      for (const waiter of floor.waiters.values()) waiter.failed(0);
      if (!floor.up) return;
      floor.up = false;
      floor.emit({ type: 'link', state: 'down', at: floor.now() });
    },
    onEvent: (event) => {
      // What comes while the state is being rebuilt happens after it.
      rebuilding = rebuilding.then(
        () => takeEvent(floor, event),
        () => undefined,
      );
    },
  });
  const memory = createMemory(link);
  const phones = createPhones(link, phoneUrl, { media: options.mediaAddress ?? null });
  const floor: Floor = createFloor({
    link,
    memory,
    phones,
    log,
    app,
    line: options.line ?? 'PJSIP/{number}@line',
    nowMs: () => Date.now(),
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
  });

  const stopGuards = renewGuards(floor);

  function comeUp(startedAt: string): Promise<void> {
    if (startup !== null && startup !== startedAt) phones.restarted();
    startup = startedAt;
    floor.startedMs = msOfTimestamp(startedAt);
    rebuilding = rebuild(floor);
    return rebuilding;
  }

  /** A command on a call: refused or done, never half told. */
  async function change(
    callId: CallId,
    what: CallChange,
    decide: (call: ExchangeCall) => ExchangeCall,
    then?: (session: Session) => Promise<void>,
  ): Promise<void> {
    requireLink();
    const session = floor.find(callId);
    return session.run(async () => {
      await floor.commit(session, decide(session.call), what, floor.now());
      await then?.(session);
    });
  }

  function requireLink(): void {
    floor.requireUp();
  }

  async function ring(callId: CallId, agent: AccountId, timeoutMs: number): Promise<void> {
    requireLink();
    const session = floor.find(callId);
    await session.run(async () => {
      floor.requireFree(agent);
      const at = floor.now();
      const next = law.ringing(session.call, agent, at);
      const leg = law.liveLeg(next, 'agent') ?? fail('CALL_STATE');
      const channelId = firstChannel(leg.legId);
      const number = next.callerNumber;
      const seconds = Math.max(1, Math.ceil(timeoutMs / 1000));
      // Before it is rung: a phone may refuse faster than the exchange answers us.
      floor.assign(session, leg.legId, channelId);
      try {
        await ringAgent(floor, { channelId, callId, agent, purpose: 'ring', seconds, number });
      } catch (error) {
        session.channels.delete(leg.legId);
        floor.owners.delete(channelId);
        throw error;
      }
      await floor.commit(session, next, 'ringing', at);
    });
  }

  async function answer(callId: CallId, agent: AccountId): Promise<void> {
    requireLink();
    const session = floor.find(callId);
    const { call } = session;
    const leg = law.liveLeg(call, 'agent');
    if (call.agent !== agent || !leg) fail('CALL_STATE');
    if (leg.answeredAt !== null) {
      if (call.state === 'ringing') return;
      fail('CALL_STATE');
    }
    const untilUp = untilAnswered(callId, agent);
    if (floor.agents.get(agent)?.device.kind === 'desk')
      await session.run(() => liftReceiver(session, agent, leg.legId));
    await untilUp;
  }

  /** A desk phone cannot be told to answer; one that is rung anew with that wish answers by itself. */
  async function liftReceiver(session: Session, agent: AccountId, legId: string): Promise<void> {
    const ringing = session.channels.get(legId);
    if (session.call.state !== 'ringing' || ringing === undefined) return;
    const channelId = `${ringing}-again0`;
    floor.owners.delete(ringing);
    floor.assign(session, legId, channelId);
    await floor.quiet('DELETE', `channels/${ringing}`);
    const number = session.call.callerNumber;
    await ringAgent(floor, { channelId, callId: session.callId, agent, purpose: 'again', number });
  }

  function untilAnswered(callId: CallId, agent: AccountId): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (code: FailureCode | null): void => {
        clearTimeout(timer);
        listeners.delete(listen);
        if (code === null) resolve();
        else reject(new FailureError(failure(code)));
      };
      const listen = (event: ExchangeEvent): void => {
        if (event.type !== 'call' || event.call.callId !== callId) return;
        if (event.what !== 'answered' && event.call.state === 'ringing') return;
        if (event.what === 'answered' && event.call.agent === agent) end(null);
        else end(event.call.state === 'ended' ? 'CALL_GONE' : 'CALL_STATE');
      };
      const timer = setTimeout(() => end('PHONE_OFFLINE'), PAGE_ANSWER_MS);
      listeners.add(listen);
    });
  }

  async function dial(agent: AccountId, target: Parameters<TelephonyPort['dial']>[1]): Promise<void> {
    requireLink();
    floor.requireFree(agent);
    dialled += 1;
    const callId = callIdSchema.parse(`out${Date.now().toString(36)}${randomBytes(3).toString('hex')}-${dialled}`);
    const channelId = `${callId}-1`;
    await connectAgent(floor, { channelId, callId, agent, purpose: 'dial', number: target.number });
    const at = floor.now();
    const call = law.outgoing(callId, agent, target, at);
    const session = floor.open(call);
    const own = law.liveLeg(call, 'agent');
    if (own) floor.assign(session, own.legId, channelId);
    await session.run(async () => {
      await floor.commit(session, call, 'partyDialing', at);
      await dialLeg(floor, session, 'caller', target.number);
    });
  }

  const ear = {
    say: floor.quiet,
    app,
    arrives: (channelId: string) => arrival(floor, channelId),
  };

  async function monitor(...[callId, supervisor, mode]: Parameters<TelephonyPort['monitor']>): Promise<void> {
    requireLink();
    const session = floor.find(callId);
    law.monitored(session.call, supervisor, mode);
    const channelId = await supervisorLine(session, supervisor, 'monitor');
    await session.run(async () => {
      let next: ExchangeCall;
      try {
        next = law.monitored(session.call, supervisor, mode);
      } catch (error) {
        await floor.quiet('DELETE', `channels/${channelId}`);
        throw error;
      }
      floor.owners.set(channelId, callId);
      await joinAs(ear, session, { supervisor, channelId, mode });
      await floor.commit(session, next, 'monitor', floor.now());
    });
  }

  /** The line by which a supervisor is in the call already, or a new one. */
  async function supervisorLine(session: Session, supervisor: AccountId, purpose: 'monitor' | 'takeOver') {
    const current = session.monitors.get(supervisor);
    if (current) return current.channelId;
    floor.requireFree(supervisor);
    dialled += 1;
    const channelId = `${session.callId}-m${dialled}`;
    const number = session.call.callerNumber;
    await connectAgent(floor, { channelId, callId: session.callId, agent: supervisor, purpose, number });
    return channelId;
  }

  async function takeOver(callId: CallId, supervisor: AccountId): Promise<void> {
    requireLink();
    const session = floor.find(callId);
    law.takenOver(session.call, supervisor, floor.now());
    const channelId = await supervisorLine(session, supervisor, 'takeOver');
    await session.run(async () => {
      const at = floor.now();
      const next = law.takenOver(session.call, supervisor, at);
      const leg = law.liveLeg(next, 'agent') ?? fail('CALL_STATE');
      floor.assign(session, leg.legId, channelId);
      session.placed.set(channelId, { bridge: null, hears: null });
      await floor.commit(session, next, 'partyJoined', at);
    });
  }

  async function sendDtmf(callId: CallId, agent: AccountId, digits: string): Promise<void> {
    requireLink();
    const session = floor.find(callId);
    await session.run(async () => {
      law.dialable(session.call, agent);
      const unit = law.liveLeg(session.call, 'unit');
      const heard = unit?.state === 'talking' ? unit : law.liveLeg(session.call, 'caller');
      const channel = heard && session.channels.get(heard.legId);
      if (channel !== undefined)
        await floor.quiet('POST', `channels/${channel}/dtmf?dtmf=${encodeURIComponent(digits)}`);
    });
  }

  async function record(callId: CallId): Promise<void> {
    requireLink();
    const session = floor.find(callId);
    await session.run(async () => {
      const next = law.recordingStarted(session.call);
      const startedMs = floor.nowMs();
      const recordingId = recordingName(callId, startedMs);
      const query = `name=${recordingId}&format=wav&ifExists=fail&beep=false`;
      await link.request('POST', `bridges/${bridgeId(callId, 'main')}/record?${query}`);
      session.take = { recordingId, startedMs };
      await floor.commit(session, next, 'recording', floor.now());
    });
  }

  function silenced(callId: CallId, decide: (call: ExchangeCall) => ExchangeCall, method: 'POST' | 'DELETE') {
    return change(callId, 'recording', decide, async (session) => {
      // Muted and not paused: what was said in between is silence, and every place in time stays where it was.
      if (session.take) await floor.quiet(method, `recordings/live/${session.take.recordingId}/mute`);
    });
  }

  return {
    capabilities: {
      acd: 'service',
      monitor: ['listen', 'whisper', 'barge'],
      takeOver: true,
      recording: true,
      devices: phoneUrl === null ? ['desk'] : ['page', 'desk'],
    },
    phoneUrl,
    nowMs: floor.nowMs,
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    connect: () => link.start(),
    async close() {
      stopGuards();
      await link.stop();
      listeners.clear();
    },

    async signIn(agent, device = null) {
      requireLink();
      const before = floor.agents.get(agent);
      const kept = before ?? { state: { state: 'busy' }, device: { kind: 'page' } };
      const next = { ...kept, device: device ?? kept.device };
      floor.agents.set(agent, next);
      await memory.keepAgent(agent, next);
      const state = floor.phoneAt(endpointOf(agent, next.device));
      if (state !== null) floor.emit({ type: 'device', at: floor.now(), agent, state });
    },
    async signOut(agent) {
      requireLink();
      if (!floor.agents.has(agent)) return;
      floor.requireFree(agent);
      floor.agents.delete(agent);
      // The page stays a phone: whoever has signed out may listen in, or sign in again. It ends with its credentials.
      await memory.forgetAgent(agent);
    },
    async setAgentState(agent, state) {
      requireLink();
      const kept = { ...(floor.agents.get(agent) ?? fail('CALL_STATE')), state };
      floor.agents.set(agent, kept);
      await memory.keepAgent(agent, kept);
    },
    async phoneAccess(agent) {
      requireLink();
      return phones.access(agent, floor.nowMs());
    },

    announce: (callId, announcement) => announce(floor, callId, announcement),
    missingAnnouncements: (names) => missingFrom(floor, names),
    refuse: (callId, reason) => refuse(floor, callId, reason),
    ring,
    dial,
    answer,
    reject: (callId, agent) =>
      change(callId, 'ringEnded', (call) => law.ringEnded(call, agent, 'declined', floor.now())),
    hangUp: (callId, agent) => change(callId, 'ended', (call) => law.agentHungUp(call, agent, floor.now())),
    hold: (callId, agent) => change(callId, 'held', (call) => law.held(call, agent)),
    retrieve: (callId, agent) => change(callId, 'retrieved', (call) => law.retrieved(call, agent)),
    mute: (callId, agent) => change(callId, 'muted', (call) => law.muted(call, agent, true)),
    unmute: (callId, agent) => change(callId, 'unmuted', (call) => law.muted(call, agent, false)),
    sendDtmf,

    setCallData: (callId, data) =>
      change(
        callId,
        'data',
        (call) => law.withData(call, data),
        (session) => memory.keepCall(session),
      ),
    startRecording: record,
    pauseRecording: (callId) => silenced(callId, law.recordingPaused, 'POST'),
    resumeRecording: (callId) => silenced(callId, law.recordingResumed, 'DELETE'),
    fetchRecording: (recordingId) => fetchRecording(link, recordingId),
    dropRecording: (recordingId) => dropRecording(link, recordingId),

    consult: (callId, agent, target) =>
      change(
        callId,
        'partyDialing',
        (call) => law.consulting(call, agent, target, `${callId}-side`, floor.now()),
        (session) => dialLeg(floor, session, 'unit', target.number),
      ),
    cancelConsult: (callId, agent) =>
      change(callId, 'retrieved', (call) => law.consultCancelled(call, agent, floor.now())),
    toggle: (callId, agent) => change(callId, 'toggled', (call) => law.toggled(call, agent)),
    conference: (callId, agent) => change(callId, 'conference', (call) => law.conference(call, agent)),
    completeTransfer: (callId, agent) =>
      change(callId, 'transferred', (call) => law.transferred(call, agent, floor.now())),
    blindTransfer: (callId, agent, target) =>
      change(
        callId,
        'transferred',
        (call) => law.blindTransferred(call, agent, target, floor.now()),
        (session) => dialLeg(floor, session, 'unit', target.number),
      ),
    leaveConference: (callId, agent) =>
      change(callId, 'partyLeft', (call) => law.conferenceLeft(call, agent, floor.now())),

    monitor,
    stopMonitor: (callId, supervisor) => change(callId, 'monitor', (call) => law.monitorStopped(call, supervisor)),
    takeOver,
    forceHangUp: (callId) => change(callId, 'ended', (call) => law.forcedDown(call, floor.now())),
  };
}

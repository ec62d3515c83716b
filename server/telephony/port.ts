import type { AgentState, Leg, LiveCall, RestReason } from '../../shared/domain/call.ts';
import type { MonitorMode } from '../../shared/domain/floor.ts';
import type { AccountId, CallId, UnitId } from '../../shared/domain/ids.ts';
import type { Device, PhoneAccess } from '../../shared/domain/phone.ts';
import type { Instant } from '../../shared/instant.ts';

export type { Device, PhoneAccess };

/** A supervisor in somebody's call. Not a party: the call does not live on for them. */
export interface Monitor {
  readonly supervisor: AccountId;
  readonly mode: MonitorMode;
}

/** One party's line. `agent` is set on the lines of operators. */
export interface ExchangeLeg extends Leg {
  readonly agent: AccountId | null;
}

/** Whether what the caller and we say is being kept; `paused` while something sensitive is said. */
export type RecordingState = 'off' | 'on' | 'paused';

/** By name; all names and values together a few kilobytes at most. */
export type CallData = Readonly<Record<string, string>>;

/** A call as the exchange has it now, whole: whoever gets one of these needs nothing that came before. */
export interface ExchangeCall extends Omit<LiveCall, 'legs'> {
  /** The number that was called, with what the caller chose in a menu after a star: `12345`, `12345*2`. */
  readonly dialled: string;
  readonly recording: RecordingState;
  /** What the service has had the exchange keep with the call; lives as long as it, across restarts of the service. */
  readonly data: CallData;
  /** Whose phone rings, or who is on the line; null in the queue and after a transfer. */
  readonly agent: AccountId | null;
  /** The second call while an operator asks a unit, apart from the main one. */
  readonly consultCallId: string | null;
  readonly legs: readonly ExchangeLeg[];
  readonly monitors: readonly Monitor[];
}

export type CallChange =
  | 'queued'
  | 'ringing'
  | 'ringEnded'
  | 'answered'
  | 'held'
  | 'retrieved'
  | 'muted'
  | 'unmuted'
  | 'partyDialing'
  | 'partyRinging'
  | 'partyJoined'
  | 'partyFailed'
  | 'partyLeft'
  | 'toggled'
  | 'conference'
  | 'transferred'
  | 'requeued'
  | 'monitor'
  | 'recording'
  | 'data'
  | 'ended';

/** What the exchange says to a caller. */
export type Announcement =
  | { readonly kind: 'recordingNotice' | 'closed' | 'sorry' | 'rate' }
  /** How many wait before the caller, and the caller: 1 is served next. */
  | { readonly kind: 'position'; readonly place: number };

/** Why a call is not taken: outside the hours, on a day off, or its number is blocked. Each has its own words. */
export type RefusalReason = 'night' | 'holiday' | 'blocked';

export type DeviceState = 'online' | 'offline';

/** A recording that is whole. Told again after each link until it is dropped: take it as many times as it comes. */
export interface Recording {
  readonly callId: CallId;
  readonly recordingId: string;
  readonly startedAt: Instant;
  /** Null where it ended while the exchange could not be heard. */
  readonly endedAt: Instant | null;
  /** Of the WAV file. */
  readonly bytes: number;
}

/** Everything the exchange knows at one moment: what the service is rebuilt from after a lost link. */
export interface Snapshot {
  readonly at: Instant;
  /** Living calls, and those that ended while nobody listened where the exchange kept them. */
  readonly calls: readonly ExchangeCall[];
  /** Who is signed in, with the state they were last set to. */
  readonly agents: readonly { readonly agent: AccountId; readonly state: IdleState }[];
  /** Whose phones can be rung and whose cannot, as far as the exchange knows. */
  readonly devices: readonly { readonly agent: AccountId; readonly state: DeviceState }[];
}

/** What happened, by the exchange's own clock. */
export type ExchangeEvent =
  | { readonly type: 'link'; readonly state: 'up'; readonly at: Instant; readonly snapshot: Snapshot }
  | { readonly type: 'link'; readonly state: 'down'; readonly at: Instant }
  | { readonly type: 'call'; readonly what: CallChange; readonly at: Instant; readonly call: ExchangeCall }
  | ({ readonly type: 'recording'; readonly at: Instant } & Recording)
  | { readonly type: 'device'; readonly at: Instant; readonly agent: AccountId; readonly state: DeviceState };

/** The states an operator is set to; 振铃 and 通话 come from calls alone. */
export type IdleState =
  | { readonly state: Exclude<AgentState, 'signedOut' | 'rest' | 'ringing' | 'talking'> }
  | { readonly state: 'rest'; readonly reason: RestReason };

export interface Capabilities {
  /** Who picks the operator: this service, by `ring`; or the exchange, told of states by `setAgentState`. */
  readonly acd: 'service' | 'vendor';
  /** Ways in which a supervisor may join a call. */
  readonly monitor: readonly MonitorMode[];
  readonly takeOver: boolean;
  readonly recording: boolean;
  /** What operators may speak through. */
  readonly devices: readonly Device['kind'][];
}

/** Whom to dial. */
export interface Target {
  readonly number: string;
  readonly label: string;
  readonly unitId: UnitId | null;
}

/**
 * The exchange, whoever built it. Everything else in the service speaks to this and knows no vendor.
 *
 * A command resolves once the exchange has acted and the events it caused have been given out. It is refused with
 * CALL_GONE where the call has ended, CALL_STATE where its state does not allow it, EXCHANGE_UNREACHABLE where the
 * exchange cannot be asked. An adapter keeps its link by itself and says `link` with a whole snapshot each time it is
 * up again; it never fills a gap with guesses.
 */
export interface TelephonyPort {
  readonly capabilities: Capabilities;
  /** Where pages register as phones, `wss://...`; null: this exchange has none. */
  readonly phoneUrl: string | null;
  /** The exchange's clock, as well as it is known: ms since 1970. */
  nowMs(): number;
  onEvent(listener: (event: ExchangeEvent) => void): () => void;
  /** Starts keeping the link; `link` up follows when it stands. */
  connect(): void;
  close(): Promise<void>;

  /** @param device null: as last time, or the page. Again with another device: from the next call on. */
  signIn(agent: AccountId, device?: Device | null): Promise<void>;
  signOut(agent: AccountId): Promise<void>;
  setAgentState(agent: AccountId, state: IdleState): Promise<void>;

  /** Credentials for the page of an agent's desk; null where the exchange has no WebRTC. */
  phoneAccess(agent: AccountId): Promise<PhoneAccess | null>;

  /** Says it to the caller; resolves once it has begun. */
  announce(callId: CallId, announcement: Announcement): Promise<void>;
  /** Those of `names` for which the exchange has nothing to play; null: it cannot say. */
  missingAnnouncements(names: readonly string[]): Promise<readonly string[] | null>;
  /** Ends a queued call at once; the caller still hears why, then the line closes. */
  refuse(callId: CallId, reason: RefusalReason): Promise<void>;
  /** Rings the agent's phone for a queued call; at `timeoutMs` without an answer the call is queued again. */
  ring(callId: CallId, agent: AccountId, timeoutMs: number): Promise<void>;
  /** Rings `target` for an agent who is free: a call with their line open and the other one ringing. */
  dial(agent: AccountId, target: Target): Promise<void>;
  /** For desk phones. A page answers the ringing line itself, and this resolves with it. */
  answer(callId: CallId, agent: AccountId): Promise<void>;
  /** Stops the agent's phone from ringing; the call is queued again. */
  reject(callId: CallId, agent: AccountId): Promise<void>;
  /** Ends the call for every party. */
  hangUp(callId: CallId, agent: AccountId): Promise<void>;
  /** The caller hears music. */
  hold(callId: CallId, agent: AccountId): Promise<void>;
  retrieve(callId: CallId, agent: AccountId): Promise<void>;
  mute(callId: CallId, agent: AccountId): Promise<void>;
  unmute(callId: CallId, agent: AccountId): Promise<void>;
  /** @param digits `0-9*#`, to whomever the agent speaks with */
  sendDtmf(callId: CallId, agent: AccountId, digits: string): Promise<void>;

  /** Replaces what is kept with a living call. */
  setCallData(callId: CallId, data: CallData): Promise<void>;

  /** Keeps what is said from now on, of an answered call. A pause is silence, so that places in time stay right. */
  startRecording(callId: CallId): Promise<void>;
  pauseRecording(callId: CallId): Promise<void>;
  resumeRecording(callId: CallId): Promise<void>;
  /** @returns WAV, PCM 16 bit, mono, 8 kHz; CALL_GONE where there is none of that name */
  fetchRecording(recordingId: string): Promise<Uint8Array>;
  /** The service has it: the exchange's own copy goes. CALL_GONE where there is none of that name. */
  dropRecording(recordingId: string): Promise<void>;

  /** A second leg to `target` while the caller hears music. Where it fails or ends, the caller stays held. */
  consult(callId: CallId, agent: AccountId, target: Target): Promise<void>;
  /** Drops the second leg and returns to the caller. */
  cancelConsult(callId: CallId, agent: AccountId): Promise<void>;
  /** Changes between caller and unit; the other one hears music. */
  toggle(callId: CallId, agent: AccountId): Promise<void>;
  conference(callId: CallId, agent: AccountId): Promise<void>;
  /** Attended: connects caller and answered unit, the agent leaves. */
  completeTransfer(callId: CallId, agent: AccountId): Promise<void>;
  /** The agent leaves at once; where `target` does not answer, the caller is queued again at the front. */
  blindTransfer(callId: CallId, agent: AccountId, target: Target): Promise<void>;
  /** The agent leaves, the two others stay connected. */
  leaveConference(callId: CallId, agent: AccountId): Promise<void>;

  /** Joins a call, or changes the mode of who has joined. */
  monitor(callId: CallId, supervisor: AccountId, mode: MonitorMode): Promise<void>;
  stopMonitor(callId: CallId, supervisor: AccountId): Promise<void>;
  /** 拦截: the supervisor takes the operator's place. */
  takeOver(callId: CallId, supervisor: AccountId): Promise<void>;
  /** 强拆: ends the call, whoever is in it. */
  forceHangUp(callId: CallId): Promise<void>;
}

import type { AccountId, CallId } from '../../../shared/domain/ids.ts';
import type { MonitorMode } from '../../../shared/domain/floor.ts';
import type { ExchangeCall } from '../port.ts';
import type { Place } from './topology.ts';

/** A supervisor's line in somebody's call. */
export interface MonitorLine {
  readonly channelId: string;
  /** What hears (and whispers) on the operator's line; null while the supervisor is among the others. */
  readonly snoopId: string | null;
  readonly mode: MonitorMode;
}

/** What is being said to a caller who waits. Until it has been said their line does nothing else. */
interface Saying {
  readonly playbackId: string;
  /** As a query: `media=sound:…` */
  readonly media: string;
  /** Whether they have to hear it in any case. */
  readonly owed: boolean;
}

/** A recording that runs. */
export interface Take {
  readonly recordingId: string;
  readonly startedMs: number;
}

/** A call with its lines at the exchange. Changed only by one step at a time. */
export interface Session {
  readonly callId: CallId;
  call: ExchangeCall;
  /** Leg to channel; a leg that has been rung again has another channel than before. */
  readonly channels: Map<string, string>;
  /** Channel to where it was put last. */
  readonly placed: Map<string, Place>;
  readonly bridges: Set<'main' | 'side'>;
  readonly monitors: Map<AccountId, MonitorLine>;
  mutedChannel: string | null;
  take: Take | null;
  saying: Saying | null;
  /** Whether the caller's line has the limit of those who wait; null: not known. */
  guarded: boolean | null;
  /** Waits for all steps before, then does this one. */
  readonly run: <T>(step: () => Promise<T>) => Promise<T>;
}

export function createSession(call: ExchangeCall): Session {
  let last: Promise<unknown> = Promise.resolve();
  return {
    callId: call.callId,
    call,
    channels: new Map(),
    placed: new Map(),
    bridges: new Set(),
    monitors: new Map(),
    mutedChannel: null,
    take: null,
    saying: null,
    guarded: null,
    run(step) {
      const next = last.then(step);
      // A step that failed has told whoever asked for it; the next one goes on.
      last = next.catch(() => undefined);
      return next;
    },
  };
}

export function bridgeId(callId: CallId, bridge: 'main' | 'side'): string {
  return `${callId}-${bridge}`;
}

/** The bridge in which a supervisor hears a call, apart from it. */
export function earId(channelId: string): string {
  return `${channelId}-ear`;
}

/** The leg's channel where it is the first: `1763.5/2` becomes `1763.5-2`. */
export function firstChannel(legId: string): string {
  return legId.replace('/', '-');
}

export function legOf(session: Session, channelId: string): string | null {
  for (const [legId, channel] of session.channels) if (channel === channelId) return legId;
  return null;
}

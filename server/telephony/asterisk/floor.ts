import type { AccountId, CallId } from '../../../shared/domain/ids.ts';
import { fail } from '../../../shared/failure.ts';
import { instant, type Instant } from '../../../shared/instant.ts';
import type { CallChange, DeviceState, ExchangeCall, ExchangeEvent } from '../port.ts';
import { AriError, type AriLink, type LinkLog, type Method } from './link.ts';
import { settle } from './media.ts';
import type { KeptAgent, Memory } from './memory.ts';
import { dropMonitors } from './monitors.ts';
import type { Phones } from './phones.ts';
import { createSession, type Session } from './session.ts';

/** Statuses with which ARI says that a channel or bridge has gone, or has left us. */
const GONE = new Set([400, 404, 409, 412, 422]);

/** A phone that registered with the exchange before it was killed is asked within so long (qualify_frequency), ms. */
const FINDS_PHONES_MS = 40_000;

export interface FloorParts {
  readonly link: AriLink;
  readonly memory: Memory;
  readonly phones: Phones;
  readonly log: LinkLog;
  readonly emit: (event: ExchangeEvent) => void;
  readonly nowMs: () => number;
  readonly app: string;
  /** How a number outside is rung: `PJSIP/{number}@line`. */
  readonly line: string;
}

/** Waits for a line that has been rung to be answered; rejected with the cause where it is not. */
export interface Waiter {
  readonly answered: () => void;
  readonly failed: (cause: number) => void;
}

/** All calls, agents and lines of the exchange as this service has them. */
export interface Floor extends FloorParts {
  readonly sessions: Map<CallId, Session>;
  /** Channel to the call it belongs to. */
  readonly owners: Map<string, CallId>;
  readonly agents: Map<AccountId, KeptAgent>;
  readonly devices: Map<string, DeviceState>;
  /** When the exchange was started, ms since 1970: it takes its time to find phones that are registered already. */
  startedMs: number;
  /** Null: not known yet. */
  phoneAt(endpoint: string): DeviceState | null;
  readonly waiters: Map<string, Waiter>;
  /** Channels whose caller only hears a last word: nobody's call any more. */
  readonly leaving: Set<string>;
  /** Recordings told of since the link came up. */
  readonly told: Set<string>;
  /** Desk phones and pages that went away while on a call. */
  readonly vanished: Set<AccountId>;
  /** The link stands and the state has been rebuilt. */
  up: boolean;
  readonly now: () => Instant;
  /** A command whose refusal means that its line has gone. */
  readonly quiet: (method: Method, uri: string) => Promise<void>;
  open(call: ExchangeCall): Session;
  /** The leg's line from now on. */
  assign(session: Session, legId: string, channelId: string): void;
  /** @throws EXCHANGE_UNREACHABLE */
  requireUp(): void;
  find(callId: CallId): Session;
  /** Brings the exchange to the call as it is to be, keeps it, and tells of it. Within a step of the session only. */
  commit(session: Session, next: ExchangeCall, what: CallChange, at: Instant): Promise<void>;
  /** Until the answer is called, what is told goes there instead. */
  holdEvents(take: (event: ExchangeEvent) => void): () => void;
  /** The agent may be rung: signed in, phone there, on no call. @throws CALL_STATE, PHONE_OFFLINE */
  requireFree(agent: AccountId): KeptAgent;
}

export function createFloor(parts: FloorParts): Floor {
  const { link, memory, nowMs } = parts;
  let held: ((event: ExchangeEvent) => void) | null = null;
  const emit = (event: ExchangeEvent): void => (held ?? parts.emit)(event);
  const sessions = new Map<CallId, Session>();
  const owners = new Map<string, CallId>();
  const agents = new Map<AccountId, KeptAgent>();

  async function quiet(method: Method, uri: string): Promise<void> {
    try {
      await link.request(method, uri);
    } catch (error) {
      if (!(error instanceof AriError)) throw error;
      // What has happened has happened, whether or not the exchange could still do its part.
      if (!GONE.has(error.status)) parts.log.warn({ reason: error.message }, 'exchange: a step was not taken');
    }
  }

  const floor: Floor = {
    ...parts,
    up: false,
    emit,
    sessions,
    owners,
    agents,
    devices: new Map(),
    startedMs: 0,
    phoneAt(endpoint) {
      const known = floor.devices.get(endpoint);
      if (known === 'online' || nowMs() - floor.startedMs > FINDS_PHONES_MS) return known ?? 'offline';
      return null;
    },
    waiters: new Map(),
    leaving: new Set(),
    told: new Set(),
    vanished: new Set(),
    now: () => instant(nowMs()),
    quiet,
    open(call) {
      const session = createSession(call);
      sessions.set(call.callId, session);
      return session;
    },
    assign(session, legId, channelId) {
      session.channels.set(legId, channelId);
      owners.set(channelId, session.callId);
    },
    requireUp() {
      if (!floor.up || !link.isUp()) fail('EXCHANGE_UNREACHABLE');
    },
    find: (callId) => sessions.get(callId) ?? fail('CALL_GONE'),
    async commit(session, next, what, at) {
      await dropMonitors(quiet, session, next);
      await settle(quiet, session, next);
      session.call = next;
      if (next.state === 'ended') {
        sessions.delete(next.callId);
        memory.forgetCall(next.callId);
      } else void memory.keepCall(session);
      emit({ type: 'call', what: next.state === 'ended' ? 'ended' : what, at, call: next });
    },
    holdEvents(take) {
      held = take;
      return () => {
        held = null;
      };
    },
    requireFree(agent) {
      const signedIn = agents.get(agent) ?? fail('CALL_STATE');
      for (const { call } of sessions.values()) if (call.agent === agent) fail('CALL_STATE');
      return signedIn;
    },
  };
  return floor;
}

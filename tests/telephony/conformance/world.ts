import { accountIdSchema, type AccountId, type CallId } from '../../../shared/domain/ids.ts';
import type { DeviceState, ExchangeCall, ExchangeEvent, TelephonyPort } from '../../../server/telephony/port.ts';

/** What a party speaks or the exchange plays, by name. */
export type Sound = 'caller' | 'agent' | 'unit' | 'supervisor' | 'music' | 'position' | 'night' | 'sorry';
export type Party = 'caller' | 'agent' | 'unit' | 'supervisor';

/** An exchange with people around it, whom a behaviour lets act. Each adapter brings its own. */
export interface World {
  readonly port: TelephonyPort;
  readonly events: readonly ExchangeEvent[];
  /** A caller rings; resolves once the exchange has said that they are queued. */
  readonly callerRings: (number: string, dialled?: string) => Promise<CallId>;
  readonly callerHangsUp: () => Promise<void>;
  readonly unitHangsUp: () => Promise<void>;
  /** The agent answers the ringing phone as people do. */
  readonly lifts: (agent: AccountId, callId: CallId) => Promise<void>;
  readonly phone: (agent: AccountId, state: DeviceState) => Promise<void>;
  /** Where the exchange has sound: exactly these are heard. An adapter without sound takes it for granted. */
  readonly hears: (expected: Partial<Record<Party, readonly Sound[]>>) => Promise<void>;
  /** The same for what was recorded between two times, ms since its beginning. */
  readonly recorded: (wav: Uint8Array, span: readonly [number, number], expected: readonly Sound[]) => Promise<void>;
  /** Digits that arrived at the unit. */
  readonly digits: () => string;
  /** Waits as long as the exchange may need. @throws the last error of `check` */
  readonly eventually: (check: () => void) => Promise<void>;
  /** Lets so much time go by. */
  readonly pass: (ms: number) => Promise<void>;
  readonly link: (up: boolean) => Promise<void>;
  /** Numbers outside and how they behave. */
  readonly numbers: Readonly<Record<'answers' | 'busy' | 'declines' | 'badNumber', string>>;
  /** Whether every adapter in this world tells of calls that ended while the link was down with their time. */
  readonly remembersEnds: boolean;
  /** Nobody is on the line any more. */
  readonly clear: () => Promise<void>;
}

export const AGENT = agentId(1007);
export const OTHER = agentId(1008);
export const SUPERVISOR = agentId(2001);

function agentId(n: number): AccountId {
  return accountIdSchema.parse(`00000000-0000-7000-8000-${String(n).padStart(12, '0')}`);
}

/** The call as it was told of last. */
export function latest(world: World, callId: CallId): ExchangeCall {
  for (const event of world.events.toReversed()) {
    if (event.type === 'call' && event.call.callId === callId) return event.call;
    const found =
      event.type === 'link' && event.state === 'up' && event.snapshot.calls.find((call) => call.callId === callId);
    if (found) return found;
  }
  throw new Error(`nothing was told of ${callId}`);
}

/** `party:state` of each leg, in the order in which they came. */
export function legsOf(call: ExchangeCall): string[] {
  return call.legs.map((leg) => `${leg.party}:${leg.state}`);
}

export function told(world: World, callId: CallId): string[] {
  return world.events.flatMap((event) => (event.type === 'call' && event.call.callId === callId ? [event.what] : []));
}

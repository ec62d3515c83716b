import type { AccountId, CallId } from '../../../shared/domain/ids.ts';
import type { Announcement, Device, DeviceState, ExchangeCall, RefusalReason, TelephonyPort } from '../port.ts';
import type { Random, Scheduler } from '../scheduler.ts';
import type { LineTiming, UnitBehaviour } from './units.ts';

export interface SimulatedExchangeOptions {
  readonly scheduler: Scheduler;
  readonly random: Random;
  /** What a number does when a unit is rung there; drawn by `random` where not given. */
  readonly unitBehaviour?: (number: string) => UnitBehaviour;
  readonly timing?: LineTiming;
  /** From a command to its effect, ms: what a real exchange needs on its network. */
  readonly latencyMs?: number;
  /** Whether calls that ended while the link was down are told afterwards; real exchanges differ. */
  readonly remembersEnded?: boolean;
}

/** The exchange with the door through which callers, units and cable cutters act. */
export interface SimulatedExchange extends TelephonyPort {
  /** A caller rings `dialled` (12345 where not given) and is queued with music; gives up after `patienceMs` of waiting. */
  placeCall(number: string, caller: { patienceMs: number; dialled?: string }): CallId;
  callerHangsUp(callId: CallId): void;
  unitHangsUp(callId: CallId): void;
  /** What callers were told, in order. */
  said(): readonly { readonly callId: CallId; readonly announcement: Announcement | RefusalReason }[];
  /** Digits the agents sent, in order. */
  dtmf(): readonly { readonly callId: CallId; readonly digits: string }[];
  /** A phone is unplugged, or is there again. Calls on it go on, as they do on a real exchange for a while. */
  phoneGoes(agent: AccountId, state: DeviceState): void;
  /** What an agent speaks through, where they are signed in. */
  deviceOf(agent: AccountId): Device | null;
  dropLink(): void;
  restoreLink(): void;
  /** The living calls as the exchange has them, link or no link. */
  calls(): readonly ExchangeCall[];
}

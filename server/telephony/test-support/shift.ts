import type { AgentCommand, CallRecord, TelephonyView } from '../../../shared/domain/call.ts';
import { accountIdSchema, type AccountId } from '../../../shared/domain/ids.ts';
import { FailureError, type FailureCode } from '../../../shared/failure.ts';
import { createHall, type Hall } from '../hall.ts';
import type { HallOptions } from '../hall-options.ts';
import type { TelephonyPort } from '../port.ts';
import { seededRandom } from '../scheduler.ts';
import type { SimulatedExchange, SimulatedExchangeOptions } from '../simulated/doors.ts';
import { createSimulatedExchange } from '../simulated/exchange.ts';
import { virtualScheduler, type VirtualScheduler } from './virtual-scheduler.ts';

/** A hall on a simulated exchange with a clock in the test's hand. */
export interface Shift {
  readonly clock: VirtualScheduler;
  readonly exchange: SimulatedExchange;
  readonly hall: Hall;
  readonly records: CallRecord[];
  /** Every view told, in order. */
  readonly views: { readonly agent: AccountId; readonly view: TelephonyView }[];
  /** Says it and lets the exchange act. */
  readonly says: (agent: AccountId, command: AgentCommand | AgentCommand['type']) => Promise<TelephonyView>;
  /** The code a command is refused with, or null. */
  readonly refusal: (agent: AccountId, command: AgentCommand | AgentCommand['type']) => Promise<FailureCode | null>;
  readonly signInReady: (...agents: AccountId[]) => Promise<void>;
}

export function agentId(n: number): AccountId {
  return accountIdSchema.parse(`00000000-0000-7000-8000-${String(n).padStart(12, '0')}`);
}

/** 20 s of ringing, 30 s of wrap-up, and units that ring after 1 s, answer after 2 s more, and speak plainly by number. */
export async function startShift(
  options: {
    /** When it begins, ms since 1970. */
    startMs?: number;
    exchange?: Partial<SimulatedExchangeOptions>;
    hall?: Partial<HallOptions>;
    /** The exchange as the hall is to see it. */
    port?: (exchange: SimulatedExchange) => TelephonyPort;
  } = {},
): Promise<Shift> {
  const clock = virtualScheduler(options.startMs);
  const exchange = createSimulatedExchange({
    scheduler: clock,
    random: seededRandom(1),
    unitBehaviour: (number) => UNITS[number] ?? 'answers',
    timing: {
      connect: [1000, 1000],
      answer: [2000, 2000],
      decline: [2000, 2000],
      busy: [1500, 1500],
      badNumber: [1500, 1500],
      ringLimit: 30_000,
      afterTransfer: [60_000, 60_000],
    },
    ...options.exchange,
  });
  const port = options.port?.(exchange) ?? exchange;
  const hall = createHall({ port, wrapUpSeconds: 30, ringSeconds: 20, scheduler: clock, ...options.hall });
  const records: CallRecord[] = [];
  const views: { agent: AccountId; view: TelephonyView }[] = [];
  hall.onCallEnded((record) => records.push(record));
  hall.onView((agent, view) => views.push({ agent, view }));
  await clock.pass(0);

  async function says(agent: AccountId, command: AgentCommand | AgentCommand['type']): Promise<TelephonyView> {
    const said = hall.command(agent, whole(command));
    // Observed below; until then a refusal must not count as unhandled.
    said.catch(() => undefined);
    await clock.pass(options.exchange?.latencyMs ?? 0);
    return said;
  }

  return {
    clock,
    exchange,
    hall,
    records,
    views,
    says,
    async refusal(agent, command) {
      try {
        await says(agent, command);
        return null;
      } catch (error) {
        if (error instanceof FailureError) return error.failure.code;
        throw error;
      }
    },
    async signInReady(...agents) {
      for (const agent of agents) {
        await says(agent, 'signIn');
        await says(agent, 'ready');
        await clock.pass(1000);
      }
    },
  };
}

/** Numbers that do something other than answer. */
export const UNITS: Readonly<Record<string, 'busy' | 'declines' | 'noAnswer' | 'badNumber'>> = {
  '0392-2222': 'busy',
  '0392-3333': 'declines',
  '0392-4444': 'noAnswer',
  '0392-0000': 'badNumber',
};

function whole(command: AgentCommand | AgentCommand['type']): AgentCommand {
  if (typeof command !== 'string') return command;
  if (command === 'rest') return { type: command, reason: 'meal' };
  if (command === 'dtmf') return { type: command, digits: '1' };
  if (command === 'extendWrapUp') return { type: command, seconds: 60 };
  if (command === 'dial') return { type: command, number: '13800005521', label: '诉求人' };
  if (command === 'consult' || command === 'blindTransfer')
    return { type: command, unitId: null, number: '0392-1111', label: '市住房公积金中心' };
  return { type: command };
}

import type { AccountId } from '../../shared/domain/ids.ts';
import {
  hoursAt,
  plainNumber,
  type AgentSkill,
  type CallSettings,
  type Closed,
  type Line,
  type Need,
  type SkillId,
} from '../../shared/domain/calls/settings.ts';
import { msOf, type Instant } from '../../shared/instant.ts';
import type { Calendar } from '../../shared/policy/calendar.ts';
import type { ExchangeCall } from './port.ts';

/** What is decided about a call from what the exchange says of it: nothing has to be remembered over a lost link. */
export type Ringing = Pick<ExchangeCall, 'dialled' | 'callerNumber' | 'queuedAt' | 'direction'>;

/** Whom a call wants now. */
export interface Want extends Need {
  readonly priority: number;
  /** When it is offered more widely, ms since 1970; null: never again. */
  readonly widensMs: number | null;
}

/** How the hall distributes. Asked at every change, so it must be quick and answer alike for the same call and time. */
export interface CallPlan {
  want(call: Ringing, nowMs: number): Want;
  /** Why the caller is not served; null: they are. Decided for the moment they rang. */
  closed(call: Ringing): Closed | null;
  /** Whether this operator is among those who are wanted. */
  serves(agent: AccountId, need: Need): boolean;
}

/** Everybody serves everybody, always. */
export const OPEN_PLAN: CallPlan = {
  want: () => ({ skillId: null, minLevel: 1, priority: 0, widensMs: null }),
  closed: () => null,
  serves: () => true,
};

/** A number that is turned away from one instant to another. */
export interface ActiveBlock {
  readonly number: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** What a plan is made of, as the database has it. */
export interface PlanData {
  readonly settings: CallSettings;
  readonly skills: ReadonlyMap<AccountId, readonly AgentSkill[]>;
  readonly blocks: readonly ActiveBlock[];
  readonly calendar: Pick<Calendar, 'isWorkingDay'>;
}

export function planOf({ settings, skills, blocks, calendar }: PlanData): CallPlan {
  const callers = new Map(settings.callers.map((caller) => [plainNumber(caller.number), caller]));
  const blocked = Map.groupBy(blocks, ({ number }) => plainNumber(number));
  return {
    want(call, nowMs) {
      const line = lineOf(settings, call.dialled);
      const caller = callers.get(plainNumber(call.callerNumber));
      const first: Need = { skillId: caller?.skillId ?? line.skillId, minLevel: caller?.skillId ? 1 : line.minLevel };
      const waited = nowMs - msOf(call.queuedAt);
      const passed = line.widen.findLast(({ afterSeconds }) => afterSeconds * 1000 <= waited);
      const next = line.widen.find(({ afterSeconds }) => afterSeconds * 1000 > waited);
      const { skillId, minLevel } = passed ?? first;
      const priority = Math.max(line.priority, caller?.priority ?? 0);
      return {
        skillId,
        minLevel,
        priority,
        widensMs: next ? msOf(call.queuedAt) + next.afterSeconds * 1000 : null,
      };
    },
    closed(call) {
      if (call.direction === 'outbound') return null;
      const own = blocked.get(plainNumber(call.callerNumber)) ?? [];
      if (own.some(({ from, until }) => from <= call.queuedAt && call.queuedAt < until)) return 'blocked';
      const hours = hoursAt(settings.hours, msOf(call.queuedAt), calendar);
      return hours === 'open' ? null : hours;
    },
    serves(agent, { skillId, minLevel }) {
      if (skillId === null) return true;
      return (skills.get(agent) ?? []).some((skill) => skill.skillId === skillId && skill.level >= minLevel);
    },
  };
}

/** The queue of a dialled number: its own, that of the number without the choice, or the first. */
export function lineOf({ lines }: Pick<CallSettings, 'lines'>, dialled: string): Line {
  const [plain = ''] = dialled.split('*');
  const line =
    lines.find(({ number }) => number === dialled) ?? lines.find(({ number }) => number === plain) ?? lines[0];
  if (!line) throw new RangeError('a centre has at least one line');
  return line;
}

/** The skill a call asked for at first, whoever served it in the end. */
export function skillOf(plan: CallPlan, call: Ringing): SkillId | null {
  return plan.want(call, msOf(call.queuedAt)).skillId;
}

import type { CallRecord } from '../domain/call.ts';
import type { AccountId, CallId } from '../domain/ids.ts';
import { beijingDate, msOf, startOfBeijingDate } from '../instant.ts';
import { keepNewest } from '../keep-newest.ts';

/** What of a call's record counts. */
export type TalliedCall = Pick<
  CallRecord,
  'callId' | 'direction' | 'agentId' | 'agents' | 'queuedAt' | 'answeredAt' | 'endedAt' | 'outcome' | 'unknown'
>;

/** How callers were served who came in a time; sums, so that times can be joined. Waits and talks in ms. */
export interface CallSums {
  readonly answered: number;
  readonly abandoned: number;
  /** GB/T 33358: answered within 15 s. */
  readonly within15: number;
  readonly answerWaitMs: number;
  readonly abandonWaitMs: number;
  readonly longestWaitMs: number;
  /** Answered calls whose end is known, and how long they were spoken. */
  readonly talks: number;
  readonly talkMs: number;
  /** 话后整理 that ended in the time. */
  readonly wrapUps: number;
  readonly wrapUpMs: number;
}
type Sums = { -readonly [Key in keyof CallSums]: CallSums[Key] };

/** One operator's day. */
export interface AgentDay {
  /** Calls they have spoken in. */
  readonly calls: number;
  /** How long the calls were spoken that they were the last to serve, ms. */
  readonly talkMs: number;
}

/**
 * The centre's live figures, kept call by call. A call belongs to the minute in which its caller came, and counts as
 * answered from the moment it is; its talk counts when it has ended. Size and cost follow from the time kept alone.
 */
export interface Tally {
  /** The record as it is by now; told again it changes nothing that counts already. */
  take(call: TalliedCall, live: boolean): void;
  /** A 话后整理 has ended. */
  wrapUp(endedMs: number, ms: number): void;
  /** Living calls that are not among these will never be heard of again. */
  keepOnly(living: ReadonlySet<CallId>): void;
  /** Whole minutes; `fromMs` inclusive, `toMs` exclusive. Nothing is known of before {@link TALLY_MS} ago. */
  sum(fromMs: number, toMs: number): CallSums;
  /** Callers of each of a day's 24 hours: answered and abandoned. @param dayMs where the day begins */
  hours(dayMs: number): number[];
  /** The Beijing day of the newest call told of. */
  agentDay(agent: AccountId): AgentDay;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** A rolling day, and the hour in which its first minutes still come to an end. */
const MINUTES = 25 * 60;
export const TALLY_MS = MINUTES * MINUTE_MS;
/** GB/T 33358-2016. */
export const SERVED_SOON_MS = 15_000;
/** Ended calls remembered, so that a repeated word about one counts nothing: an exchange repeats itself after a lost link. */
const FINISHED_KEPT = 20_000;

const NOTHING: CallSums = {
  answered: 0,
  abandoned: 0,
  within15: 0,
  answerWaitMs: 0,
  abandonWaitMs: 0,
  longestWaitMs: 0,
  talks: 0,
  talkMs: 0,
  wrapUps: 0,
  wrapUpMs: 0,
};
const NO_DAY: AgentDay = { calls: 0, talkMs: 0 };

interface Bucket {
  readonly minute: number;
  readonly sums: Sums;
}

export function createTally(): Tally {
  const ring: (Bucket | undefined)[] = [];
  /** Answered calls that have not ended, with whom of them counts. */
  const speaking = new Map<CallId, Set<AccountId>>();
  const finished = new Set<CallId>();
  let day = '';
  let days = new Map<AccountId, AgentDay>();

  /** Null: so old that its place is another's. */
  function bucketAt(ms: number): Sums | null {
    const minute = Math.floor(ms / MINUTE_MS);
    const place = minute % MINUTES;
    const held = ring[place];
    if (held?.minute === minute) return held.sums;
    if (held && held.minute > minute) return null;
    const sums: Sums = { ...NOTHING };
    ring[place] = { minute, sums };
    return sums;
  }

  function countForAgent(call: TalliedCall, agent: AccountId, more: AgentDay): void {
    const called = beijingDate(msOf(call.queuedAt));
    if (called > day) {
      day = called;
      days = new Map();
    }
    if (called < day) return;
    const before = days.get(agent) ?? NO_DAY;
    days.set(agent, { calls: before.calls + more.calls, talkMs: before.talkMs + more.talkMs });
  }

  function answered(call: TalliedCall, answeredMs: number): Set<AccountId> {
    const known = speaking.get(call.callId);
    if (known) return known;
    const queuedMs = msOf(call.queuedAt);
    const sums = bucketAt(queuedMs);
    if (sums) {
      const wait = answeredMs - queuedMs;
      sums.answered += 1;
      sums.answerWaitMs += wait;
      sums.longestWaitMs = Math.max(sums.longestWaitMs, wait);
      if (wait <= SERVED_SOON_MS) sums.within15 += 1;
    }
    const agents = new Set<AccountId>();
    speaking.set(call.callId, agents);
    return agents;
  }

  function ended(call: TalliedCall): void {
    keepNewest(finished.add(call.callId), FINISHED_KEPT);
    const queuedMs = msOf(call.queuedAt);
    const endedMs = call.endedAt === null ? null : msOf(call.endedAt);
    if (call.answeredAt !== null) {
      speaking.delete(call.callId);
      if (endedMs === null) return;
      const talkMs = endedMs - msOf(call.answeredAt);
      if (call.agentId) countForAgent(call, call.agentId, { calls: 0, talkMs });
      const sums = bucketAt(queuedMs);
      if (!sums) return;
      sums.talks += 1;
      sums.talkMs += talkMs;
    } else if (call.outcome === 'abandoned' && !call.unknown.includes('outcome')) {
      const sums = bucketAt(queuedMs);
      if (!sums) return;
      const wait = (endedMs ?? queuedMs) - queuedMs;
      sums.abandoned += 1;
      sums.abandonWaitMs += wait;
      sums.longestWaitMs = Math.max(sums.longestWaitMs, wait);
    }
  }

  return {
    take(call, live) {
      if (call.direction !== 'inbound' || finished.has(call.callId)) return;
      if (call.answeredAt !== null) {
        const counted = answered(call, msOf(call.answeredAt));
        for (const agent of call.agents) {
          if (counted.has(agent)) continue;
          counted.add(agent);
          countForAgent(call, agent, { calls: 1, talkMs: 0 });
        }
      }
      if (!live) ended(call);
    },
    wrapUp(endedMs, ms) {
      const sums = bucketAt(endedMs);
      if (!sums) return;
      sums.wrapUps += 1;
      sums.wrapUpMs += ms;
    },
    keepOnly(living) {
      for (const callId of speaking.keys()) if (!living.has(callId)) speaking.delete(callId);
    },
    sum(fromMs, toMs) {
      const total: Sums = { ...NOTHING };
      const [from, to] = [Math.ceil(fromMs / MINUTE_MS), Math.ceil(toMs / MINUTE_MS)];
      for (const bucket of ring) {
        if (bucket && bucket.minute >= from && bucket.minute < to) add(total, bucket.sums);
      }
      return total;
    },
    hours(dayMs) {
      const counts = Array.from({ length: 24 }, () => 0);
      for (const bucket of ring) {
        const hour = bucket ? Math.floor((bucket.minute * MINUTE_MS - dayMs) / HOUR_MS) : -1;
        const before = counts[hour];
        if (bucket && before !== undefined) counts[hour] = before + bucket.sums.answered + bucket.sums.abandoned;
      }
      return counts;
    },
    agentDay: (agent) => days.get(agent) ?? NO_DAY,
  };
}

function add(total: Sums, more: CallSums): void {
  total.answered += more.answered;
  total.abandoned += more.abandoned;
  total.within15 += more.within15;
  total.answerWaitMs += more.answerWaitMs;
  total.abandonWaitMs += more.abandonWaitMs;
  total.longestWaitMs = Math.max(total.longestWaitMs, more.longestWaitMs);
  total.talks += more.talks;
  total.talkMs += more.talkMs;
  total.wrapUps += more.wrapUps;
  total.wrapUpMs += more.wrapUpMs;
}

/** Where the Beijing day of an instant begins, ms. */
export function dayStartMs(ms: number): number {
  return startOfBeijingDate(beijingDate(ms));
}

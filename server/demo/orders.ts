import type { Actor } from '../../shared/domain/people.ts';
import type { HistoryEntry, Order } from '../../shared/domain/order.ts';
import { officialNumber } from '../../shared/domain/transition.ts';
import { beijingDate } from '../../shared/instant.ts';
import type { Channel } from '../../shared/domain/channel.ts';
import type { Pack } from '../../shared/policy/pack.ts';
import { arrivals, pastBegins } from './rhythm.ts';
import { callerOf, CALLER_COUNT, type DemoCaller } from './callers.ts';
import { HEBI } from './cities/hebi.ts';
import type { DemoCity } from './city.ts';
import { fates } from './life/fate.ts';
import type { Fate } from './life/fates.ts';
import { drawnInto } from './life/sample.ts';
import { lived } from './life/stages.ts';
import { demoRules } from './rules.ts';
import { incidentAt, incidentsBefore } from './incidents.ts';
import { LASTING, nextMatter, type Matter } from './matter.ts';
import { at, randomFrom, type Random } from './random.ts';
import { demoPeople } from './people.ts';
import { takeCall } from './take-call.ts';

/** Calls that are one more round of an old trouble. */
const LASTING_SHARE = 0.035;
const CALLS_PER_LASTING = 125;

interface LastingCase {
  readonly caller: DemoCaller;
  readonly matter: Matter;
  rounds: number;
}

/**
 * The demo's past: `count` orders in the order they were taken, from the beginning of the month about 120 days ago
 * until just before now. The same seed, now and count give the same orders; nothing is kept but small counters, so a
 * million can be streamed.
 * @param nowMs milliseconds since 1970; nothing in the past is later
 */
export function* demoOrders(
  seed: number,
  nowMs: number,
  count: number,
  city: DemoCity = HEBI,
): Generator<{ order: Order; history: HistoryEntry[] }> {
  const random = randomFrom(seed);
  const known = demoRules(city);
  const { pack } = known.rules;
  const people = demoPeople(city);
  const lasting = lastingCases(city, random, count);
  const incidents = incidentsBefore(city, nowMs);
  const fateOf = fates(count);
  const taken = new Map<string, number>();
  let month = '';
  let numbered = 0;
  let index = 0;
  for (const takenMs of arrivals(random, pastBegins(nowMs), nowMs - 60_000, count)) {
    const date = beijingDate(takenMs);
    if (date.slice(0, 7) !== month) {
      month = date.slice(0, 7);
      numbered = 0;
    }
    numbered += 1;
    index += 1;
    const operator = people.operatorOnShift(takenMs, index);
    const desk = deskOf(operator);
    const takenHere = (taken.get(desk) ?? 0) + 1;
    taken.set(desk, takenHere);
    const incident = incidentAt(incidents, takenMs, random);
    const old = !incident && random.chance(LASTING_SHARE) ? random.pick(lasting) : null;
    if (old) old.rounds += 1;
    const matter = (incident ?? old)?.matter ?? nextMatter(random, Number(month.slice(5)));
    const caller = incident
      ? random.pick(incident.callers)
      : (old?.caller ?? callerOf(callerIndex(random, count), city));
    const fate = fateOf(index, matter);
    const { tale, unitId, ...fresh } = takeCall(known, random, {
      takenMs,
      index,
      operator,
      caller,
      matter,
      round: old?.rounds ?? 0,
      channel: channelOf(pack, random, fate),
      accepted: fate !== null,
      provisionalNumber: `待编-${desk}-${String(takenHere).padStart(4, '0')}`,
    });
    const order = { ...fresh.order, number: officialNumber(pack, takenMs, numbered), version: 1 };
    const setting = { known, people, tale, matter, unitId, fate, nowMs };
    const dossier = drawnInto(lived({ order, history: fresh.history }, setting), pack, people, index);
    yield { order: dossier.order, history: [...dossier.history] };
  }
}

/** A quarter of the calls come from people who call often, the first of the list most of all; the rest from anybody. */
function callerIndex(random: Random, count: number): number {
  const regulars = Math.min(CALLER_COUNT, Math.max(400, Math.round(count / 12)));
  return random.chance(0.25) ? Math.floor(random.next() ** 1.4 * regulars) : Math.floor(random.next() * CALLER_COUNT);
}

function lastingCases(city: DemoCity, random: Random, count: number): LastingCase[] {
  const cases = Math.max(24, Math.round(count / CALLS_PER_LASTING));
  return Array.from({ length: cases }, (_, index) => ({
    caller: callerOf((index * 17) % CALLER_COUNT, city),
    matter: { kind: 'trouble', scenario: random.pick(LASTING) },
    rounds: 0,
  }));
}

/** Of what does not come by telephone. */
const WRITTEN_SHARE = 0.11;
const PROVINCIAL_SHARE = 0.05;

/** Most people call; the rest comes by whatever else the city offers. */
function channelOf({ channels }: Pack, random: Random, fate: Fate | null): Channel {
  const others = channels.map(({ channel }) => channel).filter((channel) => channel !== 'hotline');
  const drawn = random.next();
  // Only what the provincial platform sends is read by the leader and checked everywhere. H5.
  if (fate === 'leaderReview' || fate === 'inspecting') return others.includes('provincial') ? 'provincial' : 'hotline';
  if (drawn >= WRITTEN_SHARE || others.length === 0) return 'hotline';
  return drawn < PROVINCIAL_SHARE && others.includes('provincial') ? 'provincial' : random.pick(others);
}

const DESK_CODES = ['7K2M', '4PXD', 'R83N', 'HT5C', '9WQA', 'E6VB', 'M2YJ', 'C7GS'] as const;

/** Each operator sits at their own desk here. */
function deskOf(operator: Actor): string {
  return at(DESK_CODES, (Number(operator.jobNumber) - 1001) % DESK_CODES.length);
}

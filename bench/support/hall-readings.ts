import { listAccounts } from '../../db/central/accounts.ts';
import { openPlan } from '../../server/calls/live-plan.ts';
import { hallFacts } from '../../server/hall/alarm-facts.ts';
import { startAlarms } from '../../server/hall/alarms.ts';
import { createDeskStates } from '../../server/hall/desk-states.ts';
import { shiftState } from '../../server/hall/handover.ts';
import { openLiveFigures } from '../../server/hall/live-figures.ts';
import { createNames } from '../../server/hall/names.ts';
import { createOverview } from '../../server/hall/overview.ts';
import { openHallSettings } from '../../server/hall/settings.ts';
import type { Service } from '../../server/service.ts';
import { floorView } from '../../server/telephony/floor-view.ts';
import { createHall } from '../../server/telephony/hall.ts';
import type { CallBook } from '../../server/telephony/hall-options.ts';
import { systemScheduler } from '../../server/telephony/scheduler.ts';
import { createSimulatedExchange } from '../../server/telephony/simulated/exchange.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import { addOperators } from '../../tests/support/at-rest.ts';
import { startCrew } from '../../tests/support/crew.ts';
import type { Check, Figure } from './report.ts';
import { percentiles, timed } from './samples.ts';

/** What the centre asks itself at most so often is asked anew by a clock that goes on by more than that each time. */
const APART_MS = 120_000;
const AGENTS = 2000;
const CALLS_A_SECOND = 10;
/** Long enough for calls to be on their way. */
const SETTLE_MS = 2000;
const TALK_MS: [number, number] = [20_000, 60_000];
const WRAP_UP_SECONDS = 30;
/** Below this nobody waits, whatever the share of it. */
const UNNOTICED_MS = 50;
const MOST_TIMES = 10;

/** The calls of this room are counted like all calls, and written nowhere: a filled database stays as it was filled. */
const NO_BOOK: CallBook = { seen: () => undefined, ended: () => undefined, rebuilt: () => undefined };

/**
 * What the screens of the hall ask of the centre, timed in this process while 2,000 operators take ten calls a second:
 * each `rounds` times, in turn, nothing from a cache. Adds accounts to the database where it has fewer.
 * @returns one figure each, ms
 */
export async function hallReadings(given: Service, rounds: number): Promise<Figure[]> {
  let aheadMs = 0;
  const service: Service = { ...given, nowMs: () => given.nowMs() + aheadMs };
  const { db } = service;
  if ((await listAccounts(db)).length < AGENTS) await addOperators(db, AGENTS);
  const agents = (await listAccounts(db)).slice(0, AGENTS).map(({ id }) => id);
  const exchange = createSimulatedExchange({ scheduler: systemScheduler, random: Math.random });
  const { plan, skillsOf } = await openPlan(service);
  const [settings, figures, names] = [
    await openHallSettings(service),
    await openLiveFigures(service),
    createNames(service),
  ];
  const book = figures.counting(NO_BOOK);
  const hall = createHall({ port: exchange, wrapUpSeconds: WRAP_UP_SECONDS, plan, book });
  figures.follow(hall);
  const desks = createDeskStates(service.nowMs, () => hall.touch());
  const facts = () => hallFacts({ hall, figures, desks, names }, exchange.nowMs());
  const alarms = await startAlarms({ service, settings: settings.now, facts });
  const stopCrew = await startCrew({ exchange, agents, callsPerSecond: CALLS_A_SECOND, talkMs: TALK_MS });
  const room = async (): Promise<void> => {
    await names.learn([...hall.people.keys()]);
    const of = { day: figures.agentDay, skills: skillsOf, desk: (id: AccountId) => desks.of(id) };
    floorView(hall, exchange.capabilities, names.find, exchange.nowMs(), of);
  };
  const asked: Readonly<Record<string, () => unknown>> = {
    'figures, calls by hour and forecast': () => figures.view(hall, settings.now(), exchange.nowMs()),
    'all operators': room,
    'what a shift hands on': () => shiftState(service, { hall, desks, names, alarms }),
    'running orders by county and department': createOverview(service),
    'causes of alarm': () => alarms.look(),
  };
  try {
    await new Promise((settled) => setTimeout(settled, SETTLE_MS));
    // What is only done the first time is done before.
    for (const ask of Object.values(asked)) await ask();
    const samples = new Map<string, number[]>();
    for (let round = 0; round < rounds; round += 1) {
      aheadMs += APART_MS;
      for (const [name, ask] of Object.entries(asked))
        samples.set(name, [...(samples.get(name) ?? []), await timed(async () => void (await ask()))]);
    }
    return [...samples].map(([name, taken]) => ({ name: `hall: ${name}`, values: percentiles(taken) }));
  } finally {
    stopCrew();
    await alarms.stop();
    await hall.stop();
    await figures.stop();
  }
}

/** Whether each reading comes as it does for a new centre. */
export function asForNew(fresh: readonly Figure[], full: readonly Figure[]): Check {
  const slower = full.filter(({ values }, place) => {
    const before = fresh[place]?.values['p50'] ?? 0;
    return (values['p50'] ?? Infinity) > Math.max(MOST_TIMES * before, UNNOTICED_MS);
  });
  return {
    name: `what the hall shows comes within ${MOST_TIMES} times what it takes a new centre, or ${UNNOTICED_MS} ms (p50)`,
    ok: slower.length === 0,
    found: slower.length === 0 ? `${full.length} readings` : slower.map(({ name }) => name).join(', '),
  };
}

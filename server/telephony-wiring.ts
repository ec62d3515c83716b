import type { AccountId } from '../shared/domain/ids.ts';
import type { Centre } from '../shared/sync/feed.ts';
import { demoCity } from './demo/cities.ts';
import { demoCallerNumbers } from './demo/callers.ts';
import { keepBook } from './calls/book.ts';
import { openPlan } from './calls/live-plan.ts';
import type { Live } from './feed/live.ts';
import { hallFacts } from './hall/alarm-facts.ts';
import { startAlarms } from './hall/alarms.ts';
import { createDeskStates } from './hall/desk-states.ts';
import { openLiveFigures } from './hall/live-figures.ts';
import { sendMessage } from './hall/message.ts';
import { createNames } from './hall/names.ts';
import { openHallSettings } from './hall/settings.ts';
import { startRecorder } from './recordings/recorder.ts';
import type { Vault } from './recordings/vault.ts';
import type { Service } from './service.ts';
import type { FloorParts } from './router/floor.ts';
import { keepDoor } from './telephony/doorkeeper.ts';
import { createFloorControl } from './telephony/floor.ts';
import { createHall } from './telephony/hall.ts';
import type { TelephonyPort } from './telephony/port.ts';
import { systemScheduler } from './telephony/scheduler.ts';
import { createSimulatedExchange } from './telephony/simulated/exchange.ts';
import { startTraffic } from './telephony/simulated/traffic.ts';

/** A desk that only changes its network, or whose page loads again, is back before this. */
const GRACE_MS = 10_000;
/** The demo's calls: mean time between two, seconds. */
const DEMO_MEAN_SECONDS = 45;

export interface TelephonyParts {
  readonly service: Service;
  readonly centre: Pick<Centre, 'wrapUpSeconds'>;
  readonly live: Live;
  /** Where recordings are kept. */
  readonly vault: Vault;
  /** Undefined: the simulated exchange. Null: none. */
  readonly port: TelephonyPort | null | undefined;
}

export interface Telephony {
  /** Null where this node has no exchange. */
  readonly exchange: FloorParts | null;
  stop(): Promise<void>;
}

/** Connects the exchange with the desks' live streams and the record of calls. */
export async function startTelephony({ service, centre, live, port, vault }: TelephonyParts): Promise<Telephony> {
  const { log } = service;
  const plan = await openPlan(service);
  if (port === null) return { exchange: null, stop: () => Promise.resolve() };
  const simulated = port === undefined ? simulate(service) : null;
  const exchange = simulated?.exchange ?? port;
  if (!exchange) return { exchange: null, stop: () => Promise.resolve() };
  const settings = await openHallSettings(service);
  const figures = await openLiveFigures(service);
  const kept = keepBook(service, () => plan.settings().callBackClosed);
  const book = figures.counting(kept);
  const stopDoor = keepDoor({
    port: exchange,
    plan: plan.plan,
    scheduler: systemScheduler,
    positionEvery: () => plan.settings().positionEvery,
    records: () => plan.settings().record,
    log,
  });
  const recorder = startRecorder(service, exchange, vault);
  const hall = createHall({ port: exchange, wrapUpSeconds: centre.wrapUpSeconds, plan: plan.plan, book, log });
  figures.follow(hall);
  const control = createFloorControl(hall, exchange, (from, to, text) => sendMessage(service, from, to, text));
  const desks = createDeskStates(service.nowMs, () => hall.touch());
  const names = createNames(service);
  const alarms = await startAlarms({
    service,
    settings: settings.now,
    facts: () => hallFacts({ hall, figures, desks, names }, exchange.nowMs()),
  });
  const leaving = new Map<AccountId, NodeJS.Timeout>();

  hall.onView((agent, view) => live.telephony(agent, view));
  live.onCallPlan(() => {
    Promise.all([plan.reload(), settings.reload()]).then(
      () => hall.replan(),
      (error: unknown) => log.error({ err: error }, 'call settings not read again'),
    );
  });
  live.onPresence((account, present) => {
    clearTimeout(leaving.get(account));
    desks.presence(account, present);
    leaving.delete(account);
    if (present) {
      hall.deskBack(account);
      live.telephony(account, hall.view(account));
    } else {
      leaving.set(
        account,
        setTimeout(() => {
          leaving.delete(account);
          hall.deskGone(account);
          control.leaveCalls(account).catch((error: unknown) => {
            log.warn({ err: error, account }, 'a supervisor whose desk has gone still hears a call');
          });
        }, GRACE_MS),
      );
    }
  });

  return {
    exchange: { hall, port: exchange, control, figures, settings, desks, names, alarms, skillsOf: plan.skillsOf },
    stop: async () => {
      for (const timer of leaving.values()) clearTimeout(timer);
      simulated?.stopTraffic();
      stopDoor();
      recorder.stop();
      await alarms.stop();
      await hall.stop();
      await Promise.all([kept.settled(), recorder.settled(), figures.stop()]);
    },
  };
}

/** The exchange without wires; in the demo people ring it by themselves. */
function simulate({ demo, pack }: Service) {
  const scheduler = systemScheduler;
  const exchange = createSimulatedExchange({ scheduler, random: Math.random });
  const [first, ...others] = demo ? demoCallerNumbers(demoCity(pack.city)) : [];
  const stopTraffic = first
    ? startTraffic({
        exchange,
        scheduler,
        random: Math.random,
        numbers: [first, ...others],
        meanSeconds: DEMO_MEAN_SECONDS,
      })
    : () => undefined;
  return { exchange, stopTraffic };
}

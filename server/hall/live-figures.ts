import { callersByHour, insertWrapUps, talliedCalls, wrapUpsSince, type WrapUpRow } from '../../db/central/hall.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import type { HallSettings } from '../../shared/hall/settings.ts';
import { REACHED, WAITING_SHOWN, type HallFigures } from '../../shared/hall/figures.ts';
import { forecastOf, median } from '../../shared/hall/forecast.ts';
import { createTally, dayStartMs, TALLY_MS, type AgentDay, type CallSums } from '../../shared/hall/tally.ts';
import { instant, msOf } from '../../shared/instant.ts';
import { maskPhone } from '../../shared/text/mask.ts';
import type { Service } from '../service.ts';
import { inLine } from '../telephony/acd.ts';
import type { Hall } from '../telephony/hall.ts';
import type { CallBook } from '../telephony/hall-options.ts';

/** The figures of the hall, kept as calls change and rebuilt from the rows at a start. */
export interface LiveFigures {
  /** The same book, whose calls are counted too. */
  counting(book: CallBook): CallBook;
  /** Counts the ends of 话后整理 from here on. */
  follow(hall: Hall): void;
  view(hall: Pick<Hall, 'people' | 'calls' | 'plan'>, settings: HallSettings, nowMs: number): HallFigures;
  /** Callers of the last 60 minutes. */
  lastHour(nowMs: number): CallSums;
  readonly agentDay: (agent: AccountId) => AgentDay;
  /** What is still to be written is. */
  stop(): Promise<void>;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;
/** Past weeks of which the medians are taken. */
const WEEKS = 8;
/** 话后整理 are written together; a killed service forgets those of so long, ms. */
const WRITE_MS = 5000;

type Medians = readonly (number | null)[];

export async function openLiveFigures(service: Service): Promise<LiveFigures> {
  const { db, log } = service;
  const tally = createTally();
  const since = instant(service.nowMs() - TALLY_MS);
  for (const { live, ...call } of await talliedCalls(db, since)) tally.take(call, live);
  for (const { from, to } of await wrapUpsSince(db, since)) tally.wrapUp(msOf(to), msOf(to) - msOf(from));
  let medians = await mediansFrom(service, dayStartMs(service.nowMs()));
  let mediansDay = dayStartMs(service.nowMs());
  let pending: WrapUpRow[] = [];
  let writing: Promise<void> = Promise.resolve();

  const timer = setInterval(() => void write(), WRITE_MS);
  timer.unref();

  function write(): Promise<void> {
    const rows = pending;
    pending = [];
    if (rows.length === 0) return writing;
    writing = writing
      .then(() => insertWrapUps(db, rows))
      .catch((error: unknown) => {
        log.warn({ err: error }, 'wrap-ups not kept; written again');
        pending.push(...rows);
      });
    return writing;
  }

  /** At midnight another weekday begins; until its medians are read, none are shown. */
  function mediansOf(day: number): Medians {
    if (day !== mediansDay) {
      mediansDay = day;
      medians = NO_MEDIANS;
      mediansFrom(service, day).then(
        (read) => {
          if (mediansDay === day) medians = read;
        },
        (error: unknown) => log.error({ err: error }, 'the medians of the day not read'),
      );
    }
    return medians;
  }

  return {
    counting: (book) => ({
      seen(record) {
        tally.take(record, true);
        book.seen(record);
      },
      ended(record) {
        tally.take(record, false);
        book.ended(record);
      },
      rebuilt(living) {
        tally.keepOnly(living);
        book.rebuilt(living);
      },
    }),
    follow(hall) {
      const wrapping = new Map<AccountId, number>();
      hall.onView((agent, { agent: { state, since: from }, at }) => {
        const began = wrapping.get(agent);
        if (state === 'wrapUp') {
          if (began === undefined) wrapping.set(agent, msOf(from));
          return;
        }
        if (began === undefined) return;
        wrapping.delete(agent);
        tally.wrapUp(msOf(at), msOf(at) - began);
        pending.push({ accountId: agent, from: instant(began), to: at });
      });
    },
    view(hall, settings, nowMs) {
      const day = dayStartMs(nowMs);
      const hour = Math.floor((nowMs - day) / HOUR_MS);
      const end = nowMs + MINUTE_MS;
      const usual = mediansOf(day);
      const [rollingDay, lastHour, today] = [
        tally.sum(nowMs - DAY_MS, end),
        tally.sum(nowMs - HOUR_MS, end),
        tally.hours(day),
      ];
      const agents = statesOf(hall);
      return {
        at: instant(nowMs),
        waiting: waitingIn(hall, nowMs),
        agents,
        today: tally.sum(day, end),
        rollingDay,
        lastHour,
        hours: today.map((calls, index) => ({ calls, median: usual[index] ?? null })),
        forecast: forecastOf({
          hour,
          today,
          medians: usual,
          served: rollingDay,
          lastHour: lastHour.answered + lastHour.abandoned,
          agents: agents.ready + agents.speaking + agents.wrapUp,
          promise: { answered: REACHED, within: settings.within15Percent / 100 },
        }),
      };
    },
    lastHour: (nowMs) => tally.sum(nowMs - HOUR_MS, nowMs + MINUTE_MS),
    agentDay: (agent) => tally.agentDay(agent),
    async stop() {
      clearInterval(timer);
      await write();
    },
  };
}

function statesOf({ people }: Pick<Hall, 'people'>): HallFigures['agents'] {
  const counts = { signedIn: people.size, ready: 0, speaking: 0, wrapUp: 0, away: 0 };
  for (const { state } of people.values()) {
    if (state === 'ready' || state === 'wrapUp') counts[state] += 1;
    else if (state === 'talking' || state === 'ringing') counts.speaking += 1;
    else counts.away += 1;
  }
  return counts;
}

function waitingIn({ calls, plan }: Pick<Hall, 'calls' | 'plan'>, nowMs: number): HallFigures['waiting'] {
  const line = inLine(calls.values(), plan, nowMs)
    .map(({ call }) => call)
    .toSorted((one, other) => msOf(one.queuedAt) - msOf(other.queuedAt));
  const callers = line.slice(0, WAITING_SHOWN).map(({ callId, callerNumber, queuedAt }) => ({
    callId,
    number: maskPhone(callerNumber),
    since: queuedAt,
  }));
  return { count: line.length, longestSince: line[0]?.queuedAt ?? null, callers };
}

const NO_MEDIANS: Medians = Array.from({ length: 48 }, () => null);

/** Of the weekday that begins at `day`, and of the one after it. Days without a single call were none of service. */
async function mediansFrom({ db }: Service, day: number): Promise<Medians> {
  const found: (number | null)[] = [];
  for (const start of [day, day + DAY_MS]) {
    const days: number[][] = [];
    for (let week = 1; week <= WEEKS; week += 1) {
      const from = start - week * 7 * DAY_MS;
      const rows = await callersByHour(db, instant(from), instant(from + DAY_MS));
      if (rows.length === 0) continue;
      const hours = Array.from({ length: 24 }, () => 0);
      for (const { hour, calls } of rows) hours[hour] = calls;
      days.push(hours);
    }
    for (let hour = 0; hour < 24; hour += 1) found.push(median(days.map((hours) => hours[hour] ?? 0)));
  }
  return found;
}

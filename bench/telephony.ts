// A real Asterisk, the centre as it is started in earnest, and what arrives at desks; needs root on Debian as the
// telephony tests do.
//
// Method, in one run, with every process on this machine and its one clock:
// 1. Event to painted desk. A desk in the web host and its page in a real Chromium, which is also the operator's phone
//    (WebRTC, a fake microphone). Callers ring one after another, are answered by key and hang up. The page stamps the
//    first frame in which the bar has the new state, taken one frame later, when it stands on the screen. The exchange's
//    times are those of its own log of lines (CEL, microseconds), read from its file when all is over: the operator's
//    line opened, the operator's line answered, the caller's line hung up. Arrival is from the caller's line to the
//    painted ring, with everything that the service decides in between.
// 2. New calls per second. Eight operators on real sockets to the same centre with desk phones that answer at once, and
//    callers by sipp at a growing rate who stay a second: those who are not served in it give up. From the exchange's
//    time of each operator's line to the desk's socket having it. The rate counts as carried while the median is at most
//    twice that of the slowest rate, and every caller got through to the queue.
// 3. Queue figures. What the centre's own figures say of all these calls, beside the same counted from the exchange's
//    log alone (support/exchange-log.ts). Counts must be equal, but for callers who hung up within 20 ms of the receiver
//    being lifted: the log does not say which came first, and their number is printed. Mean waits may differ by what
//    lies between the exchange's log line and its event.
//
// Options: --calls (default 200), --seconds (default 8, at each rate), --rates (default 2,5,10,20,30,40,60)
import { spawn } from 'node:child_process';
import { PHONE_ARGS } from '../build/scripts/chromium.ts';
import { ensureAsterisk, ensureTools } from '../build/scripts/asterisk.ts';
import { instant } from '../shared/instant.ts';
import { DEMO_PASSWORD } from '../server/demo/accounts.ts';
import { openSeat } from '../tests/support/central.ts';
import { startTestDesk } from '../tests/support/desk.ts';
import { startExchangeCentre } from '../tests/telephony/support/centre.ts';
import { startTestExchange, type TestExchange } from '../tests/telephony/support/hall-of-phones.ts';
import {
  callsIn,
  contestedIn,
  figuresIn,
  readLog,
  type LoggedFigures,
  type LoggedLine,
} from './support/exchange-log.ts';
import { watchStates } from './support/painted-states.ts';
import { openPhoneDesks, type HeardState } from './support/phone-desks.ts';
import { wholeNumber, type BenchInput, type Check, type Report } from './support/report.ts';
import { percentiles, thousandth } from './support/samples.ts';
import { agentState, openBrowser, signIn } from './support/window.ts';

const PAGE_OPERATOR = '1008';
const OPERATORS = ['1001', '1002', '1003', '1004', '1005', '1006', '1007'];
const SUPERVISOR = '1101';
const STAY_MS = 1000;
const WARM_UP = 3;
const DOUBLED = 2;
/** Between a line in the exchange's log and its event, ms. */
const WAIT_TOLERANCE_MS = 50;
const LOG_SETTLES_MS = 2000;

export async function run(input: BenchInput): Promise<Report> {
  const calls = wholeNumber(input, 'calls', 200);
  const seconds = wholeNumber(input, 'seconds', 8);
  const rates = (input.options.get('rates') ?? '2,5,10,20,30,40,60').split(',').map(Number);
  const asterisk = await ensureAsterisk();
  const missing = 'missing' in asterisk ? asterisk.missing : await ensureTools();
  if (missing !== null) throw new Error(`no real exchange: ${missing}`);
  const exchange = await startTestExchange();
  try {
    const centre = await startExchangeCentre(exchange.asterisk);
    try {
      const from = Date.now();
      const painted = await paintedCalls(exchange, centre.url, calls, input.tell);
      const steps = await loadedSteps(exchange, centre.url, rates, seconds, input.tell);
      await pause(LOG_SETTLES_MS);
      const office = openSeat(centre.url, 'bench office');
      await office.signIn(SUPERVISOR, DEMO_PASSWORD, true);
      const figures = await office.client.calls.figures({ from: instant(from), to: instant(Date.now()) });
      office.close();
      const log = readLog(exchange.asterisk.log());
      return reportOf({ painted, steps, figures, log, seconds });
    } finally {
      await centre.remove();
    }
  } finally {
    await exchange.stop();
  }
}

/** One call as the page showed it, ms since 1970. */
interface PaintedCall {
  readonly number: string;
  readonly ringing: number;
  readonly talking: number;
  readonly wrapUp: number;
}

async function paintedCalls(
  exchange: TestExchange,
  centreUrl: string,
  calls: number,
  tell: (line: string) => void,
): Promise<PaintedCall[]> {
  const browser = await openBrowser(PHONE_ARGS);
  const desk = await startTestDesk(centreUrl, 'bench');
  const found: PaintedCall[] = [];
  try {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      permissions: ['microphone'],
    });
    const page = await context.newPage();
    await page.goto(await desk.address());
    await signIn(page, PAGE_OPERATOR);
    await page.getByRole('button', { name: '话机，话机就绪' }).waitFor();
    await page.keyboard.press('Alt+I');
    await agentState(page, 'busy');
    const { reaches } = await watchStates(page);
    for (let index = 0; index < calls + WARM_UP; index += 1) {
      await page.keyboard.press('Alt+X');
      await agentState(page, 'ready');
      const number = `139${String(10_000_000 + index)}`;
      const caller = await exchange.callFrom(number);
      const ringing = await reaches('ringing');
      const answer = (): Promise<void> => page.keyboard.press('F2');
      await answer();
      const talking = await reaches('talking', answer);
      caller.hangUp();
      const wrapUp = await reaches('wrapUp');
      if (index >= WARM_UP) found.push({ number, ringing: ringing.atMs, talking: talking.atMs, wrapUp: wrapUp.atMs });
      // A blank draft is discarded without asking; the next call finds the screen as this one did.
      await page.getByRole('button', { name: /^放弃草稿/ }).click();
      await page.getByRole('tab').waitFor({ state: 'detached' });
      if (found.length > 0 && found.length % 50 === 0) tell(`${found.length} calls painted`);
    }
    await page.keyboard.press('Alt+O');
    await agentState(page, 'signedOut');
    return found;
  } finally {
    await desk.stop();
    await browser.close();
  }
}

/** What was heard at one rate. */
interface Step {
  readonly rate: number;
  readonly heard: readonly HeardState[];
  /** Callers who never got through. */
  readonly failed: number;
}

async function loadedSteps(
  exchange: TestExchange,
  centreUrl: string,
  rates: readonly number[],
  seconds: number,
  tell: (line: string) => void,
): Promise<Step[]> {
  const desks = await openPhoneDesks(centreUrl, exchange, OPERATORS);
  const steps: Step[] = [];
  try {
    for (const rate of rates) {
      const before = desks.heard.length;
      const failed = await callers(exchange, rate, rate * seconds);
      await pause(STAY_MS);
      steps.push({ rate, heard: desks.heard.slice(before), failed });
      tell(`${rate} calls/s: ${desks.heard.length - before} states heard, ${failed} callers failed`);
    }
    return steps;
  } finally {
    desks.close();
  }
}

/** Callers by sipp who stay a second. @returns how many did not get through */
function callers({ asterisk }: TestExchange, rate: number, count: number): Promise<number> {
  const { host, port } = asterisk.sip;
  const args = ['-sn', 'uac', '-s', '12345', '-m', String(count), '-r', String(rate), '-d', String(STAY_MS)];
  return new Promise((resolve, reject) => {
    const child = spawn('sipp', [...args, '-i', host, '-nostdin', `${host}:${port}`], { cwd: '/tmp' });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output = (output + chunk.toString('utf8')).slice(-8000)));
    child.stderr.resume();
    child.on('error', reject);
    child.on('close', () => resolve(Number(/Failed call\s*\|[^|]*\|\s*(\d+)/.exec(output)?.[1] ?? count)));
  });
}

interface Found {
  readonly painted: readonly PaintedCall[];
  readonly steps: readonly Step[];
  readonly figures: { readonly [K in keyof LoggedFigures]: LoggedFigures[K] };
  readonly log: ReadonlyMap<string, LoggedLine>;
  readonly seconds: number;
}

function reportOf({ painted, steps, figures, log, seconds }: Found): Report {
  const logged = callsIn(log);
  const own = figuresIn(logged);
  const lags = paintLags(painted, log);
  const loads = steps.map((step) => ({ ...step, lag: percentiles(heardLags(step.heard, log)) }));
  const base = loads[0]?.lag.p50 ?? 0;
  const carried = loads.filter(({ lag, failed }) => lag.p50 <= base * DOUBLED && failed === 0);
  const capacity = carriedUpTo(
    loads.map(({ rate }) => rate),
    new Set(carried.map(({ rate }) => rate)),
  );
  return {
    bench: 'telephony',
    what: `From the exchange's own time to the desk, ms, and the queue's figures beside the exchange's own log.`,
    parameters: {
      calls: painted.length,
      secondsAtEachRate: seconds,
      callersStayMs: STAY_MS,
      operators: OPERATORS.length,
    },
    figures: [
      { name: 'operator’s line opened, to 振铃 painted', values: percentiles(lags.ringing) },
      { name: 'operator’s line answered, to 通话 painted', values: percentiles(lags.talking) },
      { name: 'caller hung up, to 整理 painted', values: percentiles(lags.wrapUp) },
      { name: 'caller’s line opened, to 振铃 painted', values: percentiles(lags.arrival) },
      ...loads.map(({ rate, lag, heard, failed }) => ({
        name: `event to desk’s socket at ${rate} new calls/s`,
        values: { ...lag, events: heard.length, failed },
      })),
      { name: 'new calls per second before it doubles', values: { 'calls/s': capacity } },
      { name: 'the queue by the centre', values: numbersOf(figures) },
      { name: 'the queue by the exchange’s log', values: numbersOf(own) },
    ],
    checks: [
      {
        name: 'every painted call found in the log',
        ok: lags.talking.length === painted.length,
        found: `${lags.talking.length} of ${painted.length}`,
      },
      ...equal(figures, own, contestedIn(log)),
    ],
  };
}

/** The highest of the rates that were all carried up to it. */
function carriedUpTo(rates: readonly number[], carried: ReadonlySet<number>): number {
  let highest = 0;
  for (const rate of rates) {
    if (!carried.has(rate)) break;
    highest = rate;
  }
  return highest;
}

function paintLags(painted: readonly PaintedCall[], log: ReadonlyMap<string, LoggedLine>) {
  const byNumber = new Map(callsIn(log).map((call) => [call.number, call]));
  const lags = { ringing: [] as number[], talking: [] as number[], wrapUp: [] as number[], arrival: [] as number[] };
  for (const call of painted) {
    const caller = byNumber.get(call.number);
    const line = caller && log.get(`${caller.id}-2`);
    if (!line || line.answeredMs === null || caller.endedMs === null) continue;
    lags.ringing.push(call.ringing - line.startedMs);
    lags.talking.push(call.talking - line.answeredMs);
    lags.wrapUp.push(call.wrapUp - caller.endedMs);
    lags.arrival.push(call.ringing - caller.startedMs);
  }
  return lags;
}

function heardLags(heard: readonly HeardState[], log: ReadonlyMap<string, LoggedLine>): number[] {
  return heard.flatMap(({ line, state, atMs }) => {
    const logged = log.get(line);
    const since = state === 'ringing' ? logged?.startedMs : logged?.answeredMs;
    return typeof since === 'number' ? [atMs - since] : [];
  });
}

function numbersOf(figures: LoggedFigures): Record<string, number> {
  const { offered, answered, abandoned, within15, answerWaitMs, abandonWaitMs, longestWaitMs } = figures;
  const named = { offered, answered, abandoned, within15, answerWaitMs, abandonWaitMs, longestWaitMs };
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [name, thousandth(value ?? 0)]));
}

function equal(centre: LoggedFigures, log: LoggedFigures, contested: number): Check[] {
  const counts = (['offered', 'answered', 'abandoned', 'within15'] as const).map((name) => ({
    name: `${name}: the centre's equals the log's`,
    ok: Math.abs(centre[name] - log[name]) <= (name === 'offered' ? 0 : contested),
    found: `${centre[name]} and ${log[name]}, ${contested} hung up as the receiver was lifted`,
  }));
  const waits = (['answerWaitMs', 'abandonWaitMs', 'longestWaitMs'] as const).map((name) => {
    const apart = Math.abs((centre[name] ?? 0) - (log[name] ?? 0));
    return {
      name: `${name}: within ${WAIT_TOLERANCE_MS} ms of the log's`,
      ok: apart <= WAIT_TOLERANCE_MS,
      found: `${thousandth(apart)} ms apart`,
    };
  });
  return [...counts, ...waits];
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

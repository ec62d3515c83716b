// The supervisors' hall under load: from a change of somebody's state to the tile that shows it.
//
// Method: a centre on PGlite, a desk in the web host and the built renderer in Chromium, each processes of their own on
// this machine. So many operators without desks take calls at the simulated exchange; each call is five changes of state
// (queued, ringing, speaking, ended, wrap-up over). One operator more changes between 示忙 and 小休 at random moments; the
// exchange stamps the change, the page stamps the first frame in which that operator's row shows it (looked for on every
// animation frame). All clocks are this machine's one clock. The centre pushes the room at most once a second, so half a
// second is the mean that is meant. Afterwards the same page is the wall for a while: its heap after a collection is
// read twenty times over. Processor and memory are Linux's own account (memory: proportional share); the centre's hold
// the simulated exchange, the operators without desks and the database as well.
//
// Options: --agents (default 2000), --events a second (default 50), --seconds before the room (default 600),
//          --wall seconds before the wall (default 3600)
import type { CDPSession, Page } from 'playwright';
import { z } from 'zod';
import { DEMO_PASSWORD } from '../server/demo/accounts.ts';
import { msOf } from '../shared/instant.ts';
import { addOperators } from '../tests/support/at-rest.ts';
import { openSeat, type Seat } from '../tests/support/central.ts';
import { startTestCentre } from '../tests/support/centre.ts';
import { startTestDesk } from '../tests/support/desk.ts';
import { watchParts, type Part, type PartsWatch } from './support/parts.ts';
import { wholeNumber, type BenchInput, type Check, type Figure, type Report } from './support/report.ts';
import { percentiles, thousandth } from './support/samples.ts';
import { openBrowser, signIn } from './support/window.ts';

const OPERATOR = '1002';
const SUPERVISOR = '1101';
const EVENTS_A_CALL = 5;
const TALK_MS: [number, number] = [20_000, 60_000];
/** Looks at memory in each of the two times. */
const LOOKS = 20;
/** Growth that a collector's own breathing explains. */
const NOISE = 1.05;
const NOISE_MB = 2;
const TARGET_MS = 2000;

/** What the page holds after a collection. */
interface Held {
  readonly megabytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

export async function run(input: BenchInput): Promise<Report> {
  const agents = wholeNumber(input, 'agents', 2000);
  const events = wholeNumber(input, 'events', 50);
  const seconds = wholeNumber(input, 'seconds', 600);
  const wallSeconds = wholeNumber(input, 'wall', 3600);
  const browser = await openBrowser();
  const centre = await startTestCentre(undefined, { city: 'hebi', orders: 50 });
  const desk = await startTestDesk(centre.url, 'bench');
  const seats: Seat[] = [];
  try {
    const ids = await centre.atRest((db) => addOperators(db, agents));
    const seat = openSeat(centre.url, 'bench operator');
    seats.push(seat);
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    await page.goto(await desk.address());
    await signIn(page, SUPERVISOR);
    const { actor } = await seat.signIn(OPERATOR, DEMO_PASSWORD, true);
    await seat.client.telephony.command({ type: 'signIn' });
    await centre.crew(ids, events / EVENTS_A_CALL, TALK_MS);
    await page.keyboard.press('Control+Alt+B');
    await page.locator(`[data-agent="${actor.accountId}"]`).waitFor();
    input.tell(`${agents} operators, ${events} events a second`);
    const room = watchParts((seconds * 1000) / LOOKS, input.tell);
    const samples = await tiles(page, seat, actor.accountId, seconds, room, input.tell);
    const figures = room.figures('room');
    const cdp = await page.context().newCDPSession(page);
    const wallUse = watchParts((wallSeconds * 1000) / LOOKS / 2, input.tell);
    const heaps = await wall(page, cdp, wallSeconds, wallUse, input.tell);
    figures.push(...wallUse.figures('wall'));
    return reportOf({ agents, events, seconds, wallSeconds }, { samples, room, heaps, figures });
  } finally {
    for (const seat of seats) seat.close();
    await desk.stop();
    await centre.stop();
    await browser.close();
  }
}

/** Looks on every frame for the operator's state; the frame after the one that has it is when it stands on the screen. */
function watchOf(accountId: string): string {
  return `(() => {
    const seen = [];
    globalThis.seen = seen;
    const look = () => {
      const mark = document.querySelector('[data-agent="${accountId}"] .floor-state');
      const state = /floor-state-(busy|rest)/.exec(mark?.className ?? '')?.[1];
      if (state && state !== seen.at(-1)?.state) {
        const one = { state, at: Infinity };
        seen.push(one);
        requestAnimationFrame(() => { one.at = Date.now(); });
      }
      requestAnimationFrame(look);
    };
    look();
  })()`;
}

/** Changes one operator's state again and again. @returns from each change to the frame that shows it, ms */
async function tiles(
  page: Page,
  seat: Seat,
  accountId: string,
  seconds: number,
  use: PartsWatch,
  tell: (line: string) => void,
): Promise<number[]> {
  await page.evaluate(watchOf(accountId));
  const changed: { state: string; at: number }[] = [];
  const end = performance.now() + seconds * 1000;
  for (let rest = true; performance.now() < end; rest = !rest) {
    const { agent } = await seat.client.telephony.command(rest ? { type: 'rest', reason: 'meal' } : { type: 'busy' });
    changed.push({ state: agent.state, at: msOf(agent.since) });
    await page.waitForTimeout(3000 + Math.random() * 2000);
    use.look();
    if (changed.length % 20 === 0) tell(`${changed.length} changes shown`);
  }
  const seen = z.array(z.object({ state: z.string(), at: z.number() })).parse(await page.evaluate('globalThis.seen'));
  return changed.map(({ state, at }) => {
    const shown = seen.find((one) => one.state === state && one.at >= at);
    if (!shown) throw new Error(`the change to ${state} was never painted`);
    return shown.at - at;
  });
}

/** The wall's heap after a collection, MB, first to last. */
async function wall(
  page: Page,
  cdp: CDPSession,
  seconds: number,
  use: PartsWatch,
  tell: (line: string) => void,
): Promise<Held[]> {
  await page.getByRole('button', { name: '大屏' }).click();
  await page.getByRole('main', { name: '运行大屏' }).waitFor();
  await cdp.send('Performance.enable');
  const all: Held[] = [];
  for (let look = 0; look <= LOOKS; look += 1) {
    if (look > 0) await page.waitForTimeout((seconds * 1000) / LOOKS);
    use.look();
    await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    const of = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
    const held = { megabytes: of('JSHeapUsedSize') / 2 ** 20, nodes: of('Nodes'), listeners: of('JSEventListeners') };
    all.push(held);
    tell(`wall ${look} of ${LOOKS}: ${thousandth(held.megabytes)} MB, ${held.nodes} nodes`);
  }
  return all;
}

interface Measured {
  readonly samples: readonly number[];
  readonly room: PartsWatch;
  readonly heaps: readonly Held[];
  readonly figures: readonly Figure[];
}

function reportOf(parameters: Report['parameters'], { samples, room, heaps, figures: used }: Measured): Report {
  const painted = percentiles(samples);
  const third = Math.max(1, Math.floor(heaps.length / 3));
  const thirds = (of: (held: Held) => number): { early: number; late: number; most: number } => {
    const all = heaps.map(of);
    return {
      early: percentiles(all.slice(0, third)).p50,
      late: percentiles(all.slice(-third)).p50,
      most: thousandth(Math.max(...all)),
    };
  };
  const heap = thirds(({ megabytes }) => megabytes);
  const figures: Figure[] = [
    { name: 'change of state to the tile painted, ms', values: { ...painted, samples: samples.length } },
    ...used,
    { name: 'wall: heap after a collection, MB (first third, last third, most)', values: heap },
    { name: 'wall: DOM nodes (the same)', values: thirds(({ nodes }) => nodes) },
    { name: 'wall: listeners (the same)', values: thirds(({ listeners }) => listeners) },
  ];
  return {
    bench: 'hall',
    what: 'The hall under load: change to painted tile, what the programs use, and the heap of the wall.',
    parameters,
    figures,
    checks: [
      { name: `painted within ${TARGET_MS} ms (p99)`, ok: painted.p99 <= TARGET_MS, found: `${painted.p99} ms` },
      {
        name: 'the wall’s heap does not grow',
        ok: heap.late <= heap.early * NOISE + NOISE_MB,
        found: `${heap.early} MB early, ${heap.late} MB late`,
      },
      ...(['centre', 'desk'] as const).map((part) => flat(part, room)),
    ],
  };
}

/** Whether a program holds no more in the last third of the time than in the one before. */
function flat(part: Part, room: PartsWatch): Check {
  const { before, after } = room.growth(part);
  const ok = after <= before * NOISE + NOISE_MB;
  return { name: `memory of the ${part} is flat`, ok, found: `${before} MB, then ${after} MB` };
}

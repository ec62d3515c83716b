// The supervisors' hall under load: from a change of somebody's state to the tile that shows it.
//
// Method: a centre on PGlite, a desk in the web host and the built renderer in Chromium, each processes of their own on
// this machine. So many operators without desks take calls at the simulated exchange; each call is five changes of state
// (queued, ringing, speaking, ended, wrap-up over). One operator more changes between 示忙 and 小休 at random moments; the
// exchange stamps the change, the page stamps the first frame in which that operator's row shows it (looked for on every
// animation frame). All clocks are this machine's one clock. The centre pushes the room at most once a second, so half a
// second is the mean that is meant. Afterwards the same page is the wall for a while: its heap after a collection is
// read twenty times over. Processor and memory are Linux's own account (memory: proportional share).
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
import { memoryOfTree } from './support/memory.ts';
import { processorSeconds } from './support/processor.ts';
import { wholeNumber, type BenchInput, type Figure, type Report } from './support/report.ts';
import { percentiles, thousandth } from './support/samples.ts';
import { openBrowser, signIn } from './support/window.ts';

const OPERATOR = '1002';
const SUPERVISOR = '1101';
const EVENTS_A_CALL = 5;
const TALK_MS: [number, number] = [20_000, 60_000];
const WALL_LOOKS = 20;
/** Growth that a collector's own breathing explains. */
const NOISE = 1.05;
const NOISE_MB = 2;
const TARGET_MS = 2000;

export async function run(input: BenchInput): Promise<Report> {
  const agents = wholeNumber(input, 'agents', 2000);
  const events = wholeNumber(input, 'events', 50);
  const seconds = wholeNumber(input, 'seconds', 600);
  const wallSeconds = wholeNumber(input, 'wall', 3600);
  const browser = await openBrowser();
  const centre = await startTestCentre(undefined, { city: 'hebi', orders: 50 });
  const desk = await startTestDesk(centre.url, 'bench');
  const seat = openSeat(centre.url, 'bench operator');
  try {
    const ids = await centre.atRest((db) => addOperators(db, agents));
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    await page.goto(await desk.address());
    await signIn(page, SUPERVISOR);
    const { actor } = await seat.signIn(OPERATOR, DEMO_PASSWORD, true);
    await seat.client.telephony.command({ type: 'signIn' });
    await centre.crew(ids, events / EVENTS_A_CALL, TALK_MS);
    await page.keyboard.press('Control+Alt+B');
    await page.locator(`[data-agent="${actor.accountId}"]`).waitFor();
    input.tell(`${agents} operators, ${events} events a second`);
    const before = processors();
    const started = performance.now();
    const samples = await tiles(page, seat, actor.accountId, seconds, input.tell);
    const used = processors(before, (performance.now() - started) / 1000);
    const cdp = await page.context().newCDPSession(page);
    const heaps = await wall(page, cdp, wallSeconds, input.tell);
    return reportOf({ agents, events, seconds, wallSeconds }, samples, used, heaps);
  } finally {
    seat.close();
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
  tell: (line: string) => void,
): Promise<number[]> {
  await page.evaluate(watchOf(accountId));
  const changed: { state: string; at: number }[] = [];
  const end = performance.now() + seconds * 1000;
  for (let rest = true; performance.now() < end; rest = !rest) {
    const { agent } = await seat.client.telephony.command(rest ? { type: 'rest', reason: 'meal' } : { type: 'busy' });
    changed.push({ state: agent.state, at: msOf(agent.since) });
    await page.waitForTimeout(3000 + Math.random() * 2000);
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
async function wall(page: Page, cdp: CDPSession, seconds: number, tell: (line: string) => void): Promise<number[]> {
  await page.getByRole('button', { name: '大屏' }).click();
  await page.getByRole('main', { name: '运行大屏' }).waitFor();
  await cdp.send('Performance.enable');
  const heaps: number[] = [];
  for (let look = 0; look <= WALL_LOOKS; look += 1) {
    if (look > 0) await page.waitForTimeout((seconds * 1000) / WALL_LOOKS);
    await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    heaps.push((metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN) / 2 ** 20);
    tell(`wall ${look} of ${WALL_LOOKS}: ${thousandth(heaps.at(-1) ?? NaN)} MB`);
  }
  return heaps;
}

type Part = 'centre' | 'desk' | 'window';
const PARTS: readonly (readonly [part: Part, command: RegExp])[] = [
  ['centre', /centre-process/],
  ['desk', /desk-process|station/],
  ['window', /--type=renderer/],
];
type Used = ReadonlyMap<Part, { readonly seconds: number; readonly megabytes: number }>;

/** What the programs have used; of a share of one processor since `before` where that is given. */
function processors(before?: Used, seconds = 1): Used {
  const used = new Map<Part, { seconds: number; megabytes: number }>();
  for (const { pid, command, megabytes } of memoryOfTree(process.pid)) {
    const part = PARTS.find(([, pattern]) => pattern.test(command))?.[0];
    if (!part) continue;
    const sum = used.get(part) ?? { seconds: 0, megabytes: 0 };
    used.set(part, { seconds: sum.seconds + (processorSeconds(pid) ?? 0), megabytes: sum.megabytes + megabytes });
  }
  if (!before) return used;
  return new Map(
    [...used].map(([part, now]) => [
      part,
      { seconds: (now.seconds - (before.get(part)?.seconds ?? 0)) / seconds, megabytes: now.megabytes },
    ]),
  );
}

function reportOf(
  parameters: Report['parameters'],
  samples: readonly number[],
  used: Used,
  heaps: readonly number[],
): Report {
  const painted = percentiles(samples);
  const third = Math.max(1, Math.floor(heaps.length / 3));
  const early = percentiles(heaps.slice(0, third)).p50;
  const late = percentiles(heaps.slice(-third)).p50;
  const figures: Figure[] = [
    { name: 'change of state to the tile painted, ms', values: { ...painted, samples: samples.length } },
    ...[...used].map(([part, { seconds, megabytes }]) => ({
      name: `${part}: share of one processor, memory MB`,
      values: { processor: thousandth(seconds), megabytes: Math.round(megabytes) },
    })),
    { name: 'wall: heap after a collection, MB', values: { early, late, most: thousandth(Math.max(...heaps)) } },
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
        ok: late <= early * NOISE + NOISE_MB,
        found: `${early} MB early, ${late} MB late`,
      },
    ],
  };
}

// From a ringing call to what the operator sees of it.
//
// Method: a centre on PostgreSQL with many orders, a desk in the web host whose replica holds the recent ones, and the
// built renderer in Chromium, each a process of its own on this machine. Calls of known callers are placed one after
// another; the exchange stamps each when it rings and when it is answered, the page stamps the first frame in which the
// thing is painted (looked for on every animation frame, taken one frame later, when it is on the screen). All clocks
// are this machine's one clock. Measured: ring to the caller's card with everything the replica knows of the number;
// answer (by key) to the form with the hand in 诉求内容; from the key's press to the same, which adds the way to the
// exchange and back.
//
// Options: --centre (default 1000000 orders), --replica (default 200000), --calls (default 40)
import type { Page } from 'playwright';
import { startTestCentre, type TestCentre } from '../tests/support/centre.ts';
import { startTestDesk } from '../tests/support/desk.ts';
import { fillCentre } from './support/fill-centre.ts';
import { startPostgres } from './support/postgres.ts';
import { wholeNumber, type BenchInput, type Report } from './support/report.ts';
import { percentiles } from './support/samples.ts';
import { agentState, openBrowser, signIn } from './support/window.ts';
import { knownCallers } from './support/known-callers.ts';
import { watchPaint, type Painted, type PaintWatch } from './support/paint.ts';

const OPERATOR = '1001';
const SYNC_LIMIT_MS = 1_800_000;
const LOOK_MS = 5000;
/** A snapshot that is only slow is not taken for a whole one. */
const STILL_LOOKS = 4;
const WARM_UP = 3;
/** A blink is about 150 ms; the brief's own limit for a pop. */
const TARGET_MS = 150;

export async function run(input: BenchInput): Promise<Report> {
  const centreOrders = wholeNumber(input, 'centre', 1_000_000);
  const replicaOrders = Math.min(centreOrders, wholeNumber(input, 'replica', 200_000));
  const calls = wholeNumber(input, 'calls', 40);
  const browser = await openBrowser();
  const postgres = await startPostgres();
  try {
    const databaseUrl = await postgres.database('centre');
    const centre = await startTestCentre(databaseUrl);
    try {
      await fillCentre({ databaseUrl, total: centreOrders, recent: replicaOrders, tell: input.tell });
      const callers = await knownCallers(databaseUrl, calls + WARM_UP);
      const desk = await startTestDesk(centre.url, 'bench');
      try {
        const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
        const watch = watchPaint(page);
        await page.goto(await desk.address());
        await signIn(page, OPERATOR);
        const held = await filled(page, input.tell);
        await page.keyboard.press('Alt+I');
        await agentState(page, 'busy');
        const samples: Painted[] = [];
        for (const [index, number] of callers.entries()) {
          const painted = await oneCall(page, watch, centre, number);
          if (index >= WARM_UP) samples.push(painted);
        }
        return reportOf({ centreOrders, held, samples });
      } finally {
        await desk.stop();
      }
    } finally {
      await centre.kill();
      await centre.stop();
    }
  } finally {
    await browser.close();
    await postgres.stop();
  }
}

/** Waits until the snapshot is whole and the list grows no more. @returns orders in the replica */
async function filled(page: Page, tell: (line: string) => void): Promise<number> {
  await page.keyboard.press('Control+2');
  await page.getByText('全部', { exact: true }).click();
  const synced = page.getByText('已同步', { exact: true }).first();
  const counted = page.getByText(/^共 [\d,]+ 件$/);
  const deadline = Date.now() + SYNC_LIMIT_MS;
  let held = -1;
  for (let still = 0; still < STILL_LOOKS;) {
    if (Date.now() > deadline) throw new Error(`the replica did not fill: ${held} orders`);
    await page.waitForTimeout(LOOK_MS);
    const now = Number((await counted.innerText()).replaceAll(/\D/g, ''));
    still = now === held && (await synced.isVisible()) ? still + 1 : 0;
    if (now !== held) tell(`${now} orders in the replica`);
    held = now;
  }
  await page.keyboard.press('Control+1');
  return held;
}

async function oneCall(page: Page, watch: PaintWatch, centre: TestCentre, number: string): Promise<Painted> {
  await page.keyboard.press('Alt+X');
  await agentState(page, 'ready');
  const card = await watch.expectCard();
  const callId = await centre.placeCall(number);
  const ringToCard = await card(callId);
  const form = await watch.answerByKey(callId);
  await centre.callerHangsUp(callId);
  await agentState(page, 'wrapUp');
  // A blank draft is discarded without asking; the next call finds the screen as this one did.
  await page.getByRole('button', { name: /^放弃草稿/ }).click();
  await page.getByRole('tab').waitFor({ state: 'detached' });
  return { ringToCard, ...form };
}

interface Found {
  readonly centreOrders: number;
  readonly held: number;
  readonly samples: readonly Painted[];
}

function reportOf({ centreOrders, held, samples }: Found): Report {
  const card = percentiles(samples.map(({ ringToCard }) => ringToCard));
  const form = percentiles(samples.map(({ answerToForm }) => answerToForm));
  const key = percentiles(samples.map(({ keyToForm }) => keyToForm));
  return {
    bench: 'pop',
    what: `From ring to painted, ms, with ${centreOrders.toLocaleString('en')} orders at the centre and ${held.toLocaleString('en')} in the replica.`,
    parameters: { centreOrders, replicaOrders: held, calls: samples.length },
    figures: [
      { name: 'ring to the caller with all that is known of the number', values: card },
      { name: 'answered to the form, hand in 诉求内容', values: form },
      { name: 'key pressed to the same', values: key },
    ],
    checks: [
      { name: `ring to caller p95 at most ${TARGET_MS} ms`, ok: card.p95 <= TARGET_MS, found: `${card.p95} ms` },
      { name: `answered to form p95 at most ${TARGET_MS} ms`, ok: form.p95 <= TARGET_MS, found: `${form.p95} ms` },
    ],
  };
}

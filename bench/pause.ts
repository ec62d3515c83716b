// What a desk does in each pause of somebody who writes down what a caller says: subject and unit, articles that answer,
// earlier requests like it, place, urgency signs and what is missing.
//
// Method: the demo generator's orders and its articles are loaded into an encrypted replica through the writer thread, as
// a snapshot loads them, and the reader and searcher threads are waited for until they have taken all in. Then what
// newer orders of the same generator say is written again, and at each pause (every eight characters) everything is asked
// at once, as the screen does; a sample is the time until the last answer is back in the main thread. Processor time is
// that of the whole process: on a machine shared with others the steadier figure.
//
// Options: --orders (default 20000), --texts (default 60)
import { demoArticles } from '../server/demo/articles.ts';
import { demoOrders } from '../server/demo/orders.ts';
import { demoPlaces } from '../server/demo/place-list.ts';
import { HEBI } from '../server/demo/cities/hebi.ts';
import { createGazetteer } from '../shared/hints/gazetteer.ts';
import { missingFacts } from '../shared/hints/missing-facts.ts';
import { urgencySigns } from '../shared/hints/urgency.ts';
import type { Row } from '../shared/sync/feed.ts';
import type { SearcherApi } from '../station/store/searcher.ts';
import { startThread, type Thread } from '../station/threads/thread.ts';
import { benchActor, openDeskStore, referenceRows } from './support/desk-store.ts';
import { wholeNumber, type BenchInput, type Report } from './support/report.ts';
import { percentiles, thousandth, timed } from './support/samples.ts';

const SEED = 20261121;
const EVERY = 8;
const HITS = 20;
const TARGET_MS = 10;
const WARM_UP = 20;

export async function run(input: BenchInput): Promise<Report> {
  const orders = wholeNumber(input, 'orders', 20_000);
  const count = wholeNumber(input, 'texts', 60);
  const store = await openDeskStore();
  const searcher = startThread<SearcherApi>({
    nowMs: Date.now,
    onChanged: () => {},
    onLog: () => {},
    onRestart: () => {},
    file: 'searcher.worker',
    data: { replica: store.opened.places.replica },
  });
  try {
    await store.load(rowsOf(orders), (loaded) => {
      if (loaded % 5_000 === 0) input.tell(`loaded ${loaded} rows`);
    });
    await store.reader.call('changed', ['orders']);
    await taken(store.reader, searcher);
    input.tell('asking');
    const cpuBefore = process.cpuUsage();
    const samples = await pauses(store.reader, searcher, textsOf(count));
    const cpu = process.cpuUsage(cpuBefore);
    const cpuMs = thousandth((cpu.user + cpu.system) / 1000 / (samples.length + WARM_UP));
    const names = Object.keys(samples.at(-1) ?? {});
    const all = names.map((name) => ({ name, values: percentiles(samples.map((one) => one[name] ?? 0)) }));
    const whole = all.find(({ name }) => name === WHOLE)?.values;
    return {
      bench: 'pause',
      what: `What is asked at each pause of somebody who writes, over ${orders} orders, ms.`,
      parameters: { orders, texts: count, pauses: samples.length },
      figures: [...all, { name: 'processor time of all threads, a pause', values: { mean: cpuMs } }],
      checks: [
        {
          name: `everything at p50 at most ${TARGET_MS} ms`,
          ok: (whole?.p50 ?? Infinity) <= TARGET_MS,
          found: `${whole?.p50 ?? '?'} ms`,
        },
      ],
    };
  } finally {
    await searcher.stop();
    await store.stop();
  }
}

const WHOLE = 'everything, until the last answer';

function* rowsOf(orders: number): Generator<Row> {
  yield* referenceRows();
  for (const data of demoArticles()) yield { entity: 'article', id: data.id, version: data.version, data };
  for (const data of demoOrders(SEED, Date.now(), orders))
    yield { entity: 'order', id: data.order.id, version: data.order.version, data };
}

function textsOf(count: number): string[] {
  return Array.from(demoOrders(SEED + 1, Date.now(), count), ({ order }) => order.request.content);
}

type Reader = Awaited<ReturnType<typeof openDeskStore>>['reader'];

/** The indexes go on in between calls: they have all once the same question takes no longer any more. */
async function taken(reader: Reader, searcher: Thread<SearcherApi>): Promise<void> {
  await searcher.call('warm');
  while (await searcher.call('isBehind')) await new Promise((resolve) => setTimeout(resolve, 50));
  for (let quiet = 0; quiet < 20;) {
    const ms = await timed(() => reader.call('units'));
    quiet = ms < 2 ? quiet + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function pauses(
  reader: Reader,
  searcher: Thread<SearcherApi>,
  texts: readonly string[],
): Promise<Record<string, number>[]> {
  const actor = benchActor();
  const gazetteer = createGazetteer(demoPlaces(HEBI));
  const all: Record<string, number>[] = [];
  for (const whole of texts) {
    for (let end = EVERY; end < whole.length + EVERY; end += EVERY) {
      const text = whole.slice(0, end);
      const sample: Record<string, number> = {};
      const part = async (name: string, work: () => Promise<unknown> | void): Promise<void> => {
        sample[name] = await timed(work);
      };
      await part(WHOLE, async () => {
        await part('place, urgency, missing facts', () => {
          urgencySigns(text);
          gazetteer.find(text);
          missingFacts({ text, subjectPath: [], place: '', occurredAt: null, accusedUnit: '' });
        });
        const question = { query: text.slice(-400), unitId: null, area: null, kinds: [], inForceOnly: false };
        await Promise.all([
          part('articles', () => searcher.call('search', { ...question, limit: HITS })),
          part('subject', () => reader.call('suggestSubjects', text, actor)),
          part('unit', () => reader.call('suggestUnits', { text, subjectId: null }, actor)),
          part('similar requests', () =>
            reader.call('similar', { text, phone: '13800000000', subjectId: null, exclude: null }, actor),
          ),
        ]);
      });
      all.push(sample);
    }
  }
  return all.slice(WARM_UP);
}

// The order list of a desk that holds many orders.
//
// Method: the demo generator's orders are loaded into an encrypted replica through the writer thread, as a snapshot
// loads them. Then the list screen's own filters are asked of the reader thread, one request at a time as the screen
// does, each answered with the page and the count of all rows. A sample is the time from the call to the answer in the
// main thread, so it holds the thread's queue, SQLite, unmasking rules and the copy between threads, and not the
// station's socket. Cases are asked in turn, round after round, so that a slow moment of the machine falls on all.
//
// Options: --orders (default 200000), --rounds (default 60)
import { FIRST_QUERY, orderFilter, withView, type ListQuery } from '../renderer/features/orders/query.ts';
import { demoOrders } from '../server/demo/orders.ts';
import { beijingDate } from '../shared/instant.ts';
import { addDays } from '../shared/policy/calendar.ts';
import type { Row } from '../shared/sync/feed.ts';
import { benchActor, openDeskStore, referenceRows } from './support/desk-store.ts';
import { wholeNumber, type BenchInput, type Report } from './support/report.ts';
import { percentiles, timed, thousandth } from './support/samples.ts';

const SEED = 20261121;
/** What the screen asks for at once when the list opens, and while it scrolls. */
const PAGE = 100;
/** A list that answers within two frames of 60 Hz is not felt to load. */
const TARGET_P99_MS = 33;

interface Case {
  readonly name: string;
  readonly query: ListQuery;
  readonly offset: (round: number, total: number) => number;
}

export async function run(input: BenchInput): Promise<Report> {
  const orders = wholeNumber(input, 'orders', 200_000);
  const rounds = wholeNumber(input, 'rounds', 60);
  const store = await openDeskStore();
  try {
    const startedMs = performance.now();
    await store.load(rowsOf(orders), (loaded) => {
      if (loaded % 20_000 === 0) input.tell(`loaded ${loaded} rows`);
    });
    const loadS = (performance.now() - startedMs) / 1000;
    const found = await measure(store.reader, rounds);
    return {
      bench: 'list',
      what: `The order list and its filters over ${orders.toLocaleString('en')} orders in the encrypted replica, ms per page of ${PAGE}, asked through the reader thread.`,
      parameters: { orders, rounds, page: PAGE, cipher: store.opened.places.replica.cipher },
      figures: [
        ...found.map(({ name, samples, total }) => ({ name, values: { ...percentiles(samples), rows: total } })),
        { name: 'loading the replica', values: { 'orders/s': Math.round(orders / loadS) } },
        {
          name: 'memory of the process with both threads',
          values: { MB: thousandth(process.memoryUsage.rss() / 2 ** 20) },
        },
      ],
      checks: found.map(({ name, samples }) => {
        const { p99 } = percentiles(samples);
        return { name: `${name}: p99 at most ${TARGET_P99_MS} ms`, ok: p99 <= TARGET_P99_MS, found: `${p99} ms` };
      }),
    };
  } finally {
    await store.stop();
  }
}

function* rowsOf(orders: number): Generator<Row> {
  yield* referenceRows();
  for (const data of demoOrders(SEED, Date.now(), orders)) {
    yield { entity: 'order', id: data.order.id, version: data.order.version, data };
  }
}

type Reader = Awaited<ReturnType<typeof openDeskStore>>['reader'];

async function measure(reader: Reader, rounds: number): Promise<{ name: string; samples: number[]; total: number }[]> {
  const actor = benchActor();
  const filter = orderFilter(withView(FIRST_QUERY, 'all'));
  const { total } = await reader.call('orders', { filter, offset: 0, limit: 1 }, actor);
  const middle = await reader.call('orders', { filter, offset: Math.floor(total / 2), limit: 1 }, actor);
  const sample = middle.rows.at(0);
  if (!sample?.number) throw new Error('the replica shows no order with a number');
  const measured = casesFor(sample.number).map((one) => ({ ...one, samples: new Array<number>(), total: 0 }));
  for (let round = -2; round < rounds; round += 1) {
    for (const one of measured) {
      const wanted = { filter: orderFilter(one.query), offset: one.offset(Math.max(0, round), one.total), limit: PAGE };
      const took = await timed(async () => {
        one.total = (await reader.call('orders', wanted, actor)).total;
      });
      // The first two rounds warm the page cache, as a desk in use has.
      if (round >= 0) one.samples.push(took);
    }
  }
  const opened: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    opened.push(await timed(() => reader.call('order', sample.id, actor, false)));
  }
  return [
    ...measured.map(({ name, samples, total: found }) => ({ name, samples, total: found })),
    { name: 'one order opened', samples: opened, total: 1 },
  ];
}

function casesFor(number: string): readonly Case[] {
  const top = (): number => 0;
  const all = withView(FIRST_QUERY, 'all');
  const today = beijingDate(Date.now());
  const searched = (name: string, text: string): Case => ({ name, query: { ...all, text }, offset: top });
  return [
    { name: '全部, newest first', query: all, offset: top },
    // A prime stride visits the whole length evenly: a scrollbar let go anywhere.
    {
      name: '全部, scrolled anywhere',
      query: all,
      offset: (round, total) => (round * 7_919 * PAGE) % Math.max(1, total),
    },
    { name: '全部, the far end', query: all, offset: (_, total) => Math.max(0, total - PAGE) },
    { name: '全部, by time limit', query: { ...all, sort: 'due' }, offset: top },
    { name: '我的工单', query: withView(FIRST_QUERY, 'mine'), offset: top },
    { name: '办理中', query: withView(FIRST_QUERY, 'handling'), offset: top },
    { name: '快到期', query: withView(FIRST_QUERY, 'soon'), offset: top },
    { name: '超期', query: withView(FIRST_QUERY, 'overdue'), offset: top },
    { name: '待送出', query: withView(FIRST_QUERY, 'pending'), offset: top },
    {
      name: '投诉 + 举报, 转办',
      query: { ...all, categories: ['complaint', 'report'], modes: ['forward'] },
      offset: top,
    },
    { name: 'seven days', query: { ...all, from: addDays(today, -6), to: today }, offset: top },
    searched('search: official number', number),
    searched('search: end of a number', number.slice(-6)),
    searched('search: two characters', '施工'),
    searched('search: four characters', '夜间施工'),
    searched('search: two words', '小区 暖气'),
    searched('search: nothing found', '没有这样的词句'),
  ];
}

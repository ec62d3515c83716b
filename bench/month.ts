// The report of a month at a centre that has long been at work.
//
// Method: a demo city's orders go through the program's own counting on a PostgreSQL of the npm registry, and are then
// copied within the database, row by row with their lines of the figures, until there are as many as asked for; their
// days stay as they were spread. Measured are the month's and the year's table by department and the first page of
// orders behind one figure, and the hot topics of each window with the requests behind the first, once before the copying
// (a new centre) and once after it, each copy at one of fifty places of its own; and beside them the month's table
// summed up in one plain SQL query from the lines of the figures, and again from the orders' own documents for 受理件数
// alone, all in turn, round after round. The checks compare every sum; at the end the program's own check recounts all
// figures from all orders.
//
// Options: --orders (default 200000; 2000000 needs about 20 GB of disk and 20 minutes), --rounds (default 10),
// --recount=no leaves the last check out; --database=postgres://… measures at a copy of a centre's database instead
import { Client } from 'pg';
import { pino } from 'pino';
import { openCentralDatabase } from '../db/central/open.ts';
import { foldSlots } from '../db/central/slots.ts';
import { seedDemo } from '../server/demo/seed.ts';
import { checkFigures } from '../server/figures/check.ts';
import { reportClusters } from '../server/reports/clusters.ts';
import { reportRows } from '../server/reports/rows.ts';
import { reportTable } from '../server/reports/table.ts';
import type { Service } from '../server/service.ts';
import { prepareCentre } from '../server/start-up.ts';
import { hotTopics, topicRows } from '../server/topics/topics.ts';
import type { ReportTable } from '../shared/contract/reports.ts';
import type { Topic } from '../shared/contract/topics.ts';
import type { Actor } from '../shared/domain/people.ts';
import { accountIdSchema } from '../shared/domain/ids.ts';
import { NO_FILTER } from '../shared/figures/facets.ts';
import { beijingDate } from '../shared/instant.ts';
import { addDays } from '../shared/policy/calendar.ts';
import { packOf } from '../shared/policy/packs.ts';
import { copyOrders } from './support/fill-month.ts';
import { asForNew, hallReadings } from './support/hall-readings.ts';
import { startPostgres } from './support/postgres.ts';
import { wholeNumber, type BenchInput, type Check, type Figure, type Report } from './support/report.ts';
import { percentiles, timed } from './support/samples.ts';

/** Made by the program itself; the others are copies of these. */
const SEEDED = 4000;
/** A report that comes within this is not felt to be worked out. */
const TARGET_P50_MS = 1000;
/** Against a new centre, which has some orders a day: noise, and more units that have figures at all. */
const MOST_TIMES = 10;
/** Each takes as long as all reports together. */
const PLAIN_ROUNDS = 2;

const PLAIN_LINES = `
SELECT figure, sum(n)::int AS n FROM figure_rows WHERE day BETWEEN $1::date AND $2::date GROUP BY figure, unit_id`;
const PLAIN_ORDERS = `
SELECT data->>'unitId' AS unit, count(*)::int AS n FROM orders
WHERE ((data->>'createdAt')::timestamptz AT TIME ZONE 'Asia/Shanghai')::date BETWEEN $1::date AND $2::date GROUP BY 1`;

export async function run(input: BenchInput): Promise<Report> {
  const wanted = wholeNumber(input, 'orders', 200_000, SEEDED);
  const rounds = wholeNumber(input, 'rounds', 10);
  const postgres = await startPostgres();
  try {
    const databaseUrl = await postgres.database('month');
    const db = await openCentralDatabase({ databaseUrl, dataDir: '', onTrouble: () => undefined });
    try {
      const service: Service = {
        db,
        log: pino({ level: 'silent' }),
        pack: packOf('hebi'),
        demo: true,
        nowMs: () => Date.now(),
      };
      await prepareCentre(service);
      await seedDemo(service, SEEDED);
      await db.write('VACUUM (ANALYZE)');
      const fresh = await readings(service, rounds);
      const given = input.options.get('database');
      const filled = given ?? databaseUrl;
      if (!given) await copyOrders(databaseUrl, Math.ceil(wanted / SEEDED) - 1, input.tell);
      const at = given
        ? await openCentralDatabase({ databaseUrl: given, dataDir: '', onTrouble: () => undefined })
        : db;
      const full = { ...service, db: at };
      const folded = await timed(async () => foldSlots(at, beijingDate(service.nowMs())));
      input.tell(`put the slots of past days together in ${Math.round(folded / 1000)} s`);
      await at.write('VACUUM (ANALYZE) figure_days');
      const measured = await measure(full, filled, rounds, fresh);
      const recounted = input.options.get('recount') === 'no' ? [] : await recount(full);
      if (given) await at.close();
      return {
        bench: 'month',
        what: 'The report of 30 days on PostgreSQL, ms, beside one plain SQL query for the same sums.',
        parameters: { seeded: SEEDED, rounds, ...measured.parameters },
        figures: [...measured.figures, ...recounted.flatMap(({ figure }) => figure)],
        checks: [...measured.checks, ...recounted.flatMap(({ check }) => check)],
      };
    } finally {
      await db.close();
    }
  } finally {
    await postgres.stop();
  }
}

interface Readings {
  readonly month: ReportTable;
  readonly figures: readonly Figure[];
  /** Those of the figures that the hall shows. */
  readonly hall: readonly Figure[];
  readonly p50: number;
}

/** What a person asks for, in turn, round after round. */
async function readings(service: Service, rounds: number): Promise<Readings> {
  const { from, to } = monthOf(service);
  const asked = { from, to, by: 'department' } as const;
  const page = { ...asked, figure: 'received', key: null, after: null } as const;
  let month = await reportTable(service, READER, asked);
  let topic: Topic | undefined;
  const TABLE = 'table of 30 days by department';
  const works: Readonly<Record<string, () => Promise<unknown>>> = {
    [TABLE]: async () => (month = await reportTable(service, READER, asked)),
    'table of a year by department': () => reportTable(service, READER, { ...asked, from: addDays(to, -364) }),
    'first 100 orders behind a figure': () => reportRows(service, READER, page),
    'hot topics of a day': () => hotTopics(service, READER, 'day'),
    'hot topics of 7 days': () => hotTopics(service, READER, 'week'),
    'hot topics of 30 days': async () => ([topic] = (await hotTopics(service, READER, 'month')).topics),
    'requests behind the first topic of 30 days': async () =>
      topic && topicRows(service, READER, { ...topic, window: 'month' }),
    'complaints of a day put together': () => reportClusters(service, READER, { from: to, to, least: 10 }),
    'complaints of 30 days put together': () => reportClusters(service, READER, { from, to, least: 10 }),
  };
  const samples = new Map(Object.keys(works).map((name) => [name, new Array<number>()]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, work] of Object.entries(works)) samples.get(name)?.push(await timed(work));
  const figures = [...samples].map(([name, values]) => ({ name, values: percentiles(values) }));
  const hall = await hallReadings(service, rounds);
  return { month, hall, p50: percentiles(samples.get(TABLE) ?? []).p50, figures: [...figures, ...hall] };
}

async function measure(
  service: Service,
  databaseUrl: string,
  rounds: number,
  fresh: Readings,
): Promise<Omit<Report, 'bench' | 'what'>> {
  const { from, to } = monthOf(service);
  const full = await readings(service, rounds);
  const plain: { lines: number[]; documents: number[]; narrowed: number[] } = {
    lines: [],
    documents: [],
    narrowed: [],
  };
  const filter = { ...NO_FILTER, categories: ['complaint' as const] };
  let lines: { figure: string; n: number }[] = [];
  let documents: { n: number }[] = [];
  for (let round = 0; round < Math.min(rounds, PLAIN_ROUNDS); round += 1) {
    plain.narrowed.push(await timed(() => reportTable(service, READER, { from, to, by: 'department', filter })));
    plain.lines.push(await timed(async () => (lines = await patiently(databaseUrl, PLAIN_LINES, [from, to]))));
    plain.documents.push(await timed(async () => (documents = await patiently(databaseUrl, PLAIN_ORDERS, [from, to]))));
  }
  const sums = new Map<string, number>();
  for (const { figure, n } of lines) sums.set(figure, (sums.get(figure) ?? 0) + n);
  // Calls have no lines.
  const kept = Object.entries(full.month.total).filter(([figure]) => !figure.startsWith('calls'));
  const differing = kept.filter(([figure, n]) => sums.get(figure) !== n).map(([figure]) => figure);
  const counted = documents.reduce((sum, { n }) => sum + n, 0);
  const [sizes] = await patiently<{ orders: number; days: number; lines: number }>(
    databaseUrl,
    'SELECT (SELECT count(*) FROM orders)::int AS orders, (SELECT count(*) FROM figure_days)::int AS days, (SELECT count(*) FROM figure_rows)::int AS lines',
    [],
  );
  return {
    parameters: {
      orders: sizes?.orders ?? 0,
      from,
      to,
      figures: kept.length,
      'kept sums': sizes?.days ?? 0,
      'lines behind': sizes?.lines ?? 0,
    },
    figures: [
      ...fresh.figures.map(({ name, values }) => ({ name: `new centre: ${name}`, values })),
      ...full.figures,
      { name: 'the same narrowed to 投诉, counted line by line', values: percentiles(plain.narrowed) },
      { name: 'plain SQL over the lines, all figures', values: percentiles(plain.lines) },
      { name: 'plain SQL over the orders, one figure', values: percentiles(plain.documents) },
    ],
    checks: [
      {
        name: 'every sum of the table is that of the plain query',
        ok: differing.length === 0 && sums.size === kept.length,
        found: differing.length === 0 ? `${kept.length} figures equal` : differing.join(', '),
      },
      {
        name: '受理件数 is what the orders say',
        ok: counted === full.month.total.received,
        found: `${counted} and ${full.month.total.received ?? 0}`,
      },
      { name: `table p50 at most ${TARGET_P50_MS} ms`, ok: full.p50 <= TARGET_P50_MS, found: `${full.p50} ms` },
      {
        name: `table p50 at most ${MOST_TIMES} times that of a new centre`,
        ok: full.p50 <= MOST_TIMES * fresh.p50,
        found: `${full.p50} and ${fresh.p50} ms`,
      },
      asForNew(fresh.hall, full.hall),
    ],
  };
}

/** Without the limit of time that the service sets its own queries. */
async function patiently<Row extends object>(url: string, sql: string, values: readonly string[]): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** `npm run admin -- figures --check` in this process: every figure from every order. */
async function recount({ db }: Service): Promise<{ figure: Figure; check: Check }[]> {
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 500);
  const started = performance.now();
  try {
    const { orders, sums, differing, misfiled, misplaced } = await checkFigures(db);
    const seconds = Math.round((performance.now() - started) / 1000);
    const grown = Math.round((most - before) / 2 ** 20);
    return [
      {
        figure: { name: 'recount of all figures', values: { s: seconds, 'MB grown': grown } },
        check: {
          name: 'the recount finds no difference',
          ok: differing === 0 && misfiled === 0 && misplaced === 0,
          found: `${orders} orders, ${sums} sums, ${differing} differing`,
        },
      },
    ];
  } finally {
    clearInterval(watch);
  }
}

function monthOf(service: Service): { from: string; to: string } {
  const to = beijingDate(service.nowMs());
  return { from: addDays(to, -29), to };
}

const READER: Actor = {
  accountId: accountIdSchema.parse('00000000-0000-7000-8000-000000000001'),
  jobNumber: '0001',
  name: 'bench',
  unitId: null,
  roles: ['overseer'],
  grants: { permissions: ['order.view', 'report.read'], sensitivities: ['normal', 'secret'], units: 'all' },
};

// The report of a month at a centre that has long been at work.
//
// Method: a demo city's orders go through the program's own counting on a PostgreSQL of the npm registry, and are then
// copied within the database, row by row with their lines of the figures, until there are as many as asked for; their
// days stay as they were spread. Measured are the month's table by department, its first page of orders behind one
// figure, and the same table summed up in one plain SQL query from the lines of the figures, and again from the orders'
// own documents for 受理件数 alone, all in turn, round after round. The checks compare every sum.
//
// Options: --orders (default 200000; 2000000 needs about 15 GB of disk), --rounds (default 10)
import { pino } from 'pino';
import { openCentralDatabase } from '../db/central/open.ts';
import type { Database } from '../db/central/database.ts';
import { seedDemo } from '../server/demo/seed.ts';
import { reportRows } from '../server/reports/rows.ts';
import { reportTable } from '../server/reports/table.ts';
import type { Service } from '../server/service.ts';
import { prepareCentre } from '../server/start-up.ts';
import type { Actor } from '../shared/domain/people.ts';
import { accountIdSchema } from '../shared/domain/ids.ts';
import { beijingDate } from '../shared/instant.ts';
import { addDays } from '../shared/policy/calendar.ts';
import { packOf } from '../shared/policy/packs.ts';
import { startPostgres } from './support/postgres.ts';
import { wholeNumber, type BenchInput, type Report } from './support/report.ts';
import { percentiles, timed } from './support/samples.ts';

/** Made by the program itself; the others are copies of these. */
const SEEDED = 4000;
/** A report that comes within this is not felt to be worked out. */
const TARGET_P50_MS = 1000;

const COPY_ORDERS = `
INSERT INTO orders (id, number, version, state, sensitivity, unit_id, created_by, created_at, closed_at, due, data)
SELECT copied, number || '-' || $1, version, state, sensitivity, unit_id, created_by, created_at, closed_at, due,
       jsonb_set(data, '{id}', to_jsonb(copied))
FROM (SELECT *, md5(id::text || $1)::uuid AS copied FROM orders WHERE number NOT LIKE '%-%-%') o`;
const COPY_ROWS = `
INSERT INTO figure_rows (figure, day, unit_id, order_id, subject_id, n)
SELECT figure, day, unit_id, md5(order_id::text || $1)::uuid, subject_id, n FROM seeded_rows`;
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
      const orders = await fill(db, wanted, input);
      return await measure(service, orders, rounds);
    } finally {
      await db.close();
    }
  } finally {
    await postgres.stop();
  }
}

/** @returns how many orders there are then */
async function fill(db: Database, wanted: number, input: BenchInput): Promise<number> {
  const copies = Math.ceil(wanted / SEEDED) - 1;
  await db.write('CREATE TABLE seeded_rows AS SELECT * FROM figure_rows');
  for (let copy = 1; copy <= copies; copy += 1) {
    await db.write(COPY_ORDERS, [String(copy)]);
    await db.write(COPY_ROWS, [String(copy)]);
    if (copy % 10 === 0) input.tell(`copied ${copy} of ${copies} times`);
  }
  await db.write('UPDATE figure_days SET n = n * $1', [copies + 1]);
  await db.write('VACUUM (ANALYZE) figure_days');
  await db.write('VACUUM (ANALYZE) figure_rows');
  await db.write('VACUUM (ANALYZE) orders');
  return (await db.read<{ n: number }>('SELECT count(*)::int AS n FROM orders')).at(0)?.n ?? 0;
}

async function measure(service: Service, orders: number, rounds: number): Promise<Report> {
  const { db } = service;
  const to = beijingDate(service.nowMs());
  const from = addDays(to, -29);
  const samples = { table: [0], rows: [0], lines: [0], documents: [0] };
  for (const each of Object.values(samples)) each.length = 0;
  const asked = { from, to, by: 'department' } as const;
  let found = await reportTable(service, READER, asked);
  let lines: { figure: string; n: number }[] = [];
  let documents: { n: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    samples.table.push(await timed(async () => (found = await reportTable(service, READER, asked))));
    const page = { ...asked, figure: 'received', key: null, after: null } as const;
    samples.rows.push(await timed(async () => reportRows(service, READER, page)));
    samples.lines.push(await timed(async () => (lines = await db.read(PLAIN_LINES, [from, to]))));
    samples.documents.push(await timed(async () => (documents = await db.read(PLAIN_ORDERS, [from, to]))));
  }
  const plain = new Map<string, number>();
  for (const { figure, n } of lines) plain.set(figure, (plain.get(figure) ?? 0) + n);
  const kept = Object.entries(found.total);
  const differing = kept.filter(([figure, n]) => plain.get(figure) !== n).map(([figure]) => figure);
  const counted = documents.reduce((sum, { n }) => sum + n, 0);
  const table = percentiles(samples.table);
  return {
    bench: 'month',
    what: `The report of 30 days over ${orders.toLocaleString('en')} orders on PostgreSQL, ms, beside one plain SQL query for the same sums.`,
    parameters: { orders, rounds, from, to, figures: kept.length, departments: found.rows.length },
    figures: [
      { name: 'table by department', values: table },
      { name: 'first 100 orders behind a figure', values: percentiles(samples.rows) },
      { name: 'plain SQL over the lines, all figures', values: percentiles(samples.lines) },
      { name: 'plain SQL over the orders, one figure', values: percentiles(samples.documents) },
    ],
    checks: [
      {
        name: 'every sum of the table is that of the plain query',
        ok: differing.length === 0 && plain.size === kept.length,
        found: differing.length === 0 ? `${kept.length} figures equal` : differing.join(', '),
      },
      {
        name: '受理件数 is what the orders say',
        ok: counted === found.total.received,
        found: `${counted} and ${found.total.received ?? 0}`,
      },
      { name: `table p50 at most ${TARGET_P50_MS} ms`, ok: table.p50 <= TARGET_P50_MS, found: `${table.p50} ms` },
    ],
  };
}

const READER: Actor = {
  accountId: accountIdSchema.parse('00000000-0000-7000-8000-000000000001'),
  jobNumber: '0001',
  name: 'bench',
  unitId: null,
  roles: ['overseer'],
  grants: { permissions: ['order.view', 'report.read'], sensitivities: ['normal', 'secret'], units: 'all' },
};

// Many desks come back at once and send what they wrote while they were cut off.
//
// Method: PostgreSQL from the npm registry on this machine, as durable as it is out of the box (fsync on), the centre
// as a process of its own, and in this process one real link of a desk per desk. All links are up before the clock
// starts; then every desk pushes at once, in batches of the protocol's size, as the sync worker does, but without its
// jitter. A third of the desks never hear the answer and push the same again, which must change nothing. Beside it, in
// the same run, twice: the very rows that the storm left in the centre, inserted bare (unique key, one log
// row each) by two connections with 200 orders a transaction, with nothing decided, counted or told to anybody.
//
// Options: --desks (default 200), --orders (default 50, of each desk)
import { Client } from 'pg';
import { openLink, type Link } from '../station/sync/link.ts';
import type { Receipt } from '../shared/sync/envelope.ts';
import { PUSH_BATCH } from '../shared/sync/protocol.ts';
import { startTestCentre } from '../tests/support/centre.ts';
import { bareInserts, type BareRow } from './support/bare-inserts.ts';
import { startPostgres } from './support/postgres.ts';
import { wholeNumber, type BenchInput, type Report } from './support/report.ts';
import { percentiles, thousandth, timed } from './support/samples.ts';
import { prepareDesks, type StormDesk } from './support/storm-desks.ts';

const LINK_LIMIT_MS = 60_000;
/** Of every so many desks one loses its answers. */
const UNHEARD = 3;
const TARGET_BARE = 15_000;
const TARGET_SHARE = 0.5;

export async function run(input: BenchInput): Promise<Report> {
  const desks = wholeNumber(input, 'desks', 200);
  const ordersEach = wholeNumber(input, 'orders', 50);
  const postgres = await startPostgres();
  try {
    const centreUrl = await postgres.database('centre');
    const bareUrl = await postgres.database('bare');
    const centre = await startTestCentre(centreUrl);
    try {
      input.tell('centre started, writing the orders of the desks');
      const prepared = await prepareDesks(centreUrl, desks, ordersEach);
      const storm = await rage(centre.url, prepared, input.tell);
      const again = await rage(
        centre.url,
        prepared.filter((_, index) => index % UNHEARD === 0),
        input.tell,
      );
      const left = await rowsOf(centreUrl, prepared);
      input.tell('bare inserts of the same rows');
      const bare = [await bareInserts(bareUrl, left.rows), await bareInserts(bareUrl, left.rows)];
      const bareMean = (bare[0] ?? 0) / 2 + (bare[1] ?? 0) / 2;
      return reportOf({ desks, ordersEach, storm, again, left, bareMean });
    } finally {
      await centre.kill();
      await centre.stop();
    }
  } finally {
    await postgres.stop();
  }
}

interface Storm {
  readonly seconds: number;
  readonly acks: readonly number[];
  readonly receipts: readonly Receipt[];
}

/** Connects every desk, then lets all of them push at once. */
async function rage(url: string, desks: readonly StormDesk[], tell: (line: string) => void): Promise<Storm> {
  const links = desks.map(({ header }) =>
    openLink({
      centreUrl: url,
      headers: () => ({ 'x-desk': header }),
      onState: () => {},
      nowMs: Date.now,
      random: Math.random,
      networkUp: () => true,
    }),
  );
  try {
    await Promise.all(links.map(up));
    tell(`${links.length} desks connected`);
    const acks: number[] = [];
    const receipts: Receipt[] = [];
    const ms = await timed(async () => {
      await Promise.all(links.map((link, index) => deliver(link, desks[index], acks, receipts)));
    });
    return { seconds: ms / 1000, acks, receipts };
  } finally {
    for (const link of links) link.stop();
  }
}

async function up(link: Link): Promise<void> {
  if (!(await link.settled(LINK_LIMIT_MS)).up) throw new Error('a desk could not connect');
}

async function deliver(
  { client }: Link,
  desk: StormDesk | undefined,
  acks: number[],
  receipts: Receipt[],
): Promise<void> {
  if (!desk) throw new Error('a link without its desk');
  for (let from = 0; from < desk.commands.length; from += PUSH_BATCH) {
    const commands = desk.commands.slice(from, from + PUSH_BATCH);
    acks.push(
      await timed(async () => {
        const answer = await client.sync.push({ deskId: desk.id, deskEpoch: 1, commands });
        receipts.push(...answer.receipts);
      }),
    );
  }
}

interface Left {
  readonly rows: readonly BareRow[];
  readonly numbers: number;
  readonly receipts: number;
}

/** What the storm left in the centre. */
async function rowsOf(databaseUrl: string, desks: readonly StormDesk[]): Promise<Left> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const commands = new Map<string, unknown>(
      desks.flatMap((desk) => desk.commands.map((command) => [command.aggregateId, command] as const)),
    );
    const { rows } = await client.query<{ id: string; number: string; order: string }>(
      `SELECT id, number, data::text AS "order" FROM orders WHERE id = ANY ($1::uuid[])`,
      [[...commands.keys()]],
    );
    const counted = await client.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM receipts WHERE desk_id = ANY ($1::uuid[])',
      [desks.map(({ id }) => id)],
    );
    return {
      rows: rows.map((row) => ({ ...row, command: JSON.stringify(commands.get(row.id)) })),
      numbers: new Set(rows.map(({ number }) => number)).size,
      receipts: counted.rows[0]?.count ?? 0,
    };
  } finally {
    await client.end();
  }
}

interface Found {
  readonly desks: number;
  readonly ordersEach: number;
  readonly storm: Storm;
  readonly again: Storm;
  readonly left: Left;
  readonly bareMean: number;
}

function reportOf({ desks, ordersEach, storm, again, left, bareMean }: Found): Report {
  const total = desks * ordersEach;
  const rate = total / storm.seconds;
  const accepted = storm.receipts.filter(({ outcome }) => outcome.kind === 'accepted').length;
  const bytes = left.rows.reduce((sum, { order }) => sum + Buffer.byteLength(order), 0) / Math.max(1, left.rows.length);
  return {
    bench: 'storm',
    what: `${desks} desks push ${ordersEach} orders each at once, over ${desks} sockets into one centre on PostgreSQL.`,
    parameters: { desks, ordersEach, meanOrderBytes: Math.round(bytes) },
    figures: [
      {
        name: 'full command path: orders taken',
        values: { 'orders/s': Math.round(rate), seconds: thousandth(storm.seconds) },
      },
      { name: 'answer to a push, ms', values: percentiles(storm.acks) },
      {
        name: 'the same again, answers lost',
        values: {
          'orders/s': Math.round(again.receipts.length / again.seconds),
          seconds: thousandth(again.seconds),
        },
      },
      { name: 'bare inserts of the same rows', values: { 'orders/s': Math.round(bareMean) } },
      { name: 'full path over bare inserts', values: { ratio: thousandth(rate / bareMean) } },
    ],
    checks: [
      { name: 'every order taken', ok: accepted === total, found: `${accepted} of ${total} accepted` },
      {
        name: 'none taken twice',
        ok: left.rows.length === total && left.numbers === total && left.receipts === total,
        found: `${left.rows.length} orders, ${left.numbers} numbers, ${left.receipts} receipts`,
      },
      {
        name: `bare inserts at least ${TARGET_BARE}/s`,
        ok: bareMean >= TARGET_BARE,
        found: `${Math.round(bareMean)}/s`,
      },
      {
        name: `full path at least ${TARGET_SHARE} of bare inserts`,
        ok: rate / bareMean >= TARGET_SHARE,
        found: `${thousandth(rate / bareMean)}`,
      },
    ],
  };
}

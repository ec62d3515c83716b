import { Pool } from 'pg';

/** A row as the storm left it, with the command that made it as its log row. */
export interface BareRow {
  readonly id: string;
  readonly number: string;
  readonly order: string;
  readonly command: string;
}

/** The same as the centre's coalescer: two transactions at once, up to 200 orders in each. */
const IN_FLIGHT = 2;
const BATCH = 200;

const TABLES = `
DROP TABLE IF EXISTS bare_orders, bare_log;
CREATE TABLE bare_orders (id uuid PRIMARY KEY, number text NOT NULL UNIQUE, data jsonb NOT NULL);
CREATE TABLE bare_log (id uuid PRIMARY KEY, command jsonb NOT NULL);
CHECKPOINT`;

const ORDERS = `INSERT INTO bare_orders (id, number, data)
SELECT t.id, t.number, t.data::jsonb FROM unnest($1::uuid[], $2::text[], $3::text[]) AS t (id, number, data)`;

const LOG = `INSERT INTO bare_log (id, command)
SELECT t.id, t.command::jsonb FROM unnest($1::uuid[], $2::text[]) AS t (id, command)`;

/** Inserts the rows with nothing decided about them. @returns orders per second */
export async function bareInserts(databaseUrl: string, rows: readonly BareRow[]): Promise<number> {
  const pool = new Pool({ connectionString: databaseUrl, max: IN_FLIGHT });
  try {
    await pool.query(TABLES);
    const batches = Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, at) =>
      rows.slice(at * BATCH, (at + 1) * BATCH),
    );
    const started = performance.now();
    await Promise.all(Array.from({ length: IN_FLIGHT }, () => drain(pool, batches)));
    return (rows.length / (performance.now() - started)) * 1000;
  } finally {
    await pool.end();
  }
}

async function drain(pool: Pool, batches: (readonly BareRow[])[]): Promise<void> {
  const client = await pool.connect();
  try {
    for (let batch = batches.pop(); batch; batch = batches.pop()) {
      const ids = batch.map(({ id }) => id);
      await client.query('BEGIN');
      await client.query(ORDERS, [ids, batch.map(({ number }) => number), batch.map(({ order }) => order)]);
      await client.query(LOG, [ids, batch.map(({ command }) => command)]);
      await client.query('COMMIT');
    }
  } finally {
    client.release();
  }
}

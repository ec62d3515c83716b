import { Client } from 'pg';
import { SLOTS } from '../../db/central/slots.ts';

/** Copies of each order that one statement makes. */
const CHUNK = 25;

// Nothing of this outlives the run, and reading is the same without a log for it.
const BEGIN = `
SET synchronous_commit = off;
SET maintenance_work_mem = '512MB';
CREATE UNLOGGED TABLE seeded_orders AS SELECT * FROM orders;
CREATE UNLOGGED TABLE seeded_rows AS SELECT * FROM figure_rows;
CREATE UNLOGGED TABLE seeded_facets AS SELECT * FROM order_facets;
CREATE UNLOGGED TABLE seeded_topics AS SELECT * FROM order_topics;
ALTER TABLE orders SET UNLOGGED;
ALTER TABLE figure_rows SET UNLOGGED;
ALTER TABLE orders DROP CONSTRAINT orders_pkey, DROP CONSTRAINT orders_number_key;
ALTER TABLE figure_rows DROP CONSTRAINT figure_rows_pkey`;

// Faster to write than the compression a server has by default; not every server is built with it.
const COMPRESSION = `SET default_toast_compression = 'lz4'`;

const INDEXES = `
SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
WHERE i.indrelid = 'orders'::regclass`;

const COPY_ORDERS = `
INSERT INTO orders (id, number, version, state, sensitivity, unit_id, created_by, created_at, closed_at, due, assisting,
  recused, data)
SELECT copied, number || '-' || copy, version, state, sensitivity, unit_id, created_by, created_at, closed_at, due,
       assisting, recused, jsonb_set(data, '{id}', to_jsonb(copied))
FROM (SELECT o.*, copy, md5(o.id::text || copy)::uuid AS copied
      FROM seeded_orders o, generate_series($1::int, $2::int) AS copy) o`;

const COPY_ROWS = `
INSERT INTO figure_rows (figure, day, unit_id, order_id, subject_id, n)
SELECT figure, day, unit_id, md5(order_id::text || copy)::uuid, subject_id, n
FROM seeded_rows, generate_series($1::int, $2::int) AS copy`;

const COPY_FACETS = `
INSERT INTO order_facets (order_id, category, channel, mode, urgent, ending, verdict)
SELECT md5(order_id::text || copy)::uuid, category, channel, mode, urgent, ending, verdict
FROM seeded_facets, generate_series($1::int, $2::int) AS copy`;

/** A city has more places than the demo names: each copy is at one of so many numbers of the street. */
const NUMBERS = 50;

const COPY_TOPICS = `
INSERT INTO order_topics (order_id, at, subject_id, place, unit_id, concerned)
SELECT md5(order_id::text || copy)::uuid, at, subject_id,
  CASE WHEN place = '' THEN '' ELSE place || ' ' || copy % ${NUMBERS} END, unit_id, concerned
FROM seeded_topics, generate_series($1::int, $2::int) AS copy`;

const SUMS = `
-- Calls have no lines, and are not copied.
DELETE FROM figure_days WHERE figure NOT LIKE 'calls%';
INSERT INTO figure_days (figure, day, unit_id, subject_id, slot, n)
SELECT figure, day, unit_id, subject_id, abs(hashtext(order_id::text)) % ${SLOTS}, sum(n) FROM figure_rows
GROUP BY 1, 2, 3, 4, 5;
TRUNCATE topic_days;
INSERT INTO topic_days (day, subject_id, place, unit_id, slot, n)
SELECT (at AT TIME ZONE 'Asia/Shanghai')::date, subject_id, place, unit_id, abs(hashtext(order_id::text)) % ${SLOTS}, count(*)
FROM order_topics WHERE subject_id <> '' GROUP BY 1, 2, 3, 4, 5;
TRUNCATE standing;
INSERT INTO standing (unit_id, state, due, slot, n)
SELECT coalesce(unit_id, ''), state, coalesce(due, 'infinity'), abs(hashtext(id::text)) % ${SLOTS}, count(*)
FROM orders WHERE closed_at IS NULL GROUP BY 1, 2, 3, 4`;

const KEYS = `
ALTER TABLE orders ADD PRIMARY KEY (id), ADD UNIQUE (number);
ALTER TABLE figure_rows ADD PRIMARY KEY (figure, day, unit_id, order_id)`;

/**
 * Copies a centre's orders with their lines of the figures within the database, each copy under its own id and number,
 * and sums the lines anew into as many slots as a hall full of operators would have used. Indexes are made at the end.
 */
export async function copyOrders(databaseUrl: string, copies: number, tell: (line: string) => void): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const startedMs = performance.now();
  const said = (line: string): void => tell(`${Math.round((performance.now() - startedMs) / 1000)} s: ${line}`);
  try {
    await client.query(BEGIN);
    await client.query(COMPRESSION).catch(() => said('without lz4'));
    const indexes = (await client.query<{ name: string; definition: string }>(INDEXES)).rows;
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
    for (let copy = 1; copy <= copies; copy += CHUNK) {
      const last = Math.min(copies, copy + CHUNK - 1);
      await client.query(COPY_ORDERS, [copy, last]);
      await client.query(COPY_ROWS, [copy, last]);
      await client.query(COPY_FACETS, [copy, last]);
      await client.query(COPY_TOPICS, [copy, last]);
      said(`copied ${last} of ${copies} times`);
    }
    for (const { definition } of indexes) await client.query(definition);
    await client.query(KEYS);
    said('indexes stand');
    await client.query(SUMS);
    said('sums stand');
    for (const table of ['figure_days', 'figure_rows', 'topic_days', 'order_topics', 'order_facets', 'orders'])
      await client.query(`VACUUM (ANALYZE) ${table}`);
    said('statistics stand');
  } finally {
    await client.end();
  }
}

import { createHash } from 'node:crypto';
import { Client, Pool, types, type ClientBase, type ClientConfig, type PoolClient } from 'pg';
import type { Database, Migrator, Value } from './database.ts';
import { parseInt8, parseTimestamp } from './rows.ts';

const RELISTEN_MS = 1000;

// The driver's own table: nobody else in this process speaks to PostgreSQL.
types.setTypeParser(types.builtins.INT8, parseInt8);
types.setTypeParser(types.builtins.TIMESTAMPTZ, parseTimestamp);

/** Told of what happens outside any statement: a connection lost while idle, listening interrupted. */
export type OnTrouble = (error: Error, where: string) => void;

export interface PostgresOptions {
  readonly url: string;
  /** Connections at most; two of them are busy with batches of commands, the rest answer readers. */
  readonly connections?: number;
  readonly onTrouble: OnTrouble;
}

/** Opens PostgreSQL, or a cluster that speaks its protocol and SQL. Connects at the first statement. */
export function openPostgres({ url, connections = 12, onTrouble }: PostgresOptions): Database {
  const config: ClientConfig = {
    connectionString: url,
    application_name: 'hotline-centre',
    connectionTimeoutMillis: 5000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    options: '-c TimeZone=UTC',
  };
  const pool = new Pool({ ...config, max: connections, idleTimeoutMillis: 60_000 });
  pool.on('error', (error) => onTrouble(error, 'idle connection'));
  const listeners: Listener[] = [];
  return {
    kind: 'postgres',
    read: (sql, values) => run(pool, sql, values),
    write: (sql, values) => run(pool, sql, values),
    transaction: async (work) => inTransaction(await pool.connect(), work),
    listen: async (channel, onMessage, onGap) => {
      const listener = listenOn(config, channel, onMessage, onGap, onTrouble);
      listeners.push(listener);
      await listener.ready;
    },
    close: async () => {
      await Promise.all(listeners.map((listener) => listener.stop()));
      await pool.end();
    },
  };
}

async function run<Row extends object>(
  on: Pool | ClientBase,
  text: string,
  values: readonly Value[] = [],
): Promise<Row[]> {
  return (await on.query<Row>({ name: nameOf(text), text, values: [...values] })).rows;
}

const names = new Map<string, string>();

/** A prepared statement's name: each connection parses and plans a text once. The texts are constants, so the map is bounded. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 24);
  names.set(text, name);
  return name;
}

async function inTransaction<T>(client: PoolClient, work: (tx: Migrator) => Promise<T>): Promise<T> {
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work({
      read: (sql, values) => run(client, sql, values),
      write: (sql, values) => run(client, sql, values),
      script: async (sql) => {
        await client.query(sql);
      },
    });
    await client.query('COMMIT');
    return result;
  } catch (error) {
    try {
      await client.query('ROLLBACK');
    } catch (lost) {
      // A connection that cannot even roll back must not go back to the pool; the first error is the one to report.
      broken = lost instanceof Error ? lost : new Error(String(lost));
    }
    throw error;
  } finally {
    client.release(broken);
  }
}

interface Listener {
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

/** Keeps one connection of its own listening, connecting anew for as long as it takes. */
function listenOn(
  config: ClientConfig,
  channel: string,
  onMessage: (payload: string) => void,
  onGap: () => void,
  onTrouble: OnTrouble,
): Listener {
  let stopped = false;
  let client: Client | null = null;
  let timer: NodeJS.Timeout | null = null;

  async function connect(): Promise<void> {
    const fresh = new Client({ ...config, statement_timeout: 0 });
    client = fresh;
    fresh.on('notification', ({ payload }) => onMessage(payload ?? ''));
    fresh.on('error', (error) => onTrouble(error, 'listening connection'));
    fresh.on('end', again);
    await fresh.connect();
    await fresh.query(`LISTEN "${channel}"`);
  }
  function again(): void {
    if (stopped || timer) return;
    timer = setTimeout(() => {
      timer = null;
      connect().then(onGap, (error: unknown) => {
        onTrouble(error instanceof Error ? error : new Error(String(error)), 'listening connection');
        again();
      });
    }, RELISTEN_MS);
  }
  return {
    ready: connect(),
    stop: async () => {
      stopped = true;
      if (timer) clearTimeout(timer);
      await client?.end();
    },
  };
}

import type Database from 'better-sqlite3-multiple-ciphers';

export type Value = string | number | bigint | Uint8Array | null;
/** SQL that gives rows of this shape. */
export type Sql<Row> = string & { readonly rowOf?: Row };

export type Params = readonly Value[] | Readonly<Record<string, Value>>;

/**
 * A database that can only be read. `Row` describes a row of our own migrations; JSON columns are parsed with their
 * schema by whoever reads them.
 */
export interface ReadableDb {
  get<Row>(sql: Sql<Row>, params?: Params): Row | undefined;
  all<Row>(sql: Sql<Row>, params?: Params): Row[];
  close(): void;
}

/** A database that can also be written: only the writer thread ever holds one. */
export interface WritableDb extends ReadableDb {
  /** @returns how many rows changed */
  run(sql: string, params?: Params): number;
  /** Runs statements that take no parameters: migrations and pragmas. */
  exec(sql: string): void;
  /** All or nothing, taking the write lock first so that it cannot fail half way for want of it. Nests into one transaction. */
  transaction<T>(work: () => T): T;
  /** Moves what the journal holds into the file, as far as no reader still needs it. */
  checkpoint(): void;
}

type Handle = Database.Database;

/** Wraps a handle so that nothing reachable from it can write. */
export function readable(handle: Handle): ReadableDb {
  const statement = statements(handle);
  return {
    get: <Row>(sql: Sql<Row>, params: Params = []) => statement(sql).get(...spread(params)),
    all: <Row>(sql: Sql<Row>, params: Params = []) => statement(sql).all(...spread(params)),
    close: () => {
      handle.close();
    },
  };
}

/** Wraps a handle for the writer thread. */
export function writable(handle: Handle): WritableDb {
  const statement = statements(handle);
  return {
    ...readable(handle),
    run: (sql, params = []) => statement(sql).run(...spread(params)).changes,
    exec: (sql) => {
      handle.exec(sql);
    },
    checkpoint: () => {
      handle.pragma('wal_checkpoint(PASSIVE)');
    },
    transaction: <T>(work: () => T): T => (handle.inTransaction ? work() : handle.transaction(work).immediate()),
  };
}

function statements(handle: Handle): <Row>(sql: Sql<Row>) => Database.Statement<unknown[], Row> {
  const prepared = new Map<string, Database.Statement<unknown[]>>();
  return <Row>(sql: Sql<Row>) => {
    const known = prepared.get(sql) ?? handle.prepare(sql);
    prepared.set(sql, known);
    return known as Database.Statement<unknown[], Row>;
  };
}

function spread(params: Params): readonly unknown[] {
  return Array.isArray(params) ? params : [params];
}

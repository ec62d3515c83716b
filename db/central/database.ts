/** What a statement may be given. JSON travels as its text and is cast in the SQL, so that both engines treat it alike. */
export type Value = string | number | boolean | null | Uint8Array | readonly (string | number | boolean | null)[];

/** Can ask. Rows come with bigint as number, timestamptz as `Instant`, json parsed. */
export interface Reader {
  read<Row extends object>(sql: string, values?: readonly Value[]): Promise<Row[]>;
}

/** Can ask and change; what a query needs stands in its type, so that a reading function cannot write by accident. */
export interface Writer extends Reader {
  write<Row extends object>(sql: string, values?: readonly Value[]): Promise<Row[]>;
}

/** Several statements in one text, for migrations; takes no values. */
export interface Migrator extends Writer {
  script(sql: string): Promise<void>;
}

/** The centre's database, PGlite or PostgreSQL: the same SQL runs on both. */
export interface Database extends Writer {
  readonly kind: 'pglite' | 'postgres';
  /** Commits when `work` resolves, rolls back when it throws. READ COMMITTED. */
  transaction<T>(work: (tx: Migrator) => Promise<T>): Promise<T>;
  /**
   * Hears `pg_notify` of this and every other process. After a lost connection notifications may be missing:
   * `onGap` tells when listening stands again.
   */
  listen(channel: string, onMessage: (payload: string) => void, onGap: () => void): Promise<void>;
  close(): Promise<void>;
}

/** The five-character SQLSTATE of an error from either engine, or null where it has none (a lost connection, a bug). */
export function sqlState(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : null;
}

/** True where the same transaction may well succeed if it runs again: deadlock, serialization, a row inserted meanwhile. */
export function isConflict(error: unknown): boolean {
  return ['40001', '40P01', '23505'].includes(sqlState(error) ?? '');
}

/** True where the data itself cannot be stored, whoever tries: data exceptions and broken constraints. */
export function isDataError(error: unknown): boolean {
  return /^2[23]/.test(sqlState(error) ?? '');
}

/** True where the database cannot be asked now and may be later: gone, starting, shutting down, out of room. */
export function isUnavailable(error: unknown): boolean {
  if (/^(08|53|57)/.test(sqlState(error) ?? '')) return true;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'].includes(String(code))) return true;
  return error instanceof Error && /Connection terminated|timeout exceeded when trying to connect/.test(error.message);
}

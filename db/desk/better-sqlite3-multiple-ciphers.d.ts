/** What this program uses of the package, whose own declarations its export map hides. */
declare module 'better-sqlite3-multiple-ciphers' {
  namespace Database {
    interface Options {
      readonly readonly?: boolean;
      readonly fileMustExist?: boolean;
      /** Milliseconds to wait for a lock. */
      readonly timeout?: number;
    }
    interface Statement<Bind extends unknown[], Row = unknown> {
      run(...params: Bind): { changes: number; lastInsertRowid: number | bigint };
      get(...params: Bind): Row | undefined;
      all(...params: Bind): Row[];
      iterate(...params: Bind): IterableIterator<Row>;
    }
    interface Transaction<T> {
      (): T;
      immediate(): T;
    }
    interface Database {
      readonly inTransaction: boolean;
      readonly open: boolean;
      prepare<Bind extends unknown[] = unknown[], Row = unknown>(sql: string): Statement<Bind, Row>;
      transaction<T>(work: () => T): Transaction<T>;
      exec(sql: string): this;
      pragma(sql: string, options?: { readonly simple?: boolean }): unknown;
      close(): this;
    }
  }
  interface DatabaseConstructor {
    new (path: string, options?: Database.Options): Database.Database;
  }
  const Database: DatabaseConstructor;
  export default Database;
  export type { Database };
}

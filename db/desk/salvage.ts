import Database from 'better-sqlite3-multiple-ciphers';
import type { Place } from './open.ts';
import type { Value, WritableDb } from './sqlite.ts';

/** What came out of a damaged outbox. */
export interface Salvaged {
  readonly commands: number;
  readonly drafts: number;
}

type Row = Readonly<Record<string, Value>>;

/** In the order in which rows may refer to each other. */
const TABLES = [
  'identity',
  'commands',
  'drafts',
  'attachments',
  'attachment_chunks',
  'credentials',
  'preferences',
  'writings',
  'read_notices',
  'shelf',
  'received_drafts',
] as const;

/**
 * Takes over every row of a damaged outbox that still reads. Rows around a damaged page are reached from both ends of
 * their table. The desk's place with the centre is forgotten: with a command possibly missing, the sequence can only
 * begin anew in the next epoch, and the commands' own ids keep the centre from doing anything twice.
 */
export function salvageOutbox(damaged: Place, fresh: WritableDb): Salvaged {
  const saved = new Map<string, number>();
  const source = openDamaged(damaged);
  if (!source) return { commands: 0, drafts: 0 };
  try {
    fresh.transaction(() => {
      for (const table of TABLES) saved.set(table, copy(source, fresh, table));
      fresh.run('UPDATE identity SET token = NULL WHERE id = 1');
    });
  } finally {
    source.close();
  }
  return { commands: saved.get('commands') ?? 0, drafts: saved.get('drafts') ?? 0 };
}

/**
 * Takes over what still reads of the units, subjects and articles of a damaged replica, so that a desk cut off from its
 * centre can go on deciding. The next snapshot puts the rest right.
 */
export function salvageReference(damaged: Place, fresh: WritableDb): void {
  const source = openDamaged(damaged);
  if (!source) return;
  try {
    const rows = (['ASC', 'DESC'] as const).flatMap((direction) =>
      reading(source, `SELECT * FROM reference ORDER BY entity ${direction}, id ${direction}`),
    );
    fresh.transaction(() => {
      for (const row of rows) insert(fresh, 'reference', row);
    });
  } finally {
    source.close();
  }
}

function openDamaged({ path, key, cipher }: Place): Database.Database | null {
  try {
    const handle = new Database(path, { fileMustExist: true });
    handle.pragma(`cipher = '${cipher}'`);
    handle.pragma(`key = 'raw:${key}'`);
    handle.prepare('SELECT count(*) FROM sqlite_schema').get();
    return handle;
  } catch {
    // Its first page is gone, and with it where anything lies.
    return null;
  }
}

function copy(source: Database.Database, fresh: WritableDb, table: (typeof TABLES)[number]): number {
  const rows = new Map<Value, Row>();
  for (const direction of ['ASC', 'DESC'] as const) {
    // NOT INDEXED: an index may be what is damaged.
    const sql = `SELECT rowid AS salvage_rowid, * FROM ${table} NOT INDEXED ORDER BY rowid ${direction}`;
    for (const row of reading(source, sql)) rows.set(row['salvage_rowid'] ?? null, row);
  }
  let count = 0;
  for (const row of rows.values()) if (insert(fresh, table, row)) count += 1;
  return count;
}

/** Rows up to the first that does not read. */
function reading(source: Database.Database, sql: string): Row[] {
  const rows: Row[] = [];
  try {
    for (const row of source.prepare<[], Row>(sql).iterate()) rows.push(row);
  } catch {
    return rows;
  }
  return rows;
}

function insert(fresh: WritableDb, table: string, row: Row): boolean {
  const columns = Object.keys(row).filter((name) => name !== 'salvage_rowid');
  const sql = `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `:${name}`).join(', ')})`;
  const { salvage_rowid: _, ...values } = row;
  try {
    return fresh.run(sql, values) > 0;
  } catch {
    // A row that no longer satisfies the table's own rules was damaged inside: it stays in the file set aside.
    return false;
  }
}

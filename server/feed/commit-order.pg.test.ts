import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database, Migrator, Reader, Writer } from '../../db/central/database.ts';
import { readHead } from '../../db/central/feed.ts';
import { writeLog } from '../../db/central/log.ts';
import { migrate } from '../../db/central/migrate.ts';
import { openPostgres } from '../../db/central/postgres.ts';
import { putSubjects } from '../../db/central/reference.ts';
import { accountIdSchema, subjectIdSchema } from '../../shared/domain/ids.ts';
import type { OrderReader } from '../../shared/domain/visibility.ts';
import type { Subject } from '../../shared/domain/subject.ts';
import { instant } from '../../shared/instant.ts';
import { MORNING_MS } from '../../tests/support/central.ts';
import { freshDatabase, type TestDatabase } from '../../tests/support/postgres.ts';
import { positionEpoch } from './position.ts';
import { pull } from './pull.ts';

const WRITERS = 8;
const EACH = 60;
const READER: OrderReader = {
  accountId: accountIdSchema.parse('00000000-0000-4000-8000-000000000001'),
  grants: { permissions: ['order.view'], sensitivities: ['normal'], units: 'all' },
};

/** The same database with the feed numbered by a plain sequence: what the head's lock is there to prevent. */
function withPlainSequence(db: Database): Database {
  const replace = (sql: string): string => {
    if (sql.includes('UPDATE feed_head SET seq'))
      return `SELECT 'e' AS epoch, nextval('plain') + 0 * $1 AS seq, 0 AS floor, 0 AS "auditId", ''::bytea AS "auditHash"`;
    if (sql.includes('FROM feed_head'))
      return `SELECT epoch, (SELECT COALESCE(max(seq), 0) FROM feed) AS seq, floor, 0 AS "auditId", ''::bytea AS "auditHash" FROM feed_head`;
    return sql;
  };
  const reader = (on: Reader): Reader => ({ read: (sql, values) => on.read(replace(sql), values) });
  const writer = (on: Writer): Writer => ({ ...reader(on), write: (sql, values) => on.write(replace(sql), values) });
  return {
    ...db,
    ...writer(db),
    transaction: (work) =>
      db.transaction((tx) => work({ ...writer(tx), script: (sql) => tx.script(sql) } satisfies Migrator)),
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function subject(id: string): Subject {
  return { id: subjectIdSchema.parse(id), path: ['a', 'b', id], unitId: null, words: [], version: 1 };
}

/** Eight writers, each with transactions that take their time, and a reader who follows. @returns what the reader never saw */
async function skipped(db: Database): Promise<string[]> {
  const { epoch, seq } = await readHead(db);
  const position = await positionEpoch(db, epoch, READER);
  const seen = new Set<string>();
  let cursor = seq;
  const done = new AbortController();

  async function follow(): Promise<void> {
    const answer = await pull(db, READER, { cursor, epoch: position });
    if (answer.kind !== 'changes') throw new Error(`resync: ${answer.reason}`);
    for (const change of answer.changes) if (change.op === 'put') seen.add(change.row.id);
    cursor = answer.cursor;
  }
  async function write(writer: number): Promise<string[]> {
    const ids = Array.from({ length: EACH }, (_, n) => `s-${writer}-${n}`);
    for (const id of ids) {
      await db.transaction(async (tx) => {
        await putSubjects(tx, [subject(id)]);
        const scope = { sensitivity: 'normal', unitId: null } as const;
        await writeLog(tx, {
          at: instant(MORNING_MS),
          changes: [{ entity: 'subject', id, version: 1, op: 'put', scope }],
        });
        // Writers need unlike times from their number to their commit; the multiples keep them apart in every run.
        await pause((writer * 7 + Number(id.split('-').at(2)) * 3) % 5);
      });
    }
    return ids;
  }
  const reading = (async () => {
    while (!done.signal.aborted) {
      await follow();
      await pause(1);
    }
    await follow();
  })();
  const written = await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  done.abort();
  await reading;
  return written.flat().filter((id) => !seen.has(id));
}

describe('a reader who follows eight writers', () => {
  let database: TestDatabase;
  let db: Database;
  beforeEach(async () => {
    database = await freshDatabase();
    db = openPostgres({ url: database.url, onTrouble: () => undefined });
    await migrate(db);
  });
  afterEach(async () => {
    await db.close();
    await database.drop();
  });

  it('sees every row, because sequence order is commit order', async () => {
    expect(await skipped(db)).toEqual([]);
  });

  it('would miss rows with a plain sequence, and this test would show it', async () => {
    await db.write('CREATE SEQUENCE plain');
    expect((await skipped(withPlainSequence(db))).length).toBeGreaterThan(0);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../shared/instant.ts';
import { memoryDatabase, MORNING_MS } from '../../tests/support/central.ts';
import { verifyAudit, type AuditEntry } from './audit.ts';
import type { Database } from './database.ts';
import { readHead } from './feed.ts';
import { writeLog } from './log.ts';

describe('the audit log (T4, H11)', () => {
  let db: Database;
  beforeAll(async () => {
    db = await memoryDatabase();
  }, 60_000);
  afterAll(() => db.close());

  const entry = (action: string): AuditEntry => ({
    at: instant(MORNING_MS),
    accountId: null,
    deskId: null,
    action,
    subject: '工单 1',
    detail: { where: '工单详情', field: 'phone', count: 3, roles: ['operator'], refused: null },
  });
  const write = (...actions: string[]) =>
    db.transaction((tx) => writeLog(tx, { at: instant(MORNING_MS), audit: actions.map(entry) }));
  const verdict = async () => verifyAudit(db, await readHead(db));
  /** Somebody with the database's own password, who switches the guard off. */
  const tamper = (sql: string) =>
    db.transaction((tx) =>
      tx.script(`ALTER TABLE audit DISABLE TRIGGER USER; ${sql}; ALTER TABLE audit ENABLE TRIGGER USER`),
    );

  beforeEach(async () => {
    await tamper('TRUNCATE audit');
    await db.write(`UPDATE feed_head SET audit_id = 0, audit_hash = ''`);
    await write('a', 'b');
    await write('c');
    await write('d', 'e');
  });

  it('is whole when nobody has touched it, across transactions', async () => {
    expect(await verdict()).toEqual({ ok: true, rows: 5 });
  });

  it.each([
    ['an action', `UPDATE audit SET action = 'x' WHERE id = 3`],
    ['a detail', `UPDATE audit SET detail = jsonb_set(detail, '{field}', '"name"') WHERE id = 3`],
    ['who did it', `UPDATE audit SET account_id = gen_random_uuid() WHERE id = 3`],
    ['when', `UPDATE audit SET at = at + interval '1 second' WHERE id = 3`],
    ['the hash', `UPDATE audit SET hash = sha256('') WHERE id = 3`],
  ])('names the row in which %s was changed', async (_what, sql) => {
    await tamper(sql);
    expect(await verdict()).toEqual({ ok: false, row: 3, reason: 'changed' });
  });

  it('names a row that was taken out', async () => {
    await tamper('DELETE FROM audit WHERE id = 2');
    expect(await verdict()).toEqual({ ok: false, row: 2, reason: 'missing' });
  });

  it('sees a tail that was cut off', async () => {
    await tamper('DELETE FROM audit WHERE id = 5');
    expect(await verdict()).toEqual({ ok: false, row: 5, reason: 'missing' });
  });
});

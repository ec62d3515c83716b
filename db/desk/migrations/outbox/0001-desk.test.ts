import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scratch, type Scratch } from '../../desk-for-tests.ts';
import type { WritableDb } from '../../sqlite.ts';

let files: Scratch;
let db: WritableDb;

beforeEach(() => {
  files = scratch();
  db = files.outbox();
});

afterEach(() => {
  db.close();
  files.remove();
});

const command = (id: string, epoch: number, seq: number): number =>
  db.run(
    `INSERT INTO commands (command_id, order_id, epoch, desk_seq, base_version, type, type_version, payload, actor,
  recorded_at, summary, state) VALUES (?, 'o', ?, ?, 0, 't', 1, '{}', '{}', '2026', '', 'waiting')`,
    [id, epoch, seq],
  );

describe('the first shape of the outbox', () => {
  it('commits to the disk before it answers, and wipes what it deletes', () => {
    expect(db.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
    expect(db.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(db.get('PRAGMA secure_delete')).toEqual({ secure_delete: 1 });
  });

  it('has one place of an epoch for one command, and one row for a command', () => {
    command('a', 1, 1);
    expect(() => command('b', 1, 1)).toThrow(/UNIQUE/);
    expect(() => command('a', 1, 2)).toThrow(/UNIQUE/);
    expect(command('b', 2, 1)).toBe(1);
  });

  it('has one desk', () => {
    const insert = `INSERT INTO identity (id, desk_id, epoch, last_seq, provisional_count) VALUES (?, 'd', 0, 0, 0)`;
    db.run(insert, [1]);
    expect(() => db.run(insert, [2])).toThrow(/CHECK/);
  });

  it('keeps the pieces of a file no longer than the file', () => {
    db.run(
      `INSERT INTO attachments (id, order_id, name, mime, size, sha256, added_at) VALUES ('f', 'o', 'n', 'm', 1, 's', '2026')`,
    );
    db.run(`INSERT INTO attachment_chunks VALUES ('f', 0, x'00')`);
    db.run(`DELETE FROM attachments`);
    expect(db.all('SELECT * FROM attachment_chunks')).toEqual([]);
  });
});

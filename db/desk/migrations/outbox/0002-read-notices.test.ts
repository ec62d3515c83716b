import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scratch, type Scratch } from '../../desk-for-tests.ts';
import { migrate } from '../../migrate.ts';
import { openWritable } from '../../open.ts';
import { desk } from './0001-desk.ts';
import { readNotices } from './0002-read-notices.ts';

let files: Scratch;

beforeEach(() => {
  files = scratch();
});

afterEach(() => {
  files.remove();
});

describe('an outbox from before the notices', () => {
  it('keeps what it has said, and takes marks of what was read', () => {
    const id = '00000000-0000-7000-8000-000000000001';
    const before = openWritable(files.place('outbox.db'), { durability: 'full', migrations: [desk], check: true });
    before.run(`INSERT INTO identity (id, desk_id, epoch, last_seq, provisional_count) VALUES (1, ?, 0, 0, 0)`, [id]);
    migrate(before, [desk, readNotices]);
    expect(before.get('SELECT desk_id AS id FROM identity')).toEqual({ id });
    expect(before.all('SELECT * FROM read_notices')).toEqual([]);
    before.close();
  });
});

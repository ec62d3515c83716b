import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scratch, type Scratch } from '../../desk-for-tests.ts';
import { migrate } from '../../migrate.ts';
import { openWritable } from '../../open.ts';
import { desk } from './0001-desk.ts';
import { readNotices } from './0002-read-notices.ts';
import { sayAgain } from './0003-say-again.ts';
import { writings } from './0004-writings.ts';

let files: Scratch;

beforeEach(() => {
  files = scratch();
});

afterEach(() => {
  files.remove();
});

describe('an outbox from before forms were kept', () => {
  it('keeps what it has read, and has no form yet', () => {
    const older = [desk, readNotices, sayAgain];
    const before = openWritable(files.place('outbox.db'), { durability: 'full', migrations: older, check: true });
    before.run(`INSERT INTO read_notices VALUES ('a', 'n', '2026')`);
    migrate(before, [...older, writings]);
    expect(before.all('SELECT notice_id AS id FROM read_notices')).toEqual([{ id: 'n' }]);
    expect(before.all('SELECT * FROM writings')).toEqual([]);
    before.close();
  });
});

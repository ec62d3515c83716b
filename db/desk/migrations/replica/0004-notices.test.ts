import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scratch, type Scratch } from '../../desk-for-tests.ts';
import { migrate } from '../../migrate.ts';
import { openWritable } from '../../open.ts';
import { readFeed } from '../../replica/feed.ts';
import { REPLICA_MIGRATIONS } from './all.ts';
import { notices } from './0004-notices.ts';

let files: Scratch;

beforeEach(() => {
  files = scratch();
});

afterEach(() => {
  files.remove();
});

describe('a replica from before the notices', () => {
  it('keeps what it has and takes a fresh copy, which brings them', () => {
    const earlier = REPLICA_MIGRATIONS.slice(0, REPLICA_MIGRATIONS.indexOf(notices));
    const before = openWritable(files.place('replica.db'), {
      durability: 'normal',
      migrations: earlier,
      check: false,
    });
    before.run(`INSERT INTO reference VALUES ('unit', 'u', 1, 1, '{}')`);
    before.run(`INSERT INTO reference VALUES ('notice', 'n', 1, 1, '{}')`);
    before.run(`UPDATE feed SET cursor = 7, epoch = 'e', audience = 'somebody'`);
    migrate(before, [...earlier, notices]);
    expect(before.all('SELECT entity FROM reference')).toEqual([{ entity: 'unit' }]);
    expect(before.all('SELECT * FROM notices')).toEqual([]);
    expect(readFeed(before)).toMatchObject({ cursor: 7, epoch: 'e', audience: null });
    before.close();
  });
});

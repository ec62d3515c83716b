import { describe, expect, it } from 'vitest';
import { readFeed } from '../../replica/feed.ts';
import { stepUp } from '../../../../tests/support/step-up.ts';
import { REPLICA_MIGRATIONS } from './all.ts';
import { notices } from './0004-notices.ts';

describe('a replica from before the notices', () => {
  it('keeps what it has and takes a fresh copy, which brings them', () => {
    const db = stepUp(REPLICA_MIGRATIONS, notices, (older) => {
      older.run(`INSERT INTO reference VALUES ('unit', 'u', 1, 1, '{}')`);
      older.run(`INSERT INTO reference VALUES ('notice', 'n', 1, 1, '{}')`);
      older.run(`UPDATE feed SET cursor = 7, epoch = 'e', audience = 'somebody'`);
    });
    expect(db.all('SELECT entity FROM reference')).toEqual([{ entity: 'unit' }]);
    expect(db.all('SELECT * FROM notices')).toEqual([]);
    expect(readFeed(db)).toMatchObject({ cursor: 7, epoch: 'e', audience: null });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scratch, type Scratch } from '../../desk-for-tests.ts';
import { readFeed } from '../../replica/feed.ts';
import type { WritableDb } from '../../sqlite.ts';

let files: Scratch;
let db: WritableDb;

beforeEach(() => {
  files = scratch();
  db = files.replica();
});

afterEach(() => {
  db.close();
  files.remove();
});

describe('the first shape of the replica', () => {
  it('begins before the feed, with no snapshot', () => {
    expect(readFeed(db)).toEqual({ cursor: 0, epoch: null, audience: null, generation: 1, snapshot: null });
  });

  it('does not wait for the disk: it can be fetched again', () => {
    expect(db.get('PRAGMA synchronous')).toEqual({ synchronous: 1 });
  });

  it('has one row for a row of the centre', () => {
    const put = `INSERT INTO reference VALUES ('unit', 'u', 1, 1, '{}')`;
    db.run(put);
    expect(() => db.run(put)).toThrow(/UNIQUE/);
  });
});

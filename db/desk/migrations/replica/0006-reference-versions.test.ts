import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scratch, type Scratch } from '../../desk-for-tests.ts';
import { migrate } from '../../migrate.ts';
import { openWritable } from '../../open.ts';
import { versionsOf } from '../../replica/articles.ts';
import { referenceVersions } from './0006-reference-versions.ts';
import { REPLICA_MIGRATIONS } from './all.ts';

let files: Scratch;

beforeEach(() => {
  files = scratch();
});

afterEach(() => {
  files.remove();
});

describe('a replica from before the list of versions', () => {
  it('keeps its articles and names their versions', () => {
    const earlier = REPLICA_MIGRATIONS.slice(0, REPLICA_MIGRATIONS.indexOf(referenceVersions));
    const before = openWritable(files.place('replica.db'), { durability: 'normal', migrations: earlier, check: false });
    before.run(`INSERT INTO reference VALUES ('article', 'k-1', 3, 1, '{}')`);
    migrate(before, [...earlier, referenceVersions]);
    expect(versionsOf(before, 'article')).toEqual([{ id: 'k-1', version: 3 }]);
    before.close();
  });
});

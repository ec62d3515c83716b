import { describe, expect, it } from 'vitest';
import { versionsOf } from '../../replica/articles.ts';
import { referenceVersions } from './0006-reference-versions.ts';
import { stepUp } from '../../../../tests/support/step-up.ts';
import { REPLICA_MIGRATIONS } from './all.ts';

describe('a replica from before the list of versions', () => {
  it('keeps its articles and names their versions', () => {
    const db = stepUp(REPLICA_MIGRATIONS, referenceVersions, (older) => {
      older.run(`INSERT INTO reference VALUES ('article', 'k-1', 3, 1, '{}')`);
    });
    expect(versionsOf(db, 'article')).toEqual([{ id: 'k-1', version: 3 }]);
  });
});

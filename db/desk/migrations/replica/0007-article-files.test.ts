import { describe, expect, it } from 'vitest';
import { stepUp } from '../../../../tests/support/step-up.ts';
import { wantedFile } from '../../replica/article-files.ts';
import { REPLICA_MIGRATIONS } from './all.ts';
import { articleFiles } from './0007-article-files.ts';

describe('a replica from before articles had files', () => {
  it('knows the files of the articles that are here', () => {
    const id = '3f2a1b4c-0000-8000-b000-000000000001';
    const db = stepUp(REPLICA_MIGRATIONS, articleFiles, (older) => {
      const data = (state: string, files: readonly object[]): string => JSON.stringify({ state, files });
      const file = { id, size: 12, mime: 'image/png' };
      older.run(`INSERT INTO reference VALUES ('article', 'k-1', 3, 1, ?)`, [data('published', [file])]);
      older.run(`INSERT INTO reference VALUES ('article', 'k-2', 1, 1, ?)`, [data('expired', [{ ...file, id: 'x' }])]);
      older.run(`INSERT INTO reference VALUES ('article', 'k-3', 1, 1, '{"state":"published"}')`);
    });
    expect(wantedFile(db, new Set(), 1000)).toEqual({ id, size: 12 });
  });
});

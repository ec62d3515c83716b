import { describe, expect, it } from 'vitest';
import { stepUp } from '../../../../tests/support/step-up.ts';
import { OUTBOX_MIGRATIONS } from './all.ts';
import { writings } from './0004-writings.ts';

describe('an outbox from before forms were kept', () => {
  it('keeps what it has read, and has no form yet', () => {
    const db = stepUp(OUTBOX_MIGRATIONS, writings, (older) => {
      older.run(`INSERT INTO read_notices VALUES ('a', 'n', '2026')`);
    });
    expect(db.all('SELECT notice_id AS id FROM read_notices')).toEqual([{ id: 'n' }]);
    expect(db.all('SELECT * FROM writings')).toEqual([]);
  });
});

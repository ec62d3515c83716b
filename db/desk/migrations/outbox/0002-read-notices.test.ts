import { describe, expect, it } from 'vitest';
import { stepUp } from '../../../../tests/support/step-up.ts';
import { OUTBOX_MIGRATIONS } from './all.ts';
import { readNotices } from './0002-read-notices.ts';

describe('an outbox from before the notices', () => {
  it('keeps what it has said, and takes marks of what was read', () => {
    const id = '00000000-0000-7000-8000-000000000001';
    const db = stepUp(OUTBOX_MIGRATIONS, readNotices, (older) => {
      older.run(`INSERT INTO identity (id, desk_id, epoch, last_seq, provisional_count) VALUES (1, ?, 0, 0, 0)`, [id]);
    });
    expect(db.get('SELECT desk_id AS id FROM identity')).toEqual({ id });
    expect(db.all('SELECT * FROM read_notices')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { stepUp } from '../../../../tests/support/step-up.ts';
import { OUTBOX_MIGRATIONS } from './all.ts';
import { sayAgain } from './0003-say-again.ts';

describe('an outbox from before commands were said again', () => {
  it('keeps them, and has nothing to say again', () => {
    const db = stepUp(OUTBOX_MIGRATIONS, sayAgain, (older) => {
      older.run(
        `INSERT INTO commands (command_id, order_id, epoch, desk_seq, base_version, type, type_version, payload, actor,
    recorded_at, summary, state) VALUES ('c', 'o', 1, 1, 0, 't', 1, '{}', '{}', '2026', '', 'accepted')`,
      );
    });
    expect(db.all('SELECT command_id AS id, state, again FROM commands')).toEqual([
      { id: 'c', state: 'accepted', again: 0 },
    ]);
  });
});

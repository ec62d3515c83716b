import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scratch, type Scratch } from '../../desk-for-tests.ts';
import { migrate } from '../../migrate.ts';
import { openWritable } from '../../open.ts';
import { desk } from './0001-desk.ts';
import { readNotices } from './0002-read-notices.ts';
import { sayAgain } from './0003-say-again.ts';

let files: Scratch;

beforeEach(() => {
  files = scratch();
});

afterEach(() => {
  files.remove();
});

describe('an outbox from before commands were said again', () => {
  it('keeps them, and has nothing to say again', () => {
    const before = openWritable(files.place('outbox.db'), {
      durability: 'full',
      migrations: [desk, readNotices],
      check: true,
    });
    before.run(
      `INSERT INTO commands (command_id, order_id, epoch, desk_seq, base_version, type, type_version, payload, actor,
  recorded_at, summary, state) VALUES ('c', 'o', 1, 1, 0, 't', 1, '{}', '{}', '2026', '', 'accepted')`,
    );
    migrate(before, [desk, readNotices, sayAgain]);
    expect(before.all('SELECT command_id AS id, state, again FROM commands')).toEqual([
      { id: 'c', state: 'accepted', again: 0 },
    ]);
    before.close();
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEY, scratch, type Scratch } from '../../desk-for-tests.ts';
import { migrate } from '../../migrate.ts';
import { openWritable } from '../../open.ts';
import { nameDesk, readIdentity } from '../../outbox/identity.ts';
import { deskIdSchema } from '../../../../shared/domain/ids.ts';
import { desk } from './0001-desk.ts';
import { readNotices } from './0002-read-notices.ts';

let files: Scratch;

beforeEach(() => {
  files = scratch();
});

afterEach(() => {
  files.remove();
});

describe('an outbox from before the notices', () => {
  it('keeps what it has said, and takes marks of what was read', () => {
    const id = deskIdSchema.parse('00000000-0000-7000-8000-000000000001');
    const before = openWritable(
      { ...files.place('outbox.db'), key: KEY },
      {
        durability: 'full',
        migrations: [desk],
        check: true,
      },
    );
    nameDesk(before, id);
    migrate(before, [desk, readNotices]);
    expect(readIdentity(before)?.deskId).toBe(id);
    expect(before.all('SELECT * FROM read_notices')).toEqual([]);
    before.close();
  });
});

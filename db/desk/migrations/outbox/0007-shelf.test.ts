import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountIdSchema, articleIdSchema } from '../../../../shared/domain/ids.ts';
import { instant } from '../../../../shared/instant.ts';
import { scratch, type Scratch } from '../../desk-for-tests.ts';
import { migrate } from '../../migrate.ts';
import { openWritable } from '../../open.ts';
import { readShelf, shelveOpened, shelvePinned } from '../../outbox/shelf.ts';
import type { WritableDb } from '../../sqlite.ts';
import { OUTBOX_MIGRATIONS } from './all.ts';
import { shelf } from './0007-shelf.ts';

const ME = accountIdSchema.parse('00000000-0000-7000-8000-000000000001');
const OTHER = accountIdSchema.parse('00000000-0000-7000-8000-000000000002');
const article = (n: number) => articleIdSchema.parse(`k-${n}`);
const at = (minute: number) => instant(Date.parse('2026-11-20T04:00:00.000Z') + minute * 60_000);

let files: Scratch;
let db: WritableDb;

beforeEach(() => {
  files = scratch();
  const older = OUTBOX_MIGRATIONS.slice(0, OUTBOX_MIGRATIONS.indexOf(shelf));
  db = openWritable(files.place('outbox.db'), { durability: 'full', migrations: older, check: true });
  migrate(db, [...older, shelf]);
});

afterEach(() => {
  db.close();
  files.remove();
});

describe('what somebody has at hand', () => {
  it('is what they pinned, as they pinned it, and what they read last, the newest first', () => {
    for (const n of [1, 2, 3, 1]) shelveOpened(db, ME, article(n), at(n === 1 ? 9 : n));
    shelvePinned(db, ME, article(7), at(20));
    shelvePinned(db, ME, article(3), at(21));
    expect(readShelf(db, ME)).toEqual({
      pinned: [article(7), article(3)],
      recent: [article(1), article(3), article(2)],
    });
    shelvePinned(db, ME, article(3), null);
    expect(readShelf(db, ME).pinned).toEqual([article(7)]);
  });

  it('is nobody else’s', () => {
    shelveOpened(db, ME, article(1), at(1));
    expect(readShelf(db, OTHER)).toEqual({ pinned: [], recent: [] });
  });

  it('stays small: the oldest that is not pinned goes first', () => {
    shelvePinned(db, ME, article(0), at(0));
    shelveOpened(db, ME, article(0), at(0));
    for (let n = 1; n <= 40; n += 1) shelveOpened(db, ME, article(n), at(n));
    const { pinned, recent } = readShelf(db, ME);
    expect(pinned).toEqual([article(0)]);
    expect(recent[0]).toBe(article(40));
    expect(db.get('SELECT count(*) AS n FROM shelf')).toEqual({ n: 31 });
  });
});

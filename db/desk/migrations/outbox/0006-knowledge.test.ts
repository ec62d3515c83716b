import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scratch, type Scratch } from '../../desk-for-tests.ts';
import { migrate } from '../../migrate.ts';
import { openWritable } from '../../open.ts';
import { countAsked, countOpened, forgetUsage, readUsage } from '../../outbox/usage-counts.ts';
import { articleIdSchema } from '../../../../shared/domain/ids.ts';
import { desk } from './0001-desk.ts';
import { readNotices } from './0002-read-notices.ts';
import { sayAgain } from './0003-say-again.ts';
import { writings } from './0004-writings.ts';
import { deskSettings } from './0005-desk-settings.ts';
import { knowledge } from './0006-knowledge.ts';

let files: Scratch;

beforeEach(() => {
  files = scratch();
});

afterEach(() => {
  files.remove();
});

describe('an outbox from before knowledge was kept', () => {
  const OLD = [desk, readNotices, sayAgain, writings, deskSettings];

  it('counts from then on, and forgets only what it has told', () => {
    const db = openWritable(files.place('outbox.db'), { durability: 'full', migrations: OLD, check: true });
    migrate(db, [...OLD, knowledge]);
    expect(readUsage(db)).toBeNull();
    const articleId = articleIdSchema.parse('k-1');
    countOpened(db, articleId, '2026-11-20');
    countOpened(db, articleId, '2026-11-20');
    countAsked(db, '租房提取', '2026-11-20', { notFound: false, used: true });
    countAsked(db, '租房提取', '2026-11-20', { notFound: true, used: false });
    const usage = readUsage(db);
    expect(usage).toEqual({
      articles: [{ articleId, day: '2026-11-20', opened: 2 }],
      questions: [{ words: '租房提取', day: '2026-11-20', asked: 2, notFound: 1, used: 1 }],
    });
    countOpened(db, articleId, '2026-11-21');
    if (usage) forgetUsage(db, usage);
    expect(readUsage(db)).toEqual({ articles: [{ articleId, day: '2026-11-21', opened: 1 }], questions: [] });
    db.close();
  });
});

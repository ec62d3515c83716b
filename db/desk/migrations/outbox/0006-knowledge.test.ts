import { describe, expect, it } from 'vitest';
import { countAsked, countOpened, forgetUsage, readUsage } from '../../outbox/usage-counts.ts';
import { articleIdSchema } from '../../../../shared/domain/ids.ts';
import { stepUp } from '../../../../tests/support/step-up.ts';
import { OUTBOX_MIGRATIONS } from './all.ts';
import { knowledge } from './0006-knowledge.ts';

describe('an outbox from before knowledge was kept', () => {
  it('counts from then on, and forgets only what it has told', () => {
    const db = stepUp(OUTBOX_MIGRATIONS, knowledge, () => undefined);
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
  });
});

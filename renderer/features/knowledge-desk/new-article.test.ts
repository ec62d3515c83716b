import { expect, it } from 'vitest';
import { unitIdSchema } from '../../../shared/domain/ids.ts';
import { keptDraftSchema } from '../../../shared/domain/knowledge/kept-draft.ts';
import { draftFor, newArticleId } from './new-article.ts';

it('a question nobody could answer becomes a draft of whoever has to answer it, in the caller’s words', () => {
  const unitId = unitIdSchema.parse('u-gjj');
  const draft = draftFor({ query: '充电桩怎么申请', unitId, note: '来电三次' });
  expect(draft).toMatchObject({ title: '充电桩怎么申请', asked: ['充电桩怎么申请'], unitId, body: null });
  expect(draft.change).toContain('来电三次');
  const kept = { articleId: newArticleId(), seen: 0, base: 0, savedAt: '2026-11-20T04:00:00.000Z', draft };
  expect(keptDraftSchema.safeParse(kept).success).toBe(true);
});

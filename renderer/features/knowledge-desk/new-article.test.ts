import { expect, it } from 'vitest';
import { unitIdSchema } from '../../../shared/domain/ids.ts';
import { knowledgeCommandSchema } from '../../../shared/domain/knowledge/commands.ts';
import { keptDraftSchema } from '../../../shared/domain/knowledge/kept-draft.ts';
import { draftAbout, draftFor, newArticleId, proposalAbout } from './new-article.ts';

it('a question nobody could answer becomes a draft of whoever has to answer it, in the caller’s words', () => {
  const unitId = unitIdSchema.parse('u-gjj');
  const draft = draftFor({ query: '充电桩怎么申请', unitId, note: '来电三次' });
  expect(draft).toMatchObject({ title: '充电桩怎么申请', asked: ['充电桩怎么申请'], unitId, body: null });
  expect(draft.change).toContain('来电三次');
  const kept = { articleId: newArticleId(), seen: 0, base: 0, savedAt: '2026-11-20T04:00:00.000Z', draft };
  expect(keptDraftSchema.safeParse(kept).success).toBe(true);
});

it('T13: a hot topic becomes a draft with its figures and orders, and without an answer nobody has checked', () => {
  const topic = { place: '淇滨区', subjectName: '供暖', n: 12, usual: 3.333 };
  const draft = draftAbout(topic, ['HB1', 'HB2']);
  expect(draft).toMatchObject({ title: '淇滨区 供暖', unitId: null, source: '热点诉求工单 HB1、HB2' });
  expect(JSON.stringify(draft.body)).toContain('近期集中反映 12 件，平常 3.3 件');
  const proposed = { type: 'article.propose', payload: proposalAbout({ ...topic, place: null }, []) };
  expect(knowledgeCommandSchema.parse(proposed)).toMatchObject({ payload: { text: { title: '供暖', source: '' } } });
});

import { z } from 'zod';
import { articleRefSchema } from '../article.ts';
import { articleIdSchema, unitIdSchema } from '../ids.ts';
import { feedbackKindSchema, feedbackOutcomeSchema } from './feedback.ts';
import { articleDraftSchema } from './manuscript.ts';

const about = { articleId: articleIdSchema };
const reason = z.string().trim().min(1, '请写明原因').max(500);
const remark = z.string().trim().max(500);
/** The manuscript's version before whoever writes; 0 where there is none. */
const seen = z.int().nonnegative();
const written = {
  ...about,
  seen,
  /** The article's version the text was written from; 0: a new article. */
  base: z.int().nonnegative(),
  text: articleDraftSchema,
};

/** How often things happened on one desk since it last told. A day is a Beijing date. */
export const usageSchema = z.object({
  articles: z
    .array(z.object({ articleId: articleIdSchema, day: z.iso.date(), opened: z.int().min(0).max(10_000) }))
    .max(500),
  questions: z
    .array(
      z.object({
        words: z.string().trim().min(1).max(100),
        day: z.iso.date(),
        asked: z.int().min(0).max(10_000),
        notFound: z.int().min(0).max(10_000),
        used: z.int().min(0).max(10_000),
      }),
    )
    .max(500),
});
export type Usage = z.infer<typeof usageSchema>;

/** Everything that can be said about knowledge, one schema per type. As with orders, a shape never changes once written. */
export const knowledgeCommandSchema = z.discriminatedUnion('type', [
  /** 写稿: begins or replaces the draft. */
  z.object({ type: z.literal('article.write'), payload: z.object({ ...written, change: remark }) }),
  /** 起草: what whoever sees the matter rise would have written, for the centre's editors to go on with. T13. */
  z.object({
    type: z.literal('article.propose'),
    payload: z.object({ ...about, text: articleDraftSchema, change: remark }),
  }),
  z.object({ type: z.literal('article.discard'), payload: z.object({ ...about, seen }) }),
  /** 送审: to the unit that owns the article. */
  z.object({ type: z.literal('article.submit'), payload: z.object({ ...about, seen }) }),
  z.object({
    type: z.literal('article.review'),
    payload: z.object({ ...about, seen, approve: z.boolean(), opinion: remark }),
  }),
  z.object({ type: z.literal('article.publish'), payload: z.object({ ...about, seen }) }),
  /** 更正: at once, by the centre's editor, where operators are reading out something wrong. */
  z.object({ type: z.literal('article.correct'), payload: z.object({ ...written, reason }) }),
  /** 核对无误: the text stands as it is. */
  z.object({ type: z.literal('article.check'), payload: z.object({ ...about, opinion: remark }) }),
  z.object({ type: z.literal('article.expire'), payload: z.object({ ...about, reason }) }),
  z.object({ type: z.literal('article.archive'), payload: z.object({ ...about, reason }) }),
  z.object({ type: z.literal('article.restore'), payload: z.object({ ...about, reason }) }),
  /** 督办 of an overdue check. T13. */
  z.object({
    type: z.literal('article.supervise'),
    payload: z.object({ ...about, form: z.string().min(1).max(60), text: reason }),
  }),
  z.object({
    type: z.literal('feedback.report'),
    payload: z.object({
      kind: feedbackKindSchema,
      article: articleRefSchema.nullable(),
      query: z.string().trim().max(200),
      note: remark,
    }),
  }),
  z.object({
    type: z.literal('feedback.assign'),
    payload: z.object({ unitId: unitIdSchema.nullable(), note: remark }),
  }),
  z.object({ type: z.literal('feedback.take'), payload: z.object({}) }),
  z.object({
    type: z.literal('feedback.settle'),
    payload: z.object({
      outcome: feedbackOutcomeSchema,
      reply: z.string().trim().min(1, '请写下给话务员的答复').max(500),
      article: articleRefSchema.nullable(),
    }),
  }),
  /** What a desk has counted; nobody writes it by hand. */
  z.object({ type: z.literal('knowledge.usage'), payload: usageSchema }),
]);
export type KnowledgeCommand = z.infer<typeof knowledgeCommandSchema>;
export type KnowledgeCommandType = KnowledgeCommand['type'];
export type KnowledgePayload<T extends KnowledgeCommandType> = Extract<KnowledgeCommand, { type: T }>['payload'];

export const KNOWLEDGE_COMMAND_NAMES: Readonly<Record<KnowledgeCommandType, string>> = {
  'article.write': '写知识稿件',
  'article.propose': '起草知识',
  'article.discard': '放弃稿件',
  'article.submit': '知识送审',
  'article.review': '审核知识',
  'article.publish': '发布知识',
  'article.correct': '更正知识',
  'article.check': '核对知识',
  'article.expire': '知识失效',
  'article.archive': '知识归档',
  'article.restore': '恢复知识',
  'article.supervise': '督办知识核对',
  'feedback.report': '知识反馈',
  'feedback.assign': '转交反馈',
  'feedback.take': '接办反馈',
  'feedback.settle': '答复反馈',
  'knowledge.usage': '知识使用统计',
};

/** The version of these shapes; a new one comes with what raises the old. */
export const KNOWLEDGE_TYPE_VERSION = 1;

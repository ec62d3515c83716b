import { z } from 'zod';
import { instantSchema } from '../../instant.ts';
import { articleRefSchema } from '../article.ts';
import { orderIdSchema, unitIdSchema } from '../ids.ts';
import { authorSchema } from '../people.ts';

/**
 * What an operator reports in mid-call: 错误 and 过期 of an article, 找不到 of a question that found nothing fitting.
 * `unanswered` is a question nobody could answer: a task for whoever has to write the article.
 */
export const feedbackKindSchema = z.enum(['wrong', 'outdated', 'notFound', 'unanswered']);
export type FeedbackKind = z.infer<typeof feedbackKindSchema>;

export const FEEDBACK_KIND_NAMES: Readonly<Record<FeedbackKind, string>> = {
  wrong: '错误',
  outdated: '过期',
  notFound: '找不到',
  unanswered: '无人能答',
};

export const feedbackStateSchema = z.enum(['open', 'taken', 'settled']);

/** What became of it. */
export const feedbackOutcomeSchema = z.enum(['corrected', 'added', 'correct', 'declined']);
export type FeedbackOutcome = z.infer<typeof feedbackOutcomeSchema>;

export const FEEDBACK_OUTCOME_NAMES: Readonly<Record<FeedbackOutcome, string>> = {
  corrected: '已更正',
  added: '已补充知识',
  correct: '内容无误',
  declined: '不予采纳',
};

export const feedbackSchema = z.object({
  id: orderIdSchema,
  version: z.int().nonnegative(),
  kind: feedbackKindSchema,
  /** The text that was before the operator; null for a question that found none. */
  article: articleRefSchema.nullable(),
  /** The words asked for, without numbers that name a person. */
  query: z.string().max(200),
  note: z.string().max(500),
  /** Who has to answer; null: the centre's knowledge editors. */
  unitId: unitIdSchema.nullable(),
  by: authorSchema,
  /** The unit of whoever reported it; null: the centre's own people. */
  byUnitId: unitIdSchema.nullable(),
  at: instantSchema,
  /** Until when it is to be answered. */
  due: instantSchema,
  state: feedbackStateSchema,
  takenBy: authorSchema.nullable(),
  settled: z
    .object({
      by: authorSchema,
      at: instantSchema,
      outcome: feedbackOutcomeSchema,
      /** Told to the operator. */
      reply: z.string().max(500),
      article: articleRefSchema.nullable(),
    })
    .nullable(),
});
export type Feedback = z.infer<typeof feedbackSchema>;

import { z } from 'zod';
import { subjectIdSchema } from '../domain/ids.ts';
import { instantSchema } from '../instant.ts';
import { procedure } from './base.ts';
import { rowSchema } from './reports.ts';

/** How far back one looks for what rises now. */
export const topicWindowSchema = z.enum(['day', 'week', 'month']);
export type TopicWindow = z.infer<typeof topicWindowSchema>;

const topicKey = {
  subjectId: subjectIdSchema,
  /** A place as the centre's list names it, or as it was written; null: wherever. */
  place: z.string().min(1).max(400).nullable(),
};

const topicSchema = z.object({
  ...topicKey,
  subjectName: z.string(),
  /** Requests within the window. */
  n: z.int().nonnegative(),
  /** What the same length of time brought before, on average. */
  usual: z.number().nonnegative(),
  /** More than chance makes of what is usual. */
  rises: z.boolean(),
});
export type Topic = z.infer<typeof topicSchema>;

const topicRowsSchema = z.object({
  rows: z.array(rowSchema),
  /** Orders that are not for whoever asks: they count and are not shown. */
  hidden: z.int().nonnegative(),
  /** What the requests say most, beside what others say too. */
  words: z.array(z.string()),
});

/** The same caller about the same matter, month after month. T18. */
const persistentSchema = z.object({
  subjectName: z.string(),
  /** Masked. */
  caller: z.string(),
  phone: z.string(),
  /** Consecutive months up to now, first and last: 2026-09. */
  from: z.string(),
  to: z.string(),
  n: z.int().nonnegative(),
  rows: z.array(rowSchema),
  /** Somebody has flagged one of the orders already. */
  flagged: z.boolean(),
});
export type Persistent = z.infer<typeof persistentSchema>;

/** 热点: what is asked more than usual now, and who has to ask again and again. T13, T16, T18. */
export const topics = {
  list: procedure
    .route({ path: '/topics/list' })
    .input(z.object({ window: topicWindowSchema }))
    .output(z.object({ at: instantSchema, topics: z.array(topicSchema) })),
  /** The requests behind one, newest first. */
  rows: procedure
    .route({ path: '/topics/rows' })
    .input(z.object({ ...topicKey, window: topicWindowSchema }))
    .output(topicRowsSchema),
  persistent: procedure.route({ method: 'GET', path: '/topics/persistent' }).output(z.array(persistentSchema)),
};

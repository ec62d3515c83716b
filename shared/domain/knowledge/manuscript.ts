import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { instantSchema } from '../../instant.ts';
import { articleSchema } from '../article.ts';
import { articleIdSchema, orderIdSchema, unitIdSchema, type ArticleId, type OrderId } from '../ids.ts';
import { authorSchema } from '../people.ts';

/** What somebody writes of an article; the rest of it (version, day of the check, state) comes of what is done with it. */
export const articleDraftSchema = articleSchema
  .pick({ title: true, kind: true, unitId: true, body: true, asked: true, source: true, validUntil: true, files: true })
  .extend({
    title: z.string().trim().min(1, '请写标题').max(120),
    asked: z.array(z.string().trim().min(1).max(200)).max(30),
  });
export type ArticleDraft = z.infer<typeof articleDraftSchema>;

/** Where the working side of an article stands; `idle`: nothing is being written. */
export const stageSchema = z.enum(['draft', 'reviewing', 'returned', 'approved', 'idle']);
export type Stage = z.infer<typeof stageSchema>;

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  draft: '草稿',
  reviewing: '待审核',
  returned: '退回修改',
  approved: '待发布',
  idle: '无稿件',
};

/** What has been done with an article, as its course names it. */
export const deedSchema = z.enum([
  'written',
  'proposed',
  'discarded',
  'submitted',
  'approved',
  'returned',
  'published',
  'corrected',
  'checked',
  'expired',
  'archived',
  'restored',
  'supervised',
]);
export type Deed = z.infer<typeof deedSchema>;

export const DEED_NAMES: Readonly<Record<Deed, string>> = {
  written: '写稿',
  proposed: '起草',
  discarded: '弃稿',
  submitted: '送审',
  approved: '审核通过',
  returned: '退回修改',
  published: '发布',
  corrected: '更正',
  checked: '核对',
  expired: '失效',
  archived: '归档',
  restored: '恢复',
  supervised: '督办',
};

const stamp = { by: authorSchema, at: instantSchema };

const deedEntrySchema = z.object({
  ...stamp,
  deed: deedSchema,
  text: z.string().max(1000),
  /** The version of the article that it made; null where it made none. */
  version: z.int().positive().nullable(),
});

/**
 * The working side (稿件) of an article, for those who keep it; operators have only the article. It exists from the first
 * thing done on. T: 第七条, 第十二条.
 */
export const manuscriptSchema = z.object({
  id: orderIdSchema,
  version: z.int().nonnegative(),
  articleId: articleIdSchema,
  /** Whose article it is or is to be; null: the centre's own. */
  unitId: unitIdSchema.nullable(),
  /** The article's title, or the draft's before there is an article. */
  title: z.string().max(120),
  stage: stageSchema,
  draft: z
    .object({
      ...stamp,
      text: articleDraftSchema,
      /** What changes and why, in the writer's words. */
      change: z.string().max(500),
      /** The article's version it was written from; 0: a new article. */
      base: z.int().nonnegative(),
    })
    .nullable(),
  review: z.object({ ...stamp, opinion: z.string().max(500) }).nullable(),
  /** 督办 of a check that was not done in time, until it is done. T13. */
  supervision: z.object({ ...stamp, form: z.string(), text: z.string().max(500) }).nullable(),
  /** Newest last; the oldest beyond a hundred are left to the centre's audit log. */
  course: z.array(deedEntrySchema),
});
export type Manuscript = z.infer<typeof manuscriptSchema>;
export type DeedEntry = z.infer<typeof deedEntrySchema>;

/**
 * The id under which commands about an article are kept: a UUID as every aggregate has, made of the article's key, so
 * that an article that was there before it had a working side needs no table to find it by.
 */
export function manuscriptIdOf(articleId: ArticleId): OrderId {
  const own = orderIdSchema.safeParse(articleId);
  if (own.success) return own.data;
  const hex = bytesToHex(sha256(utf8ToBytes(`article ${articleId}`)));
  return orderIdSchema.parse(
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
  );
}

import { z } from 'zod';
import { articleIdSchema, attachmentIdSchema, unitIdSchema } from '../domain/ids.ts';
import { knowledgeSettingsSchema } from '../domain/knowledge/settings.ts';
import { articleVersionSchema } from '../domain/knowledge/versions.ts';
import { procedure } from './base.ts';

const count = z.int().nonnegative();

/** How an article has fared over some days; `title` null where there is no such article any more. */
export const articleUsageSchema = z.object({
  articleId: articleIdSchema,
  title: z.string().nullable(),
  unitId: unitIdSchema.nullable(),
  opened: count,
  used: count,
  dissatisfied: count,
});
export type ArticleUsage = z.infer<typeof articleUsageSchema>;

const questionUsageSchema = z.object({ words: z.string(), asked: count, notFound: count, used: count });
export type QuestionUsage = z.infer<typeof questionUsageSchema>;

/** What is asked of the centre about knowledge, for whoever keeps it. */
export const centralKnowledge = {
  /** Every version of an article, newest first. */
  versions: procedure
    .route({ path: '/knowledge/versions' })
    .input(z.object({ articleId: articleIdSchema }))
    .output(z.array(articleVersionSchema)),
  /**
   * A part of an article's file from `offset` on, which is a multiple of the chunk size; `size`: bytes of the whole.
   * ARTICLE_NOT_FOUND where no article that the reader may have names it, ARTICLE_FILE_AWAITED until it has come whole.
   */
  file: procedure
    .route({ path: '/knowledge/file' })
    .input(z.object({ id: attachmentIdSchema, offset: z.int().nonnegative() }))
    .output(z.object({ size: z.int().positive(), base64: z.string() })),
  /** Sums over days (both counted), the most used articles and the questions that most often found nothing first. */
  usage: procedure
    .route({ path: '/knowledge/usage' })
    .input(z.object({ from: z.iso.date(), to: z.iso.date() }))
    .output(z.object({ articles: z.array(articleUsageSchema), questions: z.array(questionUsageSchema) })),
  /** How often articles are checked again, and how soon reports are answered; for the centre's editors. */
  setSettings: procedure.route({ path: '/knowledge/settings' }).input(knowledgeSettingsSchema).output(z.object({})),
};

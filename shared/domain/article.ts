import { z } from 'zod';
import { articleIdSchema, unitIdSchema } from './ids.ts';
import { articleFileSchema, MOST_ARTICLE_FILES } from './knowledge/files.ts';
import { LONGEST_BODY, richTextSchema } from './knowledge/rich-text.ts';

/**
 * A knowledge article (知识) as every desk has it. Its body is a tree of known things or, where it was written before
 * there were trees, plain text: nobody reads it but through `articleText` and `articleTree`.
 */
export const articleSchema = z.object({
  id: articleIdSchema,
  version: z.int().positive(),
  title: z.string().min(1).max(120),
  kind: z.enum(['policy', 'guide', 'contact', 'faq', 'script']),
  unitId: unitIdSchema.nullable(),
  body: z.union([z.string().min(1).max(LONGEST_BODY), richTextSchema]),
  /** Earlier callers' wording of the question this answers. */
  asked: z.array(z.string().max(200)),
  source: z.string().max(200),
  /** Files that stand with it, those its pictures are among them; not there where it was written before there were any. */
  files: z.array(articleFileSchema).max(MOST_ARTICLE_FILES).optional(),
  /** The day (YYYY-MM-DD) the owner last checked it. */
  checkedOn: z.iso.date(),
  validUntil: z.iso.date().nullable(),
  /** `withdrawn`: taken down by a centre of before; now an article expires or is archived. */
  state: z.enum(['published', 'withdrawn', 'expired', 'archived']),
});
export type Article = z.infer<typeof articleSchema>;

/** Which text the operator had before them: the version is kept so that the record stays true when the article changes. */
export const articleRefSchema = z.object({
  articleId: articleIdSchema,
  version: z.int().positive(),
  title: z.string().max(120),
});
export type ArticleRef = z.infer<typeof articleRefSchema>;

export const ARTICLE_KIND_NAMES: Readonly<Record<Article['kind'], string>> = {
  policy: '政策',
  guide: '办事指南',
  contact: '机构电话',
  faq: '常见问题',
  script: '规范用语',
};

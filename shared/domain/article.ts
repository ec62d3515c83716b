import { z } from 'zod';
import { articleIdSchema, unitIdSchema } from './ids.ts';

/** A published knowledge article (知识). Body is plain text; a blank line parts paragraphs, a line starting with `# ` is a heading, with `- ` an item. */
export const articleSchema = z.object({
  id: articleIdSchema,
  version: z.int().positive(),
  title: z.string().min(1).max(120),
  kind: z.enum(['policy', 'guide', 'contact', 'faq', 'script']),
  unitId: unitIdSchema.nullable(),
  body: z.string().min(1).max(20_000),
  /** Earlier callers' wording of the question this answers. */
  asked: z.array(z.string().max(200)),
  source: z.string().max(200),
  /** The day (YYYY-MM-DD) the owner last checked it. */
  checkedOn: z.iso.date(),
  validUntil: z.iso.date().nullable(),
  state: z.enum(['published', 'withdrawn']),
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

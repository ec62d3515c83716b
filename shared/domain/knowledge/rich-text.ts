import { z } from 'zod';
import { articleIdSchema, attachmentIdSchema } from '../ids.ts';
import { stepsSchema } from './steps.ts';

/** A number somebody can be rung at: digits with the signs people write between them. */
const phoneSchema = z.string().regex(/^[0-9+*#][0-9+*# -]{1,29}$/);

/** Where a piece of text leads: another article, or a telephone. Nothing else can be linked, so nothing else can be opened. */
const linkSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('article'), articleId: articleIdSchema }),
  z.object({ to: z.literal('phone'), number: phoneSchema }),
]);

export const inlineSchema = z.object({
  text: z.string().min(1).max(5000),
  bold: z.literal(true).optional(),
  link: linkSchema.optional(),
});
export type Inline = z.infer<typeof inlineSchema>;

const contentSchema = z.array(inlineSchema).max(300);

const blockSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), content: contentSchema }),
  z.object({ type: z.literal('paragraph'), content: contentSchema }),
  /** 规范用语: a sentence to be read out as it stands. */
  z.object({ type: z.literal('say'), content: contentSchema }),
  z.object({ type: z.literal('list'), ordered: z.boolean(), items: z.array(contentSchema).min(1).max(200) }),
  /** Every row has as many cells; `header`: the first row names the columns. */
  z.object({
    type: z.literal('table'),
    header: z.boolean(),
    rows: z.array(z.array(contentSchema).min(1).max(20)).min(1).max(300),
  }),
  z.object({ type: z.literal('steps'), steps: stepsSchema }),
  /** One of the article's own files, with the words that stand for it. */
  z.object({ type: z.literal('picture'), fileId: attachmentIdSchema, says: z.string().trim().max(120) }),
]);
export type Block = z.infer<typeof blockSchema>;

/** Characters of an article's whole text at most. */
export const LONGEST_BODY = 20_000;

/**
 * An article's text as a tree of a few known things. There is no HTML in it and none is ever made of it: what is not in
 * this list cannot be said, at the desk, at the centre or on the screen.
 */
export const richTextSchema = z
  .object({ blocks: z.array(blockSchema).min(1).max(400) })
  .refine(({ blocks }) => JSON.stringify(blocks).length <= 8 * LONGEST_BODY, '正文太长');
export type RichText = z.infer<typeof richTextSchema>;

import { z } from 'zod';
import { synonymRowSchema, tieSchema } from '../domain/wording.ts';
import { procedure } from './base.ts';

/** What callers say for what the articles say, as the centre keeps it. */
export const wording = {
  /** Takes a learned wording out, or back in. For whoever edits knowledge or inspects orders. */
  setTie: procedure
    .route({ path: '/wording/ties' })
    .input(z.object({ id: tieSchema.shape.id, removed: z.boolean() }))
    .output(tieSchema),
  /** Sets a row of words that mean the same; fewer than two take it out. For whoever edits knowledge. */
  setSynonyms: procedure
    .route({ path: '/wording/synonyms' })
    .input(z.object({ id: synonymRowSchema.shape.id, words: synonymRowSchema.shape.words }))
    .output(synonymRowSchema),
};

/** The same at the desk, with what it holds of it. */
export const deskWording = {
  ...wording,
  /** Learned wordings, those learned last first, each with its article's title; a part of either is looked for. */
  ties: procedure
    .input(z.object({ text: z.string().max(60), removed: z.boolean(), limit: z.int().min(1).max(200) }))
    .output(z.object({ ties: z.array(tieSchema.extend({ title: z.string().nullable() })), total: z.int() })),
  synonyms: procedure.output(z.array(synonymRowSchema)),
};

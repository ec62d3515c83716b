import { z } from 'zod';
import { instantSchema } from '../instant.ts';
import { figuresSchema } from '../text/judge-model.ts';

/** What a model guesses: the 事项 of a text, or the 承办单位. */
export const modelKindSchema = z.enum(['subject', 'unit']);
export type ModelKind = z.infer<typeof modelKindSchema>;

/** How good a model was when it was learned, on orders it had not learned from. */
export const modelFiguresSchema = z.object({
  /** Label by label as it guesses them: subjects are leaves of the tree. */
  own: figuresSchema,
  /** By the first level of the tree; null where labels have no levels. */
  firstLevel: figuresSchema.nullable(),
  /** Orders it was learned from. */
  orders: z.int().nonnegative(),
  /** Size as it is sent to desks. */
  bytes: z.int().positive(),
  terms: z.int().nonnegative(),
});
export type ModelFigures = z.infer<typeof modelFiguresSchema>;

/** The model in use, one row for each kind, as the feed carries it. */
export const modelSchema = z.object({
  id: modelKindSchema,
  kind: modelKindSchema,
  /** Counted up at each change of the row, also when an older training is taken up again. */
  version: z.int().positive(),
  /** Which training it comes from. */
  trained: z.int().positive(),
  trainedAt: instantSchema,
  figures: modelFiguresSchema,
  /** Base64 of what `packModel` wrote. */
  bytes: z.string(),
});
export type Model = z.infer<typeof modelSchema>;

/** A training as the administrator sees it. */
export const trainingSchema = modelSchema.pick({ kind: true, trained: true, trainedAt: true, figures: true }).extend({
  active: z.boolean(),
});
export type Training = z.infer<typeof trainingSchema>;

/** What became of something the program offered while a request was written or dispatched. */
export const suggestionOutcomeSchema = z.object({
  kind: z.enum(['subject', 'unit', 'place', 'urgent']),
  /** The id offered; empty where the offer was a text, which is the caller's. */
  offered: z.string().max(60),
  confidence: z.number().min(0).max(1),
  /** changed: another one was chosen while it stood there. */
  outcome: z.enum(['accepted', 'rejected', 'changed']),
});
export type SuggestionOutcome = z.infer<typeof suggestionOutcomeSchema>;

/** Fits beside a command's payload; a command of before has none. */
export const suggestionOutcomesSchema = z.array(suggestionOutcomeSchema).max(20).optional();

import { z } from 'zod';

/** A time limit with the article that sets it. */
export const limitRuleSchema = z.object({
  id: z.string(),
  mode: z.enum(['forward']),
  workingDays: z.int().positive(),
  from: z.enum(['received', 'forwarded']),
  article: z.string(),
});
export type LimitRule = z.infer<typeof limitRuleSchema>;

/** A ground for 不予受理, with the sentence to read out to the caller. */
export const refusalGroundSchema = z.object({
  id: z.string(),
  rule: z.string(),
  article: z.string(),
  name: z.string(),
  sentence: z.string(),
});

/** How a call may be ended here, with its article. */
export const modeRuleSchema = z.object({
  mode: z.enum(['immediate', 'direct', 'forward', 'urge']),
  rule: z.string(),
  article: z.string(),
});

/** One city's rules as data. The engine reads this and knows no city. */
export const packSchema = z.object({
  city: z.string(),
  cityName: z.string(),
  regulation: z.string(),
  version: z.int().positive(),
  numberPrefix: z.string().regex(/^[A-Z]{2}$/),
  modes: z.array(modeRuleSchema),
  limits: z.array(limitRuleSchema),
  refusalGrounds: z.array(refusalGroundSchema),
});
export type Pack = z.infer<typeof packSchema>;

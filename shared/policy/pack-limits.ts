import { z } from 'zod';
import { channelSchema, complexitySchema } from '../domain/channel.ts';
import { limitTextSchema } from './limit.ts';
import { limitModeSchema, ruleCategorySchema, startEventSchema, urgencySchema } from './values.ts';

/** The rule (an id such as `T8`) and the article that stand behind a piece of a pack. */
export const cited = { rule: z.string().regex(/^[A-Z]+\d+$/), article: z.string().min(1) };

/** What a query must be for a rule to fit. What is left out does not matter; a list means any of its values. */
export const conditionSchema = z.strictObject({
  channels: z.array(channelSchema).min(1).optional(),
  categories: z.array(ruleCategorySchema).min(1).optional(),
  complexities: z.array(complexitySchema).min(1).optional(),
  units: z.enum(['one', 'several']).optional(),
  modes: z.array(limitModeSchema).min(1).optional(),
  urgency: urgencySchema.optional(),
  /** 立案 or another limit set by statute. */
  filing: z.boolean().optional(),
});
export type Condition = z.infer<typeof conditionSchema>;

/** A time limit with the article that sets it. */
export const limitRuleSchema = z.strictObject({
  /** Unique in the pack; several limits may come from one rule. */
  id: z.string().min(1),
  ...cited,
  limit: limitTextSchema,
  from: startEventSchema,
  /** Another start for some modes or channels: the first that fits counts, before `from`. */
  fromOtherwise: z.array(z.strictObject({ ...cited, when: conditionSchema, from: startEventSchema })).optional(),
  /** Fits where any one of these does. */
  when: z.array(conditionSchema).min(1),
  /** Limits (by id) that give way to this one wherever both fit, whatever else they say. */
  precedes: z.array(z.string()).optional(),
  /** For `1dBeforeDue`: the limit (by id) that is counted back from. */
  of: z.string().optional(),
  note: z.string().optional(),
});
export type LimitRule = z.infer<typeof limitRuleSchema>;

/** Where the text gives no limit, why not, in a sentence for the screen. */
export const noLimitSchema = z.strictObject({
  when: z.array(conditionSchema).min(1),
  reason: z.string().min(1),
  rule: cited.rule.nullable(),
  article: z.string().nullable(),
});

/** How the open questions of a text are read. Each pack states its own reading. */
export const settingsSchema = z.strictObject({
  /** The day of receipt is day 1 (true) or is not counted (Civil Code art. 201). */
  countReceiptDay: z.boolean(),
  /** When the last day ends: `24:00` (Civil Code art. 203) or the office's closing time. */
  dayEnds: z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/),
  /** Hours run on through nights and holidays, or stand still on days that are no working days. */
  hoursRun: z.enum(['always', 'onWorkingDays']),
  /** 期满前 n 日: calendar days or working days before the last day. */
  beforeDue: z.enum(['calendarDays', 'workingDays']),
  /** While a return is asked for: the clock runs on; agreed, a new period begins at the new unit's receipt. */
  clockDuringReturn: z.enum(['runs', 'stands']),
});
export type Settings = z.infer<typeof settingsSchema>;

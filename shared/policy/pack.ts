import { z } from 'zod';
import { channelSchema } from '../domain/channel.ts';
import {
  actSchema,
  archiveSchema,
  dispatchSchema,
  extensionsSchema,
  followUpSchema,
  formSchema,
  inspectionSchema,
  leaderReviewSchema,
  liabilityFlagSchema,
  replySchema,
  reportSchema,
  returnsSchema,
  reviewSchema,
  secrecySchema,
  supervisionSchema,
} from './pack-course.ts';
import { cited, limitRuleSchema, noLimitSchema, settingsSchema } from './pack-limits.ts';
import { limitModeSchema, ruleCategorySchema } from './values.ts';

/** A ground for 不予受理, with the sentence to read out to the caller. */
export const refusalGroundSchema = z.object({
  id: z.string(),
  rule: z.string(),
  article: z.string(),
  name: z.string(),
  sentence: z.string(),
});

/** How a call may be ended or pressed on here, with its article. */
export const modeRuleSchema = z.object({
  mode: z.enum([...limitModeSchema.options, 'urge']),
  rule: z.string(),
  article: z.string(),
});

/** What the city takes, each kind under its own number in the text. */
const acceptanceKindSchema = z.strictObject({
  /** e.g. `7-3`, shown as the kind's code. */
  id: z.string(),
  name: z.string(),
  categories: z.array(ruleCategorySchema).min(1),
  ...cited,
});

/** A rule of the text in our own brief words. */
const ruleSchema = z.strictObject({ id: cited.rule, article: z.string(), gist: z.string().min(1) });
export type Rule = z.infer<typeof ruleSchema>;

const changeSchema = z.strictObject({ version: z.int().positive(), date: z.iso.date(), text: z.string() });

/** One city's rules as data. The engine reads this and knows no city. */
export const packSchema = z
  .strictObject({
    city: z.string().regex(/^[a-z]+$/),
    cityName: z.string(),
    regulation: z.string(),
    /** 文号, or null where the text bears none. */
    documentNumber: z.string().nullable(),
    version: z.int().positive(),
    /** Null where the text bears no exact date. */
    effectiveFrom: z.iso.date().nullable(),
    changes: z.array(changeSchema).min(1),
    /** First two letters of official order numbers. */
    numberPrefix: z.string().regex(/^[A-Z]{2}$/),
    /** What the body that runs the centre is called. */
    office: z.string(),
    rules: z.array(ruleSchema).min(1),
    settings: settingsSchema,
    /** What whoever takes a call says, asks and leaves unsaid; `{jobNumber}` stands for their own. */
    callScript: z.array(z.strictObject({ say: z.string(), ...cited })),
    /** When the telephone is answered by people, where the text says so. */
    telephone: z.strictObject({ hours: z.enum(['always', 'workingHours']), ...cited }).nullable(),
    acceptance: z.array(acceptanceKindSchema),
    refusalGrounds: z.array(refusalGroundSchema),
    channels: z.array(z.strictObject({ channel: channelSchema, ...cited })),
    /** Channels the text does not name, taken for one that it does. */
    channelAliases: z.partialRecord(channelSchema, channelSchema),
    modes: z.array(modeRuleSchema),
    limits: z.array(limitRuleSchema),
    noLimits: z.array(noLimitSchema),
    /** Where the text itself says that a statute's limit prevails. */
    statutory: z.strictObject(cited).nullable(),
    acts: z.record(z.string().regex(/^[a-z][A-Za-z]+$/), actSchema),
    dispatch: dispatchSchema.nullable(),
    returns: returnsSchema.nullable(),
    extensions: extensionsSchema.nullable(),
    inspection: inspectionSchema.nullable(),
    leaderReview: leaderReviewSchema.nullable(),
    reply: replySchema,
    followUp: followUpSchema.nullable(),
    archive: archiveSchema.nullable(),
    review: reviewSchema.nullable(),
    secrecy: secrecySchema.nullable(),
    supervision: supervisionSchema.nullable(),
    liabilityFlags: z.array(liabilityFlagSchema),
    reports: z.array(reportSchema),
    forms: z.array(formSchema),
  })
  .superRefine((pack, context) => {
    const complain = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    const ids = pack.limits.map(({ id }) => id);
    for (const id of twice(ids)) complain('limits', `limit id "${id}" stands twice`);
    for (const rule of pack.limits) {
      for (const id of [...(rule.precedes ?? []), ...(rule.of === undefined ? [] : [rule.of])])
        if (!ids.includes(id)) complain('limits', `limit "${rule.id}" names "${id}", which is not there`);
      if (rule.limit.endsWith('BeforeDue') !== (rule.of !== undefined))
        complain('limits', `limit "${rule.id}": "of" belongs to …BeforeDue, and to nothing else`);
    }
    for (const id of twice(pack.rules.map(({ id: rule }) => rule))) complain('rules', `rule "${id}" stands twice`);
    const known = new Set(pack.rules.map(({ id }) => id));
    for (const id of citedRules(pack)) if (!known.has(id)) complain('rules', `rule "${id}" is cited but not listed`);
  });
export type Pack = z.infer<typeof packSchema>;

function twice(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** Every rule id cited anywhere in a piece of a pack. */
function citedRules(piece: unknown): string[] {
  if (Array.isArray(piece)) return piece.flatMap(citedRules);
  if (typeof piece !== 'object' || piece === null) return [];
  return Object.entries(piece).flatMap(([key, value]) =>
    key === 'rule' && typeof value === 'string' ? [value] : citedRules(value),
  );
}

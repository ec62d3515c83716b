import { z } from 'zod';
import { channelSchema } from '../domain/channel.ts';
import { columnIdSchema } from '../figures/ids.ts';
import { cited } from './pack-limits.ts';

/** What an act is done under. `offered` false: the text excludes it here. */
export const actSchema = z.strictObject({ ...cited, offered: z.boolean() });

export const returnsSchema = z.strictObject({
  ...cited,
  /** From the unit's receipt. */
  limitWd: z.int().positive(),
  /** A return asked for later is handled as overdue. */
  lateCountsAsOverdue: z.boolean(),
  basisRequired: z.boolean(),
});

export const extensionsSchema = z.strictObject({
  ...cited,
  max: z.int().positive(),
  /** Each extension has exactly this length… */
  lengthWd: z.int().positive().nullable(),
  /** …or at most this one; null with `lengthWd` null: whoever decides sets it freely. */
  maxLengthWd: z.int().positive().nullable(),
  /** Calendar days before the end by which it must be asked; null: before the limit ends. */
  askBeforeDays: z.int().positive().nullable(),
  /** The second one needs the 分管领导's signature. */
  secondNeedsSignature: z.boolean(),
  formRequired: z.boolean(),
  /** Only orders handled so may be extended; empty: all. */
  onlyModes: z.array(z.enum(['forward', 'joint', 'instructed'])),
  decidedBy: z.enum(['centre', 'unitLeader', 'cityLeaders']),
  /** What follows where it is still open after the last. */
  afterLast: z.string(),
});

export const dispatchSchema = z.strictObject({ ...cited, sameDay: z.boolean() });

export const inspectionSchema = z.strictObject({
  ...cited,
  required: z.boolean(),
  channels: z.array(channelSchema),
  criteria: z.array(z.strictObject({ id: z.enum(['facts', 'nature', 'handled']), name: z.string() })),
});

export const leaderReviewSchema = z.strictObject({
  ...cited,
  required: z.boolean(),
  /** Empty: every channel. */
  channels: z.array(channelSchema),
  signature: z.boolean(),
});

const writtenReplySchema = z.strictObject({
  ...cited,
  /** Empty: every channel. */
  channels: z.array(channelSchema),
  /** Always, only for complex matters, or where the caller asks for it. */
  when: z.enum(['always', 'complex', 'onRequest']),
});

export const replySchema = z.strictObject({
  /** Whom the unit answers first. */
  order: z.enum(['callerFirst', 'centreFirst', 'centreOnly', 'open']),
  orderCited: z.strictObject(cited).nullable(),
  /** Channels that must be answered through the channel they came by. */
  originalChannel: z.strictObject({ ...cited, channels: z.array(channelSchema) }).nullable(),
  written: z.array(writtenReplySchema),
  /** Results of these channels also go to the mayor's phone office. */
  mayorOffice: z.array(z.strictObject({ ...cited, channels: z.array(channelSchema) })),
  /** A suggestion is answered with accepted or not, and why or what next. */
  acceptOrNot: z.strictObject({ ...cited, reasonIfNot: z.boolean(), commitmentIfSo: z.boolean() }).nullable(),
  /** A poor answer is sent back to be given again. */
  again: z.strictObject(cited).nullable(),
});

/** The four ratings a caller may give; `life.ts` holds what was given. */
const ratingSchema = z.enum(['satisfied', 'mostlySatisfied', 'neutral', 'dissatisfied']);

export const followUpSchema = z.strictObject({
  ...cited,
  coverage: z.enum(['all', 'sample']),
  /** From closing; null: the text sets none. */
  withinWd: z.int().positive().nullable(),
  /** Ratings that close the order; a lawful reply closes it too where `lawfulReplyCloses`. */
  closesOn: z.array(ratingSchema),
  lawfulReplyCloses: z.boolean(),
  /** Ratings on which the order may go back to the unit, where the wish is reasonable or the unit failed. */
  redoOn: z.array(ratingSchema),
  reasonRequired: z.boolean(),
  redoWithLimit: z.boolean(),
});

export const archiveSchema = z.strictObject({ ...cited, sameDay: z.boolean(), refusalsToo: z.boolean() });

/** 复查 is level 1, 复核 level 2. */
export const reviewSchema = z.strictObject({ ...cited, levels: z.union([z.literal(1), z.literal(2)]) });

export const secrecySchema = z.strictObject({
  ...cited,
  accusedNeverSees: z.boolean(),
  recusal: z.boolean(),
  secretOnRequest: z.boolean(),
});

const namedSchema = z.strictObject({ id: z.string(), name: z.string(), ...cited });

export const supervisionSchema = z.strictObject({
  ...cited,
  triggers: z.array(namedSchema),
  forms: z.array(namedSchema),
});

export const liabilityFlagSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  ...cited,
  /** What the flag is: a cause, a sanction that may follow, or what weighs in favour. */
  kind: z.enum(['cause', 'sanction', 'mitigation']),
  /** What in an order's course reminds the overseer of it; the flag itself is a person's to set. */
  on: z.enum(['secondPoorRating']).optional(),
});

export const reportSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  every: z.enum(['month', 'quarter', 'halfYear', 'year']),
  /** Due on this working day after the period; null: the text sets none. */
  dueWd: z.int().positive().nullable(),
  to: z.string(),
  /** What it says, figure by figure, and of whom. */
  columns: z.array(columnIdSchema).min(1),
  by: z.enum(['unit', 'department']),
  /** It also names each overdue order with its reason. */
  overdueList: z.boolean(),
  ...cited,
});
export type PeriodicReport = z.infer<typeof reportSchema>;

/** The layouts that the printing knows. */
export const formIdSchema = z.enum([
  'zz-disposal-stub',
  'zz-disposal-issue',
  'zz-feedback',
  'zz-extension',
  'zz-refusal',
  'jl-refusal',
  'jl-written-reply',
  'hb-complaint-registration',
  'hb-urge',
  'hb-special-report',
  'th-supervision',
  'th-dispatch',
  'ak-record',
]);

/** A printed form of the city. A layout is added with its form, so any id may stand here. */
export const formSchema = z.strictObject({ id: z.string(), name: z.string(), ...cited });

import { z } from 'zod';
import { instantSchema } from '../instant.ts';
import { articleRefSchema } from './article.ts';
import { callRefSchema, directAttemptSchema } from './call.ts';
import { channelSchema } from './channel.ts';
import { draftIdSchema, orderIdSchema, subjectIdSchema, unitIdSchema } from './ids.ts';
import { attachmentSchema, callerSchema, categorySchema, identitySchema, replyBySchema } from './order.ts';
import { authorSchema, sensitivitySchema } from './people.ts';

/** A form as it stands half-written: the request's fields without its demands, and what else was chosen so far. */
export const draftFormSchema = z.object({
  channel: channelSchema.default('hotline'),
  category: categorySchema.nullable(),
  subjectId: subjectIdSchema.nullable(),
  content: z.string().max(10_000),
  wish: z.string().max(2000),
  place: z.string().max(400),
  occurredAt: instantSchema.nullable(),
  accused: z.object({
    unit: z.string().max(200),
    person: z.string().max(100),
    unitId: unitIdSchema.nullable().default(null),
  }),
  urgent: z.boolean(),
  identity: identitySchema,
  sensitivity: sensitivitySchema,
  caller: callerSchema,
  replyBy: replyBySchema,
  followUp: z.boolean(),
  attachments: z.array(attachmentSchema),
  answerText: z.string().max(10_000),
  answerArticles: z.array(articleRefSchema),
  articlesRead: z.array(articleRefSchema),
  directAttempts: z.array(directAttemptSchema),
  unitId: unitIdSchema.nullable(),
  note: z.string().max(2000),
});
export type DraftForm = z.infer<typeof draftFormSchema>;

export const draftSchema = z.object({
  id: draftIdSchema,
  /** The order this draft will become: fixed from the start, so that saving twice is the same order. */
  orderId: orderIdSchema,
  /** Provisional number, given at the start so that it can be read to the caller. */
  provisionalNumber: z.string(),
  openedAt: instantSchema,
  updatedAt: instantSchema,
  call: callRefSchema.nullable(),
  form: draftFormSchema,
  /** Where a supervisor has handed it on: whose it was, and who did it when. */
  handed: z.object({ from: authorSchema, by: authorSchema, at: instantSchema }).optional(),
});
export type Draft = z.infer<typeof draftSchema>;

/** A blank form for a caller's number. */
export function emptyForm(phone: string): DraftForm {
  return {
    channel: 'hotline',
    category: null,
    subjectId: null,
    content: '',
    wish: '',
    place: '',
    occurredAt: null,
    accused: { unit: '', person: '', unitId: null },
    urgent: false,
    identity: 'named',
    sensitivity: 'normal',
    caller: { name: '', phone, address: '' },
    replyBy: 'phone',
    followUp: true,
    attachments: [],
    answerText: '',
    answerArticles: [],
    articlesRead: [],
    directAttempts: [],
    unitId: null,
    note: '',
  };
}

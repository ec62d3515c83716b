import { z } from 'zod';
import { instantSchema } from '../instant.ts';
import { callRefSchema } from './call.ts';
import { complexitySchema } from './channel.ts';
import { accountIdSchema, orderIdSchema, unitIdSchema } from './ids.ts';
import { suggestionOutcomesSchema } from './model.ts';
import {
  callerReplySchema,
  contactHowSchema,
  correctionSchema,
  findingSchema,
  inspectionSchema,
  ratingSchema,
  signingSchema,
} from './life.ts';

const text = (label: string, max = 2000) =>
  z.string().trim().min(1, `请写下${label}`).max(max, `${label}最多 ${max} 字`);
const optionalText = (max = 500) => z.string().trim().max(max);
const reason = text('理由');
const assistants = z.array(z.object({ unitId: unitIdSchema, task: optionalText() })).max(20);

/** How an order is handled once a unit has it: decides the limit that applies. */
export const handlingSchema = z.enum(['forward', 'joint', 'submission', 'instructed']);
export type Handling = z.infer<typeof handlingSchema>;

/**
 * What is said about an order after the call, one schema per type, in the order of the eight stages. Each is an act of
 * `acts.ts`, which says who may and when.
 */
export const lifeCommands = [
  // 派单
  z.object({
    type: z.literal('order.dispatch'),
    payload: z.object({
      unitId: unitIdSchema,
      handling: handlingSchema,
      complexity: complexitySchema,
      urgent: z.boolean(),
      assistants,
      /** 法定时限 with its source, where a statute sets another limit. H4, T10. */
      statutory: z.object({ source: text('法定时限的依据', 200), due: instantSchema }).nullable(),
      /** 立案: the matter has to go through a filing procedure. T10. */
      filing: z.boolean(),
      note: optionalText(),
      suggested: suggestionOutcomesSchema,
    }),
  }),
  z.object({ type: z.literal('order.decideReturn'), payload: z.object({ agreed: z.boolean(), reason }) }),
  z.object({
    type: z.literal('order.decideExtension'),
    payload: z.object({ agreed: z.boolean(), reason: optionalText(2000), days: z.int().min(1).max(60).nullable() }),
  }),
  z.object({
    type: z.literal('order.nameLead'),
    payload: z.object({ unitId: unitIdSchema, assistants, note: optionalText() }),
  }),
  z.object({
    type: z.literal('order.meeting'),
    payload: z.object({ heldAt: instantSchema, attendees: text('参会单位', 500), text: text('会议意见') }),
  }),
  z.object({ type: z.literal('order.merge'), payload: z.object({ into: orderIdSchema, reason }) }),
  z.object({
    type: z.literal('order.transfer'),
    payload: z.object({ body: z.enum(['discipline', 'judicial', 'competent']), name: text('移送机关', 60), reason }),
  }),
  // 办理
  z.object({ type: z.literal('order.sign'), payload: z.object({}) }),
  z.object({ type: z.literal('order.requestReturn'), payload: z.object({ reason, basis: text('依据', 500) }) }),
  z.object({
    type: z.literal('order.requestExtension'),
    payload: z.object({ reason, days: z.int().min(1).max(60), signing: signingSchema.nullable() }),
  }),
  z.object({ type: z.literal('order.reportProgress'), payload: z.object({ text: text('进展') }) }),
  z.object({
    type: z.literal('order.askColleague'),
    payload: z.object({ unitId: unitIdSchema, task: text('请该单位做什么', 500) }),
  }),
  z.object({ type: z.literal('order.assist'), payload: z.object({ unitId: unitIdSchema, text: text('协办意见') }) }),
  // 答复
  z.object({
    type: z.literal('order.contactCaller'),
    payload: z.object({ how: contactHowSchema, reached: z.boolean(), text: text('联系情况') }),
  }),
  z.object({
    type: z.literal('order.replyCaller'),
    payload: z.object({
      how: contactHowSchema,
      reached: z.boolean(),
      text: text('答复内容', 4000),
      adoption: callerReplySchema.shape.adoption,
    }),
  }),
  z.object({
    type: z.literal('order.reportResult'),
    payload: z.object({ text: text('办理结果', 4000), finding: findingSchema, measures: optionalText(2000) }),
  }),
  z.object({
    type: z.literal('order.reviewResult'),
    payload: z.object({ approved: z.boolean(), reason: optionalText(2000), signing: signingSchema.nullable() }),
  }),
  z.object({
    type: z.literal('order.inspect'),
    payload: inspectionSchema.pick({ facts: true, nature: true, handled: true }).extend({ reason: optionalText(2000) }),
  }),
  // 督办
  z.object({
    type: z.literal('order.supervise'),
    payload: z.object({ trigger: z.string().min(1).max(60), form: z.string().min(1).max(60), text: text('督办意见') }),
  }),
  z.object({ type: z.literal('order.answerSupervision'), payload: z.object({ text: text('督办回复') }) }),
  z.object({
    type: z.literal('order.submit'),
    payload: z.object({ to: text('呈报对象', 60), report: text('专报内容', 8000) }),
  }),
  z.object({
    type: z.literal('order.instruct'),
    payload: z.object({ text: text('批示'), signing: signingSchema, unitId: unitIdSchema }),
  }),
  // 回访 and 评价
  z.object({
    type: z.literal('order.followUp'),
    payload: z.object({
      reached: z.boolean(),
      rating: ratingSchema.nullable(),
      reasonable: z.boolean().nullable(),
      note: optionalText(2000),
      call: callRefSchema.nullable(),
    }),
  }),
  z.object({
    type: z.literal('order.redo'),
    payload: z.object({ source: z.enum(['followUp', 'supervision']), unitId: unitIdSchema, reason }),
  }),
  z.object({
    type: z.literal('order.askReview'),
    payload: z.object({ level: z.union([z.literal(1), z.literal(2)]), reason, call: callRefSchema.nullable() }),
  }),
  z.object({
    type: z.literal('order.decideReview'),
    payload: z.object({ proper: z.boolean(), text: text('复查意见') }),
  }),
  // 办结
  z.object({
    type: z.literal('order.close'),
    payload: z.object({ reason: z.enum(['satisfied', 'lawfulReply', 'unreachable']), note: optionalText() }),
  }),
  z.object({ type: z.literal('order.archive'), payload: z.object({}) }),
  z.object({ type: z.literal('order.reopen'), payload: z.object({ reason }) }),
  // at any time
  z.object({ type: z.literal('order.markSecret'), payload: z.object({ secret: z.boolean(), reason }) }),
  z.object({ type: z.literal('order.recuse'), payload: z.object({ accountId: accountIdSchema, reason }) }),
  z.object({
    type: z.literal('order.flagLiability'),
    payload: z.object({ flagId: z.string().min(1).max(60), unitId: unitIdSchema.nullable(), text: text('情况') }),
  }),
  z.object({
    type: z.literal('order.correct'),
    payload: correctionSchema.pick({ field: true, after: true, reason: true }),
  }),
  z.object({
    type: z.literal('order.print'),
    payload: z.object({ formId: z.string().min(1).max(60), copies: z.int().min(1).max(20) }),
  }),
] as const;

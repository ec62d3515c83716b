import { z } from 'zod';
import { answerSchema, requestSchema } from './order.ts';
import { articleRefSchema } from './article.ts';
import { callRefSchema, directAttemptSchema } from './call.ts';
import { orderIdSchema, unitIdSchema } from './ids.ts';
import { suggestionOutcomesSchema } from './model.ts';
import { lifeCommands } from './life-commands.ts';

/** What every way of ending a call carries. */
const taken = {
  request: requestSchema,
  call: callRefSchema.nullable(),
  articlesRead: z.array(articleRefSchema).max(50),
  directAttempts: z.array(directAttemptSchema).max(20),
  provisionalNumber: z.string().min(1).max(40),
  /** What became of what the program offered; changes nothing of the order, the next training learns from it. */
  suggested: suggestionOutcomesSchema,
};

/**
 * Everything that can be said about an order, one schema per type. A type's shape never changes once a desk may
 * have written it to its outbox: a new shape takes a higher `typeVersion`, and `type-versions.ts` raises the old one.
 */
export const commandBodySchema = z.discriminatedUnion('type', [
  /** 即办: answered from the knowledge base; the order closes. */
  z.object({ type: z.literal('order.answerImmediately'), payload: z.object({ ...taken, answer: answerSchema }) }),
  /** 直办: the unit answered in the three-way call; the order closes. */
  z.object({ type: z.literal('order.answerDirectly'), payload: z.object({ ...taken, answer: answerSchema }) }),
  /** 登记受理: taken, and the unit is the dispatcher's to find. T7. */
  z.object({
    type: z.literal('order.accept'),
    payload: z.object({ ...taken, note: z.string().trim().max(500) }),
  }),
  /** 拆单: one matter of several, taken out of the order `from` into one of its own. */
  z.object({
    type: z.literal('order.split'),
    payload: z.object({
      from: orderIdSchema,
      request: requestSchema,
      provisionalNumber: taken.provisionalNumber,
      note: z.string().trim().max(500),
    }),
  }),
  /** 转办: a work order to the unit. */
  z.object({
    type: z.literal('order.forward'),
    payload: z.object({ ...taken, unitId: unitIdSchema, note: z.string().trim().max(500) }),
  }),
  /** 不予受理: with its ground. */
  z.object({
    type: z.literal('order.refuse'),
    payload: z.object({ ...taken, groundId: z.string().min(1), written: z.boolean() }),
  }),
  /** A further call about an open order adds to it. */
  z.object({
    type: z.literal('order.supplement'),
    payload: z.object({ text: z.string().trim().min(1, '请写下补充内容').max(2000), call: callRefSchema.nullable() }),
  }),
  /** 催办 on the caller's wish. */
  z.object({
    type: z.literal('order.urge'),
    payload: z.object({ reason: z.string().trim().min(1, '请写下催办原因').max(500), call: callRefSchema.nullable() }),
  }),
  ...lifeCommands,
  /** Somebody looked at unmasked personal data: recorded, also when it happened offline. J5, T2, H19. */
  z.object({
    type: z.literal('personal.look'),
    payload: z.object({ field: z.enum(['phone', 'name', 'address', 'all']), where: z.string().max(60) }),
  }),
]);
export type CommandBody = z.infer<typeof commandBodySchema>;
export type CommandType = CommandBody['type'];

export const COMMAND_NAMES: Readonly<Record<CommandType, string>> = {
  'order.answerImmediately': '即办',
  'order.answerDirectly': '直办',
  'order.accept': '登记受理',
  'order.split': '拆单',
  'order.forward': '转办',
  'order.refuse': '不予受理',
  'order.supplement': '补充诉求',
  'order.urge': '催办',
  'order.dispatch': '派单',
  'order.decideReturn': '审核退单',
  'order.decideExtension': '审批延期',
  'order.nameLead': '明确主办协办',
  'order.meeting': '会议记录',
  'order.merge': '并单',
  'order.transfer': '移送',
  'order.sign': '签收',
  'order.requestReturn': '申请退单',
  'order.requestExtension': '申请延期',
  'order.reportProgress': '续报进展',
  'order.askColleague': '请单位协助',
  'order.assist': '协办意见',
  'order.contactCaller': '联系诉求人',
  'order.replyCaller': '答复诉求人',
  'order.reportResult': '上报结果',
  'order.reviewResult': '负责人审签',
  'order.inspect': '质检',
  'order.supervise': '督办',
  'order.answerSupervision': '回复督办',
  'order.submit': '呈报领导',
  'order.instruct': '批示',
  'order.followUp': '回访',
  'order.redo': '退回重办',
  'order.askReview': '申请复查复核',
  'order.decideReview': '复查复核决定',
  'order.close': '办结',
  'order.archive': '归档',
  'order.reopen': '重新打开',
  'order.markSecret': '保密设置',
  'order.recuse': '回避',
  'order.flagLiability': '标记追责',
  'order.correct': '更正',
  'order.print': '打印',
  'personal.look': '查看个人信息',
};

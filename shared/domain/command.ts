import { z } from 'zod';
import { answerSchema, requestSchema } from './order.ts';
import { articleRefSchema } from './article.ts';
import { callRefSchema, directAttemptSchema } from './call.ts';
import { unitIdSchema } from './ids.ts';

/** What every way of ending a call carries. */
const taken = {
  request: requestSchema,
  call: callRefSchema.nullable(),
  articlesRead: z.array(articleRefSchema).max(50),
  directAttempts: z.array(directAttemptSchema).max(20),
  provisionalNumber: z.string().min(1).max(40),
};

/**
 * Everything that can be said about an order, one schema per type. A type's shape never changes once a desk may
 * have written it to its outbox: a new shape takes a higher `typeVersion` and `raiseCommand` lifts the old one.
 */
export const commandBodySchema = z.discriminatedUnion('type', [
  /** 即办: answered from the knowledge base; the order closes. */
  z.object({ type: z.literal('order.answerImmediately'), payload: z.object({ ...taken, answer: answerSchema }) }),
  /** 直办: the unit answered in the three-way call; the order closes. */
  z.object({ type: z.literal('order.answerDirectly'), payload: z.object({ ...taken, answer: answerSchema }) }),
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
  'order.forward': '转办',
  'order.refuse': '不予受理',
  'order.supplement': '补充诉求',
  'order.urge': '催办',
  'personal.look': '查看个人信息',
};

/** The current version of each type's payload. */
export const TYPE_VERSION = 1;

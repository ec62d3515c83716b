import { z } from 'zod';
import { accountIdSchema } from '../../shared/domain/ids.ts';

const behaviour = z.enum(['answers', 'busy', 'declines', 'noAnswer', 'badNumber']);

/** What a test asks of the centre's process, beyond what the program itself offers: callers and units have no door there. */
export const centreOrderSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('placeCall'), number: z.string(), patienceMs: z.number() }),
  z.object({ type: z.literal('callerHangsUp'), callId: z.string() }),
  z.object({ type: z.literal('unitHangsUp'), callId: z.string() }),
  z.object({ type: z.literal('unitBehaviour'), number: z.string(), behaviour }),
  z.object({ type: z.literal('exchangeLink'), up: z.boolean() }),
  z.object({ type: z.literal('endAllCalls') }),
  /** Operators without desks. `talkMs`: how long they speak, from and to. */
  z.object({
    type: z.literal('crew'),
    agents: z.array(accountIdSchema),
    callsPerSecond: z.number(),
    talkMs: z.tuple([z.number(), z.number()]),
  }),
  z.object({ type: z.literal('stop') }),
]);
export type CentreOrder = z.infer<typeof centreOrderSchema>;
export type UnitBehaviour = z.infer<typeof behaviour>;

/** What a test asks of a desk's process. */
export const deskOrderSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('address') }),
  z.object({ type: z.literal('stationPid') }),
  z.object({ type: z.literal('stop') }),
]);
export type DeskOrder = z.infer<typeof deskOrderSchema>;

/** Orders are numbered, so that answers find whoever waits for them. */
export const numberedSchema = z.object({ id: z.int(), order: z.unknown() });
export const answerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), value: z.unknown() }),
  z.object({ type: z.literal('answer'), id: z.int(), value: z.unknown() }),
  z.object({ type: z.literal('error'), id: z.int().nullable(), message: z.string() }),
]);
export type Answer = z.infer<typeof answerSchema>;

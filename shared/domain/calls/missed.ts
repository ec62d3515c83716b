import { z } from 'zod';
import { instantSchema } from '../../instant.ts';
import { accountIdSchema, callIdSchema } from '../ids.ts';

/** waiting: anybody's; claimed: one operator's; the others are over. `came`: the caller reached the centre by themselves. */
export const missedStateSchema = z.enum(['waiting', 'claimed', 'reached', 'came', 'dropped']);
export type MissedState = z.infer<typeof missedStateSchema>;

/** One ringing back of a caller who was missed. `answered` null: under way, or its end could not be heard. */
export const callBackAttemptSchema = z.object({
  callId: callIdSchema,
  by: accountIdSchema,
  byName: z.string(),
  at: instantSchema,
  answered: z.boolean().nullable(),
});
export type CallBackAttempt = z.infer<typeof callBackAttemptSchema>;

/** A caller nobody answered: one row for each number, however often they rang. */
export const missedCallSchema = z.object({
  id: z.string(),
  /** Masked for whoever reads the list. */
  number: z.string(),
  state: missedStateSchema,
  firstAt: instantSchema,
  lastAt: instantSchema,
  times: z.int().positive(),
  /** The longest they have waited, seconds; null where the end of no wait is known. */
  waitedSeconds: z.int().nonnegative().nullable(),
  /** Rang outside the hours alone, and never waited. */
  closed: z.boolean(),
  claimedBy: z.object({ accountId: accountIdSchema, name: z.string() }).nullable(),
  claimedAt: instantSchema.nullable(),
  attempts: z.array(callBackAttemptSchema),
  endedAt: instantSchema.nullable(),
  note: z.string(),
});
export type MissedCall = z.infer<typeof missedCallSchema>;

/** A claim nobody has dialled from for so long is anybody's again, ms. */
export const CLAIM_MS = 10 * 60_000;

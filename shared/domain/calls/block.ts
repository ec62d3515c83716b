import { z } from 'zod';
import { instantSchema } from '../../instant.ts';
import { authorSchema } from '../people.ts';

/** proposed by an operator, then active or declined by a supervisor; ended by its date or by a supervisor before it. */
export const blockStateSchema = z.enum(['proposed', 'active', 'declined', 'ended']);
export type BlockState = z.infer<typeof blockStateSchema>;

/** A number that is not put through for a time, because somebody misuses the line. T17. */
export const blockSchema = z.object({
  id: z.string(),
  /** Masked for whoever may not reveal. */
  number: z.string(),
  reason: z.string(),
  state: blockStateSchema,
  proposedBy: authorSchema,
  proposedAt: instantSchema,
  /** The call it was proposed in, if any. */
  callId: z.string().nullable(),
  decidedBy: authorSchema.nullable(),
  decidedAt: instantSchema.nullable(),
  note: z.string(),
  /** No block is for good. */
  until: instantSchema.nullable(),
  /** Calls turned away by it. */
  turnedAway: z.int().nonnegative(),
});
export type Block = z.infer<typeof blockSchema>;

/** The longest a number may be blocked by one decision. */
export const LONGEST_BLOCK_DAYS = 90;

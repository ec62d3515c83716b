import { z } from 'zod';
import { callOutcomeSchema } from '../domain/call.ts';
import { callIdSchema } from '../domain/ids.ts';
import { callFigureIdSchema } from '../figures/ids.ts';
import { instantSchema } from '../instant.ts';

/** Which calls stand behind a figure of a report; both days count. */
export const callsInput = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  figure: callFigureIdSchema,
  after: z.object({ queuedAt: instantSchema, callId: callIdSchema }).nullable(),
});
export type CallsAsked = z.infer<typeof callsInput>;

const callSchema = z.object({
  callId: callIdSchema,
  /** Masked. */
  number: z.string(),
  queuedAt: instantSchema,
  outcome: callOutcomeSchema,
  /** Who served it last; '' where nobody did. */
  agent: z.string(),
  /** Null where it is not known. */
  waitMs: z.number().nullable(),
  talkMs: z.number().nullable(),
});
export type ReportCall = z.infer<typeof callSchema>;

export const callsOutput = z.object({ rows: z.array(callSchema), next: callsInput.shape.after });
export type ReportCalls = z.infer<typeof callsOutput>;

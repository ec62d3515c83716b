import { z } from 'zod';
import { authorSchema } from '../domain/people.ts';
import { instantSchema } from '../instant.ts';

const count = z.int().nonnegative();

/** How things stand when a shift goes: counted by the centre, never typed. */
export const shiftStateSchema = z.object({
  at: instantSchema,
  /** Callers in the queue, and callers still to be rung back. */
  waiting: count,
  missed: count,
  /** Orders not yet dispatched, and overdue ones. */
  undispatched: count,
  overdue: count,
  /** Running orders whose limit ends within 24 hours, the next first. */
  near: z.array(z.object({ number: z.string(), due: instantSchema })).max(50),
  /** Alarms nobody has taken note of. */
  alarms: count,
  /** Operators with drafts left open on their desks, or with work there that was not sent. */
  desks: z
    .array(z.object({ person: authorSchema, drafts: count, unsent: count, here: z.boolean(), signedIn: z.boolean() }))
    .max(5000),
});
export type ShiftState = z.infer<typeof shiftStateSchema>;

const words = z.string().trim().max(2000);

/** What whoever leaves writes down. */
export const handoverNoteSchema = z.object({
  /** What is still open, and what was promised to whom. */
  open: words,
  promised: words,
});
export type HandoverNote = z.infer<typeof handoverNoteSchema>;

/** 交接班: the state and the note as they were signed, by whoever left and by whoever took over. */
export const handoverSchema = handoverNoteSchema.extend({
  id: z.uuid(),
  state: shiftStateSchema,
  givenBy: authorSchema,
  givenAt: instantSchema,
  takenBy: authorSchema.nullable(),
  takenAt: instantSchema.nullable(),
  /** What whoever took over has to say about it. */
  remark: z.string().max(500),
});
export type Handover = z.infer<typeof handoverSchema>;

import { z } from 'zod';
import { placeSchema } from '../hints/gazetteer.ts';
import { attachmentIdSchema, draftIdSchema, subjectIdSchema, unitIdSchema } from '../domain/ids.ts';
import { attachmentSchema } from '../domain/order.ts';
import { subjectSchema } from '../domain/subject.ts';
import { contactSchema, unitSchema } from '../domain/unit.ts';
import { procedure } from './base.ts';

/** Who handles what, and whom to ring. */
export const units = {
  list: procedure.output(z.array(unitSchema)),
  /** Whom to ring now, by the hour and the working-day calendar. */
  contactNow: procedure.input(z.object({ id: unitIdSchema })).output(contactSchema.nullable()),
  /** Units that may handle this, best first, each with the words that speak for it. */
  suggest: procedure
    .input(z.object({ text: z.string().max(4000), subjectId: subjectIdSchema.nullable() }))
    .output(
      z.array(z.object({ unit: unitSchema, confidence: z.number().min(0).max(1), reasons: z.array(z.string()) })),
    ),
};

/** The city's own list of places. */
export const places = { list: procedure.output(z.array(placeSchema)) };

/** What requests are about. */
export const subjects = {
  list: procedure.output(z.array(subjectSchema)),
  suggest: procedure
    .input(z.object({ text: z.string().max(4000) }))
    .output(
      z.array(z.object({ subject: subjectSchema, confidence: z.number().min(0).max(1), reasons: z.array(z.string()) })),
    ),
};

/** Files that belong to an order or to what will become one. */
export const attachments = {
  /** Stores the file encrypted in the outbox; it is sent in the background. */
  add: procedure
    .input(
      z.object({
        draftId: draftIdSchema,
        name: z.string().min(1).max(120),
        mime: z.string().max(100),
        base64: z.string().max(28_000_000),
      }),
    )
    .output(attachmentSchema),
  /** Bytes of an attachment still on this desk. */
  read: procedure
    .input(z.object({ id: attachmentIdSchema }))
    .output(z.object({ name: z.string(), mime: z.string(), base64: z.string() })),
};

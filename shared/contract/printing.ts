import { z } from 'zod';
import { orderIdSchema } from '../domain/ids.ts';
import { drawingSchema } from '../forms/drawing.ts';
import { procedure } from './base.ts';

const handValuesSchema = z.record(z.string().max(60), z.string().max(4000));

/** A form of the city with its place in the text. */
const offeredFormSchema = z.object({
  id: z.string(),
  name: z.string(),
  rule: z.string(),
  article: z.string(),
  /** Copies the text asks for. */
  copies: z.int().positive(),
});
export type OfferedForm = z.infer<typeof offeredFormSchema>;

/** A field that only a hand knows, with what stands in it now. */
const handFieldSchema = z.object({ id: z.string(), label: z.string(), rows: z.int().positive(), value: z.string() });
export type HandFieldValue = z.infer<typeof handFieldSchema>;

const wantedSchema = z.object({ orderId: orderIdSchema, formId: z.string().max(60), values: handValuesSchema });

/** Printed forms (文书): seen first, then printed with a record. */
export const printing = {
  /** The city's forms that this person may print. */
  forms: procedure.output(z.array(offeredFormSchema)),
  /** How the form will look, personal data masked. */
  preview: procedure.input(wantedSchema).output(z.object({ drawing: drawingSchema, hand: z.array(handFieldSchema) })),
  /**
   * The form for paper or as a PDF. `order.print` is on record before it is handed out, and so is a look at personal
   * data where it is to be `clear`, which needs the right to see it.
   */
  issue: procedure
    .input(wantedSchema.extend({ clear: z.boolean(), copies: z.int().min(1).max(20), as: z.enum(['paper', 'pdf']) }))
    .output(
      z.discriminatedUnion('as', [
        z.object({ as: z.literal('paper'), drawing: drawingSchema }),
        z.object({ as: z.literal('pdf'), name: z.string(), base64: z.string() }),
      ]),
    ),
};

import { z } from 'zod';
import { instantSchema } from '../instant.ts';

/** The longest form that is kept, characters of its JSON. */
const MOST = 60_000;

/** Which form: the act and the order it is about, e.g. `order.recuse/0198…`. */
export const writingKeySchema = z.string().regex(/^[a-zA-Z.]{1,40}\/[0-9a-zA-Z-]{1,60}$/);

/** One window of a desk: two of them may have the same form open. */
const windowIdSchema = z.uuid();

/** A form's fields as they stand half-written; whoever shows it says which of them still mean something. */
const formSchema = z.record(z.string(), z.json());
export type WrittenForm = z.infer<typeof formSchema>;

export const writtenFormSchema = formSchema.refine((form) => JSON.stringify(form).length <= MOST, {
  message: '写的内容太长，无法保存，请先精简',
});

/** What of a form is plain data: what has no value is left out. */
export function plainForm(form: Readonly<Record<string, unknown>>): WrittenForm {
  return formSchema.parse(JSON.parse(JSON.stringify(form)));
}

/** What somebody has begun to write in a form of an act and has not given yet. */
export const writingSchema = z.object({
  key: writingKeySchema,
  /** Grows with each save, also after the form was given and begun anew. */
  revision: z.int().positive(),
  windowId: windowIdSchema,
  savedAt: instantSchema,
  form: writtenFormSchema,
});
export type Writing = z.infer<typeof writingSchema>;

/** `base`: the revision this window began from; null where it knew of none. */
export const writingToSaveSchema = writingSchema
  .pick({ key: true, windowId: true, form: true })
  .extend({ base: z.int().positive().nullable() });
export type WritingToSave = z.infer<typeof writingToSaveSchema>;

/** `elsewhere`: another window has written there since; nothing was saved, and both texts are to be shown. */
export const writingSavedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), revision: z.int().positive(), savedAt: instantSchema }),
  z.object({ kind: z.literal('elsewhere'), writing: writingSchema }),
]);
export type WritingSaved = z.infer<typeof writingSavedSchema>;

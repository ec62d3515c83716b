import { z } from 'zod';

/** A UUID in its canonical lower-case form; made where the thing is made, desk or centre, so that nothing waits for a number. */
const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

export const orderIdSchema = uuid.brand<'OrderId'>();
export type OrderId = z.infer<typeof orderIdSchema>;

export const draftIdSchema = uuid.brand<'DraftId'>();
export type DraftId = z.infer<typeof draftIdSchema>;

export const commandIdSchema = uuid.brand<'CommandId'>();
export type CommandId = z.infer<typeof commandIdSchema>;

export const deskIdSchema = uuid.brand<'DeskId'>();
export type DeskId = z.infer<typeof deskIdSchema>;

export const accountIdSchema = uuid.brand<'AccountId'>();
export type AccountId = z.infer<typeof accountIdSchema>;

export const attachmentIdSchema = uuid.brand<'AttachmentId'>();
export type AttachmentId = z.infer<typeof attachmentIdSchema>;

/** Call ids are the exchange's own: any vendor's form, so only bounded here. */
export const callIdSchema = z.string().min(1).max(80).brand<'CallId'>();
export type CallId = z.infer<typeof callIdSchema>;

/** Readable keys kept by the centre's people, e.g. `u-gjj`, `k-0132`, `s-zf-gjj-tq`. */
const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

export const unitIdSchema = key.brand<'UnitId'>();
export type UnitId = z.infer<typeof unitIdSchema>;

export const articleIdSchema = key.brand<'ArticleId'>();
export type ArticleId = z.infer<typeof articleIdSchema>;

export const subjectIdSchema = key.brand<'SubjectId'>();
export type SubjectId = z.infer<typeof subjectIdSchema>;

/**
 * A time-ordered UUID (version 7), so that primary keys land at the end of their index.
 * @param nowMs milliseconds since 1970
 * @param random at least 10 random bytes
 */
export function uuidV7(nowMs: number, random: Uint8Array): string {
  const time = Math.floor(nowMs).toString(16).padStart(12, '0').slice(-12);
  const hex = Array.from(random.subarray(0, 10), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((Number.parseInt(hex.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}

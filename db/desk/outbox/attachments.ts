import { attachmentSchema, type Attachment } from '../../../shared/domain/order.ts';
import { orderIdSchema, type AttachmentId, type DraftId, type OrderId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/instant.ts';
import { ATTACHMENT_CHUNK } from '../../../shared/sync/protocol.ts';
import type { ReadableDb, WritableDb } from '../sqlite.ts';

/** A file on its way to the centre. `sent` counts the bytes the centre has. */
export interface Upload {
  readonly attachment: Attachment;
  readonly orderId: OrderId;
  readonly sent: number;
}

interface AttachmentRow {
  id: string;
  order_id: string;
  name: string;
  mime: string;
  size: number;
  sha256: string;
  sent: number;
}

const COLUMNS = `id, order_id, name, mime, size, sha256, sent`;
const INSERT = `INSERT INTO attachments (id, draft_id, order_id, name, mime, size, sha256, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_CHUNK = `INSERT INTO attachment_chunks (attachment_id, start, bytes) VALUES (?, ?, ?)`;
const BY_ID = `SELECT ${COLUMNS} FROM attachments WHERE id = ?`;
// unique index on (attachment_id, start)
const CHUNKS = `SELECT bytes FROM attachment_chunks WHERE attachment_id = ? ORDER BY start`;
const CHUNK_AT = `SELECT bytes FROM attachment_chunks WHERE attachment_id = ? AND start = ?`;
// index attachments_unsent
const NEXT_UPLOAD = `SELECT ${COLUMNS} FROM attachments WHERE draft_id IS NULL AND sent < size ORDER BY added_at LIMIT 1`;
const UNSENT_BYTES = `SELECT count(*) AS files FROM attachments WHERE draft_id IS NULL AND sent < size`;
const SENT = `UPDATE attachments SET sent = ? WHERE id = ?`;
// index attachments_of_draft
const RELEASE = `UPDATE attachments SET draft_id = NULL WHERE id = ? AND draft_id = ?`;
const REATTACH = `UPDATE attachments SET draft_id = ? WHERE id = ?`;
const DELETE_OF_DRAFT = `DELETE FROM attachments WHERE draft_id = ?`;
const DELETE_SENT = `DELETE FROM attachments WHERE draft_id IS NULL AND sent >= size AND added_at < ?`;

/** The list statements, for the test that looks at their plans. */
export const ATTACHMENT_LISTS = [CHUNKS, CHUNK_AT, NEXT_UPLOAD, UNSENT_BYTES, RELEASE, DELETE_OF_DRAFT] as const;

/** Stores a file in the pieces it will be sent in. */
export function insertAttachment(
  db: WritableDb,
  attachment: Attachment,
  of: { draftId: DraftId; orderId: OrderId; addedAt: Instant },
  bytes: Uint8Array,
): void {
  const { id, name, mime, size, sha256 } = attachment;
  db.run(INSERT, [id, of.draftId, of.orderId, name, mime, size, sha256, of.addedAt]);
  for (let start = 0; start < bytes.length; start += ATTACHMENT_CHUNK) {
    db.run(INSERT_CHUNK, [id, start, bytes.subarray(start, start + ATTACHMENT_CHUNK)]);
  }
}

/** A file's description and bytes; null once they have left this desk. */
export function readAttachment(
  db: ReadableDb,
  id: AttachmentId,
): { attachment: Attachment; orderId: OrderId; bytes: Buffer } | null {
  const row = db.get<AttachmentRow>(BY_ID, [id]);
  if (!row) return null;
  const chunks = db.all<{ bytes: Uint8Array }>(CHUNKS, [id]).map((chunk) => chunk.bytes);
  return { attachment: attachmentOf(row), orderId: orderIdSchema.parse(row.order_id), bytes: Buffer.concat(chunks) };
}

/** The oldest file of a submitted order that the centre does not have whole. */
export function nextUpload(db: ReadableDb): Upload | null {
  const row = db.get<AttachmentRow>(NEXT_UPLOAD);
  if (!row) return null;
  return { attachment: attachmentOf(row), orderId: orderIdSchema.parse(row.order_id), sent: row.sent };
}

/** The piece that starts at `offset`, which is always a multiple of the chunk size. */
export function readChunk(db: ReadableDb, id: AttachmentId, offset: number): Uint8Array | null {
  const start = offset - (offset % ATTACHMENT_CHUNK);
  return db.get<{ bytes: Uint8Array }>(CHUNK_AT, [id, start])?.bytes ?? null;
}

export function countUploads(db: ReadableDb): number {
  return db.get<{ files: number }>(UNSENT_BYTES)?.files ?? 0;
}

export function saveUploaded(db: WritableDb, id: AttachmentId, sent: number): void {
  db.run(SENT, [sent, id]);
}

/** A draft becomes an order: the files it names go on their way, those taken out of it are deleted. */
export function releaseAttachments(db: WritableDb, draftId: DraftId, kept: readonly AttachmentId[]): void {
  for (const id of kept) db.run(RELEASE, [id, draftId]);
  db.run(DELETE_OF_DRAFT, [draftId]);
}

/** An order becomes a draft again, with those of its files that are still here. */
export function reattach(db: WritableDb, draftId: DraftId, ids: readonly AttachmentId[]): void {
  for (const id of ids) db.run(REATTACH, [draftId, id]);
}

/** Deletes files the centre has had since before `before`. */
export function deleteSentAttachments(db: WritableDb, before: Instant): number {
  return db.run(DELETE_SENT, [before]);
}

function attachmentOf({ id, name, mime, size, sha256 }: AttachmentRow): Attachment {
  return attachmentSchema.parse({ id, name, mime, size, sha256 });
}

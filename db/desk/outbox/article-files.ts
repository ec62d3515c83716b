import { articleFileIdOf, type ArticleFile } from '../../../shared/domain/knowledge/files.ts';
import { draftIdSchema, orderIdSchema, type AttachmentId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { ReadableDb, WritableDb } from '../sqlite.ts';
import { insertAttachment, readAttachment } from './attachments.ts';

/** Stands for "no command names it yet" where an order's file bears its draft: files of articles belong to no order. */
const HELD = '00000000-0000-8000-8000-000000000000';

const TOUCH = `UPDATE attachments SET added_at = ? WHERE id = ?`;
const RELEASE = `UPDATE attachments SET draft_id = NULL WHERE id = ? AND draft_id = '${HELD}'`;
// index attachments_of_draft
const FORGET_HELD = `DELETE FROM attachments WHERE draft_id = '${HELD}' AND added_at < ?
AND NOT EXISTS (SELECT 1 FROM article_drafts WHERE instr(draft, attachments.id) > 0)`;

/** Keeps a file somebody has put to an article; it is sent with the command that names it. The same file twice is one. */
export function holdArticleFile(db: WritableDb, file: ArticleFile, bytes: Uint8Array, addedAt: Instant): void {
  if (db.run(TOUCH, [addedAt, file.id]) > 0) return;
  insertAttachment(
    db,
    file,
    { draftId: draftIdSchema.parse(HELD), orderId: orderIdSchema.parse(HELD), addedAt },
    bytes,
  );
}

/** Sends those of a command on their way. */
export function releaseArticleFiles(db: WritableDb, ids: readonly AttachmentId[]): void {
  for (const id of ids) db.run(RELEASE, [id]);
}

/** Deletes files put to something that was given up, before `before`. */
export function forgetHeldFiles(db: WritableDb, before: Instant): void {
  db.run(FORGET_HELD, [before]);
}

/** A file of an article that was put to it at this desk; null where it was not, or the id is another attachment's. */
export function ownArticleFile(db: ReadableDb, id: AttachmentId): Uint8Array | null {
  const found = readAttachment(db, id);
  return found && articleFileIdOf(found.attachment.sha256) === id ? found.bytes : null;
}

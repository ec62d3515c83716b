import { articleSchema } from '../../../shared/domain/article.ts';
import { attachmentIdSchema, type AttachmentId } from '../../../shared/domain/ids.ts';
import { isPicture } from '../../../shared/domain/knowledge/files.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { ReadableDb, WritableDb } from '../sqlite.ts';

// unique index (article_id, file_id)
const UNNAME = `DELETE FROM article_file_names WHERE article_id = ?`;
const NAME = `INSERT OR IGNORE INTO article_file_names (article_id, file_id, size, picture) VALUES (?, ?, ?, ?)`;
// index article_files_wanted: pictures first, they stand in the text; then the small ones
const WANTED = `SELECT file_id, size FROM article_file_names AS named
WHERE size <= ? AND NOT EXISTS (SELECT 1 FROM article_files WHERE id = named.file_id)
  AND NOT EXISTS (SELECT 1 FROM json_each(?) WHERE value = named.file_id)
ORDER BY picture DESC, size, file_id LIMIT 1`;
const BYTES = `SELECT bytes FROM article_files WHERE id = ?`;
// index article_files_used, which covers these
const KEPT = `SELECT coalesce(sum(size), 0) AS bytes FROM article_files INDEXED BY article_files_used`;
const LEAST_USED = `SELECT id, size FROM article_files ORDER BY used_at LIMIT 1`;
const KEEP = `INSERT INTO article_files (id, size, used_at, bytes) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`;
const USED = `UPDATE article_files SET used_at = ? WHERE id = ?`;
const FORGET = `DELETE FROM article_files WHERE id = ?`;
// unique index (article_id, file_id), primary key (entity, id) of the articles
const UNNAME_GONE = `DELETE FROM article_file_names
WHERE NOT EXISTS (SELECT 1 FROM reference WHERE entity = 'article' AND id = article_id)`;
// index article_files_named
const FORGET_UNNAMED = `DELETE FROM article_files WHERE used_at < ?
AND NOT EXISTS (SELECT 1 FROM article_file_names WHERE file_id = article_files.id)`;

/** The list statements, for the test that looks at their plans. */
export const ARTICLE_FILE_LISTS = [UNNAME, WANTED, KEPT, LEAST_USED, FORGET_UNNAMED] as const;

/** Notes the files of an article that was put; none of one that is no longer read out. */
export function nameFiles(db: WritableDb, articleId: string, data: unknown): void {
  db.run(UNNAME, [articleId]);
  const article = articleSchema.pick({ files: true, state: true }).safeParse(data);
  if (!article.success || article.data.state !== 'published') return;
  for (const file of article.data.files ?? []) db.run(NAME, [articleId, file.id, file.size, isPicture(file) ? 1 : 0]);
}

export function unnameFiles(db: WritableDb, articleId: string): void {
  db.run(UNNAME, [articleId]);
}

/** After articles were taken out as a whole. */
export function unnameGoneFiles(db: WritableDb): void {
  db.run(UNNAME_GONE);
}

/**
 * The next file worth having before somebody opens it; null where everything that fits is here.
 * @param passed those not to be asked for now
 * @param room bytes that may still be kept
 */
export function wantedFile(
  db: ReadableDb,
  passed: ReadonlySet<AttachmentId>,
  room: number,
): { id: AttachmentId; size: number } | null {
  const row = db.get<{ file_id: string; size: number }>(WANTED, [room, JSON.stringify([...passed])]);
  return row ? { id: attachmentIdSchema.parse(row.file_id), size: row.size } : null;
}

export function fileBytes(db: ReadableDb, id: AttachmentId): Uint8Array | null {
  return db.get<{ bytes: Uint8Array }>(BYTES, [id])?.bytes ?? null;
}

/** Bytes of all files that are kept. */
export function keptBytes(db: ReadableDb): number {
  return db.get<{ bytes: number }>(KEPT)?.bytes ?? 0;
}

/** Keeps a file, and lets go of those not opened for longest until all fit into `most` bytes. */
export function keepFile(
  db: WritableDb,
  { id, bytes, usedAt }: { id: AttachmentId; bytes: Uint8Array; usedAt: Instant },
  most: number,
): void {
  for (let kept = keptBytes(db); kept > 0 && kept + bytes.length > most; kept = keptBytes(db)) {
    const least = db.get<{ id: string }>(LEAST_USED);
    if (!least) break;
    db.run(FORGET, [least.id]);
  }
  db.run(KEEP, [id, bytes.length, usedAt, bytes]);
}

export function markFileUsed(db: WritableDb, id: AttachmentId, usedAt: Instant): void {
  db.run(USED, [usedAt, id]);
}

/** Deletes files that no article names any more and nobody has opened since `before`. */
export function forgetUnnamedFiles(db: WritableDb, before: Instant): void {
  db.run(FORGET_UNNAMED, [before]);
}

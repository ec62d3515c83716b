import type { AttachmentId } from '../../shared/domain/ids.ts';
import type { Reader, Writer } from './database.ts';

export interface NamedFile {
  readonly fileId: AttachmentId;
  readonly articleId: string;
  readonly published: boolean;
}

// What was published once stays so: older versions are kept, and whoever reads one reads its files.
const NAME = `
INSERT INTO article_files (attachment_id, article_id, published)
SELECT (d->>'fileId')::uuid, d->>'articleId', bool_or((d->>'published')::boolean)
FROM jsonb_array_elements($1::jsonb) d GROUP BY 1, 2
ON CONFLICT (attachment_id, article_id) DO UPDATE SET published = article_files.published OR EXCLUDED.published`;

/** Notes which articles and drafts name which files. */
export async function nameArticleFiles(db: Writer, files: readonly NamedFile[]): Promise<void> {
  if (files.length > 0) await db.write(NAME, [JSON.stringify(files)]);
}

/** Where a file is named, with the unit whose draft does so. Index: article_files_pkey, manuscripts_article_id_key. */
export async function namingsOf(
  db: Reader,
  fileId: AttachmentId,
): Promise<{ published: boolean; draft: boolean; unitId: string | null }[]> {
  return db.read<{ published: boolean; draft: boolean; unitId: string | null }>(
    `SELECT f.published, m.id IS NOT NULL AS draft, m.unit_id AS "unitId"
     FROM article_files f LEFT JOIN manuscripts m ON m.article_id = f.article_id WHERE f.attachment_id = $1`,
    [fileId],
  );
}

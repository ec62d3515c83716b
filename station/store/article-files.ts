import { createHash } from 'node:crypto';
import { holdArticleFile } from '../../db/desk/outbox/article-files.ts';
import { keepFile } from '../../db/desk/replica/article-files.ts';
import type { AttachmentId } from '../../shared/domain/ids.ts';
import {
  articleFileIdOf,
  articleFileSchema,
  fileNameFor,
  isPicture,
  kindOfBytes,
  LARGEST_ARTICLE_FILE,
  LARGEST_PICTURE,
  type ArticleFile,
} from '../../shared/domain/knowledge/files.ts';
import { fail } from '../../shared/failure.ts';
import { instant } from '../../shared/instant.ts';
import type { WriterContext } from './context.ts';

/** Bytes of articles' files that a desk keeps at most; those not opened for longest make room. */
export const ARTICLE_FILES_BYTES = 256 * 1024 * 1024;

export interface FileToAdd {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Keeps a file that is to stand with an article. Nothing is believed of it but its bytes.
 * @throws ARTICLE_FILE_TYPE, ARTICLE_FILE_TOO_LARGE
 */
export function addArticleFile({ outbox, nowMs }: WriterContext, { name, bytes }: FileToAdd): ArticleFile {
  const mime = kindOfBytes(bytes) ?? fail('ARTICLE_FILE_TYPE', { detail: name.slice(-120) });
  if (bytes.length > (isPicture({ mime }) ? LARGEST_PICTURE : LARGEST_ARTICLE_FILE))
    fail('ARTICLE_FILE_TOO_LARGE', { detail: name.slice(-120) });
  const file = fileOf({ name, bytes });
  outbox.transaction(() => holdArticleFile(outbox, file, bytes, instant(nowMs())));
  return file;
}

/**
 * A file as an article names it.
 * @throws ARTICLE_FILE_TYPE
 */
export function fileOf({ name, bytes }: FileToAdd): ArticleFile {
  const mime = kindOfBytes(bytes) ?? fail('ARTICLE_FILE_TYPE', { detail: name.slice(-120) });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const id = articleFileIdOf(sha256);
  return articleFileSchema.parse({ id, name: fileNameFor(name, mime), mime, size: bytes.length, sha256 });
}

/** Keeps what was fetched of the centre. */
export function keepArticleFile({ replica, nowMs }: WriterContext, id: AttachmentId, bytes: Uint8Array): void {
  replica.transaction(() => keepFile(replica, { id, bytes, usedAt: instant(nowMs()) }, ARTICLE_FILES_BYTES));
}

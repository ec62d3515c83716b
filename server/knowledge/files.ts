import { namingsOf, type NamedFile } from '../../db/central/article-files.ts';
import { readChunks, sizeOfWhole } from '../../db/central/attachments.ts';
import type { Article } from '../../shared/domain/article.ts';
import { unitIdSchema, type AttachmentId } from '../../shared/domain/ids.ts';
import type { Manuscript } from '../../shared/domain/knowledge/manuscript.ts';
import { mayWrite } from '../../shared/domain/knowledge/writing.ts';
import { may } from '../../shared/domain/people.ts';
import { fail } from '../../shared/failure.ts';
import { ATTACHMENT_CHUNK } from '../../shared/sync/protocol.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { opened } from '../attachments/attach.ts';
import type { Seal } from '../attachments/seal.ts';
import type { Service } from '../service.ts';

/** Chunks in one answer: a megabyte, so that neither side holds a whole document for a slow line. */
const CHUNKS_IN_A_PART = 4;

/**
 * A part of a file that stands with an article: for every reader of knowledge once it was published, before that for
 * those who keep the draft.
 * @throws ARTICLE_NOT_FOUND, ARTICLE_FILE_AWAITED, INVALID_INPUT
 */
export async function articleFilePart(
  { db }: Pick<Service, 'db'>,
  seal: Seal,
  { actor }: Pick<LiveSession, 'actor'>,
  { id, offset }: { readonly id: AttachmentId; readonly offset: number },
): Promise<{ size: number; base64: string }> {
  const namings = await namingsOf(db, id);
  const theirs = namings.some(({ published, draft, unitId }) =>
    published
      ? may(actor, 'knowledge.read')
      : draft && mayWrite(actor, unitId === null ? null : unitIdSchema.parse(unitId)),
  );
  if (!theirs) fail('ARTICLE_NOT_FOUND');
  const size = await sizeOfWhole(db, id);
  if (size === null) return fail('ARTICLE_FILE_AWAITED');
  if (offset % ATTACHMENT_CHUNK !== 0 || offset >= size) fail('INVALID_INPUT', { detail: '附件没有这一段' });
  const chunks = await readChunks(db, id, { start: offset, limit: CHUNKS_IN_A_PART });
  const bytes = Buffer.concat(chunks.map((chunk) => opened(seal, id, chunk)));
  return { size, base64: bytes.toString('base64') };
}

/** The files that what a batch has written names. */
export function filesNamed(articles: readonly Article[], manuscripts: readonly Manuscript[]): NamedFile[] {
  return [
    ...articles.flatMap(({ id, files = [] }) =>
      files.map((file) => ({ fileId: file.id, articleId: id, published: true })),
    ),
    ...manuscripts.flatMap(({ articleId, draft }) =>
      (draft?.text.files ?? []).map((file) => ({ fileId: file.id, articleId, published: false })),
    ),
  ];
}

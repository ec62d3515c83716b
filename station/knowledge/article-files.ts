import { createHash } from 'node:crypto';
import type { AttachmentId } from '../../shared/domain/ids.ts';
import { articleFileIdOf } from '../../shared/domain/knowledge/files.ts';
import { fail, FailureError } from '../../shared/failure.ts';
import type { ReaderApi } from '../store/reader.ts';
import type { WriterApi } from '../store/writer.ts';
import type { CentralClient } from '../sync/link.ts';
import { isLinkFailure } from '../sync/link-failure.ts';
import type { Thread } from '../threads/thread.ts';

/** Files of articles: from this desk where they are here, otherwise from the centre, and then here. */
export interface ArticleFiles {
  /** @throws ARTICLE_FILE_ELSEWHERE without the centre, ARTICLE_FILE_AWAITED, ARTICLE_NOT_FOUND */
  read(id: AttachmentId): Promise<Uint8Array>;
  /** Fetches one more of those that articles name, before anybody asks for it. `again`: there may be more. */
  fetchNext(): Promise<'again' | 'idle'>;
}

export interface ArticleFilesOptions {
  readonly reader: Thread<ReaderApi>;
  readonly writer: Thread<WriterApi>;
  readonly client: Pick<CentralClient, 'knowledge'>;
  /** False while nobody is signed in at the centre. */
  readonly online: () => boolean;
  readonly onFault: (event: string, error: unknown) => void;
}

export function createArticleFiles({ reader, writer, client, online, onFault }: ArticleFilesOptions): ArticleFiles {
  const underWay = new Map<AttachmentId, Promise<Uint8Array>>();
  /** What the centre could not give during this round. */
  const passed = new Set<AttachmentId>();

  /** Once, however many places show it. */
  function fetched(id: AttachmentId): Promise<Uint8Array> {
    const running = underWay.get(id);
    if (running) return running;
    const started = fetchWhole(client, id).finally(() => underWay.delete(id));
    underWay.set(id, started);
    return started;
  }

  return {
    async read(id) {
      const here = await reader.call('articleFile', id);
      if (here) {
        writer.call('articleFileUsed', id).catch((error: unknown) => onFault('use of a file not noted', error));
        return here;
      }
      if (!online()) return fail('ARTICLE_FILE_ELSEWHERE');
      try {
        const bytes = await fetched(id);
        // Without room on the disk it is shown all the same, and fetched again the next time.
        await writer.call('keepArticleFile', id, bytes).catch((error: unknown) => onFault('file not kept', error));
        return bytes;
      } catch (error) {
        if (error instanceof FailureError && isLinkFailure(error.failure)) return fail('ARTICLE_FILE_ELSEWHERE');
        throw error;
      }
    },
    async fetchNext() {
      const wanted = online() ? await reader.call('wantedArticleFile', passed) : null;
      if (!wanted) {
        passed.clear();
        return 'idle';
      }
      try {
        await writer.call('keepArticleFile', wanted.id, await fetched(wanted.id));
      } catch (error) {
        if (!(error instanceof FailureError) || isLinkFailure(error.failure)) throw error;
        passed.add(wanted.id);
      }
      return 'again';
    },
  };
}

/** Part by part; the id is made of the content, so that nothing else can be given for it. */
async function fetchWhole(client: Pick<CentralClient, 'knowledge'>, id: AttachmentId): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let received = 0;
  for (let size = 1; received < size;) {
    const part = await client.knowledge.file({ id, offset: received });
    const bytes = Buffer.from(part.base64, 'base64');
    if (bytes.length === 0) break;
    parts.push(bytes);
    received += bytes.length;
    size = part.size;
  }
  const whole = Buffer.concat(parts);
  if (articleFileIdOf(createHash('sha256').update(whole).digest('hex')) !== id) fail('ARTICLE_NOT_FOUND');
  return whole;
}

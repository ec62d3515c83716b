import { randomBytes } from 'node:crypto';
import { implement, ORPCError } from '@orpc/server';
import { desk, type NamedCentre } from '../../shared/contract/desk.ts';
import type { TelephonyView } from '../../shared/domain/call.ts';
import { FailureError, failure, type Failure } from '../../shared/failure.ts';
import type { ArticleFiles } from '../knowledge/article-files.ts';
import type { Events } from '../events.ts';
import type { Sessions } from '../session/session.ts';
import type { ReaderApi } from '../store/reader.ts';
import type { SearcherApi } from '../store/searcher.ts';
import type { WriterApi } from '../store/writer.ts';
import type { CentralClient } from '../sync/link.ts';
import type { Sync } from '../sync/sync.ts';
import { unforeseen } from '../threads/protocol.ts';
import type { Thread } from '../threads/thread.ts';

/** What the procedures work with. */
export interface Backend {
  readonly writer: Thread<WriterApi>;
  readonly reader: Thread<ReaderApi>;
  readonly searcher: Thread<SearcherApi>;
  readonly articleFiles: ArticleFiles;
  readonly sync: Sync;
  readonly sessions: Sessions;
  readonly events: Events;
  readonly client: CentralClient;
  /** The centre as it introduces itself to anybody; null while it does not answer. */
  readonly introduced: () => Promise<NamedCentre | null>;
  readonly nowMs: () => number;
  readonly about: { readonly centreUrl: string; readonly deskName: string; readonly version: string };
  readonly onTelephony: (view: TelephonyView | null) => void;
  readonly onDamaged: () => Promise<void>;
  readonly log: (line: object) => void;
}

/** The contract's builder, with every error of every procedure turned into a failure as data. */
export function procedures(backend: Pick<Backend, 'log' | 'onDamaged'>) {
  return implement(desk).use(async ({ next, path }) => {
    try {
      return await next();
    } catch (error) {
      const data = await told(error, path, backend);
      throw new ORPCError('FAILURE', { status: 422, message: data.code, data });
    }
  });
}
export type Procedures = ReturnType<typeof procedures>;

async function told(
  error: unknown,
  path: readonly string[],
  { log, onDamaged }: Pick<Backend, 'log' | 'onDamaged'>,
): Promise<Failure> {
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
    return failure('INVALID_INPUT', { detail: firstIssue(error.data) });
  }
  const known = error instanceof FailureError ? error.failure : null;
  if (known?.code === 'STORE_CORRUPT') await onDamaged();
  if (known && known.code !== 'UNEXPECTED') return known;
  const reference = known?.reference ?? randomBytes(4).toString('hex').toUpperCase();
  log({ event: 'unexpected', reference, procedure: path.join('.'), ...unforeseen(error) });
  return failure('UNEXPECTED', { reference, retryAfterMs: known?.retryAfterMs ?? null });
}

/** The first thing wrong with the input, in the schema's own words where those are for the screen. */
function firstIssue(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues)) return null;
  const issue: unknown = data.issues[0];
  if (typeof issue !== 'object' || issue === null || !('message' in issue)) return null;
  const { message } = issue;
  return typeof message === 'string' && /\p{Script=Han}/u.test(message) ? message : null;
}

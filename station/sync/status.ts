import type { DeskSession, SyncStatus } from '../../shared/contract/desk.ts';
import { failure, type Failure } from '../../shared/failure.ts';
import type { Instant } from '../../shared/instant.ts';
import type { LinkState } from './link.ts';

/** Everything the state of the sync is told from. */
export interface SyncFacts {
  readonly link: LinkState;
  readonly session: DeskSession | null;
  /** Why the last session ended, where it was not the person's own wish. */
  readonly ended: Failure | null;
  /** The centre no longer feeds this version of the program. */
  readonly tooOld: boolean;
  /** The centre has to make this desk known again before it can push. */
  readonly unknown: boolean;
  readonly unsent: number;
  readonly refused: number;
  /** Rows or files are on their way, or known to be waiting. */
  readonly moving: boolean;
  readonly progress: SyncStatus['progress'];
  readonly lastSyncedAt: Instant | null;
  readonly clockOffset: number | null;
}

/** The one state that the screen shows, with its true cause. */
export function syncStatus(facts: SyncFacts): SyncStatus {
  const { link, unsent, refused, progress, lastSyncedAt, clockOffset } = facts;
  const cause = causeOf(facts);
  return {
    state: cause ? 'offline' : refused > 0 ? 'attention' : unsent > 0 || facts.moving ? 'syncing' : 'synced',
    cause,
    since: link.up ? null : link.since,
    unsent,
    refused,
    progress,
    lastSyncedAt,
    clockOffset,
  };
}

function causeOf({ link, session, ended, tooOld, unknown }: SyncFacts): Failure | null {
  if (!link.up) return link.cause;
  if (!session) return ended ?? failure('NOT_SIGNED_IN');
  // What was typed to sign in offline is not kept, so the centre has to be shown it once more.
  if (session.kind === 'offline') return failure('SESSION_EXPIRED', { detail: '当前为离线登录' });
  if (tooOld) return failure('DESK_TOO_OLD');
  return unknown ? failure('DESK_UNKNOWN') : null;
}

import type { DeskSession, SyncStatus } from '../../../shared/contract/desk.ts';
import type { FailureCode } from '../../../shared/failure.ts';

/** Causes under which the centre does answer, and asks for a sign-in. */
const SIGN_IN_CAUSES: ReadonlySet<FailureCode> = new Set([
  'NOT_SIGNED_IN',
  'SESSION_EXPIRED',
  'SESSION_TAKEN_OVER',
  'BAD_CREDENTIALS',
  'ACCOUNT_DISABLED',
]);

/** Whether the centre can be reached, whoever is signed in; `unknown` until the station has said anything. */
export function linkOf(sync: SyncStatus | null): 'up' | 'down' | 'unknown' {
  if (!sync) return 'unknown';
  if (sync.state !== 'offline') return 'up';
  return sync.cause && SIGN_IN_CAUSES.has(sync.cause.code) ? 'up' : 'down';
}

/** An offline session whose centre answers again: the password once more makes it an online one. */
export function shouldSignInOnline(session: DeskSession | null, sync: SyncStatus | null): boolean {
  return session?.kind === 'offline' && linkOf(sync) === 'up';
}

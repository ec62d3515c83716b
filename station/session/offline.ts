import type { Credential } from '../../db/desk/outbox/credentials.ts';
import { OFFLINE_PERMISSIONS, type Actor } from '../../shared/domain/people.ts';
import { failure, type Failure } from '../../shared/failure.ts';
import { instant, msOf, type Instant } from '../../shared/instant.ts';

/** Wrong passwords in a row, offline, after which the record is locked; the same as at the centre. */
const TRIES = 5;
const LOCK_MS = 15 * 60_000;

/** Why this record does not open the desk now, before any password is looked at; null where it may. */
export function offlineObstacle(credential: Credential | null, nowMs: number): Failure | null {
  if (!credential) return failure('OFFLINE_SIGN_IN_UNKNOWN');
  const { lockedUntil, leaseUntil } = credential;
  if (lockedUntil && msOf(lockedUntil) > nowMs)
    return failure('ACCOUNT_LOCKED', { retryAfterMs: msOf(lockedUntil) - nowMs });
  return msOf(leaseUntil) <= nowMs ? failure('OFFLINE_LEASE_ENDED') : null;
}

/** The count of wrong passwords after one more, and until when that locks. */
export function afterWrongPassword(
  { failures }: Pick<Credential, 'failures'>,
  nowMs: number,
): { failures: number; lockedUntil: Instant | null } {
  const count = failures + 1;
  return count >= TRIES
    ? { failures: 0, lockedUntil: instant(nowMs + LOCK_MS) }
    : { failures: count, lockedUntil: null };
}

/** The actor with what may be done without the centre: nothing that decides over others. */
export function offlineActor(actor: Actor): Actor {
  const permissions = actor.grants.permissions.filter((permission) => OFFLINE_PERMISSIONS.includes(permission));
  return { ...actor, grants: { ...actor.grants, permissions } };
}

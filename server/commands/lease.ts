import type { DeskAccountRow } from '../../db/central/desks.ts';
import { failure, type Failure } from '../../shared/failure.ts';
import { msOf } from '../../shared/instant.ts';
import type { Envelope } from '../../shared/sync/envelope.ts';

/** A desk's clock may be wrong by this much after correction without anybody losing work: skew warns, it never blocks. */
const TOLERANCE_MS = 24 * 3600_000;
const DAY_MS = 86_400_000;

/**
 * Whether the writer was entitled to write on that desk at that time: signed in there online before, and no longer ago
 * than the lease.
 * @param seen from when to when the centre has seen the account on the desk
 */
export function leaseRefusal(
  envelope: Pick<Envelope, 'recordedAt' | 'clockOffset'>,
  seen: DeskAccountRow | undefined,
  leaseDays: number,
  nowMs: number,
): Failure | null {
  if (!seen) return failure('NOT_PERMITTED', { detail: '该工号未在本座席联网登录过' });
  // What is claimed to be written later than now was written now at the latest.
  const writtenMs = Math.min(msOf(envelope.recordedAt) + (envelope.clockOffset ?? 0), nowMs);
  if (writtenMs > msOf(seen.lastAt) + leaseDays * DAY_MS + TOLERANCE_MS) return failure('OFFLINE_LEASE_ENDED');
  if (envelope.clockOffset !== null && writtenMs < msOf(seen.firstAt) - TOLERANCE_MS) {
    return failure('NOT_PERMITTED', { detail: '该工号当时尚未在本座席登录' });
  }
  return null;
}

import type { Grants } from '../../shared/domain/people.ts';
import { grantsDigest } from '../access/grants.ts';

/**
 * What a desk keeps as the feed's epoch: the feed's own, and the digest of the grants its copy was made under. A desk
 * whose grants have changed since, or on which somebody with other grants signs in, is thereby known at any node
 * without anything being kept for it.
 */
export function positionEpoch(feedEpoch: string, grants: Grants): string {
  return `${feedEpoch}.${grantsDigest(grants)}`;
}

/** Why a desk's copy cannot go on, or null where it can. */
export function mismatch(epoch: string | null, feedEpoch: string, grants: Grants): 'first' | 'epoch' | 'grants' | null {
  if (epoch === null) return 'first';
  const [feed, digest] = epoch.split('.');
  if (feed !== feedEpoch) return 'epoch';
  return digest === grantsDigest(grants) ? null : 'grants';
}

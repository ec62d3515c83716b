import type { Actor, Author } from '../../shared/domain/people.ts';

/** Whoever does something, as it is written down. */
export function authorOf({ accountId, jobNumber, name }: Actor): Author {
  return { accountId, jobNumber, name };
}

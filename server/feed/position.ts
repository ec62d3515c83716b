import type { Reader } from '../../db/central/database.ts';
import { recusedFrom } from '../../db/central/orders.ts';
import type { OrderReader } from '../../shared/domain/visibility.ts';
import { knowledgeScopeOf, orderScopeOf, readerDigest } from '../access/grants.ts';

/**
 * What a desk keeps as the feed's epoch: the feed's own, and the digest of what its copy was made for. A desk whose
 * grants or recusals have changed since, or on which somebody with others signs in, is thereby known at any node without
 * anything being kept for it.
 */
export async function positionEpoch(db: Reader, feedEpoch: string, reader: OrderReader): Promise<string> {
  return `${feedEpoch}.${await digestOf(db, reader)}`;
}

/** Why a desk's copy cannot go on, or null where it can. */
export async function mismatch(
  db: Reader,
  epoch: string | null,
  feedEpoch: string,
  reader: OrderReader,
): Promise<'first' | 'epoch' | 'grants' | null> {
  if (epoch === null) return 'first';
  const [feed, digest] = epoch.split('.');
  if (feed !== feedEpoch) return 'epoch';
  return digest === (await digestOf(db, reader)) ? null : 'grants';
}

async function digestOf(db: Reader, reader: OrderReader): Promise<string> {
  const { above } = reader.grants;
  const recused = await recusedFrom(db, reader.accountId);
  return readerDigest(orderScopeOf(reader), recused, above ?? [], knowledgeScopeOf(reader));
}

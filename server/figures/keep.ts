import type { Writer } from '../../db/central/database.ts';
import { putFacets, type FacetRow } from '../../db/central/facets.ts';
import { changeFigures, type FigureRow } from '../../db/central/figures.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { Contribution } from '../../shared/figures/contributions.ts';
import { differenceOf } from '../../shared/figures/difference.ts';
import { facetsOf, type Facets } from '../../shared/figures/facets.ts';
import type { ChangedOrder } from './changed-order.ts';
import { keepStanding } from './keep-standing.ts';
import { keepGrievances } from '../topics/grievances.ts';
import { keepTopics, type PlaceNames } from '../topics/keep.ts';

/** Brings the figures along with the orders that a transaction has changed. @param names of places, where they have been read already */
export async function keepFigures(
  tx: Writer,
  changed: readonly ChangedOrder[],
  names: PlaceNames | null = null,
): Promise<void> {
  const gone: FigureRow[] = [];
  const come: FigureRow[] = [];
  const facets: FacetRow[] = [];
  for (const { before, after } of changed) {
    const difference = differenceOf(before, after);
    gone.push(...difference.gone.map((one) => rowOf(after.id, one)));
    come.push(...difference.come.map((one) => rowOf(after.id, one)));
    const now = facetsOf(after);
    if (!before || !sameFacets(facetsOf(before), now)) facets.push({ orderId: after.id, ...now });
  }
  await changeFigures(tx, gone, come);
  await putFacets(tx, facets);
  await keepStanding(tx, changed);
  await keepTopics(tx, changed, names);
  await keepGrievances(
    tx,
    changed.map(({ after }) => after),
  );
}

export function sameFacets(one: Facets, other: Facets): boolean {
  return FACET_KEYS.every((key) => one[key] === other[key]);
}

const FACET_KEYS = ['category', 'channel', 'mode', 'urgent', 'ending', 'verdict'] as const satisfies (keyof Facets)[];

export function rowOf(orderId: OrderId, contribution: Contribution): FigureRow {
  return { orderId, ...contribution };
}

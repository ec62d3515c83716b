import type { Writer } from '../../db/central/database.ts';
import { putFacets, type FacetRow } from '../../db/central/facets.ts';
import { changeFigures, type FigureRow } from '../../db/central/figures.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Contribution } from '../../shared/figures/contributions.ts';
import { differenceOf } from '../../shared/figures/difference.ts';
import { facetsOf, type Facets } from '../../shared/figures/facets.ts';
import { keepStanding } from './keep-standing.ts';
import { keepGrievances } from '../topics/grievances.ts';
import { keepTopics } from '../topics/keep.ts';

/** An order before a transaction and after it. */
export interface Changed {
  readonly before: Order | null;
  readonly after: Order;
}

/** Brings the figures along with the orders that a transaction has changed. */
export async function keepFigures(tx: Writer, changed: readonly Changed[]): Promise<void> {
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
  await keepTopics(tx, changed);
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

import { ACTS, type OfferedAct, type OrderAct } from '../../../shared/domain/acts/table.ts';

/** Acts that have a form in the order's detail; what is printed is chosen where the forms to print are. */
export type FormAct = Exclude<OfferedAct, 'order.print'>;

export const FORM_ACTS: readonly FormAct[] = [
  ...(Object.keys(ACTS) as OrderAct[]).filter((type) => type !== 'order.print'),
  'order.split',
];

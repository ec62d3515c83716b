import { EVERY_ORDER, type OrderFilter } from '../../../shared/contract/desk.ts';
import { RUNNING_STATES, type Category, type Mode, type OrderState } from '../../../shared/domain/order.ts';
import type { UnitId } from '../../../shared/domain/ids.ts';
import { instant, startOfBeijingDate } from '../../../shared/instant.ts';
import { addDays } from '../../../shared/policy/calendar.ts';

export const QUICK_VIEWS = ['mine', 'all', 'handling', 'soon', 'overdue', 'pending'] as const;
export type QuickView = (typeof QUICK_VIEWS)[number];

/** What the list screen asks for, in the person's terms; dates are civil dates in Beijing, both included. */
export interface ListQuery {
  readonly view: QuickView;
  readonly text: string;
  readonly states: readonly OrderState[];
  readonly modes: readonly Mode[];
  readonly categories: readonly Category[];
  readonly unitId: UnitId | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly sort: OrderFilter['sort'];
}

/** What narrows a view further; switching views keeps it. */
export type Refinement = Omit<ListQuery, 'view' | 'sort'>;

export const NO_REFINEMENT: Refinement = {
  text: '',
  states: [],
  modes: [],
  categories: [],
  unitId: null,
  from: null,
  to: null,
};

export const FIRST_QUERY: ListQuery = { ...NO_REFINEMENT, view: 'mine', sort: 'newest' };

/** These views speak of orders a unit still has, so the state is theirs to set. */
export function viewSetsState(view: QuickView): boolean {
  return view === 'handling' || view === 'soon' || view === 'overdue';
}

/** A view with the sorting it is read by: what is due soonest first where it is about time, else the newest. */
export function withView(query: ListQuery, view: QuickView): ListQuery {
  return { ...query, view, sort: view === 'soon' || view === 'overdue' ? 'due' : 'newest' };
}

/** The other direction of the received column; from any other sorting, the newest first. */
export function nextReceivedSort(sort: OrderFilter['sort']): OrderFilter['sort'] {
  return sort === 'newest' ? 'oldest' : 'newest';
}

/** True where anything beside the view narrows the list. */
export function isRefined(query: ListQuery): boolean {
  return (
    query.text.trim() !== '' ||
    (query.states.length > 0 && !viewSetsState(query.view)) ||
    query.modes.length > 0 ||
    query.categories.length > 0 ||
    query.unitId !== null ||
    query.from !== null ||
    query.to !== null
  );
}

/** The station's filter for what the person asked. */
export function orderFilter(query: ListQuery): OrderFilter {
  const { view } = query;
  return {
    ...EVERY_ORDER,
    text: query.text.trim().slice(0, 100),
    mine: view === 'mine',
    states: viewSetsState(view) ? [...RUNNING_STATES] : [...query.states],
    modes: [...query.modes],
    categories: [...query.categories],
    unitId: query.unitId,
    due: view === 'soon' || view === 'overdue' ? view : 'any',
    from: query.from === null ? null : instant(startOfBeijingDate(query.from)),
    to: query.to === null ? null : instant(startOfBeijingDate(addDays(query.to, 1)) - 1),
    pendingOnly: view === 'pending',
    sort: query.sort,
  };
}

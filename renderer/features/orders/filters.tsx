import type { ReactNode } from 'react';
import {
  CATEGORY_NAMES,
  categorySchema,
  MODE_NAMES,
  modeSchema,
  ORDER_STATE_NAMES,
  orderStateSchema,
} from '../../../shared/domain/order.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { CheckList } from './check-list.tsx';
import type { ListQuery } from './query.ts';
import { COLUMN_NAMES } from './text.ts';
import { UnitSelect } from './unit-select.tsx';

/** The columns that can narrow the list. */
export const FILTERED = ['state', 'category', 'mode', 'unit'] as const;
export type FilteredColumn = (typeof FILTERED)[number];

export interface FilterProps {
  readonly query: ListQuery;
  readonly units: readonly Unit[];
  readonly onQuery: (change: Partial<ListQuery>) => void;
}

/** What a column is narrowed by, wherever it is offered: in the list's head or in the menu of all filters. */
export function Filter({ column, query, units, onQuery }: FilterProps & { column: FilteredColumn }): ReactNode {
  const label = COLUMN_NAMES[column];
  switch (column) {
    case 'state':
      return (
        <CheckList
          label={label}
          names={ORDER_STATE_NAMES}
          values={orderStateSchema.options}
          chosen={query.states}
          onChange={(states) => onQuery({ states })}
        />
      );
    case 'category':
      return (
        <CheckList
          label={label}
          names={CATEGORY_NAMES}
          values={categorySchema.options}
          chosen={query.categories}
          onChange={(categories) => onQuery({ categories })}
        />
      );
    case 'mode':
      return (
        <CheckList
          label={label}
          names={MODE_NAMES}
          values={modeSchema.options}
          chosen={query.modes}
          onChange={(modes) => onQuery({ modes })}
        />
      );
    case 'unit':
      return <UnitSelect units={units} chosen={query.unitId} onChange={(unitId) => onQuery({ unitId })} />;
  }
}

/** True where the list is narrowed by the column. */
export function isFiltered(column: FilteredColumn, query: ListQuery): boolean {
  switch (column) {
    case 'state':
      return query.states.length > 0;
    case 'category':
      return query.categories.length > 0;
    case 'mode':
      return query.modes.length > 0;
    case 'unit':
      return query.unitId !== null;
  }
}

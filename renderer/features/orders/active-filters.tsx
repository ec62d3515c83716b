import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { CATEGORY_NAMES, MODE_NAMES, ORDER_STATE_NAMES } from '../../../shared/domain/order.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { isRefined, NO_REFINEMENT, viewSetsState, type ListQuery } from './query.ts';
import { COLUMN_NAMES, TEXT } from './text.ts';

export interface ActiveFiltersProps {
  readonly total: number | null;
  readonly query: ListQuery;
  readonly units: readonly Unit[];
  readonly onQuery: (change: Partial<ListQuery>) => void;
}

/** How many rows there are and what narrows them, also where the column that narrows is not on screen. */
export function ActiveFilters({ total, query, units, onQuery }: ActiveFiltersProps): ReactNode {
  return (
    <div className="orders-active">
      <output className="num">{total === null ? TEXT.counting : TEXT.count(total)}</output>
      {chips(query, units).map(({ key, text, without }) => (
        <Tag key={key} closable={{ 'aria-label': `${TEXT.clear}：${text}` }} onClose={() => onQuery(without)}>
          {text}
        </Tag>
      ))}
      {isRefined(query) && (
        <Button type="link" size="small" onClick={() => onQuery(NO_REFINEMENT)}>
          {TEXT.clear}
        </Button>
      )}
    </div>
  );
}

interface Chip {
  readonly key: string;
  readonly text: string;
  readonly without: Partial<ListQuery>;
}

function chips(query: ListQuery, units: readonly Unit[]): readonly Chip[] {
  const found: Chip[] = [];
  const add = (key: string, label: string, values: readonly string[], without: Partial<ListQuery>): void => {
    if (values.length > 0) found.push({ key, text: `${label}：${values.join('、')}`, without });
  };
  const states = viewSetsState(query.view) ? [] : query.states;
  add(
    'states',
    COLUMN_NAMES.state,
    states.map((state) => ORDER_STATE_NAMES[state]),
    { states: [] },
  );
  add(
    'categories',
    COLUMN_NAMES.category,
    query.categories.map((category) => CATEGORY_NAMES[category]),
    {
      categories: [],
    },
  );
  add(
    'modes',
    COLUMN_NAMES.mode,
    query.modes.map((mode) => MODE_NAMES[mode]),
    { modes: [] },
  );
  const unit = units.find(({ id }) => id === query.unitId);
  add('unit', COLUMN_NAMES.unit, query.unitId === null ? [] : [unit?.name ?? query.unitId], { unitId: null });
  return found;
}

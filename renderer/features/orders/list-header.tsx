import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import type { AriaAttributes, ReactNode } from 'react';
import type { Unit } from '../../../shared/domain/unit.ts';
import { ColumnFilter } from './column-filter.tsx';
import type { Column, ColumnKey } from './columns.ts';
import { nextReceivedSort, viewSetsState, type ListQuery } from './query.ts';
import { COLUMN_NAMES, TEXT } from './text.ts';

export interface ListHeaderProps {
  readonly columns: readonly Column[];
  readonly template: string;
  readonly query: ListQuery;
  readonly units: readonly Unit[];
  readonly onQuery: (change: Partial<ListQuery>) => void;
}

/** The list's head: names, and where a column can sort or narrow the list, how. */
export function ListHeader({ columns, template, query, units, onQuery }: ListHeaderProps): ReactNode {
  return (
    <tr className="orders-head-row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
      {columns.map(({ key }) => (
        <th key={key} scope="col" className="orders-head-cell" aria-sort={sortOf(key, query.sort)}>
          <HeadCell column={key} query={query} units={units} onQuery={onQuery} />
        </th>
      ))}
    </tr>
  );
}

type HeadCellProps = Pick<ListHeaderProps, 'query' | 'units' | 'onQuery'> & { readonly column: ColumnKey };

function HeadCell({ column, query, units, onQuery }: HeadCellProps): ReactNode {
  const name = COLUMN_NAMES[column];
  switch (column) {
    case 'createdAt': {
      const way = query.sort === 'due' ? TEXT.unsorted : TEXT[query.sort];
      return (
        <SortButton name={name} way={way} onClick={() => onQuery({ sort: nextReceivedSort(query.sort) })}>
          {query.sort === 'newest' && <ArrowDownOutlined aria-hidden />}
          {query.sort === 'oldest' && <ArrowUpOutlined aria-hidden />}
        </SortButton>
      );
    }
    case 'due': {
      const on = query.sort === 'due';
      const sort = on ? 'newest' : 'due';
      return (
        <SortButton name={name} way={on ? TEXT.byDueOn : TEXT.unsorted} onClick={() => onQuery({ sort })}>
          {on && <ArrowUpOutlined aria-hidden />}
        </SortButton>
      );
    }
    case 'state':
    case 'category':
    case 'mode':
    case 'unit':
      return (
        <>
          {name}
          {(column !== 'state' || !viewSetsState(query.view)) && (
            <ColumnFilter column={column} query={query} units={units} onQuery={onQuery} />
          )}
        </>
      );
    case 'number':
    case 'summary':
    case 'caller':
    case 'createdBy':
      return name;
  }
}

interface SortButtonProps {
  readonly name: string;
  readonly way: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function SortButton({ name, way, onClick, children }: SortButtonProps): ReactNode {
  return (
    <button type="button" className="orders-sort" onClick={onClick} aria-label={TEXT.sortBy(name, way)} title={way}>
      {name}
      {children}
    </button>
  );
}

function sortOf(column: ColumnKey, sort: ListQuery['sort']): AriaAttributes['aria-sort'] {
  if (column === 'due') return sort === 'due' ? 'ascending' : 'none';
  if (column !== 'createdAt') return undefined;
  if (sort === 'due') return 'none';
  return sort === 'newest' ? 'descending' : 'ascending';
}

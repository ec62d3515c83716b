import { FilterOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import type { ReactNode } from 'react';
import { Filter, FILTERED, isFiltered, type FilterProps } from './filters.tsx';
import { viewSetsState } from './query.ts';
import { COLUMN_NAMES, TEXT } from './text.ts';
import { usePopover } from './use-popover.ts';

/** Every filter in one place: also those of columns that are hidden, or have no room beside an open order. */
export function FilterMenu(props: FilterProps): ReactNode {
  const { query } = props;
  const popover = usePopover();
  const offered = FILTERED.filter((column) => column !== 'state' || !viewSetsState(query.view));
  const used = offered.filter((column) => isFiltered(column, query)).length;
  const content = (
    <div className="orders-filter-menu">
      {offered.map((column) => (
        <section key={column} aria-label={COLUMN_NAMES[column]}>
          <h4>{COLUMN_NAMES[column]}</h4>
          <Filter {...props} column={column} />
        </section>
      ))}
    </div>
  );
  return (
    <Popover content={content} trigger="click" placement="bottomRight" {...popover} destroyOnHidden>
      <Button icon={<FilterOutlined aria-hidden />} aria-expanded={popover.open}>
        {TEXT.filter}
        {used > 0 && <span className="orders-count num">{used}</span>}
      </Button>
    </Popover>
  );
}

import { FilterFilled, FilterOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import type { ReactNode } from 'react';
import { Filter, isFiltered, type FilteredColumn, type FilterProps } from './filters.tsx';
import { COLUMN_NAMES, TEXT } from './text.ts';
import { usePopover } from './use-popover.ts';

/** The funnel in a column's head. */
export function ColumnFilter(props: FilterProps & { readonly column: FilteredColumn }): ReactNode {
  const { column, query } = props;
  const popover = usePopover();
  return (
    <Popover content={<Filter {...props} />} trigger="click" placement="bottomLeft" {...popover} destroyOnHidden>
      <Button
        type="text"
        size="small"
        className="orders-funnel"
        aria-label={TEXT.filterBy(COLUMN_NAMES[column])}
        aria-expanded={popover.open}
        icon={
          isFiltered(column, query) ? (
            <FilterFilled className="orders-funnel-on" aria-hidden />
          ) : (
            <FilterOutlined aria-hidden />
          )
        }
      />
    </Popover>
  );
}

import { FilterFilled, FilterOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import { TEXT } from './text.ts';

export interface CheckFilterProps<T extends string> {
  readonly label: string;
  readonly names: Readonly<Record<T, string>>;
  readonly values: readonly T[];
  readonly chosen: readonly T[];
  readonly onChange: (chosen: readonly T[]) => void;
}

/** The funnel in a column's header: any of these values. */
export function CheckFilter<T extends string>(props: CheckFilterProps<T>): ReactNode {
  const { label, names, values, chosen, onChange } = props;
  const [open, setOpen] = useState(false);
  const list = (
    <fieldset className="orders-filter-list" aria-label={TEXT.filterBy(label)}>
      {values.map((value) => (
        <Checkbox
          key={value}
          checked={chosen.includes(value)}
          onChange={({ target }) =>
            onChange(values.filter((other) => (other === value ? target.checked : chosen.includes(other))))
          }
        >
          {names[value]}
        </Checkbox>
      ))}
    </fieldset>
  );
  return (
    <Popover content={list} trigger="click" placement="bottomLeft" open={open} onOpenChange={setOpen}>
      <Button
        type="text"
        size="small"
        className="orders-funnel"
        aria-label={TEXT.filterBy(label)}
        aria-expanded={open}
        icon={chosen.length ? <FilterFilled className="orders-funnel-on" /> : <FilterOutlined />}
      />
    </Popover>
  );
}

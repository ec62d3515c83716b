import { FilterFilled, FilterOutlined } from '@ant-design/icons';
import { Button, Popover, Select, type GetRef } from 'antd';
import { useState, type ReactNode } from 'react';
import type { UnitId } from '../../../shared/domain/ids.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { COLUMN_NAMES, TEXT } from './text.ts';

export interface UnitFilterProps {
  readonly units: readonly Unit[];
  readonly chosen: UnitId | null;
  readonly onChange: (chosen: UnitId | null) => void;
}

/** The funnel in the unit column's header: one unit, found by typing part of its name. */
export function UnitFilter({ units, chosen, onChange }: UnitFilterProps): ReactNode {
  const [open, setOpen] = useState(false);
  const choose = (value: UnitId | null): void => {
    setOpen(false);
    onChange(value);
  };
  const select = (
    <Select<UnitId>
      className="orders-unit-select"
      ref={focus}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={TEXT.anyUnit}
      aria-label={TEXT.filterBy(COLUMN_NAMES.unit)}
      {...(chosen === null ? {} : { value: chosen })}
      options={units.map(({ id, name }) => ({ value: id, label: name }))}
      onSelect={choose}
      onClear={() => choose(null)}
      getPopupContainer={(node: HTMLElement) => node.parentElement ?? document.body}
    />
  );
  return (
    <Popover
      content={select}
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
    >
      <Button
        type="text"
        size="small"
        className="orders-funnel"
        aria-label={TEXT.filterBy(COLUMN_NAMES.unit)}
        aria-expanded={open}
        icon={chosen === null ? <FilterOutlined /> : <FilterFilled className="orders-funnel-on" />}
      />
    </Popover>
  );
}

/** The popover was opened to type in. */
function focus(field: GetRef<typeof Select> | null): void {
  field?.focus();
}

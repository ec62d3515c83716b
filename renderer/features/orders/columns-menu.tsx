import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import type { ReactNode } from 'react';
import { COLUMN_KEYS, FIXED_COLUMNS, type Column, type ColumnKey } from './columns.ts';
import { COLUMN_NAMES, TEXT } from './text.ts';
import { usePopover } from './use-popover.ts';

export interface ColumnsMenuProps {
  readonly chosen: readonly ColumnKey[];
  /** Those there is room for. */
  readonly fitting: readonly Column[];
  readonly onChange: (chosen: readonly ColumnKey[]) => void;
}

/** Which columns the person wants; says so where the list is too narrow for one of them. */
export function ColumnsMenu({ chosen, fitting, onChange }: ColumnsMenuProps): ReactNode {
  const popover = usePopover();
  const list = (
    <fieldset className="orders-filter-list" aria-label={TEXT.columns}>
      {COLUMN_KEYS.map((key) => {
        const fixed = FIXED_COLUMNS.includes(key);
        const crowded = chosen.includes(key) && !fitting.some((column) => column.key === key);
        return (
          <Checkbox
            key={key}
            checked={chosen.includes(key)}
            disabled={fixed}
            onChange={({ target }) =>
              onChange(COLUMN_KEYS.filter((other) => (other === key ? target.checked : chosen.includes(other))))
            }
          >
            {COLUMN_NAMES[key]}
            {fixed && <span className="orders-note">{TEXT.columnFixed}</span>}
            {crowded && <span className="orders-note">{TEXT.columnCrowded}</span>}
          </Checkbox>
        );
      })}
      <Button type="link" size="small" onClick={() => onChange(COLUMN_KEYS)}>
        {TEXT.columnsDefault}
      </Button>
    </fieldset>
  );
  return (
    <Popover content={list} trigger="click" placement="bottomRight" {...popover}>
      <Button
        icon={<SettingOutlined aria-hidden />}
        aria-label={TEXT.columns}
        title={TEXT.columns}
        aria-expanded={popover.open}
      />
    </Popover>
  );
}

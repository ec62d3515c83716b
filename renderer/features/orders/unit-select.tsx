import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { UnitId } from '../../../shared/domain/ids.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { CLEARABLE } from '../../components/clearable.tsx';
import { COLUMN_NAMES, TEXT } from './text.ts';

export interface UnitSelectProps {
  readonly units: readonly Unit[];
  readonly chosen: UnitId | null;
  readonly onChange: (chosen: UnitId | null) => void;
}

/** One unit, found by typing part of its name. */
export function UnitSelect({ units, chosen, onChange }: UnitSelectProps): ReactNode {
  return (
    <Select<UnitId, { value: UnitId; label: string }>
      className="orders-unit-select"
      allowClear={CLEARABLE}
      // 市公安局 before its branches: the shorter name is the more general one.
      showSearch={{ optionFilterProp: 'label', filterSort: (a, b) => a.label.length - b.label.length }}
      placeholder={TEXT.anyUnit}
      aria-label={TEXT.filterBy(COLUMN_NAMES.unit)}
      {...(chosen === null ? {} : { value: chosen })}
      options={units.map(({ id, name }) => ({ value: id, label: name }))}
      onSelect={(id) => onChange(id)}
      onClear={() => onChange(null)}
      // Inside the popover: otherwise a click on an option would count as one outside and close it.
      getPopupContainer={(node: HTMLElement) => node.parentElement ?? document.body}
    />
  );
}

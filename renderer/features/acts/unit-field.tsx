import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useUnits } from '../../data/directory.ts';
import type { UnitId } from '../../../shared/domain/ids.ts';
import { CLEARABLE } from '../../components/clearable.tsx';
import { Field, type FieldProps } from './fields.tsx';
import { TEXT } from './text.ts';

export interface UnitFieldProps extends FieldProps {
  readonly value: UnitId | null;
  /** Only these; absent: every open unit. */
  readonly among?: readonly UnitId[];
  readonly onChange: (value: UnitId | null) => void;
  /** Under the field: suggestions with their reasons. */
  readonly children?: ReactNode;
}

/** A unit, found by typing part of its name or of what it is there for. */
export function UnitField({ value, among, onChange, children, ...field }: UnitFieldProps): ReactNode {
  const units = useUnits();
  const offered = units.filter(({ id, open }) => (among ? among.includes(id) : open || id === value));
  return (
    <Field {...field}>
      {(control) => (
        <>
          <Select<UnitId, { value: UnitId; label: string; search: string }>
            {...control}
            className="act-wide"
            value={value}
            placeholder={TEXT.unitPlaceholder}
            allowClear={CLEARABLE}
            showSearch={{
              filterOption: (input, option) => option?.search.includes(input.trim()) ?? false,
              // 市公安局 before its branches: the shorter name is the more general one.
              filterSort: (a, b) => a.label.length - b.label.length,
            }}
            options={offered.map(({ id, name, shortName, duties }) => ({
              value: id,
              label: name,
              search: `${name}${shortName}${duties}`,
            }))}
            onChange={(id: UnitId | undefined) => onChange(id ?? null)}
          />
          {children}
        </>
      )}
    </Field>
  );
}

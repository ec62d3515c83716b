import { DatePicker } from 'antd';
import type { ReactNode } from 'react';
import type { Instant } from '../../../shared/instant.ts';
import { fromWallTime, wallTime } from '../call-taking/model/wall-time.ts';
import { Field, type FieldProps } from './fields.tsx';

export interface MomentFieldProps extends FieldProps {
  readonly value: Instant | null;
  readonly onChange: (value: Instant | null) => void;
}

/** A day and a time of day. */
export function MomentField({ value, onChange, ...field }: MomentFieldProps): ReactNode {
  return (
    <Field {...field}>
      {(control) => (
        <DatePicker
          {...control}
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          value={value === null ? null : wallTime(value)}
          onChange={(chosen) => onChange(chosen === null ? null : fromWallTime(chosen))}
        />
      )}
    </Field>
  );
}

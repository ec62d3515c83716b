import type { ReactNode } from 'react';
import { ChoiceField, type FieldProps } from './fields.tsx';

export interface YesNoFieldProps extends FieldProps {
  readonly value: boolean | null;
  readonly yes: string;
  readonly no: string;
  readonly onChange: (value: boolean) => void;
}

/** A question that has to be answered one way or the other: nothing is chosen beforehand. */
export function YesNoField({ value, yes, no, onChange, ...field }: YesNoFieldProps): ReactNode {
  return (
    <ChoiceField<'yes' | 'no'>
      {...field}
      value={value === null ? null : value ? 'yes' : 'no'}
      options={[
        { value: 'yes', label: yes },
        { value: 'no', label: no },
      ]}
      onChange={(chosen) => onChange(chosen === 'yes')}
    />
  );
}

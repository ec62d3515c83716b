import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { TEXT } from './text.ts';

export interface CheckListProps<T extends string> {
  readonly label: string;
  readonly names: Readonly<Record<T, string>>;
  readonly values: readonly T[];
  readonly chosen: readonly T[];
  readonly onChange: (chosen: readonly T[]) => void;
}

/** Any of these values; none chosen means all. */
export function CheckList<T extends string>({ label, names, values, chosen, onChange }: CheckListProps<T>): ReactNode {
  return (
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
}

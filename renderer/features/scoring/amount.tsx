import { InputNumber } from 'antd';
import type { ReactNode } from 'react';

export interface AmountProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** Stands behind it. */
  readonly unit?: string;
  /** Decimal places. */
  readonly precision?: number;
  /** The label is only for who cannot see the row it stands in. */
  readonly bare?: boolean;
  readonly onChange: (value: number) => void;
}

/** A number with its limits. */
export function Amount({
  label,
  value,
  least,
  most,
  unit,
  precision = 0,
  bare = false,
  onChange,
}: AmountProps): ReactNode {
  const field = (
    <InputNumber<number>
      aria-label={label}
      controls={false}
      className="scoring-amount"
      min={least}
      max={most}
      precision={precision}
      value={value}
      suffix={unit}
      onChange={(next) => next !== null && onChange(next)}
    />
  );
  if (bare) return field;
  return (
    <label className="scoring-field">
      {label}
      {field}
    </label>
  );
}

import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ControlProps } from './field.tsx';

export interface PersonalInputProps {
  readonly control: ControlProps;
  readonly value: string;
  readonly mask: (value: string) => string;
  /** In clear: the look has been logged. */
  readonly revealed: boolean;
  /** What the exchange brought and nobody has looked at yet: not even editing shows it. */
  readonly sealed?: boolean;
  readonly maxLength: number;
  readonly placeholder?: string;
  readonly onChange: (value: string) => void;
}

/** Personal data in a form: in clear while it is being written or after a logged look, masked otherwise. */
export function PersonalInput(props: PersonalInputProps): ReactNode {
  const { control, value, mask, revealed, sealed = false, maxLength, placeholder, onChange } = props;
  const { onBlur, ...rest } = control;
  const [editing, setEditing] = useState(false);
  const locked = sealed && !revealed;
  const clear = revealed || (editing && !locked);
  return (
    <Input
      {...rest}
      value={clear ? value : mask(value)}
      readOnly={locked}
      maxLength={maxLength}
      {...(placeholder === undefined ? {} : { placeholder })}
      autoComplete="off"
      onFocus={() => setEditing(true)}
      onBlur={() => {
        setEditing(false);
        onBlur();
      }}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

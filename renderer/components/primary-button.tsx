import { Button, type ButtonProps } from 'antd';
import type { ReactNode } from 'react';
import { KeyHint } from '../keys/keys.ts';

/** What a screen is there for, on its leading button, with the key that does the same. The key itself is its screen's. */
export function PrimaryButton({ children, ...button }: Omit<ButtonProps, 'type'>): ReactNode {
  return (
    <Button type="primary" {...button}>
      {children}
      <PrimaryKey />
    </Button>
  );
}

/** Told to the eye; the button keeps its plain name. */
export function PrimaryKey(): ReactNode {
  return (
    <span aria-hidden>
      <KeyHint action="primary" always />
    </span>
  );
}

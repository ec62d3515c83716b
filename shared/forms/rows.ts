import type { Signature } from '../domain/life.ts';
import type { Cell, Row } from './blocks.ts';

/** Columns of the usual table: a label and its value, twice. */
const LABEL = 3;
const VALUE = 5;

/** A label with its value in the next cell; two of them fill a row. */
export function pair(label: string, value: string): Cell[] {
  return [
    { kind: 'label', text: label, share: LABEL },
    { kind: 'value', label, value, share: VALUE },
  ];
}

/** Two short values side by side. */
export function two(left: readonly Cell[], right: readonly Cell[], height = 10): Row {
  return { height, cells: [...left, ...right] };
}

/**
 * One value over the whole width.
 * @param split how the label is broken in its narrow cell, where not by itself
 */
export function wide(label: string, value: string, height: number, split: { text?: string; hint?: string } = {}): Row {
  const { text = label, hint } = split;
  return {
    height,
    cells: [
      { kind: 'label', text, ...(hint === undefined ? {} : { hint }), share: LABEL },
      { kind: 'value', label, value, share: LABEL + 2 * VALUE },
    ],
  };
}

export interface Signed {
  /** An opinion above the signature. */
  readonly value?: string;
  readonly signature: Pick<Signature, 'kind' | 'mark'> | null;
  readonly date: string;
}

/** Room for a signature over the whole width, the date at its foot. */
export function signed(label: string, { value = '', signature, date }: Signed, height: number): Row {
  return {
    height,
    cells: [
      { kind: 'label', text: label, share: LABEL },
      { kind: 'signature', label, value, signature, date, share: LABEL + 2 * VALUE },
    ],
  };
}

import type { InputRef } from 'antd';
import { useRef, type RefObject } from 'react';

/** What a row of the form tells the form. */
export interface RowActs {
  readonly onFocus: () => void;
  /** On to the next row or back to the one before. */
  readonly onStep: (by: 1 | -1) => void;
  readonly onToggle: () => void;
  readonly onSkip: (seconds: number) => void;
  readonly onSeek: (seconds: number) => void;
  /** Where the recording is now; null: it is not open. */
  readonly now: () => number | null;
}

/** The two places in a row that the hand can be at. */
interface Row {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly remark: RefObject<InputRef | null>;
  /** On to the remark, also where it only now appears. */
  readonly toRemark: () => void;
}

export function useRow(): Row {
  const box = useRef<HTMLDivElement>(null);
  const remark = useRef<InputRef>(null);
  return { box, remark, toRemark: () => void requestAnimationFrame(() => remark.current?.focus()) };
}

import type { ReactNode } from 'react';
import { TEXT } from './text.ts';

export interface OrderNumberProps {
  readonly number: string | null;
  readonly provisionalNumber: string;
}

/**
 * The official number with what was said to the caller under it. Before there is one, the provisional number stands
 * alone, framed and slanted off so that nobody takes it for an official one.
 */
export function OrderNumber({ number, provisionalNumber }: OrderNumberProps): ReactNode {
  if (number === null) {
    return (
      <span className="orders-provisional num" title={`${TEXT.provisional} ${provisionalNumber}`}>
        {provisionalNumber}
      </span>
    );
  }
  return (
    <>
      <span className="orders-line orders-number num">{number}</span>
      <span className="orders-line orders-faint num" title={`${TEXT.provisional} ${provisionalNumber}`}>
        {provisionalNumber}
      </span>
    </>
  );
}

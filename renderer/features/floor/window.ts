import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { AccountId } from '../../../shared/domain/ids.ts';

/** Which rows of a long list are in sight; all rows are equally high. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
  /** Empty space above and below, px. */
  readonly above: number;
  readonly below: number;
}

const SPARE = 6;

/** @param rowPx height of one row, with the gap below it */
export function rowWindow(count: number, rowPx: number, scrolledPx: number, heightPx: number): RowWindow {
  const from = Math.max(0, Math.min(count, Math.floor(scrolledPx / rowPx)) - SPARE);
  const to = Math.min(count, Math.ceil((scrolledPx + heightPx) / rowPx) + SPARE);
  return { from, to: Math.max(from, to), above: from * rowPx, below: Math.max(0, count - to) * rowPx };
}

/** What of a scrolled box is in sight: its scroll position, height and width, px. */
export function useSight(box: RefObject<HTMLElement | null>): { top: number; height: number; width: number } {
  const [sight, setSight] = useState({ top: 0, height: 0, width: 0 });
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return undefined;
    const look = (): void => {
      setSight({ top: current.scrollTop, height: current.clientHeight, width: current.clientWidth });
    };
    const sized = new ResizeObserver(look);
    sized.observe(current);
    current.addEventListener('scroll', look, { passive: true });
    return () => {
      sized.disconnect();
      current.removeEventListener('scroll', look);
    };
  }, [box]);
  return sight;
}

/**
 * Puts the focus on somebody's row, also on one that is drawn only once the list has scrolled there.
 * @returns what gives it to a person
 */
export function useFocusOn(box: RefObject<HTMLElement | null>): (id: AccountId) => void {
  const awaited = useRef<AccountId | null>(null);
  const focused = (id: AccountId): boolean => {
    const row = box.current?.querySelector<HTMLElement>(`[data-agent="${id}"]`);
    row?.focus();
    return row !== null && row !== undefined;
  };
  useLayoutEffect(() => {
    if (awaited.current !== null && focused(awaited.current)) awaited.current = null;
  });
  return (id) => {
    awaited.current = focused(id) ? null : id;
  };
}

/** Brings a row into sight, where it is not. */
export function bringIntoSight(box: HTMLElement | null, row: number, rowPx: number, headPx: number): void {
  if (!box) return;
  const top = row * rowPx;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + rowPx > box.scrollTop + box.clientHeight - headPx)
    box.scrollTop = top + rowPx - box.clientHeight + headPx;
}

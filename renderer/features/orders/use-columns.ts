import { useCallback, useState, type RefCallback } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { failureOf } from '../../data/failure-of.ts';
import { changePreferences, usePreferences } from '../../data/preferences.ts';
import { useDesk } from '../../data/use-desk.ts';
import { chosenColumns, COLUMNS_PREFERENCE, fitColumns, type Column, type ColumnKey } from './columns.ts';

export interface ListColumns {
  readonly chosen: readonly ColumnKey[];
  /** Those of them there is room for. */
  readonly fitting: readonly Column[];
  /** px of the list's box. */
  readonly height: number;
  /** Put on the element whose width the columns share. */
  readonly measure: RefCallback<HTMLDivElement>;
  readonly choose: (chosen: readonly ColumnKey[]) => Promise<void>;
  /** Why the last choice could not be kept. */
  readonly failure: Failure | null;
}

/** The person's columns, kept by the station per account, fitted to the room there is. */
export function useColumns(): ListColumns {
  const desk = useDesk();
  const kept = usePreferences(({ columns }) => columns);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const [failure, setFailure] = useState<Failure | null>(null);
  const measure = useCallback((element: HTMLDivElement | null) => {
    if (!element) return undefined;
    // At once, ahead of the first paint: otherwise the list would show three columns for one frame.
    setRoom({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(([entry]) => {
      // Behind another screen the list has no width; it keeps its columns until it is in front again.
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      if (width > 0) setRoom({ width, height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const chosen = chosenColumns(kept[COLUMNS_PREFERENCE]);
  const choose = async (columns: readonly ColumnKey[]): Promise<void> => {
    try {
      await changePreferences(desk, { columns: { ...kept, [COLUMNS_PREFERENCE]: [...columns] } });
      setFailure(null);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return { chosen, fitting: fitColumns(chosen, room.width), height: room.height, measure, choose, failure };
}

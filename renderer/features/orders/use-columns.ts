import { useState, type RefCallback } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { failureOf } from '../../data/failure-of.ts';
import { changePreferences, usePreferences } from '../../data/preferences.ts';
import { useDesk } from '../../data/use-desk.ts';
import { chosenColumns, COLUMNS_PREFERENCE, fitColumns, type Column, type ColumnKey } from './columns.ts';
import { useRoom } from './use-room.ts';

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
  const { width, height, measure } = useRoom();
  const [failure, setFailure] = useState<Failure | null>(null);
  const chosen = chosenColumns(kept[COLUMNS_PREFERENCE]);
  const choose = async (columns: readonly ColumnKey[]): Promise<void> => {
    try {
      await changePreferences(desk, { columns: { ...kept, [COLUMNS_PREFERENCE]: [...columns] } });
      setFailure(null);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return { chosen, fitting: fitColumns(chosen, width), height, measure, choose, failure };
}

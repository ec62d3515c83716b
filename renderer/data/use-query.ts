import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Table } from '../../shared/contract/desk.ts';
import type { Failure } from '../../shared/failure.ts';
import type { DeskClient } from '../host.ts';
import { useLive } from './live.ts';
import { createQuery } from './query.ts';
import { useDesk } from './use-desk.ts';

export interface DeskQueryOptions<T> {
  /** What makes this question another one: plain values only, compared by their JSON. */
  readonly key: readonly unknown[];
  /** The question is asked again when a change names one of these. */
  readonly tables: readonly Table[];
  readonly run: (desk: DeskClient) => Promise<T>;
  /** False: nothing is asked, and what was known stays. */
  readonly enabled?: boolean;
  /**
   * Shows the answer to the last key while the next one is awaited, for searching as one types and for paging. Off by
   * default: one order's data must never stand under another order's number.
   */
  readonly keepAcrossKeys?: boolean;
}

export interface DeskQuery<T> {
  readonly data: T | undefined;
  readonly failure: Failure | null;
  readonly loading: boolean;
  refresh(): void;
}

/**
 * Asks the station and keeps the answer true: runs again when one of its tables changes or the station comes back.
 * Data stays on screen while the same question is asked again; answers to older askings are thrown away.
 */
export function useDeskQuery<T>(options: DeskQueryOptions<T>): DeskQuery<T> {
  const { tables, enabled = true, keepAcrossKeys = false } = options;
  const desk = useDesk();
  const [query] = useState(() => createQuery<T>());
  const state = useSyncExternalStore(query.subscribe, query.read);
  const key = JSON.stringify(options.key);
  const generation = useLive(({ generations }) => tables.reduce((sum, table) => sum + generations[table], 0));
  const [round, setRound] = useState(0);
  const run = useRef(options.run);
  useEffect(() => {
    run.current = options.run;
  });

  useEffect(() => {
    if (!enabled) return undefined;
    void query.ask(key, () => run.current(desk));
    return () => query.drop();
  }, [desk, query, key, generation, round, enabled]);

  const refresh = useCallback(() => setRound((value) => value + 1), []);
  const fits = keepAcrossKeys || state.answered === key;
  return {
    data: fits ? state.data : undefined,
    failure: fits ? state.failure : null,
    loading: enabled && (state.loading || state.answered !== key),
    refresh,
  };
}

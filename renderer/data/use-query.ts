import { useCallback, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { Table } from '../../shared/contract/desk.ts';
import type { Failure } from '../../shared/failure.ts';
import type { DeskClient } from '../host.ts';
import { useLive, type Live } from './live.ts';
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
  readonly refresh: () => void;
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
  // The newest closure, so that callers may write `run` and `tables` inline.
  const run = useEffectEvent(() => options.run(desk));
  const concerns = useEffectEvent((now: Live, before: Live) =>
    tables.some((table) => now.generations[table] !== before.generations[table]),
  );

  useEffect(() => {
    if (!enabled) return undefined;
    void query.ask(key, () => run());
    const unfollow = useLive.subscribe((now, before) => {
      if (concerns(now, before)) void query.again();
    });
    return () => {
      unfollow();
      query.drop();
    };
  }, [query, key, enabled]);

  const refresh = useCallback(() => void query.again(), [query]);
  const fits = keepAcrossKeys || state.answered === key;
  return {
    data: fits ? state.data : undefined,
    failure: fits ? state.failure : null,
    loading: enabled && (state.loading || state.answered !== key),
    refresh,
  };
}

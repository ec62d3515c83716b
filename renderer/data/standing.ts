import { useSyncExternalStore } from 'react';
import type { Table } from '../../shared/contract/desk.ts';
import type { DeskClient } from '../host.ts';
import { useLive } from './live.ts';
import { createQuery, type Query } from './query.ts';
import { useDesk } from './use-desk.ts';
import type { DeskQuery } from './use-query.ts';

/** What a list follows: a count that goes up with each change of its table. */
export interface Changes {
  readonly generation: () => number;
  readonly follow: (listener: () => void) => () => void;
}

/** One list for everybody who reads it. */
export interface Standing<T> {
  readonly read: Query<T>['read'];
  /** Asks where nothing is known of the newest generation; once, however many read it. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly refresh: () => void;
}

export function createStanding<T>(ask: () => Promise<T>, { generation, follow }: Changes): Standing<T> {
  const query = createQuery<T>();
  let asked: number | null = null;
  let readers = 0;
  let unfollow = (): void => undefined;

  function refresh(): void {
    asked = generation();
    void query.ask('', ask);
  }

  function look(): void {
    const { loading, failure } = query.read();
    if (generation() !== asked || (failure && !loading)) refresh();
  }

  return {
    read: query.read,
    refresh,
    subscribe(listener) {
      const leave = query.subscribe(listener);
      readers += 1;
      if (readers === 1) unfollow = follow(look);
      look();
      return () => {
        leave();
        readers -= 1;
        if (readers === 0) unfollow();
      };
    },
  };
}

/**
 * A small list that names are looked up in all over the screens: asked once for all of them, and known at once where it
 * has been shown before.
 */
export function standing<T>(table: Table, ask: (desk: DeskClient) => Promise<T>): () => DeskQuery<T> {
  const lists = new WeakMap<DeskClient, Standing<T>>();
  const changes: Changes = { generation: () => useLive.getState().generations[table], follow: useLive.subscribe };
  function listOf(desk: DeskClient): Standing<T> {
    const known = lists.get(desk) ?? createStanding(() => ask(desk), changes);
    lists.set(desk, known);
    return known;
  }
  return function useStanding() {
    const list = listOf(useDesk());
    const { data, failure, loading, answered } = useSyncExternalStore(list.subscribe, list.read);
    return { data, failure, loading: loading || answered === null, refresh: list.refresh };
  };
}

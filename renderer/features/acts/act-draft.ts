import { create } from 'zustand';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { useLive } from '../../data/live.ts';

/** What is written in one form of one order, how to change it, and how to put it away. */
export type Draft<V> = readonly [values: V, edit: (part: Partial<V>) => void, clear: () => void];

/**
 * What people have begun to write in one kind of form, per order: it outlives closing the form and the order, so that
 * Escape loses nothing. Whoever signs in next finds nothing of it.
 * @returns a hook; `first` is what a form starts with
 */
export function createActDraft<V extends object>(): (orderId: OrderId, first: V) => Draft<V> {
  const useKept = create<Readonly<Record<string, V>>>(() => ({}));
  useLive.subscribe((now, before) => {
    if (now.holder?.actor.accountId !== before.holder?.actor.accountId) useKept.setState({}, true);
  });
  return function useActDraft(orderId, first) {
    const values = useKept((kept) => kept[orderId]) ?? first;
    const edit = (part: Partial<V>): void =>
      useKept.setState((kept) => ({ [orderId]: { ...(kept[orderId] ?? first), ...part } }));
    const clear = (): void => useKept.setState(({ [orderId]: _done, ...others }) => others, true);
    return [values, edit, clear];
  };
}

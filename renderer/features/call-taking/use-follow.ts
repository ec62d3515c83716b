import { useEffect } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { useNavigation } from '../../app/navigation.ts';
import { useSaved } from '../../app/saved.ts';
import { useLive } from '../../data/live.ts';
import { useDesk } from '../../data/use-desk.ts';
import { useDraftStore } from './drafts.tsx';
import { focusField } from './focus.ts';
import type { DraftStore } from './model/draft-store.ts';
import { callMemory } from './model/call-memory.ts';
import { followSurroundings, type Surroundings } from './model/follow.ts';
import { shareWhileAsked } from './share-draft.ts';

const followed = new WeakSet<StoreApi<DraftStore>>();

/**
 * Keeps the drafts in step with calls, session and station from the first time this screen is shown until the window
 * goes: also while another screen is in front, when this one's effects sleep. That is why nothing is taken down.
 */
export function useFollow(): void {
  const store = useDraftStore();
  const desk = useDesk();
  useEffect(() => {
    if (followed.has(store)) return;
    followed.add(store);
    follow(store);
    shareWhileAsked(desk, store);
  }, [store, desk]);
}

function follow(store: StoreApi<DraftStore>): void {
  const read = (): Surroundings => {
    const { session, stationUp, telephony, generations } = useLive.getState();
    return {
      accountId: session?.actor.accountId ?? null,
      stationUp,
      telephony,
      draftsGeneration: generations.drafts,
    };
  };
  const memory = callMemory(window.localStorage);
  followSurroundings(store, { read, subscribe: useLive.subscribe }, memory, () => {
    useNavigation.getState().go('desk');
    focusField('content');
  });
  store.subscribe(({ lastSavedAt }, before) => {
    if (lastSavedAt && lastSavedAt !== before.lastSavedAt) useSaved.getState().saved(lastSavedAt);
  });
  const save = (): void => store.getState().flushAll();
  window.addEventListener('pagehide', save);
  window.addEventListener('blur', save);
}

import { useEffect } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { useNavigation } from '../../app/navigation.ts';
import { useLive } from '../../data/live.ts';
import { useDraftStore } from './drafts.tsx';
import { focusField } from './focus.ts';
import type { DraftStore } from './model/draft-store.ts';
import { followSurroundings, type Surroundings } from './model/follow.ts';

/** Keeps the drafts in step with calls, session and station while the window lives, and saves them when it goes. */
export function useFollow(): void {
  const store = useDraftStore();
  useEffect(() => follow(store), [store]);
}

function follow(store: StoreApi<DraftStore>): () => void {
  const read = (): Surroundings => {
    const { session, stationUp, telephony, generations } = useLive.getState();
    return {
      accountId: session?.actor.accountId ?? null,
      stationUp,
      telephony,
      draftsGeneration: generations.drafts,
    };
  };
  const stop = followSurroundings(store, { read, subscribe: useLive.subscribe }, () => {
    useNavigation.getState().go('desk');
    focusField('content');
  });
  const save = (): void => store.getState().flushAll();
  window.addEventListener('pagehide', save);
  window.addEventListener('blur', save);
  return () => {
    stop();
    window.removeEventListener('pagehide', save);
    window.removeEventListener('blur', save);
  };
}

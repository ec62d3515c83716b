import type { StoreApi } from 'zustand/vanilla';
import type { DeskClient } from '../host.ts';
import { failureOf } from './failure-of.ts';
import { useLive } from './live.ts';
import { createWritingStore, type WritingStore } from './writing-store.ts';

/** One store per station client: what is being written outlives every component that shows it. */
const stores = new WeakMap<DeskClient, StoreApi<WritingStore>>();

/** The half-written forms of this window, kept in step with the desk for as long as the window lives. */
export function writingsOf(desk: DeskClient): StoreApi<WritingStore> {
  const known = stores.get(desk);
  if (known) return known;
  const store = createWritingStore(desk, crypto.randomUUID(), failureOf);
  stores.set(desk, store);
  follow(store);
  return store;
}

function follow(store: StoreApi<WritingStore>): void {
  let holder: string | null = null;
  let ready = false;
  let generation = -1;
  const look = (): void => {
    const { session, stationUp, generations } = useLive.getState();
    const accountId = session?.actor.accountId ?? null;
    // A session that ran out leaves what is being written on the screen; another person does not find it there.
    if (accountId === null || !stationUp) {
      ready = false;
      return;
    }
    if (holder !== null && holder !== accountId) store.getState().reset();
    const arrived = !ready || holder !== accountId;
    holder = accountId;
    ready = true;
    if (!arrived && generation === generations.drafts) return;
    generation = generations.drafts;
    void hear(store, arrived);
  };
  look();
  useLive.subscribe(look);
  const save = (): void => void store.getState().flushAll();
  window.addEventListener('pagehide', save);
  window.addEventListener('blur', save);
}

async function hear(store: StoreApi<WritingStore>, arrived: boolean): Promise<void> {
  try {
    await store.getState().load();
    if (arrived) await store.getState().flushAll();
  } catch (error) {
    useLive.getState().notify(failureOf(error));
  }
}

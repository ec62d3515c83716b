import { createContext, useContext, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { DraftForm } from '../../../shared/domain/draft.ts';
import type { DraftId } from '../../../shared/domain/ids.ts';
import { failureOf } from '../../data/failure-of.ts';
import { useDesk } from '../../data/use-desk.ts';
import type { DeskClient } from '../../host.ts';
import { entryOf, type DraftEntry } from './model/draft-state.ts';
import { createDraftStore, type DraftStore } from './model/draft-store.ts';
import type { FieldName } from './model/fields.ts';

/** One store per station client: drafts outlive every component that shows them. */
const stores = new WeakMap<DeskClient, StoreApi<DraftStore>>();

function storeOf(desk: DeskClient): StoreApi<DraftStore> {
  const known = stores.get(desk);
  if (known) return known;
  const store = createDraftStore(desk, failureOf);
  stores.set(desk, store);
  return store;
}

export function useDraftStore(): StoreApi<DraftStore> {
  return storeOf(useDesk());
}

/** @param select must answer with something that stays the same while the state does */
export function useDrafts<T>(select: (state: DraftStore) => T): T {
  return useStore(useDraftStore(), select);
}

const DraftContext = createContext<DraftEntry | null>(null);

/** Gives everything below it one draft. Set `key` to the draft's id. */
export function DraftProvider({ id, children }: { id: DraftId; children: ReactNode }): ReactNode {
  const store = useDraftStore();
  const [first] = useState(() => entryOf(store.getState(), id));
  return first && <DraftContext value={first}>{children}</DraftContext>;
}

function useFirst(): DraftEntry {
  const first = useContext(DraftContext);
  if (!first) throw new Error('a draft is used outside DraftProvider');
  return first;
}

/** Part of the draft above; renders again only when that part changes. A draft that has just gone shows as it came. */
export function useEntry<T>(select: (entry: DraftEntry) => T): T {
  const first = useFirst();
  return useDrafts((state) => select(entryOf(state, first.id) ?? first));
}

export interface DraftActions {
  readonly id: DraftEntry['id'];
  /** The draft as it stands now, for handlers. */
  readonly read: () => DraftEntry;
  /** Changes the form; errors of the named fields go. */
  readonly edit: (patch: Partial<DraftForm>, ...fields: FieldName[]) => void;
  readonly show: (patch: Partial<DraftEntry['view']>) => void;
  /** Saves now: a field was left. */
  readonly flush: () => void;
  readonly store: StoreApi<DraftStore>;
}

export function useDraftActions(): DraftActions {
  const first = useFirst();
  const store = useDraftStore();
  const { id } = first;
  return {
    id,
    read: () => entryOf(store.getState(), id) ?? first,
    edit: (patch, ...fields) => store.getState().edit(id, patch, fields),
    show: (patch) => store.getState().show(id, patch),
    flush: () => store.getState().flush(id),
    store,
  };
}

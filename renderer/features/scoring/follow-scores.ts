import type { StoreApi } from 'zustand/vanilla';
import type { DeskSession, SyncStatus } from '../../../shared/contract/desk.ts';
import type { WritingStore } from '../../data/writing-store.ts';
import { SCORE_FORM, type CentreDrafts } from './centre-drafts.ts';

/** What says whether the centre can be asked; the window's facts fit it. */
interface Reach {
  readonly session: Pick<DeskSession, 'kind'> | null;
  readonly stationUp: boolean;
  readonly sync: Pick<SyncStatus, 'state'> | null;
}

/**
 * Looks at each half-written score of this desk whenever the centre is reached again, and at each that comes to be here
 * meanwhile, whichever screen is in front. @returns stops it
 */
export function followScores(
  live: Pick<StoreApi<Reach>, 'getState' | 'subscribe'>,
  writings: Pick<StoreApi<WritingStore>, 'getState' | 'subscribe'>,
  drafts: Pick<CentreDrafts, 'look'>,
): () => void {
  const looked = new Set<string>();
  const follow = (): void => {
    const { session, stationUp, sync } = live.getState();
    if (!stationUp || session?.kind !== 'online' || sync === null || sync.state === 'offline') return looked.clear();
    const here = Object.keys(writings.getState().pages).filter((key) => key.startsWith(`${SCORE_FORM}/`));
    for (const key of looked) if (!here.includes(key)) looked.delete(key);
    for (const key of here) {
      if (looked.has(key)) continue;
      looked.add(key);
      void drafts.look(key.slice(SCORE_FORM.length + 1));
    }
  };
  const stops = [live.subscribe(follow), writings.subscribe(follow)];
  follow();
  return () => {
    for (const stop of stops) stop();
  };
}

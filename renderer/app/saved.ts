import { create } from 'zustand';
import type { Instant } from '../../shared/instant.ts';

/** When this window's writing was last committed to the desk's outbox; shown low on the left as 已存本机. Set by whoever saves. */
export const useSaved = create<{ readonly at: Instant | null; readonly saved: (at: Instant) => void }>((set) => ({
  at: null,
  saved: (at) => set({ at }),
}));

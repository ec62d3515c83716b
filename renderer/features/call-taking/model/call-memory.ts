import { z } from 'zod';
import type { CallMemory } from './follow.ts';

const KEY = 'hotline.calls';
/** More calls than one desk has open at any time; older ones are over. */
const KEPT = 20;
const keptSchema = z.array(z.string());

/** Remembers in the window's own storage. What cannot be read there counts as nothing known. */
export function callMemory(storage: Pick<Storage, 'getItem' | 'setItem'>): CallMemory {
  const read = (): readonly string[] => {
    try {
      return keptSchema.parse(JSON.parse(storage.getItem(KEY) ?? '[]'));
    } catch {
      return [];
    }
  };
  return {
    knows: (callId) => read().includes(callId),
    keep(callId) {
      const others = read().filter((known) => known !== callId);
      storage.setItem(KEY, JSON.stringify([...others, callId].slice(-KEPT)));
    },
  };
}

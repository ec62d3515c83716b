import { describe, expect, it } from 'vitest';
import { callMemory } from './call-memory.ts';

function storage(first: string | null = null) {
  let text = first;
  return {
    getItem: () => text,
    setItem: (_key: string, value: string) => {
      text = value;
    },
  };
}

describe('calls that have had a draft', () => {
  it('are known to the next window too', () => {
    const kept = storage();
    callMemory(kept).keep('c-1');
    expect(callMemory(kept).knows('c-1')).toBe(true);
    expect(callMemory(kept).knows('c-2')).toBe(false);
  });

  it('give way to later ones after a while', () => {
    const memory = callMemory(storage());
    for (let call = 0; call < 40; call += 1) memory.keep(`c-${call}`);
    expect(memory.knows('c-0')).toBe(false);
    expect(memory.knows('c-39')).toBe(true);
  });

  it('are none where the storage holds something else', () => {
    const memory = callMemory(storage('{"half":'));
    expect(memory.knows('c-1')).toBe(false);
    memory.keep('c-1');
    expect(memory.knows('c-1')).toBe(true);
  });
});

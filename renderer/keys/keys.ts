import { useContext, useLayoutEffect, useRef } from 'react';
import type { KeyAction } from './actions.ts';
import { showChord } from './chord.ts';
import { KeyLayerContext } from './key-layer.tsx';
import { register, useKeys } from './registry.ts';

export type { KeyAction } from './actions.ts';
export { KeyHint } from './key-hint.tsx';

/**
 * Answers for an action's key while the component is on screen. Of several the one mounted last answers; a disabled one
 * lets the next below it answer. Works while the focus is in an input, never while an input method composes.
 */
export function useKey(action: KeyAction, handler: () => void, enabled = true): void {
  const layer = useContext(KeyLayerContext);
  const newest = useRef(handler);
  // With the picture and not after it: whoever sees the call ring may press F2 before anything else happens.
  useLayoutEffect(() => {
    newest.current = handler;
  });
  useLayoutEffect(
    () => (enabled ? register(action, () => newest.current(), layer) : undefined),
    [action, enabled, layer],
  );
}

/** The chord of an action as this person has it, as shown on controls, e.g. `F2`, `Ctrl+Enter`. */
export function useChord(action: KeyAction): string {
  return useKeys(({ bindings }) => showChord(bindings[action]));
}

/** What a control does with its key, for its tooltip: `补录通话（Alt+B）`. */
export function useTip(action: KeyAction, words: string): string {
  return `${words}（${useChord(action)}）`;
}

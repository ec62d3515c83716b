import { create } from 'zustand';
import { KEY_ACTIONS, type KeyAction } from './actions.ts';
import { actionOf, bindingsOf, type Bindings } from './bindings.ts';
import { chordOf, formatChord } from './chord.ts';

interface KeyState {
  readonly bindings: Bindings;
  /** Alt is held alone: controls show their keys. */
  readonly hints: boolean;
  /** Recording a new chord in the settings: nothing else may answer to it. */
  readonly recording: boolean;
}

export const useKeys = create<KeyState>(() => ({ bindings: bindingsOf({}), hints: false, recording: false }));

type Handler = () => void;

interface Entry {
  readonly handler: Handler;
  readonly layer: number;
}

/** Handlers per action; the one registered last is on top, as the innermost open thing is. */
const entries = new Map<KeyAction, readonly Entry[]>();

interface Layer {
  readonly id: number;
  readonly sealed: boolean;
}

/** The screens themselves. */
export const GROUND_LAYER = 0;
let layers: readonly Layer[] = [{ id: GROUND_LAYER, sealed: false }];
let lastLayer = GROUND_LAYER;

/** A number for a layer that is about to open. */
export function newLayer(): number {
  lastLayer += 1;
  return lastLayer;
}

/**
 * Puts a layer over everything open, as a dialog does: keys reach what lies beneath no more, except those of the call,
 * which has to be answered whatever is open. A `sealed` layer withholds these too.
 */
export function openLayer(id: number, sealed: boolean): () => void {
  layers = [...layers, { id, sealed }];
  return () => {
    layers = layers.filter((layer) => layer.id !== id);
  };
}

/** Lets a handler answer for an action until the returned function is called. */
export function register(action: KeyAction, handler: Handler, layer = GROUND_LAYER): () => void {
  const entry: Entry = { handler, layer };
  entries.set(action, [...(entries.get(action) ?? []), entry]);
  return () => {
    entries.set(
      action,
      (entries.get(action) ?? []).filter((other) => other !== entry),
    );
  };
}

/** Does what an action's key would do; false where nobody answers for it now. */
export function perform(action: KeyAction): boolean {
  const top = layers.at(-1);
  const { group } = KEY_ACTIONS[action];
  const passes = top !== undefined && !top.sealed && (group === 'call' || group === 'agent');
  const entry = entries.get(action)?.findLast(({ layer }) => passes || layer === top?.id);
  if (!entry) return false;
  entry.handler();
  return true;
}

/** Long enough that Alt+1 pressed quickly shows nothing. */
const HINT_DELAY_MS = 250;

/**
 * Listens to the whole window, ahead of inputs, so that keys work wherever the focus is.
 * @returns stops listening
 */
export function listenToKeys(target: Window): () => void {
  let hintTimer: ReturnType<typeof setTimeout> | null = null;
  const hideHints = (): void => {
    if (hintTimer !== null) clearTimeout(hintTimer);
    hintTimer = null;
    if (useKeys.getState().hints) useKeys.setState({ hints: false });
  };
  const actionFor = (event: KeyboardEvent): KeyAction | null => {
    // AltGr types characters on some layouts and reports Ctrl+Alt.
    if (useKeys.getState().recording || event.getModifierState('AltGraph')) return null;
    const chord = chordOf(event);
    return chord && actionOf(useKeys.getState().bindings, formatChord(chord));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Alt' && !event.ctrlKey && !event.shiftKey && !useKeys.getState().recording) {
      // Otherwise Windows hands the focus to the window's menu when Alt is let go.
      event.preventDefault();
      hintTimer ??= setTimeout(() => useKeys.setState({ hints: true }), HINT_DELAY_MS);
      return;
    }
    const action = actionFor(event);
    if (!action || action === 'back' || event.repeat) return;
    if (!perform(action)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // Going back comes last: an open list or dialog that takes Escape for itself is the step to go back from.
  const onBack = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.repeat || actionFor(event) !== 'back') return;
    if (perform('back')) event.preventDefault();
  };
  const onKeyUp = (event: KeyboardEvent): void => {
    if (event.key !== 'Alt') return;
    event.preventDefault();
    hideHints();
  };
  target.addEventListener('keydown', onKeyDown, { capture: true });
  target.addEventListener('keydown', onBack);
  target.addEventListener('keyup', onKeyUp, { capture: true });
  target.addEventListener('blur', hideHints);
  return () => {
    hideHints();
    target.removeEventListener('keydown', onKeyDown, { capture: true });
    target.removeEventListener('keydown', onBack);
    target.removeEventListener('keyup', onKeyUp, { capture: true });
    target.removeEventListener('blur', hideHints);
  };
}

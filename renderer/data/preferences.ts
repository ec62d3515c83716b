import { create } from 'zustand';
import type { Preferences } from '../../shared/contract/desk.ts';
import { bindingsOf } from '../keys/bindings.ts';
import { useKeys } from '../keys/registry.ts';
import type { DeskClient } from '../host.ts';
import { failureOf } from './failure-of.ts';
import { useLive } from './live.ts';

const THEME_KEY = 'hotline.theme';

function rememberedTheme(): Preferences['theme'] {
  const kept = localStorage.getItem(THEME_KEY);
  return kept === 'dark' || kept === 'system' ? kept : 'light';
}

/** The signed-in person's settings on this desk; before sign-in the look this window last had. */
export const usePreferences = create<Preferences>(() => ({
  theme: rememberedTheme(),
  keys: {},
  columns: {},
  ring: true,
}));

function become(preferences: Preferences): void {
  localStorage.setItem(THEME_KEY, preferences.theme);
  useKeys.setState({ bindings: bindingsOf(preferences.keys) });
  usePreferences.setState(preferences, true);
}

/**
 * Keeps the settings those of the signed-in person, also when another window changes them.
 * @returns stops following
 */
export function followPreferences(desk: DeskClient): () => void {
  const load = (): void => {
    desk.preferences.get().then(become, (error: unknown) => useLive.getState().notify(failureOf(error)));
  };
  load();
  return useLive.subscribe((now, before) => {
    if (now.generations.settings !== before.generations.settings) load();
  });
}

/**
 * Changes some settings: shown at once, then written over what the station holds now, so that two screens changing
 * different settings do not undo each other. Throws and shows the old ones again where they could not be stored.
 */
export async function changePreferences(desk: DeskClient, change: Partial<Preferences>): Promise<void> {
  const before = usePreferences.getState();
  become({ ...before, ...change });
  try {
    await desk.preferences.set({ ...(await desk.preferences.get()), ...change });
  } catch (error) {
    become(before);
    throw error;
  }
}

import { KEY_ACTION_LIST, KEY_ACTIONS, type KeyAction } from './actions.ts';
import { chordProblem, formatChord, parseChord, type ChordProblem } from './chord.ts';

export type Bindings = Readonly<Record<KeyAction, string>>;

/** Action -> chord where it differs from the default, as preferences keep it. */
export type Overrides = Readonly<Record<string, string>>;

/**
 * The chord of every action: defaults with the person's own laid over them. An override that no longer reads, names an
 * unknown action, or collides (defaults may have moved since it was stored) gives way to the default.
 */
export function bindingsOf(overrides: Overrides): Bindings {
  const bindings: Record<string, string> = {};
  for (const action of KEY_ACTION_LIST) bindings[action] = KEY_ACTIONS[action].chord;
  const defaults = bindings as Bindings;
  let current: Bindings = defaults;
  for (const action of KEY_ACTION_LIST) {
    const wanted = overrides[action];
    if (wanted === undefined) continue;
    const chord = parseChord(wanted);
    if (chord && !chordProblem(chord)) current = { ...current, [action]: formatChord(chord) };
  }
  return holdersOf(current).size === KEY_ACTION_LIST.length ? current : defaults;
}

function holdersOf(bindings: Bindings): Map<string, KeyAction> {
  return new Map(KEY_ACTION_LIST.map((action) => [bindings[action], action]));
}

/** The action a chord calls, or null. */
export function actionOf(bindings: Bindings, chord: string): KeyAction | null {
  return KEY_ACTION_LIST.find((action) => bindings[action] === chord) ?? null;
}

export type Rebinding =
  | { readonly ok: true; readonly overrides: Overrides }
  | { readonly ok: false; readonly problem: ChordProblem | 'unreadable' }
  | { readonly ok: false; readonly problem: 'taken'; readonly by: KeyAction };

/** Gives an action another chord; refused where another action holds it already. */
export function rebind(overrides: Overrides, action: KeyAction, text: string): Rebinding {
  const chord = parseChord(text);
  if (!chord) return { ok: false, problem: 'unreadable' };
  const problem = chordProblem(chord);
  if (problem) return { ok: false, problem };
  const wanted = formatChord(chord);
  const holder = actionOf(bindingsOf(overrides), wanted);
  if (holder && holder !== action) return { ok: false, problem: 'taken', by: holder };
  const { [action]: _old, ...others } = overrides;
  return { ok: true, overrides: KEY_ACTIONS[action].chord === wanted ? others : { ...others, [action]: wanted } };
}

export type Reset =
  | { readonly ok: true; readonly overrides: Overrides }
  | { readonly ok: false; readonly by: KeyAction };

/** Gives an action its default back; refused while another action has been given that chord. */
export function reset(overrides: Overrides, action: KeyAction): Reset {
  const holder = actionOf(bindingsOf(overrides), KEY_ACTIONS[action].chord);
  if (holder && holder !== action) return { ok: false, by: holder };
  const { [action]: _old, ...others } = overrides;
  return { ok: true, overrides: others };
}

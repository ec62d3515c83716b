import { KEY_ACTION_LIST, KEY_ACTIONS, type KeyAction } from './actions.ts';
import { chordProblem, formatChord, parseChord, type ChordProblem } from './chord.ts';

export type Bindings = Readonly<Record<KeyAction, string>>;

/** Action -> chord where it differs from the default, as preferences keep it. */
export type Overrides = Readonly<Record<string, string>>;

/**
 * The chord of every action: defaults with the person's own laid over them. An override that no longer reads, names an
 * unknown action is passed over; where they collide, which takes a default moved since they were stored, the defaults
 * stand.
 */
export function bindingsOf(overrides: Overrides): Bindings {
  const wanted = bindingsBy((action) => usable(overrides[action]) ?? KEY_ACTIONS[action].chord);
  const chords = new Set(Object.values(wanted));
  return chords.size === KEY_ACTION_LIST.length ? wanted : DEFAULTS;
}

function bindingsBy(chord: (action: KeyAction) => string): Bindings {
  return Object.fromEntries(KEY_ACTION_LIST.map((action) => [action, chord(action)])) as Bindings;
}

const DEFAULTS = bindingsBy((action) => KEY_ACTIONS[action].chord);

function usable(text: string | undefined): string | null {
  const chord = text === undefined ? null : parseChord(text);
  return chord && !chordProblem(chord) ? formatChord(chord) : null;
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

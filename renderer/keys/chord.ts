/** A key with its modifiers. `key` is in one spelling: letters upper case, digits, `F1`..`F12`, `Enter`, `Escape`, signs. */
export interface Chord {
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly key: string;
}

const MODIFIER_KEYS = new Set([
  'Control',
  'Alt',
  'Shift',
  'Meta',
  'AltGraph',
  'CapsLock',
  'NumLock',
  'Process',
  'Dead',
]);

/** Reads a chord as `Ctrl+Alt+Shift+Key`; null where it names no key. */
export function parseChord(text: string): Chord | null {
  const parts = text.split('+');
  // `Ctrl++` names the plus key.
  const key = text.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  const modifiers = text.endsWith('+') ? parts.slice(0, -2) : parts.slice(0, -1);
  if (key === '' || modifiers.some((name) => name !== 'Ctrl' && name !== 'Alt' && name !== 'Shift')) return null;
  return {
    ctrl: modifiers.includes('Ctrl'),
    alt: modifiers.includes('Alt'),
    shift: modifiers.includes('Shift'),
    key: spelling(key),
  };
}

/** Writes a chord in its one form, so that equal chords are equal texts. */
export function formatChord(chord: Chord): string {
  return [chord.ctrl && 'Ctrl', chord.alt && 'Alt', chord.shift && 'Shift', chord.key].filter(Boolean).join('+');
}

/** What of a KeyboardEvent decides the chord. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/**
 * The chord of a key press; null for a lone modifier and while an input method composes, when every key belongs to it.
 * Digits and letters are read from the key's place: with Alt held macOS and some layouts report other characters.
 */
export function chordOf(press: KeyPress): Chord | null {
  if (press.isComposing || press.keyCode === 229 || MODIFIER_KEYS.has(press.key)) return null;
  const place = /^(?:Key([A-Z])|Digit([0-9])|Numpad([0-9]))$/.exec(press.code);
  const key = place?.[1] ?? place?.[2] ?? place?.[3] ?? spelling(press.key);
  return { ctrl: press.ctrlKey || press.metaKey, alt: press.altKey, shift: press.shiftKey, key };
}

function spelling(key: string): string {
  if (key === ' ') return 'Space';
  if (key === 'Esc') return 'Escape';
  return key.length === 1 ? key.toUpperCase() : key;
}

const SHOWN: Readonly<Record<string, string>> = { Escape: 'Esc', Space: '空格' };

/** A chord as it stands on a control. */
export function showChord(chord: string): string {
  const parsed = parseChord(chord);
  return parsed ? formatChord({ ...parsed, key: SHOWN[parsed.key] ?? parsed.key }) : chord;
}

/** Chords that editing, the browser or the system needs: they would be lost there or never arrive here. */
const RESERVED = new Set([
  ...['A', 'C', 'V', 'X', 'Y', 'Z', 'N', 'T', 'W', 'Q', 'R', 'Tab'].map((key) => `Ctrl+${key}`),
  ...['N', 'T', 'W', 'Q', 'Z', 'Tab'].map((key) => `Ctrl+Shift+${key}`),
  ...['Tab', 'F4', 'Space', 'D', 'E', 'F', 'ArrowLeft', 'ArrowRight'].map((key) => `Alt+${key}`),
  'Ctrl+Alt+A',
  'Ctrl+Alt+Delete',
  'F5',
  'F11',
  'F12',
]);

export type ChordProblem = 'reserved' | 'needsModifier';

/**
 * Why a chord cannot be given to an action, or null. A bare character belongs to typing: it needs Ctrl or Alt;
 * function keys and Escape stand alone.
 */
export function chordProblem(chord: Chord): ChordProblem | null {
  if (RESERVED.has(formatChord(chord))) return 'reserved';
  const standsAlone = /^F\d{1,2}$/.test(chord.key) || chord.key === 'Escape';
  return standsAlone || chord.ctrl || chord.alt ? null : 'needsModifier';
}

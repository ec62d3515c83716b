import { describe, expect, it } from 'vitest';
import { chordOf, chordProblem, formatChord, parseChord, showChord, type KeyPress } from './chord.ts';

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    keyCode: 0,
    ...more,
  };
}

function written(keyPress: KeyPress): string | null {
  const chord = chordOf(keyPress);
  return chord && formatChord(chord);
}

function problem(text: string): string | null {
  const chord = parseChord(text);
  return chord ? chordProblem(chord) : 'unreadable';
}

describe('a key press read as a chord', () => {
  it('has one form, whatever order its modifiers were written in', () => {
    const chord = parseChord('Shift+Ctrl+s');
    expect(chord && formatChord(chord)).toBe('Ctrl+Shift+S');
  });

  it('reads function keys, signs and the plus key', () => {
    expect(written(press('F2', { code: 'F2' }))).toBe('F2');
    expect(written(press('/', { code: 'Slash', ctrlKey: true }))).toBe('Ctrl+/');
    expect(parseChord('Ctrl++')).toEqual({ ctrl: true, alt: false, shift: false, key: '+' });
  });

  it('takes digits and letters from their place, because Alt makes other characters of them on some layouts', () => {
    expect(written(press('¡', { code: 'Digit1', altKey: true }))).toBe('Alt+1');
    expect(written(press('ß', { code: 'KeyS', altKey: true }))).toBe('Alt+S');
    expect(written(press('3', { code: 'Numpad3', altKey: true }))).toBe('Alt+3');
  });

  it('leaves every key to an input method that is composing', () => {
    expect(chordOf(press('F2', { code: 'F2', isComposing: true }))).toBeNull();
    expect(chordOf(press('Process', { code: 'F2', keyCode: 229 }))).toBeNull();
  });

  it('is nothing while only a modifier is down', () => {
    expect(chordOf(press('Control', { ctrlKey: true }))).toBeNull();
    expect(chordOf(press('Alt', { altKey: true }))).toBeNull();
  });

  it('treats Command as Ctrl', () => {
    expect(written(press('k', { code: 'KeyK', metaKey: true }))).toBe('Ctrl+K');
  });

  it('reads no chord where there is none', () => {
    expect(parseChord('')).toBeNull();
    expect(parseChord('Hyper+K')).toBeNull();
  });

  it('is shown with the key caps people know', () => {
    expect(showChord('Escape')).toBe('Esc');
    expect(showChord('Ctrl+Enter')).toBe('Ctrl+Enter');
  });
});

describe('a chord for an action', () => {
  it('may not be one that typing produces', () => {
    expect(problem('K')).toBe('needsModifier');
    expect(problem('Shift+K')).toBe('needsModifier');
    expect(problem('Enter')).toBe('needsModifier');
  });

  it('may be a function key alone, or anything with Ctrl or Alt', () => {
    expect(problem('F8')).toBeNull();
    expect(problem('Shift+F8')).toBeNull();
    expect(problem('Alt+K')).toBeNull();
  });

  it('may not take what editing, the browser or the system needs', () => {
    for (const chord of ['Ctrl+C', 'Ctrl+V', 'Ctrl+W', 'Ctrl+Shift+N', 'Alt+F4', 'F5', 'Ctrl+Alt+A'])
      expect(problem(chord)).toBe('reserved');
  });
});

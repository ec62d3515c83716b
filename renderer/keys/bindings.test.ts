import { describe, expect, it } from 'vitest';
import { KEY_ACTION_LIST, KEY_ACTIONS } from './actions.ts';
import { actionOf, bindingsOf, rebind, reset, type Overrides } from './bindings.ts';
import { chordProblem, formatChord, parseChord } from './chord.ts';

function rebound(overrides: Overrides, ...[action, chord]: [Parameters<typeof rebind>[1], string]): Overrides {
  const result = rebind(overrides, action, chord);
  if (!result.ok) throw new Error(result.problem);
  return result.overrides;
}

describe('the defaults', () => {
  it('give every action a chord of its own, in its one form, that may be given', () => {
    const chords = KEY_ACTION_LIST.map((action) => KEY_ACTIONS[action].chord);
    expect(new Set(chords).size).toBe(chords.length);
    for (const text of chords) {
      const chord = parseChord(text);
      expect(chord && formatChord(chord)).toBe(text);
      expect(chord && chordProblem(chord)).toBeNull();
    }
  });
});

describe('giving an action another chord', () => {
  it('keeps only what differs from the default', () => {
    const moved = rebound({}, 'answer', 'F10');
    expect(moved).toEqual({ answer: 'F10' });
    expect(rebound(moved, 'answer', 'F2')).toEqual({});
  });

  it('is refused where another action holds it, with its name', () => {
    expect(rebind({}, 'answer', 'F3')).toEqual({ ok: false, problem: 'taken', by: 'mute' });
  });

  it('is allowed once the other has given it up', () => {
    const freed = rebound({}, 'mute', 'F10');
    expect(rebound(freed, 'answer', 'F3')).toEqual({ mute: 'F10', answer: 'F3' });
  });

  it('is refused for what typing needs', () => {
    expect(rebind({}, 'answer', 'A')).toEqual({ ok: false, problem: 'needsModifier' });
    expect(rebind({}, 'answer', 'Ctrl+C')).toEqual({ ok: false, problem: 'reserved' });
    expect(rebind({}, 'answer', '')).toEqual({ ok: false, problem: 'unreadable' });
  });
});

describe('going back to the default', () => {
  it('is refused while another action holds that chord', () => {
    const swapped = rebound(rebound({}, 'mute', 'F10'), 'answer', 'F3');
    expect(reset(swapped, 'mute')).toEqual({ ok: false, by: 'answer' });
    expect(reset(swapped, 'answer')).toEqual({ ok: true, overrides: { mute: 'F10' } });
  });
});

describe('the chords in force', () => {
  it('are the defaults with the own ones laid over them', () => {
    const bindings = bindingsOf({ answer: 'F10' });
    expect(bindings.answer).toBe('F10');
    expect(bindings.mute).toBe('F3');
    expect(actionOf(bindings, 'F10')).toBe('answer');
    expect(actionOf(bindings, 'F2')).toBeNull();
  });

  it('pass over what was stored and no longer reads', () => {
    expect(bindingsOf({ answer: 'K', nobody: 'F10' })).toEqual(bindingsOf({}));
  });

  it('never give one chord to two actions, whatever was stored', () => {
    expect(bindingsOf({ answer: 'F3' })).toEqual(bindingsOf({}));
  });
});

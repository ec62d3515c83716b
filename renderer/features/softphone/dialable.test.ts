import { describe, expect, it } from 'vitest';
import { dialable } from './dialable.ts';

describe('a typed number', () => {
  it.each([
    ['0392-3310000', '03923310000'],
    ['(0392) 331 0000', '03923310000'],
    ['110', '110'],
    ['+86 138 0000 5521', '+8613800005521'],
  ])('%s is dialled as %s', (typed, number) => {
    expect(dialable(typed)).toBe(number);
  });

  it.each(['', '12', '公积金', '0392x331', '1'.repeat(21)])('%j is none', (typed) => {
    expect(dialable(typed)).toBeNull();
  });
});

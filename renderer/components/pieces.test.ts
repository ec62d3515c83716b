import { describe, expect, it } from 'vitest';
import { pieces } from './pieces.ts';

function shown(text: string, marks: readonly (readonly [number, number])[]): string {
  return pieces(text, marks)
    .map(({ text: piece, marked }) => (marked ? `〔${piece}〕` : piece))
    .join('');
}

describe('text with found words marked', () => {
  it('marks what was found and keeps the rest', () => {
    expect(shown('需提供租赁合同', [[3, 7]])).toBe('需提供〔租赁合同〕');
  });

  it('never marks a character twice, in whatever order marks come and however they overlap', () => {
    const cut = pieces('公积金提取', [
      [3, 5],
      [0, 3],
      [2, 4],
    ]);
    expect(cut.map(({ text }) => text).join('')).toBe('公积金提取');
    expect(cut.every(({ marked }) => marked)).toBe(true);
  });

  it('survives marks that are empty or reach past the end', () => {
    expect(
      shown('提取', [
        [1, 1],
        [1, 9],
      ]),
    ).toBe('提〔取〕');
  });
});

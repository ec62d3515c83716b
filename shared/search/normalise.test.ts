import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';

describe('normalise', () => {
  it('makes full width half, capitals small and signs one', () => {
    expect(normalise('ＧＪＪ　１２３４５（公积金）：提取？')).toBe('gjj 12345(公积金):提取?');
  });

  it('keeps every place, whatever the text', () => {
    const text = 'İ😀《办法》“ＥＴＣ”ﬁ…';
    expect(normalise(text)).toHaveLength(text.length);
  });
});

import { describe, expect, it } from 'vitest';
import { isReadable, textTerms } from './text-terms.ts';

/** Words are what stands between blanks. */
const segment = (text: string): string[] => text.split(/[\s,.]+/u).filter(Boolean);

describe('what a classifier reads of a text', () => {
  it('no number and nothing written with digits: a telephone, a plate, a house number', () => {
    const terms = textTerms('电话 13803920201 车牌 豫f12345 阳光小区 3号楼 2单元', segment);
    expect([...terms.keys()].filter((term) => /\d/u.test(term))).toEqual([]);
    expect(terms.has('阳光小区')).toBe(true);
  });

  it('the first sentence counts more than what comes after it', () => {
    const terms = textTerms('暖气 已经坏了三天. 电梯', segment);
    expect(terms.get('暖气')).toBe(3);
    expect(terms.get('电梯')).toBe(1);
  });

  it('pairs of characters help to decide and are never shown to a person', () => {
    const terms = [...textTerms('供暖不热', segment).keys()];
    expect(terms.filter((term) => !isReadable(term))).not.toEqual([]);
    expect(terms.filter(isReadable)).toEqual(['供暖不热']);
  });
});

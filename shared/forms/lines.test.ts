import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, joinLines, widthOf } from './lines.ts';

const texts = (text: string, width: number, indent = 0): string[] =>
  breakLines(text, width, 1, indent).map((line) => line.text);

describe('breaking a text into lines', () => {
  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(texts('群众反映噪音，请处理', 6)).toEqual(['群众反映噪', '音，请处理']);
    expect(texts('请按《办法》处理', 3)).toEqual(['请按', '《办', '法》处', '理']);
  });

  it('keeps a number or a Latin word whole, and breaks one that is longer than the line', () => {
    expect(texts('编号 HB2611-000431 号', 9)).toEqual(['编号 ', 'HB2611-000431 号']);
    expect(texts('a'.repeat(40), 10).join('')).toBe('a'.repeat(40));
  });

  it('breaks where the writer did, and leaves room for a label on the first line', () => {
    expect(texts('一二三\n四五', 10)).toEqual(['一二三', '四五']);
    expect(texts('一二三四五六', 4, 2)).toEqual(['一二', '三四五六']);
  });

  it('parts marks that belong together rather than run over the edge', () => {
    expect(texts('-2Xc1YY3，）', 6)).toEqual(['-2Xc1YY3，', '）']);
    expect(texts('一二三四。）》', 3)).toEqual(['一二三', '四。）', '》']);
  });

  it('loses nothing and never runs over the edge', () => {
    const character = fc.constantFrom(...Array.from('投诉中心，。（）《》、0123abcXYZ- \n'));
    fc.assert(
      fc.property(fc.array(character, { maxLength: 200 }), fc.integer({ min: 4, max: 30 }), (characters, width) => {
        const text = characters.join('');
        const lines = breakLines(text, width, 1);
        expect(joinLines(lines)).toBe(text.trimEnd());
        expect(lines.filter((line) => widthOf(line.text, 1) > width)).toEqual([]);
      }),
    );
  });
});

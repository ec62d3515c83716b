import { describe, expect, it } from 'vitest';
import type { FormContent } from '../../../../shared/domain/scoring/form.ts';
import { EMPTY_SHEET, sheetObjection } from '../../../../shared/domain/scoring/sheet.ts';
import { firstLacking, stopsOf, trimmed, typedPoints, withMark, withoutMark, withVeto } from './sheet-edit.ts';

const FORM: FormContent = {
  name: '通话评分表',
  sections: [
    { id: 'manner', name: '服务态度', weight: 60, items: [{ id: 'greeting', name: '问候语', guide: '', points: 5 }] },
    { id: 'skill', name: '业务', weight: 40, items: [{ id: 'answer', name: '解答', guide: '', points: 20 }] },
  ],
  vetoes: [{ id: 'rude', name: '辱骂', guide: '' }],
  vetoCap: 0,
  passMark: 80,
  appealDays: 5,
};

describe('points by digit keys', () => {
  it('two digits make a number where the item has so many, else the later one begins anew', () => {
    expect(typedPoints('', '1', 20)).toBe('1');
    expect(typedPoints('1', '5', 20)).toBe('15');
    expect(typedPoints('2', '5', 20)).toBe('5');
    expect(typedPoints('1', '0', 5)).toBe('0');
    expect(typedPoints('0', '4', 5)).toBe('4');
  });

  it('a point adds half a mark, and no more than can be had', () => {
    expect(typedPoints('4', '.', 5)).toBe('4.5');
    expect(typedPoints('5', '.', 5)).toBeNull();
    expect(typedPoints('', '.', 5)).toBeNull();
    expect(typedPoints('4.5', '.', 5)).toBeNull();
  });

  it('a digit above the full mark says nothing, nor does any other key', () => {
    expect(typedPoints('', '9', 5)).toBeNull();
    expect(typedPoints('', 'x', 5)).toBeNull();
  });
});

describe('a sheet being written', () => {
  it('leads from each item to each veto', () => {
    expect(stopsOf(FORM).map(({ id }) => id)).toEqual(['greeting', 'answer', 'rude']);
  });

  it('names the first thing that keeps it from being handed in, until the centre’s own rule agrees', () => {
    let sheet = withMark(EMPTY_SHEET, 'greeting', 5, {});
    expect(firstLacking(FORM, sheet)?.id).toBe('answer');
    sheet = withMark(sheet, 'answer', 20, { points: 12 });
    expect(firstLacking(FORM, sheet)?.id).toBe('answer');
    sheet = withMark(sheet, 'answer', 20, { remark: '未核实  ', atSeconds: 42 });
    expect(firstLacking(FORM, sheet)).toBeNull();
    sheet = withVeto(sheet, 'rude', {});
    expect(firstLacking(FORM, sheet)?.id).toBe('rude');
    sheet = withVeto(sheet, 'rude', { remark: '挂断前' });
    expect(firstLacking(FORM, sheet)).toBeNull();
    expect(sheetObjection(FORM, trimmed(sheet))).toBeNull();
    expect(trimmed(sheet).marks[1]?.remark).toBe('未核实');
  });

  it('takes marks and vetoes back', () => {
    const sheet = withVeto(withMark(EMPTY_SHEET, 'greeting', 5, {}), 'rude', {});
    expect(withVeto(withoutMark(sheet, 'greeting'), 'rude', null)).toEqual(EMPTY_SHEET);
  });
});

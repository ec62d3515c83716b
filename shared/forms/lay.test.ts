import { describe, expect, it } from 'vitest';
import { SHEET, type Drawing } from './drawing.ts';
import { lay } from './lay.ts';
import { widthOf } from './lines.ts';
import { wide } from './rows.ts';

const LONG = '承办单位到现场核实后与诉求人当面沟通，逐项说明了办理依据。'.repeat(80);

const written = (drawing: Drawing): string =>
  drawing.sheets.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'text' ? [item.text] : []))).join('');

describe('a form on paper', () => {
  it('is one sheet without a number where everything fits', () => {
    const drawing = lay([
      { kind: 'title', text: '反馈单' },
      { kind: 'table', rows: [wide('结果', '已经办理。', 40)] },
    ]);
    expect(drawing).toMatchObject({ title: '反馈单', sheets: { length: 1 } });
    expect(written(drawing)).not.toContain('页');
  });

  it.each([
    ['in a table', { kind: 'table', rows: [wide('结果', LONG, 40)] }],
    ['on ruled lines', { kind: 'ruled', label: '结果', value: LONG, lines: 3 }],
    ['on one line', { kind: 'fields', parts: [{ label: '结果', value: LONG, share: 1 }] }],
    ['in running text', { kind: 'passage', label: '结果', value: LONG, lines: 6 }],
  ] as const)('Z14: what finds no room %s goes on on 附页, whole', (_, block) => {
    const drawing = lay([{ kind: 'title', text: '反馈单' }, block]);
    expect(drawing.sheets.length).toBeGreaterThan(1);
    const text = written(drawing).replaceAll('　', '');
    expect(text).toContain('（续见附页）');
    expect(text).toContain('反馈单附页');
    expect(text).toContain(`共 ${drawing.sheets.length} 页`);
    const said = text
      .replace('结果：', '')
      .replace('（续见附页）', '')
      .replaceAll(/第 \d+ 页共 \d+ 页/g, '')
      .replace('反馈单附页', '')
      .replace('结果（续）', '');
    expect(said).toContain(LONG);
  });

  it('takes a smaller type before it takes another sheet', () => {
    const drawing = lay([{ kind: 'table', rows: [wide('承办单位', '一'.repeat(45), 10)] }]);
    expect(drawing.sheets).toHaveLength(1);
    expect(written(drawing)).toContain('一'.repeat(20));
  });

  it('never writes outside the sheet', () => {
    const drawing = lay([
      { kind: 'title', text: '很长的题目'.repeat(12) },
      { kind: 'number', label: '编号', value: 'ZZ2611-000431' },
      { kind: 'table', rows: Array.from({ length: 40 }, (_, index) => wide(`第${index}项`, LONG, 20)) },
      { kind: 'closing', office: '市政府政务公开办公室', date: '2026年11月20日', seal: true },
    ]);
    for (const { items } of drawing.sheets)
      for (const item of items) {
        if (item.kind !== 'text') continue;
        expect(item.x).toBeGreaterThan(0);
        expect(item.x + widthOf(item.text, item.size)).toBeLessThan(SHEET.width);
        expect(item.y).toBeLessThan(SHEET.height);
      }
  });
});

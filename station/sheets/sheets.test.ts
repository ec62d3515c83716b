import exceljs from 'exceljs';
import fc from 'fast-check';
import readXlsx from 'read-excel-file/node';
import { describe, expect, it, vi } from 'vitest';
import type { FilePart, SheetPart } from '../../shared/contract/exports.ts';
import type { Sheet } from '../../shared/sheet/sheet.ts';
import { readCsv } from '../../tests/support/read-csv.ts';
import { readPdf, withoutSpaces } from '../../tests/support/read-pdf.ts';
import { exportFile, type ExportOptions } from './export-file.ts';
import { makeFile } from './make.ts';

// A PDF reads the whole typeface first.
vi.setConfig({ testTimeout: 120_000 });

const NOW = Date.parse('2026-11-20T02:00:00.000Z');
const MARK = '导出 1301 李督办 2026-11-20 10:00 编号 0a1b2c3d 仅限工作使用';
const SHEET: Sheet = {
  title: '统计表_2026-11-01_2026-11-30',
  mark: MARK,
  columns: [
    { name: '承办单位', kind: 'text', says: null },
    { name: '办结件数', kind: 'count', says: '不再办理的工单。' },
    { name: '按期办结率', kind: 'rate', says: '按期办结 ÷ 办结件数。' },
    { name: '计入日期', kind: 'day', says: null },
    { name: '办理期限', kind: 'instant', says: null },
  ],
  lines: [
    ['市水务局，"二"科\n窗口', 12, 0.875, '2026-11-03', '2026-11-03T16:00:00.000Z'],
    ['=HYPERLINK("http://x")', 0, null, '2026-11-04', null],
  ],
};

describe('a table as a file, opened by another program than the one that wrote it', () => {
  it('T19: an Excel file keeps numbers, rates, dates and times as such, with its head frozen and who took it above', async () => {
    const bytes = Buffer.from(await makeFile(SHEET, 'xlsx', NOW));
    const book = new exceljs.Workbook();
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
    const [data, says] = book.worksheets;
    expect(data?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2, xSplit: 1 });
    expect(data?.getCell('A1').text).toContain(MARK);
    expect(data?.getRow(2).values).toEqual([undefined, ...SHEET.columns.map(({ name }) => name)]);
    expect(data?.getCell('B3').value).toBe(12);
    expect(data?.getCell('C3').value).toBe(0.875);
    expect(data?.getCell('C3').numFmt).toBe('0.00%');
    expect(data?.getCell('D3').value).toEqual(new Date('2026-11-03T00:00:00.000Z'));
    // Midnight in Beijing, as the wall clock there shows it.
    expect(data?.getCell('E3').value).toEqual(new Date('2026-11-04T00:00:00.000Z'));
    // Text that begins like a formula is text.
    expect(data?.getCell('A4').value).toBe('=HYPERLINK("http://x")');
    expect(says?.getCell('B3').value).toBe('按期办结 ÷ 办结件数。');
    const [again] = await readXlsx(bytes);
    expect(again?.data[2]?.slice(0, 2)).toEqual(['市水务局，"二"科\n窗口', 12]);
  });

  it('a CSV file bears the mark that spreadsheets want and reads back field by field', async () => {
    const bytes = await makeFile(SHEET, 'csv', NOW);
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const rows = readCsv(new TextDecoder().decode(bytes));
    expect(rows[0]).toEqual(SHEET.columns.map(({ name }) => name));
    expect(rows[1]).toEqual(['市水务局，"二"科\n窗口', '12', '87.50%', '2026-11-03', '2026-11-04 00:00']);
    expect(rows[2]?.[0]).toBe(`'=HYPERLINK("http://x")`);
    expect(rows.at(-1)).toEqual(['标记', MARK]);
  });

  it('J5: every page of a PDF has its number, the names of the columns and who took it; nothing is cut off', async () => {
    const lines = Array.from({ length: 120 }, (_, index): Sheet['lines'][number] => [
      `第${index}号单位`,
      index,
      0.5,
      '2026-11-03',
      '2026-11-03T16:00:00.000Z',
    ]);
    const { pages, text, title } = await readPdf(await makeFile({ ...SHEET, lines }, 'pdf', NOW));
    expect(title).toBe(SHEET.title);
    expect(pages).toBeGreaterThan(2);
    for (let page = 1; page <= pages; page += 1) expect(text).toContain(`第${page}页，共${pages}页`);
    for (const [name] of lines) expect(text).toContain(String(name));
    // At the head and across the sheet.
    expect(text.split(withoutSpaces(MARK))).toHaveLength(2 * pages + 1);
    expect(text.split('按期办结率').length - 1).toBeGreaterThanOrEqual(pages);
    expect(text).toContain('按期办结÷办结件数。');
  });

  it('T19: any figure reads the same in all three kinds of file', async () => {
    const figure = fc.record({
      count: fc.nat({ max: 20_000_000 }),
      rate: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(figure, { minLength: 20, maxLength: 60 }), async (figures) => {
        const lines = figures.map(({ count, rate }, index) => [`第${index}号单位`, count, rate, '2026-11-03', null]);
        const sheet = { ...SHEET, lines };
        const [xlsx] = await readXlsx(Buffer.from(await makeFile(sheet, 'xlsx', NOW)));
        const csv = readCsv(new TextDecoder().decode(await makeFile(sheet, 'csv', NOW)));
        const { text } = await readPdf(await makeFile(sheet, 'pdf', NOW));
        for (const [index, { count, rate }] of figures.entries()) {
          const name = `第${index}号单位`;
          const said = rate === null ? '' : `${(rate * 100).toFixed(2)}%`;
          expect(xlsx?.data[index + 2]?.slice(0, 3)).toEqual([name, count, rate]);
          expect(csv[index + 1]?.slice(0, 3)).toEqual([name, String(count), said]);
          expect(text).toContain(`${name}${count}${said}2026-11-03`);
        }
      }),
      { numRuns: 3 },
    );
  });

  it('a table without lines says so', async () => {
    const { text } = await readPdf(await makeFile({ ...SHEET, lines: [] }, 'pdf', NOW));
    expect(text).toContain('没有数据。');
  });
});

describe('an export', () => {
  const HEAD: SheetPart = { kind: 'head', head: SHEET, expected: 2 };
  const LINES: SheetPart = { kind: 'lines', lines: SHEET.lines, read: 2 };
  const run = async (
    parts: AsyncIterable<SheetPart>,
    more: Partial<ExportOptions> = {},
  ): Promise<{ seen: FilePart[]; logged: object[] }> => {
    const [seen, logged]: [FilePart[], object[]] = [[], []];
    const options = { format: 'csv', nowMs: NOW, signal: undefined, log: (line: object) => void logged.push(line) };
    for await (const part of exportFile(parts, { ...options, ...more } as ExportOptions)) seen.push(part);
    return { seen, logged };
  };
  async function* these(...parts: SheetPart[]): AsyncGenerator<SheetPart> {
    yield* parts;
  }

  it('says how far it is and gives the whole file', async () => {
    const { seen } = await run(these(HEAD, LINES));
    expect(seen.map(({ kind }) => kind)).toEqual(['reading', 'reading', 'writing', 'file', 'piece']);
    expect(seen[3]).toMatchObject({ name: '统计表_2026-11-01_2026-11-30.csv' });
  });

  it('whose centre falls silent gives no file and says so', async () => {
    const { seen } = await run(these(HEAD));
    expect(seen.at(-1)).toMatchObject({ kind: 'failed', failure: { code: 'EXPORT_BROKEN' } });
    const broken = await run(
      (async function* (): AsyncGenerator<SheetPart> {
        yield HEAD;
        throw new Error('gone');
      })(),
    );
    expect(broken.seen.at(-1)).toMatchObject({ kind: 'failed', failure: { code: 'EXPORT_BROKEN' } });
    expect(broken.logged).toHaveLength(1);
  });

  it('that is given up reads and writes no further', async () => {
    const ending = new AbortController();
    const { seen, logged } = await run(
      (async function* (): AsyncGenerator<SheetPart> {
        yield HEAD;
        ending.abort();
        yield LINES;
      })(),
      { signal: ending.signal },
    );
    expect(seen.map(({ kind }) => kind)).toEqual(['reading']);
    expect(logged).toEqual([]);
  });
});

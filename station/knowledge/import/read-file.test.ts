import { Document, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { articleText } from '../../../shared/domain/article-text.ts';
import { filesProblem } from '../../../shared/domain/knowledge/files.ts';
import { unitIdSchema } from '../../../shared/domain/ids.ts';
import { FailureError } from '../../../shared/failure.ts';
import { readFile } from './read-file.ts';

const UNITS = [{ id: unitIdSchema.parse('u-gjj'), name: '市住房公积金中心', shortName: '公积金中心' }];

const reportOf = async (...given: Parameters<typeof readFile>) => (await readFile(...given)).report;

async function wordFile(children: readonly (Paragraph | Table)[]): Promise<Uint8Array> {
  return Packer.toBuffer(new Document({ sections: [{ children: [...children] }] }));
}

const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });

describe('a Word document', () => {
  it('becomes an article for each chief heading, with its lists, tables and bold words', async () => {
    const bytes = await wordFile([
      new Paragraph({ text: '租房提取公积金', heading: HeadingLevel.HEADING_1 }),
      new Paragraph({ children: [new TextRun('连续缴存'), new TextRun({ text: '满三个月', bold: true })] }),
      new Paragraph({ text: '所需材料', heading: HeadingLevel.HEADING_2 }),
      new Paragraph({ text: '身份证', bullet: { level: 0 } }),
      new Paragraph({ text: '租赁合同', bullet: { level: 0 } }),
      new Paragraph({ text: '购房提取公积金', heading: HeadingLevel.HEADING_1 }),
      new Table({
        rows: [
          new TableRow({ children: [cell('窗口'), cell('电话')] }),
          new TableRow({ children: [cell('政务中心'), cell('12329')] }),
        ],
      }),
    ]);
    const { form, drafts, understood } = await reportOf({ name: '公积金.docx', bytes }, UNITS);
    expect(form).toBe('docx');
    expect(understood).toEqual(['标题 3、段落 1、列表 1、表格 1']);
    expect(drafts.map(({ title, source }) => [title, source])).toEqual([
      ['租房提取公积金', '公积金.docx'],
      ['购房提取公积金', '公积金.docx'],
    ]);
    expect(drafts.map(articleText)).toEqual([
      '连续缴存满三个月\n\n# 所需材料\n- 身份证\n- 租赁合同',
      '- 窗口 · 电话\n- 政务中心 · 12329',
    ]);
    expect(JSON.stringify(drafts[0]?.body)).toContain('{"text":"满三个月","bold":true}');
  });

  it('without headings is one article named after the file; its pictures come with it', async () => {
    const dot = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const bytes = await wordFile([
      new Paragraph('供暖期为每年11月15日至次年3月15日。'),
      new Paragraph({ children: [new ImageRun({ type: 'png', data: dot, transformation: { width: 1, height: 1 } })] }),
    ]);
    const { report, pictures } = await readFile({ name: '供暖时间.docx', bytes }, UNITS);
    const [draft] = report.drafts;
    expect(draft?.title).toBe('供暖时间');
    expect(report.understood).toEqual(['段落 1、图片 1']);
    expect(report.leftOut).toEqual([]);
    expect(pictures.map(({ name }) => name)).toEqual(['图1.png']);
    expect(filesProblem(draft?.body ?? '', draft?.files ?? [])).toBeNull();
    expect(draft?.files).toMatchObject([{ name: '图1.png', mime: 'image/png', size: dot.length }]);
  });
});

describe('a workbook', () => {
  it('is a list of articles, its columns known by their names, what is not known told', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('问答');
    sheet.addRow(['标题', '答案', '相似问', '责任单位', '类别', '有效期至', '备注']);
    sheet.addRow([
      '租房提取',
      '满三个月可提取。\n# 材料\n- 身份证',
      '租房能提吗；怎么提',
      '公积金中心',
      '办事指南',
      '2027年3月1日',
      '内部',
    ]);
    sheet.addRow(['无名之事', '见通知。', '', '某某局', '', '', '']);
    sheet.addRow(['缺正文', '', '', '', '', '', '']);
    book.addWorksheet('封面').addRow(['2026 年度知识汇总']);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const { drafts, understood, leftOut } = await reportOf({ name: '问答.xlsx', bytes }, UNITS);
    expect(drafts[0]).toMatchObject({
      title: '租房提取',
      kind: 'guide',
      unitId: 'u-gjj',
      asked: ['租房能提吗', '怎么提'],
      validUntil: '2027-03-01',
    });
    expect(drafts.map(({ title }) => title)).toEqual(['租房提取', '无名之事']);
    expect(drafts[0] && articleText(drafts[0])).toBe('满三个月可提取。\n\n# 材料\n- 身份证');
    expect(understood).toEqual(['工作表“问答”：2 篇，列 标题、答案、相似问、责任单位、类别、有效期至']);
    expect(leftOut).toEqual([
      '工作表“问答”的列未用：备注',
      '第 3 行的单位“某某局”不在本市单位之中，记为热线中心',
      '第 4 行缺标题或正文，未导入',
      '工作表“封面”第一行没有“标题”和“正文”两列，未导入',
    ]);
  });
});

describe('other files', () => {
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('HTML keeps what an article can say, and numbers to ring', async () => {
    const html = `<title>居住证</title><nav>首页</nav><h2>条件</h2><p>居住<b>半年</b>以上，电话<a href="tel:0392-12345">0392-12345</a>
      <a href="https://example.test/x">网上办</a></p><ol><li>身份证<li>照片</ol><script>alert(1)</script>`;
    const { drafts, leftOut } = await reportOf({ name: 'a.html', bytes: bytesOf(html) }, UNITS);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]?.title).toBe('居住证');
    expect(drafts[0] && articleText(drafts[0])).toContain('居住半年以上，电话0392-12345 网上办');
    expect(JSON.stringify(drafts)).toContain('{"to":"phone","number":"0392-12345"}');
    expect(JSON.stringify(drafts)).not.toContain('example.test');
    expect(leftOut).toEqual(['脚本 1 处，未导入']);
  });

  it('plain text is read by its signs, in UTF-8 or in what offices used before', async () => {
    const gb = Uint8Array.from([0xb9, 0xab, 0xbb, 0xfd, 0xbd, 0xf0]);
    const { drafts } = await reportOf({ name: '说明.txt', bytes: gb }, UNITS);
    expect(drafts.map((draft) => [draft.title, articleText(draft)])).toEqual([['说明', '公积金']]);
    const { understood } = await reportOf({ name: '说明.txt', bytes: bytesOf('# 材料\n- 身份证') }, UNITS);
    expect(understood).toEqual(['标题 1、列表 1']);
  });

  it('what cannot be read is refused in words', async () => {
    const broken = { name: 'a.docx', bytes: bytesOf('not a document') };
    await expect(readFile(broken, UNITS)).rejects.toThrow(FailureError);
    await expect(readFile({ name: 'a.exe', bytes: bytesOf('MZ') }, UNITS)).rejects.toThrow('IMPORT_UNREADABLE');
  });
});

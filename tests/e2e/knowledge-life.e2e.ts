import { Document, HeadingLevel, ImageRun, Packer, Paragraph } from 'docx';
import ExcelJS from 'exceljs';
import { VECTORS } from '../../shared/domain/testing/injection-vectors.ts';
import { expect, test } from './fixtures.ts';
import { startWork } from './order-desk.ts';
import { goTo } from './operator.ts';

/** The smallest PNG there is. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('话务员两键反馈，维护单位答复，反馈人看到结果；没人能答的写成知识，带图和附件；更正后另一座席读到新版本', async ({
  openSeat,
  newAccount,
  newUnitAccount,
}) => {
  const [operator, owner, editor] = [
    (await openSeat('话务座席')).page(),
    (await openSeat('公积金中心')).page(),
    (await openSeat('知识座席')).page(),
  ];
  await startWork(operator, await newAccount('operator'));
  await startWork(owner, await newUnitAccount('u-gjj', 'handler'));
  await startWork(editor, await newAccount('knowledgeEditor'));

  await goTo(operator, '知识');
  await operator.getByRole('combobox', { name: '查知识' }).fill('租房提取公积金');
  const hit = operator.getByRole('option').first();
  await expect(hit).toBeVisible();
  const title = (await hit.locator('.kn-hit-title').innerText()).trim();
  expect(title).toContain('租房');
  await operator.keyboard.press('Control+E');
  await expect(operator.getByRole('dialog', { name: '知识反馈' })).toContainText(title);
  await operator.keyboard.press('1');
  await expect(operator.getByText('已反馈“错误”')).toBeVisible();
  await expect(operator.getByText('已有 1 条反馈等待处理')).toBeVisible();

  await goTo(owner, '知识管理');
  await owner
    .getByLabel('知识管理分栏')
    .getByText(/^反馈与任务/)
    .click();
  const row = owner.getByRole('row').filter({ hasText: title });
  await expect(row).toContainText('错误', { timeout: 30_000 });
  await row.getByRole('button', { name: '答复' }).click();
  const answer = owner.getByRole('dialog', { name: '答复' });
  await answer.getByText('已更正').click();
  await answer.getByLabel('给话务员的答复').fill('办理时间已改，请按新的答复');
  await owner.keyboard.press('Control+Enter');
  await expect(answer).toBeHidden();

  await operator.getByRole('button', { name: '我的反馈' }).click();
  await expect(operator.getByRole('list', { name: '我的反馈' })).toContainText('已更正：办理时间已改', {
    timeout: 30_000,
  });
  await operator.getByRole('button', { name: '我的反馈' }).click();

  // A question that nobody can answer is a task for whoever keeps knowledge, and in the end an answer with its form.
  await operator.getByRole('combobox', { name: '查知识' }).fill('月球车年检');
  await expect(operator.getByRole('option', { selected: true })).toContainText('年检');
  await operator.keyboard.press('Control+E');
  await expect(operator.getByRole('dialog', { name: '知识反馈' })).toBeVisible();
  await operator.keyboard.press('4');
  await expect(operator.getByText(/^已反馈“无人能答/)).toBeVisible();
  await goTo(editor, '知识管理');
  await editor
    .getByLabel('知识管理分栏')
    .getByText(/^反馈与任务/)
    .click();
  const task = editor.getByRole('row').filter({ hasText: '月球车年检' });
  await task.getByRole('button', { name: '写成知识' }).click({ timeout: 30_000 });
  await expect(editor.getByLabel('标题', { exact: true })).toHaveValue('月球车年检');
  await editor.getByRole('combobox', { name: '维护单位' }).fill('市住房公积金中心');
  await editor.locator('.ant-select-dropdown:visible').getByTitle('市住房公积金中心', { exact: true }).click();
  await editor.getByRole('textbox', { name: '正文' }).click();
  await editor.keyboard.type('带登月证明到窗口办理。');
  await editor
    .locator('input[aria-label="图片"]')
    .setInputFiles({ name: '窗口位置.png', mimeType: 'image/png', buffer: DOT });
  await editor.getByLabel('图片说明').fill('窗口在二楼东侧');
  const svg = { name: '图标.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg onload="fire()"/>') };
  await editor
    .locator('input[aria-label="添加附件"]')
    .setInputFiles([{ name: '年检申请表.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 表') }, svg]);
  await expect(editor.getByText(/^图标\.svg：这种文件不能放进知识/)).toBeVisible();
  await expect(editor.getByRole('list', { name: '附件' }).getByRole('listitem')).toHaveCount(2);
  await editor.keyboard.press('Control+Enter');
  await editor.getByRole('button', { name: '送审' }).click();
  await goTo(owner, '知识管理');
  await owner.getByLabel('知识管理分栏').getByText('稿件').click();
  await owner.getByRole('list', { name: '稿件' }).getByText('月球车年检').click({ timeout: 30_000 });
  await expect(owner.getByRole('img', { name: '窗口在二楼东侧' })).toBeVisible({ timeout: 30_000 });
  await owner.getByRole('button', { name: '审核通过' }).click();
  await owner.keyboard.press('Control+Enter');
  await editor.getByRole('button', { name: '发布', exact: true }).click({ timeout: 30_000 });
  await operator.getByRole('combobox', { name: '查知识' }).fill('月球车');
  await expect(operator.getByRole('option').first()).toContainText('月球车年检', { timeout: 30_000 });
  const reading = operator.getByRole('region', { name: '知识正文' });
  await expect(reading).toContainText('带登月证明到窗口办理');
  await expect(reading.getByRole('img', { name: '窗口在二楼东侧' })).toHaveJSProperty('naturalWidth', 1);
  const saved = operator.waitForEvent('download');
  await reading.getByRole('button', { name: '保存附件 年检申请表.pdf' }).click();
  expect((await saved).suggestedFilename()).toBe('年检申请表.pdf');
  await operator.getByRole('combobox', { name: '查知识' }).fill('租房提取公积金');
  await operator.getByRole('option').filter({ hasText: title }).first().click();

  await editor.getByRole('textbox', { name: '全部知识' }).fill('租房提取公积金');
  await editor.getByRole('list', { name: '稿件' }).getByText(title).first().click();
  await editor.getByRole('button', { name: '修改', exact: true }).click();
  const body = editor.getByRole('textbox', { name: '正文' });
  await body.click();
  await editor.keyboard.press('Control+Home');
  await editor.keyboard.type('办理时间改为工作日上午。');
  await editor.getByLabel('修改说明').fill('办理时间调整');
  await editor.getByRole('button', { name: '立即更正' }).click();
  await expect(editor.getByText('更正知识，已存本机')).toBeVisible();
  await expect(editor.getByRole('region', { name: '现行版本' })).toContainText('办理时间改为工作日上午', {
    timeout: 30_000,
  });
  await expect(operator.getByRole('region', { name: '知识正文' })).toContainText('办理时间改为工作日上午', {
    timeout: 30_000,
  });
  await editor.getByRole('region', { name: '历次版本' }).getByRole('button', { name: '比较' }).first().click();
  await expect(editor.locator('ins')).toContainText('工作日上午');
});

test('导入真实的 Word 和 Excel 文件，送审由维护单位审核，发布后能查到', async ({
  openSeat,
  newAccount,
  newUnitAccount,
}) => {
  const [editor, owner] = [(await openSeat('知识座席')).page(), (await openSeat('公积金中心')).page()];
  await startWork(editor, await newAccount('knowledgeEditor'));
  await startWork(owner, await newUnitAccount('u-gjj', 'unitLeader', 'handler'));
  await goTo(editor, '知识管理');
  await editor.getByLabel('知识管理分栏').getByText('导入').click();

  const word = await Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: '亮灯工程报修指南', heading: HeadingLevel.HEADING_1 }),
            new Paragraph('亮灯工程的灯不亮，记下灯杆编号报修。'),
            new Paragraph({ text: '灯杆编号', bullet: { level: 0 } }),
            new Paragraph({
              children: [new ImageRun({ type: 'png', data: DOT, transformation: { width: 9, height: 9 } })],
            }),
          ],
        },
      ],
    }),
  );
  await editor.locator('input[type=file]').setInputFiles({
    name: '亮灯.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: word,
  });
  const report = editor.getByRole('region', { name: '读取结果' });
  await expect(report).toContainText('亮灯.docx：读出 1 篇');
  await expect(report).toContainText('图片 1');
  await report.getByRole('combobox', { name: '维护单位' }).fill('市住房公积金中心');
  await editor.locator('.ant-select-dropdown:visible').getByTitle('市住房公积金中心', { exact: true }).click();
  await report.getByRole('button', { name: /导入为草稿/ }).click();

  const list = editor.getByRole('list', { name: '稿件' });
  await list.getByText('亮灯工程报修指南').click();
  await editor.getByRole('button', { name: '送审' }).click();
  await expect(editor.getByText('知识送审，已存本机')).toBeVisible();

  await goTo(owner, '知识管理');
  await owner.getByRole('list', { name: '稿件' }).getByText('亮灯工程报修指南').click({ timeout: 30_000 });
  await owner.getByRole('button', { name: '审核通过' }).click();
  await owner.keyboard.press('Control+Enter');
  await expect(owner.getByText('审核知识，已存本机')).toBeVisible();

  await editor.getByRole('button', { name: '发布', exact: true }).click({ timeout: 30_000 });
  await expect(editor.getByRole('region', { name: '现行版本' })).toContainText('记下灯杆编号', { timeout: 30_000 });
  await expect(editor.getByRole('region', { name: '现行版本' }).getByRole('img')).toHaveJSProperty('naturalWidth', 1);
  await goTo(owner, '知识');
  await owner.getByRole('combobox', { name: '查知识' }).fill('亮灯工程');
  await expect(owner.getByRole('option').first()).toContainText('亮灯工程报修指南');

  await editor.getByLabel('知识管理分栏').getByText('导入').click();
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('问答');
  sheet.addRow(['标题', '答案']);
  sheet.addRow(['充电桩安装咨询', '<img src=x onerror="window.fired=1">向供电公司申请。']);
  await editor.locator('input[type=file]').setInputFiles({
    name: '问答.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await book.xlsx.writeBuffer()),
  });
  await expect(report).toContainText('工作表“问答”：1 篇');
  await report.locator('summary').click();
  // What looks like markup is text, and nothing of it runs.
  await expect(report).toContainText('<img src=x');

  const told: string[] = [];
  editor.on('dialog', (dialog) => {
    told.push(dialog.message());
    void dialog.dismiss();
  });
  editor.on('request', (request) => {
    if (/evil|x\.test/.test(request.url())) told.push(request.url());
  });
  await editor.evaluate('globalThis.fire = () => { globalThis.fired = true; }');
  const page = VECTORS.map((vector) => `<p>前${vector}后</p>`).join('\n');
  await editor.locator('input[type=file]').setInputFiles({
    name: '网页.html',
    mimeType: 'text/html',
    buffer: Buffer.from(`<h1>${VECTORS[0]}网页</h1>${page}`),
  });
  await expect(report).toContainText('网页.html：读出');
  await report.locator('summary').first().click();
  await expect(report).toContainText('前');
  const strange = report.locator('script, iframe, object, embed, svg[onload], [onclick], [onerror], a[href], form');
  await expect(strange).toHaveCount(0);
  expect(await editor.evaluate(() => 'fired' in globalThis)).toBe(false);
  expect(told).toEqual([]);
});

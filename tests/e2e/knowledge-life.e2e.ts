import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { expect, test } from './fixtures.ts';
import { startWork } from './order-desk.ts';
import { goTo } from './operator.ts';

test('导入真实的 Word 文件，送审由维护单位审核，发布后能查到', async ({ openSeat, newAccount, newUnitAccount }) => {
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
  await goTo(owner, '知识');
  await owner.getByRole('combobox', { name: '查知识' }).fill('亮灯工程');
  await expect(owner.getByRole('option').filter({ hasText: '亮灯工程报修指南' })).toBeVisible();
});

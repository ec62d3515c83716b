import exceljs from 'exceljs';
import { readFile } from 'node:fs/promises';
import { readCsv } from '../support/read-csv.ts';
import { readPdf } from '../support/read-pdf.ts';
import { expect, test } from './fixtures.ts';
import { signIn, expectSynced } from './operator.ts';

test('报表：按本市规定列出指标和口径，打开背后的工单，导出 Excel、PDF 和 CSV', async ({
  centre,
  openSeat,
  placeCall,
}) => {
  // Somebody rings and gives up: a call of this month.
  await centre.callerHangsUp(await placeCall('13803920877'));
  const page = (await openSeat('督办台')).page();
  await signIn(page, '1301');
  await expectSynced(page);
  await page.keyboard.press('Control+Alt+9');
  const screen = page.getByRole('region', { name: '报表' });
  const table = screen.getByRole('table', { name: '统计表' });
  // The month before this one: a whole month of orders on whatever day the test runs.
  const period = screen.getByRole('combobox', { name: '期间', exact: true });
  const toLastMonth = async (): Promise<void> => {
    for (const key of ['Enter', 'ArrowDown', 'Enter']) await period.press(key);
  };
  await toLastMonth();
  await expect(table.getByRole('row').filter({ hasText: '合计' })).toBeVisible();
  await expect(table.getByRole('columnheader', { name: '按期办结率' })).toBeVisible();

  await table
    .getByRole('row')
    .filter({ hasText: '合计' })
    .getByRole('button', { name: /合计 办结件数/ })
    .click();
  const dialog = page.getByRole('dialog', { name: '合计：办结件数' });
  await expect(dialog.getByRole('row').nth(1)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  const take = async (format: string): Promise<Buffer> => {
    const downloading = page.waitForEvent('download');
    await screen.getByRole('button', { name: '导出' }).press('Enter');
    await page.getByRole('menuitem', { name: format }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toMatch(/^统计表_\d{4}-\d{2}-\d{2}_\d{4}-\d{2}-\d{2}\.(xlsx|pdf|csv)$/);
    await expect(screen.getByText(/已导出 .*，导出已留痕/)).toBeVisible();
    return readFile(await file.path());
  };
  const shown = await table.getByRole('row').filter({ hasText: '合计' }).getByRole('cell').allInnerTexts();
  const names = await table.getByRole('columnheader').allInnerTexts();
  const rows = readCsv((await take('CSV 文本')).toString('utf8'));
  expect(rows[0]?.slice(1)).toEqual(names.slice(1));
  expect(rows[1]?.[0]).toBe('合计');
  const book = new exceljs.Workbook();
  await book.xlsx.load(Uint8Array.from(await take('Excel 表格')).buffer);
  const total = book.worksheets[0]?.getRow(3).values;
  const figures = Array.isArray(total) ? total.slice(2) : [];
  // A rate is one decimal on screen; counts are the same digits.
  for (const [place, figure] of figures.entries())
    if (typeof figure === 'number' && Number.isInteger(figure) && !shown[place]?.endsWith('%'))
      expect(String(figure)).toBe(shown[place]);
  const { text, pages } = await readPdf(await take('PDF 打印稿'));
  expect(text).toContain(`第${pages}页，共${pages}页`);
  expect(text).toContain('导出1301');

  // Narrowed by something no sum knows: counted order by order, said so, and never more than all of it.
  await screen.getByRole('button', { name: '筛选', exact: true }).click();
  const filter = screen.getByRole('group', { name: '筛选条件' });
  const category = filter.getByRole('combobox', { name: '分类' });
  await category.fill('求助');
  await category.press('Enter');
  await category.press('Tab');
  await expect(filter.getByText('按工单明细逐件统计')).toBeVisible();
  // Tab goes on and chooses nothing more.
  await expect(filter.locator('.ant-select-selection-item, .ant-tag').filter({ hasText: '+1' })).toHaveCount(0);
  const narrowed = readCsv((await take('CSV 文本')).toString('utf8'));
  const handed = names.indexOf('承办件数');
  expect(Number(narrowed[1]?.[handed])).toBeGreaterThan(0);
  expect(Number(narrowed[1]?.[handed])).toBeLessThan(Number(rows[1]?.[handed]));
  expect(narrowed.flat().join(' ')).toContain('筛选：分类 求助');
  await filter.getByRole('button', { name: '清除筛选' }).click();

  await page.keyboard.press('Control+Alt+G');
  const chart = screen.getByRole('img', { name: /（按.*）：/ });
  await expect(chart.locator('canvas')).toBeVisible();
  await page.keyboard.press('Control+Alt+G');
  await expect(table).toBeVisible();

  // The same of calls, which belong to no unit: those behind a number, masked.
  await screen.getByRole('combobox', { name: '报表', exact: true }).press('Enter');
  await page.getByTitle('全部指标', { exact: true }).click();
  const calls = table
    .getByRole('row')
    .filter({ hasText: '合计' })
    .getByRole('button', { name: /合计 放弃来电/ });
  // Another kind of period and back: the newest month.
  await screen.getByText('季度', { exact: true }).click();
  await screen.getByText('月', { exact: true }).click();
  await calls.click();
  const behind = page.getByRole('dialog', { name: '合计：放弃来电' });
  const call = behind.getByRole('table', { name: '来电明细' }).getByRole('row').filter({ hasText: '138****0877' });
  await expect(call).toContainText('排队放弃');
  await page.keyboard.press('Escape');
  await expect(behind).toBeHidden();

  await toLastMonth();
  await screen.getByText('逾期工单', { exact: true }).click();
  await expect(screen.getByRole('table', { name: '逾期工单' }).getByRole('row').nth(1)).toBeVisible();
  await screen.getByText('集中反映', { exact: true }).click();
  await expect(screen.getByText('所选期间内投诉举报集中的单位')).toBeVisible();
  const clusters = screen.getByRole('table', { name: '集中反映' });
  await screen.getByRole('spinbutton').fill('2');
  const together = clusters.getByRole('row').nth(1).getByRole('button');
  await expect(together).toBeVisible();
  // Nobody complains who asks for help.
  await category.fill('求助');
  await category.press('Enter');
  await category.press('Tab');
  await expect(screen.getByText('这个期间没有达到件数的集中反映。')).toBeVisible();
  await filter.getByRole('button', { name: '清除筛选' }).click();
  await expect(together).toBeVisible();

  await screen.getByText('热点', { exact: true }).click();
  await screen.getByText('近 30 天', { exact: true }).click();
  await screen.getByRole('table', { name: '热点诉求' }).getByRole('row').nth(1).getByRole('button').click();
  const topic = page.getByRole('dialog');
  await topic.getByRole('button', { name: '起草知识' }).click();
  await expect(topic.getByText('已起草并送知识管理员核实')).toBeVisible();
  await expect(topic.getByRole('button', { name: '起草知识' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expectSynced(page);
});

import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { signIn, expectSynced } from './operator.ts';

test('报表：按本市规定列出指标和口径，打开背后的工单，导出带标记的 CSV', async ({ openSeat }) => {
  const page = (await openSeat('督办台')).page();
  await signIn(page, '1301');
  await expectSynced(page);
  await page.keyboard.press('Control+Alt+9');
  const screen = page.getByRole('region', { name: '报表' });
  const table = screen.getByRole('table', { name: '统计表' });
  await expect(table.getByRole('columnheader', { name: '按期办结率' })).toBeVisible();
  await expect(table.getByRole('row').filter({ hasText: '合计' })).toBeVisible();

  await table
    .getByRole('row')
    .filter({ hasText: '合计' })
    .getByRole('button', { name: /合计 办结件数/ })
    .click();
  const dialog = page.getByRole('dialog', { name: '合计：办结件数' });
  await expect(dialog.getByRole('row').nth(1)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  const downloading = page.waitForEvent('download');
  await screen.getByRole('button', { name: '导出 CSV' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/^统计表_\d{4}-\d{2}-\d{2}_\d{4}-\d{2}-\d{2}\.csv$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text.startsWith('\uFEFF名称,')).toBe(true);

  await screen.getByText('逾期工单', { exact: true }).click();
  await expect(screen.getByRole('table', { name: '逾期工单' }).getByRole('row').nth(1)).toBeVisible();
  await screen.getByText('集中反映', { exact: true }).click();
  await expect(screen.getByText('所选期间内投诉举报集中的单位')).toBeVisible();
});

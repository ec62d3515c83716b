import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { answer, becomeReady, contentField, expectSynced, signIn } from './operator.ts';

function tabs(page: Page) {
  return page.getByRole('tablist', { name: '草稿' }).getByRole('tab');
}

test('几份草稿同时开着：Ctrl+J 切换，刷新页面一字不少', async ({ openSeat, newAccount }) => {
  const page = (await openSeat()).page();
  await signIn(page, await newAccount());
  await expectSynced(page);
  const texts = ['第一件：路口红绿灯时间太短', '第二件：菜市场公厕没有灯', '第三件：表扬公交司机扶老人'];
  for (const [index, text] of texts.entries()) {
    await page.keyboard.press('Alt+T');
    await expect(tabs(page)).toHaveCount(index + 1);
    await expect(contentField(page)).toBeFocused();
    await page.keyboard.type(text);
    await expect(contentField(page)).toHaveValue(text);
  }
  for (const text of texts) {
    await page.keyboard.press('Control+j');
    await expect(contentField(page)).toHaveValue(text);
  }

  await page.reload();
  await expect(tabs(page)).toHaveCount(3);
  const seen = new Set<string>();
  for (const index of texts.keys()) {
    await tabs(page).nth(index).click();
    await expect(tabs(page).nth(index)).toHaveAttribute('aria-selected', 'true');
    seen.add(await contentField(page).inputValue());
  }
  expect(seen).toEqual(new Set(texts));
});

test('同一座席的第二个窗口：同一通来电只有一份草稿', async ({ openSeat, newAccount, placeCall }) => {
  const seat = await openSeat();
  test.skip(seat.secondWindow === null, '桌面程序只有一个窗口');
  const page = seat.page();
  await signIn(page, await newAccount());
  await expectSynced(page);
  const other = (await seat.secondWindow?.()) ?? page;
  await expect(other.getByRole('navigation', { name: '主导航' })).toBeVisible();
  await becomeReady(page);
  await placeCall('13803920801');
  await answer(page);
  await page.keyboard.type('两个窗口看同一通电话');
  await expect(page.getByRole('contentinfo')).toContainText('已存本机');

  for (const window of [page, other]) {
    await window.reload();
    await expect(tabs(window)).toHaveCount(1);
    await expect(contentField(window)).toHaveValue('两个窗口看同一通电话');
  }
});

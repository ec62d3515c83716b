import { expectChinese } from './chinese.ts';
import { expect, test } from './fixtures.ts';
import { answer, becomeReady, expectSynced, goTo, signIn } from './operator.ts';

// Every desk has to have something at hand, the one unit's too.
test.use({ demo: { city: 'hebi', orders: 1500 } });

test('每个页面上给人看、给人听的文字都是中文', async ({ openSeat, newAccount, placeCall }) => {
  const page = (await openSeat()).page();
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
  await expectChinese(page, '登录');
  await signIn(page, await newAccount());
  await expectSynced(page);
  await becomeReady(page);
  await placeCall('13803921101');
  await answer(page);
  await page.keyboard.type('小区路灯不亮');
  for (const key of ['F6', 'F7', 'F8', 'F9']) {
    await page.keyboard.press(key);
    await expectChinese(page, key);
  }
  for (const screen of ['工单', '知识', '规则', '同步', '设置'] as const) {
    await goTo(page, screen);
    const rail = page.getByRole('navigation', { name: '主导航' });
    await expect(rail.getByRole('button', { name: screen })).toHaveAttribute('aria-current');
    await expectChinese(page, screen);
  }
  await goTo(page, '工单');
  await page.getByLabel('快捷视图').getByText('全部').click();
  await page.getByRole('row').nth(1).click();
  await expect(page.getByRole('article', { name: '工单详情' })).toBeVisible();
  await expectChinese(page, '工单详情');
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: '快捷键一览' })).toBeVisible();
  await expectChinese(page, '快捷键一览');
});

for (const [jobNumber, work, queue] of [
  ['1203', '派单', '待派单'],
  ['2902', '承办', '办理中'],
  ['1302', '督办', '督办中'],
  ['1403', '回访', '待回访'],
  ['1502', '质检', '待质检'],
  ['1702', '批示', '待批示'],
  ['1802', '复查', '待复查'],
] as const) {
  test(`${work}：登录后就在自己的工作台，队列、工单和表单上的文字都是中文`, async ({ openSeat }) => {
    const page = (await openSeat()).page();
    await signIn(page, jobNumber);
    await expectSynced(page);
    const rail = page.getByRole('navigation', { name: '主导航' });
    await expect(rail.getByRole('button', { name: work, exact: true })).toHaveAttribute('aria-current');
    // The call's own bar is only for those who take calls.
    const takesCalls = work === '回访';
    await expect(page.getByRole('region', { name: '话务条' })).toBeVisible({ visible: takesCalls });
    await expect(page.getByRole('heading', { name: work, exact: true, level: 1 })).toBeVisible({
      visible: !takesCalls,
    });
    for (const tab of await page.getByLabel('待办队列').locator('.ant-segmented-item').all()) {
      await tab.click();
      await expectChinese(page, (await tab.textContent()) ?? '');
    }
    await page.getByLabel('待办队列').getByText(queue, { exact: true }).click();
    await page.getByRole('row').nth(1).click();
    await expect(page.getByRole('region', { name: '办理环节' })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('form')).toBeVisible();
    await expectChinese(page, '表单');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '更多事项' }).click();
    await expectChinese(page, '更多事项');
  });
}

import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '../../server/demo/accounts.ts';
import { expect, test } from './fixtures.ts';
import { expectSynced, forwardManualCall, goTo, OFFICIAL_NUMBER, signIn, signOut } from './operator.ts';

// What a desk remembers and is called: nobody has sat there before.
test.use({ unusedDesks: true });

async function tryOffline(page: Page, jobNumber: string, password: string): Promise<void> {
  await page.getByLabel('工号', { exact: true }).fill(jobNumber);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '离线登录' }).click();
}

test('离线登录：租期内用原密码；错误密码、陌生工号被拒；只能做离线允许的事', async ({ openSeat, newAccount }) => {
  const jobNumber = await newAccount();
  const stranger = await newAccount();
  const seat = await openSeat();
  const page = seat.page();
  await signIn(page, jobNumber);
  await expectSynced(page);
  await signOut(page);

  seat.wire.cut('pulled');
  await expect(page.getByText('中心暂时联系不上，可以离线登录')).toBeVisible();
  await expect(page.getByText(`近期在本座席联网登录过的工号可以用原密码登录：${jobNumber}。`)).toBeVisible();
  await tryOffline(page, jobNumber, 'wrong1234');
  await expect(page.getByText('工号或密码不正确。')).toBeVisible();
  await tryOffline(page, stranger, DEMO_PASSWORD);
  await expect(page.getByText('离线时只有近期在本座席联网登录过的工号可以登录。')).toBeVisible();
  await tryOffline(page, jobNumber, DEMO_PASSWORD);
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();

  await page.getByRole('button', { name: /账号菜单$/ }).click();
  await expect(page.getByText(/本次为离线登录，可用至 \d{4}-\d{2}-\d{2}/)).toBeVisible();
  await expect(page.getByRole('menuitem', { name: '修改密码' })).toBeDisabled();
  await page.keyboard.press('Escape');
  const provisional = await forwardManualCall(page, {
    number: '13803920501',
    content: '公园长椅断裂，有老人差点摔倒',
    unit: ['城管', '市城市管理局'],
  });

  seat.wire.heal();
  await page.getByRole('button', { name: '联网登录' }).click();
  const again = page.getByRole('dialog', { name: '联网登录' });
  await again.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD);
  await again.getByRole('button', { name: '联网登录' }).click();
  await expect(again).toBeHidden();
  await expectSynced(page);
  await goTo(page, '同步');
  const line = page.getByRole('listitem').filter({ hasText: provisional, visible: true });
  await expect(line).toContainText(OFFICIAL_NUMBER);
});

test('退出登录时还有未送出的工单：说明由本座席继续送出', async ({ openSeat, newAccount }) => {
  const jobNumber = await newAccount();
  const seat = await openSeat();
  const page = seat.page();
  await signIn(page, jobNumber);
  await expectSynced(page);
  seat.wire.cut('pulled');
  await expect(page.getByRole('contentinfo', { name: '离线' })).toBeVisible();
  const provisional = await forwardManualCall(page, {
    number: '13803920502',
    content: '早市占道，救护车进不来',
    unit: ['城管', '市城市管理局'],
  });
  await page.getByRole('button', { name: /账号菜单$/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  const dialog = page.getByRole('dialog', { name: '退出登录？' });
  await expect(dialog).toContainText('还有 1 件没有送到中心。退出后由本座席继续送出，署名仍是您。');
  await dialog.getByRole('button', { name: '退出登录' }).click();
  await expect(page.getByLabel('工号', { exact: true })).toBeVisible();

  seat.wire.heal();
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
  await signIn(page, jobNumber);
  await goTo(page, '同步');
  const line = page.getByRole('listitem').filter({ hasText: provisional, visible: true });
  await expect(line).toContainText(OFFICIAL_NUMBER, { timeout: 60_000 });
});

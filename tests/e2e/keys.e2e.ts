import { expect, test } from './fixtures.ts';
import { becomeReady, expectAgentState, expectSynced, signIn } from './operator.ts';

test('F2 在振铃显示的同一刻按下，也能接听', async ({ openSeat, newAccount, placeCall }) => {
  const page = (await openSeat()).page();
  await signIn(page, await newAccount());
  await becomeReady(page);
  // No hand is as quick: the key comes with the change of the picture, ahead of whatever React does after it. It comes
  // once, although the phone itself begins to ring only after it has been offered the call.
  await page.evaluate(`{
    const bar = document.querySelector('[data-agent-state]');
    const watch = new MutationObserver(() => {
      if (bar.dataset.agentState !== 'ringing') return;
      watch.disconnect();
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', code: 'F2', bubbles: true, cancelable: true }));
    });
    watch.observe(bar, { attributes: true });
  }`);
  await placeCall('13803921002');
  await expectAgentState(page, 'talking');
});

test('设置里改键：重复的组合被拒，改好的键立即有效，一览随之更新', async ({ openSeat, newAccount, placeCall }) => {
  const page = (await openSeat()).page();
  await signIn(page, await newAccount());
  await expectSynced(page);
  await page.keyboard.press('Control+5');
  await page.getByRole('button', { name: '接听，现为 F2，修改' }).click();
  await page.keyboard.press('F3');
  await expect(page.getByText('F3 已用于“静音 / 取消静音”，请先改那一项或换一个组合')).toBeVisible();
  await page.keyboard.press('Alt+D');
  await expect(page.getByText('这个组合留给系统、浏览器或文字编辑，请换一个')).toBeVisible();
  await page.keyboard.press('Alt+7');
  await expect(page.getByRole('button', { name: '接听，现为 Alt+7，修改' })).toBeVisible();

  await page.keyboard.press('Control+/');
  const list = page.getByRole('dialog', { name: '快捷键一览' });
  await expect(list.getByRole('region', { name: '通话' })).toContainText(/接听\s*Alt\+7/);
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();

  await page.keyboard.press('Control+1');
  await becomeReady(page);
  await placeCall('13803921001');
  await expectAgentState(page, 'ringing');
  await expect(async () => {
    await page.keyboard.press('Alt+7');
    await expect(page.getByRole('region', { name: '话务条' })).toHaveAttribute('data-agent-state', 'talking', {
      timeout: 2_000,
    });
  }).toPass();
});

import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectChinese } from './chinese.ts';
import { answer, becomeReady, contentField, expectAgentState, expectSynced, goTo, signIn } from './operator.ts';
import type { Seat } from './seat.ts';

/** An operator who speaks with a caller, and a supervisor on 班长台. */
async function shift(
  openSeat: (name?: string) => Promise<Seat>,
  newAccount: (...roles: ('operator' | 'shiftSupervisor')[]) => Promise<string>,
  placeCall: (number: string) => Promise<string>,
): Promise<{ operator: Page; supervisor: Page; jobNumber: string }> {
  const operator = (await openSeat('话务员座席')).page();
  const supervisor = (await openSeat('班长座席')).page();
  const jobNumber = await newAccount();
  await signIn(operator, jobNumber);
  await signIn(supervisor, await newAccount('shiftSupervisor'));
  await expectSynced(operator);
  await expectSynced(supervisor);
  await becomeReady(operator);
  await placeCall('13803920811');
  await answer(operator);
  await goTo(supervisor, '班长');
  return { operator, supervisor, jobNumber };
}

function row(page: Page, jobNumber: string) {
  return page.getByRole('grid', { name: '坐席' }).getByRole('row').filter({ hasText: jobNumber });
}

const bar = (page: Page) => page.getByRole('region', { name: '话务条' });

test('班长只用键盘：侦听、耳语、插入、停止，话务员知道该知道的', async ({ openSeat, newAccount, placeCall }) => {
  const { operator, supervisor, jobNumber } = await shift(openSeat, newAccount, placeCall);
  await expect(row(supervisor, jobNumber)).toContainText('138****0811');
  await row(supervisor, jobNumber).focus();
  const panel = supervisor.getByRole('region', { name: new RegExp(`^${jobNumber}`) });
  await expect(panel).toContainText('通话中');

  await supervisor.keyboard.press('Shift+F6');
  await expect(panel.getByRole('status')).toHaveText('您正在侦听');
  await expect(bar(operator)).not.toContainText('班长');
  await supervisor.keyboard.press('Shift+F7');
  await expect(panel.getByRole('status')).toHaveText('您正在耳语');
  await expect(bar(operator)).toContainText('班长耳语中');
  await supervisor.keyboard.press('Shift+F9');
  await expect(panel.getByRole('status')).toHaveText('您正在插入');
  await expect(bar(operator)).toContainText('班长已插入');
  await expectChinese(supervisor, '班长台');
  await supervisor.keyboard.press('Shift+F4');
  await expect(panel.getByRole('status')).toBeHidden();
  await expect(bar(operator)).not.toContainText('班长');
});

test('求助班长一键：班长见到提醒和正在写的内容，听到通话，结束求助', async ({ openSeat, newAccount, placeCall }) => {
  const { operator, supervisor } = await shift(openSeat, newAccount, placeCall);
  await goTo(supervisor, '工单');
  await contentField(operator).fill('来电人情绪激动，称三次反映噪音无人处理');
  await operator.keyboard.press('F1');
  await expect(bar(operator).getByRole('button', { name: '求助中' })).toHaveAttribute('aria-pressed', 'true');

  const alarm = supervisor.getByRole('alert', { name: '求助班长' });
  await expect(alarm).toContainText('在通话中求助');
  await supervisor.keyboard.press('F1');
  await expect(alarm).toBeHidden();
  const help = supervisor.getByRole('region', { name: '求助', exact: true });
  await expect(help).toContainText('三次反映噪音无人处理');
  await expect(help).not.toContainText('13803920811');
  await expect(supervisor.getByText('您正在侦听')).toBeVisible();
  await expect(bar(operator)).toContainText('已响应');
  await expect(bar(operator)).toContainText('班长侦听中');

  await operator.keyboard.press('Alt+N');
  await operator.keyboard.press('End');
  await operator.keyboard.type('，要求今天答复');
  await expect(help).toContainText('要求今天答复');
  await help.getByRole('button', { name: '结束求助' }).click();
  await expect(help).toBeHidden();
  await expect(bar(operator).getByRole('button', { name: '求助', exact: true })).toBeVisible();
});

test('班长拦截通话，并结束话务员的整理、强制示忙、强制签出', async ({ openSeat, newAccount, placeCall }) => {
  const { operator, supervisor, jobNumber } = await shift(openSeat, newAccount, placeCall);
  await row(supervisor, jobNumber).focus();
  const panel = supervisor.getByRole('region', { name: new RegExp(`^${jobNumber}`) });
  await panel.getByRole('button', { name: '拦截', exact: true }).click();
  await supervisor.keyboard.press('Control+Enter');
  await expectAgentState(supervisor, 'talking');
  await expectAgentState(operator, 'wrapUp');
  await expect(bar(operator)).toContainText('班长接管或强拆');

  await goTo(supervisor, '班长');
  await panel.getByRole('button', { name: '结束整理', exact: true }).click();
  await expectAgentState(operator, 'ready');
  await panel.getByRole('button', { name: '强制示忙', exact: true }).click();
  await expectAgentState(operator, 'busy');
  await panel.getByRole('button', { name: '强制示闲', exact: true }).click();
  await expectAgentState(operator, 'ready');
  await panel.getByRole('button', { name: '强制签出', exact: true }).click();
  await supervisor.keyboard.press('Control+Enter');
  await expectAgentState(operator, 'signedOut');
});

test('班长强拆须写原因；没有话务员有空时代接排队的来电人', async ({ openSeat, newAccount, placeCall }) => {
  const { operator, supervisor, jobNumber } = await shift(openSeat, newAccount, placeCall);
  await row(supervisor, jobNumber).focus();
  await supervisor.getByRole('button', { name: '强拆', exact: true }).click();
  const asked = supervisor.getByRole('dialog', { name: /^强拆/ });
  await expect(asked.getByRole('button', { name: /^强拆/ })).toBeDisabled();
  await supervisor.keyboard.type('持续辱骂');
  await supervisor.keyboard.press('Control+Enter');
  await expectAgentState(operator, 'wrapUp');

  await placeCall('13803920812');
  await supervisor.getByRole('button', { name: '代接 138****0812' }).click();
  await answer(supervisor);
  await expectAgentState(supervisor, 'talking');
  await expectAgentState(operator, 'wrapUp');
});

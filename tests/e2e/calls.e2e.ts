import type { Page } from '@playwright/test';
import { expectChinese } from './chinese.ts';
import { expect, test } from './fixtures.ts';
import {
  answer,
  becomeReady,
  chooseUnit,
  expectAgentState,
  expectSynced,
  goTo,
  officialNumber,
  signIn,
} from './operator.ts';

const bar = (page: Page) => page.getByRole('region', { name: '话务条' });

test('录音：暂停与继续，工单与通话记录里都能调听，说明原因并留痕', async ({
  openSeat,
  newAccount,
  placeCall,
  centre,
}) => {
  const operator = (await openSeat('录音座席')).page();
  await signIn(operator, await newAccount());
  await expectSynced(operator);
  await becomeReady(operator);
  const callId = await placeCall('13803920911');
  await answer(operator);
  await expect(bar(operator).getByRole('button', { name: '录音中' })).toBeVisible();
  await operator.keyboard.press('Shift+F3');
  await expect(bar(operator).getByRole('button', { name: '录音暂停' })).toHaveAttribute('aria-pressed', 'true');
  await operator.keyboard.press('Shift+F3');
  await expect(bar(operator).getByRole('button', { name: '录音中' })).toBeVisible();
  await operator.keyboard.type('小区门口的路灯三天不亮了');
  await operator.keyboard.press('Alt+2');
  await operator.keyboard.press('F8');
  await chooseUnit(operator, '城管', '市城市管理局');
  await operator.keyboard.press('Control+Enter');
  const number = await officialNumber(operator);
  await centre.callerHangsUp(callId);
  await expectAgentState(operator, 'wrapUp');

  await goTo(operator, '通话');
  const row = operator.getByRole('table', { name: '通话列表' }).getByRole('row').filter({ hasText: '138****0911' });
  await expect(row).toContainText('已接通');
  await row.getByRole('button').first().click();
  const detail = operator.getByRole('complementary', { name: '通话详情' });
  await expect(detail.getByRole('region', { name: '各方线路' })).toContainText('已接通');
  await expectChinese(operator, '通话记录');
  await detail.getByRole('button', { name: '调听' }).click();
  await operator.keyboard.type('核对地址');
  await operator.keyboard.press('Enter');
  await playsAndSeeks(operator);
  await expect(detail.getByText('调听记录 1')).toBeVisible();

  await detail.getByRole('button', { name: number }).click();
  const section = operator.getByRole('region', { name: '通话与录音' });
  await section.getByRole('button', { name: '调听' }).click();
  await section.getByRole('button', { name: '质量检查' }).click();
  await playsAndSeeks(operator);
});

/** As much of an audio element as is asked of it here. */
interface Sound {
  readonly duration: number;
  readonly seeking: boolean;
  currentTime: number;
  pause(): void;
  addEventListener(event: 'seeked', heard: () => void, options: { once: boolean }): void;
}

/** The sound is real, plays under the content security policy, and can be sought in. */
async function playsAndSeeks(page: Page): Promise<void> {
  const player = page.locator('audio:visible').last();
  await expect(player).toBeVisible();
  await expect
    .poll(() => player.evaluate((audio: Sound) => (Number.isFinite(audio.duration) ? audio.duration : 0)))
    .toBeGreaterThan(1);
  const at = await player.evaluate(async (audio: Sound) => {
    audio.pause();
    audio.currentTime = 1;
    if (audio.seeking)
      await new Promise<void>((resolve) => audio.addEventListener('seeked', () => resolve(), { once: true }));
    return audio.currentTime;
  });
  expect(at).toBeCloseTo(1, 1);
}

test('漏接回拨：两个座席共用一张表，一人领取另一人不能再领，回拨接通后登记', async ({
  openSeat,
  newAccount,
  placeCall,
  centre,
}) => {
  const [first, second] = [(await openSeat('一号座席')).page(), (await openSeat('二号座席')).page()];
  await signIn(first, await newAccount());
  await signIn(second, await newAccount());
  await expectSynced(first);
  await expectSynced(second);
  const gone = await placeCall('13803920922');
  await centre.callerHangsUp(gone);
  const other = await placeCall('13803920923');
  await centre.callerHangsUp(other);

  await goTo(first, '回拨');
  await goTo(second, '回拨');
  const rowOn = (page: Page, ending: string) =>
    page
      .getByRole('table', { name: '待回拨的来电人' })
      .getByRole('row')
      .filter({ hasText: `138****${ending}` });
  await expect(rowOn(first, '0922')).toContainText('待回拨');
  await expect(rowOn(second, '0922')).toContainText('待回拨');
  await rowOn(first, '0922').getByRole('button', { name: '领取' }).click();
  await expect(rowOn(first, '0922')).toContainText('回拨中');
  await expect(rowOn(second, '0922').getByRole('button', { name: '领取' })).toHaveCount(0);
  await expectChinese(first, '漏接回拨');

  await expect(first.getByText('请先签入话机，再回拨。')).toBeVisible();
  await first.keyboard.press('Alt+I');
  await expectAgentState(first, 'busy');
  await rowOn(first, '0922').getByRole('button', { name: '回拨', exact: true }).focus();
  await first.keyboard.press('Enter');
  await expectAgentState(first, 'talking');
  await first.getByLabel('显示近三天已处理的').check();
  await rowOn(first, '0922').getByRole('button', { name: '登记诉求' }).click();
  await expect(first.getByRole('textbox', { name: '联系电话' })).toHaveValue(/0922|\*/);
  await goTo(first, '回拨');
  await expect(rowOn(first, '0922')).toContainText('已回拨');
  await expect(rowOn(second, '0922')).toHaveCount(0);

  // The other one rings again by themselves, and leaves the list as they are answered.
  await expect(rowOn(second, '0923')).toContainText('待回拨');
  await becomeReady(second);
  await placeCall('13803920923');
  await answer(second);
  await goTo(second, '回拨');
  await expect(rowOn(second, '0923')).toHaveCount(0);
});

test('话务设置：技能、黑名单申请与审核、录音期限，班长可办、话务员不可见', async ({
  openSeat,
  newAccount,
  placeCall,
  centre,
}) => {
  const operator = (await openSeat('话务员座席')).page();
  const leader = (await openSeat('班长座席')).page();
  const jobNumber = await newAccount();
  await signIn(operator, jobNumber);
  await signIn(leader, await newAccount('shiftSupervisor'));
  await expectSynced(operator);
  await expectSynced(leader);
  await expect(operator.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '话务' })).toHaveCount(
    0,
  );

  await becomeReady(operator);
  const callId = await placeCall('13803920933');
  await answer(operator);
  await centre.callerHangsUp(callId);
  await expectAgentState(operator, 'wrapUp');
  await operator.keyboard.press('Control+8');
  await operator
    .getByRole('table', { name: '通话列表' })
    .getByRole('row')
    .filter({ hasText: '138****0933' })
    .getByRole('button')
    .first()
    .click();
  await operator.getByRole('button', { name: '申请限制此号码' }).click();
  await operator.getByRole('textbox', { name: '理由' }).fill('一小时内骚扰二十次');
  await operator.keyboard.press('Control+Enter');
  await expect(operator.getByText('已提交，等待班长审核')).toBeVisible();

  await leader.keyboard.press('Control+Alt+8');
  const settings = leader.getByRole('region', { name: '话务设置' });
  await expectChinese(leader, '话务设置');
  await settings.getByRole('navigation').getByRole('button', { name: '黑名单' }).click();
  const block = leader.getByRole('table', { name: '黑名单' }).getByRole('row').filter({ hasText: '138****0933' });
  await expect(block).toContainText('待班长审核');
  await block.getByRole('button', { name: '审核' }).click();
  await leader.keyboard.press('Control+Enter');
  await expect(block).toContainText('限制中');
  await placeCall('13803920933');
  await expect(block).toContainText('1 次');

  await settings.getByRole('navigation').getByRole('button', { name: '座席技能' }).click();
  const level = leader.getByRole('row').filter({ hasText: jobNumber }).getByRole('combobox', { name: /方言$/ });
  await level.click();
  await leader.locator('.ant-select-dropdown:visible').getByTitle('4', { exact: true }).click();
  await expect(leader.getByRole('row').filter({ hasText: jobNumber }).getByTitle('4')).toBeVisible();

  await settings.getByRole('navigation').getByRole('button', { name: '服务时间与问候语' }).click();
  await expect(settings).toContainText('本市规定热线全天候人工服务（第二条），不能缩短。');
  await settings.getByRole('navigation').getByRole('button', { name: '队列与技能' }).click();
  await settings.getByRole('button', { name: '添加队列' }).click();
  await leader.keyboard.press('Control+Enter');
  await expect(settings).toContainText('请先改正标出的内容，再保存。');
  await settings.getByRole('textbox', { name: '拨打的号码' }).last().fill('12345*2');
  await settings.getByRole('textbox', { name: '队列名称' }).last().fill('企业专席');
  await leader.keyboard.press('Control+Enter');
  await expect(leader.getByText('已保存').first()).toBeVisible();
});

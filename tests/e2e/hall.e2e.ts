import type { CDPSession, Page } from '@playwright/test';
import { addOperators } from '../support/at-rest.ts';
import { expectChinese } from './chinese.ts';
import { expect, test } from './fixtures.ts';
import { answer, becomeReady, contentField, expectAgentState, expectSynced, goTo, signIn } from './operator.ts';

test.use({ demo: { city: 'hebi', orders: 50 } });

const CREW = 300;

/** From here on the page counts what it sounds. */
const COUNT_SOUNDS = `globalThis.sounds = 0;
globalThis.AudioContext = class extends AudioContext { constructor(...given) { super(...given); globalThis.sounds += 1; } }`;

function tile(page: Page, name: string) {
  return page
    .getByLabel('大厅数据')
    .filter({ visible: true })
    .last()
    .locator('div')
    .filter({ has: page.getByText(name, { exact: true }) });
}

function tab(page: Page, name: string | RegExp) {
  return page.getByRole('radiogroup', { name: '班长台视图' }).getByText(name);
}

/** What the page holds, after all that nobody needs has been let go. */
async function held(cdp: CDPSession): Promise<{ nodes: number; listeners: number }> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { nodes: of('Nodes'), listeners: of('JSEventListeners') };
}

test('三百名坐席在线的大厅：筛选、消息、批准小休、技能，告警从发生到确认，大屏不积存，断网时旧数据不当作现在', async ({
  centre,
  openSeat,
  newAccount,
  placeCall,
}) => {
  test.setTimeout(300_000);
  const agents = await centre.atRest((db) => addOperators(db, CREW));
  const jobNumber = await newAccount();
  const leadNumber = await newAccount('shiftSupervisor');
  const [own, lead] = [await openSeat('话务员座席'), await openSeat('班长座席')];
  const [operator, supervisor] = [own.page(), lead.page()];
  await signIn(operator, jobNumber);
  await signIn(supervisor, leadNumber);
  await expectSynced(operator);
  await expectSynced(supervisor);
  await becomeReady(operator);
  await placeCall('13803920811');
  await answer(operator);
  await contentField(operator).fill('路灯不亮');
  await goTo(supervisor, '班长');
  const rows = supervisor.getByRole('grid', { name: '坐席' });
  await expect(rows.getByRole('row').filter({ hasText: jobNumber })).toContainText('138****0811');

  // Thresholds are the centre's: from now on a second of waiting is an alarm, and 小休 asks first.
  await tab(supervisor, '大厅设置').click();
  const settings = supervisor.getByRole('region', { name: '大厅设置' });
  await settings.getByLabel('排队等待（秒）').fill('1');
  await settings.getByLabel('工单距到期（分钟）').fill('0');
  await settings.getByLabel('小休须班长批准').check();
  await settings.getByRole('button', { name: '增加班组' }).click();
  await settings.getByLabel('班组 1 名称').fill('早班');
  await settings.getByLabel('早班 成员').fill(jobNumber);
  await supervisor.keyboard.press('Enter');
  await supervisor.keyboard.press('Escape');
  await settings.getByRole('button', { name: '保存', exact: true }).click();
  await expect(settings.getByRole('button', { name: '保存', exact: true })).toBeDisabled();
  await expectChinese(supervisor, '大厅设置');

  // From its cause to whoever takes note of it.
  await supervisor.evaluate(COUNT_SOUNDS);
  const waiting = await placeCall('13803920812');
  const alarm = supervisor.getByRole('alert', { name: '告警' });
  await expect(alarm).toContainText('等待过长');
  await expect.poll(() => supervisor.evaluate('globalThis.sounds')).toBe(1);
  await alarm.getByRole('button', { name: '查看' }).click();
  const alarms = supervisor.getByRole('table', { name: '告警列表' });
  await expect(alarms.getByRole('row').filter({ hasText: '等待过长' })).toContainText('仍在');
  await alarm.getByRole('button', { name: '确认' }).click();
  await expect(alarm).toBeHidden();
  await expect(alarms.getByRole('row').filter({ hasText: '等待过长' })).toContainText('确认');
  await expectChinese(supervisor, '告警');
  expect(await supervisor.evaluate('globalThis.sounds')).toBe(1);
  await centre.callerHangsUp(waiting);

  // Three hundred more, who take calls all the time.
  await centre.crew(agents, 4, [4000, 9000]);
  await tab(supervisor, '坐席').click();
  await expect(tile(supervisor, '签入坐席')).toContainText(String(CREW + 1));
  await expect(rows).toHaveAttribute('aria-rowcount', String(CREW + 2));
  await expect(rows.getByRole('row').filter({ hasText: '通话中' }).nth(1)).toBeVisible();
  await rows.getByRole('row').nth(1).focus();
  await supervisor.keyboard.press('End');
  await expect(rows.getByRole('row').filter({ hasText: String(5000 + CREW - 1) })).toBeFocused();
  await expectChinese(supervisor, '班长台');
  await supervisor.getByText('卡片', { exact: true }).click();
  await expect(supervisor.getByRole('list', { name: '坐席' }).getByRole('button').first()).toBeVisible();
  await supervisor.getByText('列表', { exact: true }).click();

  // One click each.
  await supervisor.getByRole('combobox', { name: '班组' }).press('Enter');
  await supervisor.getByTitle('早班', { exact: true }).click();
  await expect(rows).toHaveAttribute('aria-rowcount', '2');
  const row = rows.getByRole('row').filter({ hasText: jobNumber });
  await row.focus();
  const panel = supervisor.getByRole('region', { name: new RegExp(`^${jobNumber}`) });
  await panel.getByLabel('给话务员发消息').fill('注意路灯诉求集中');
  await supervisor.keyboard.press('Enter');
  await expect(panel.getByRole('status')).toHaveText('已发出');
  await panel.getByRole('combobox', { name: '技能 方言' }).press('Enter');
  await supervisor.getByTitle('3 级', { exact: true }).click();
  await operator.getByRole('button', { name: /^通知/ }).click();
  await expect(operator.getByText('注意路灯诉求集中')).toBeVisible();
  await operator.keyboard.press('Escape');
  await operator.keyboard.press('Shift+F2');
  await expectAgentState(operator, 'wrapUp');
  await operator.keyboard.press('Alt+R');
  await operator.getByRole('menuitem', { name: /就餐/ }).click();
  await panel.getByRole('button', { name: '批准小休' }).click();
  await expectAgentState(operator, 'rest');
  await expect(row).toContainText('就餐');

  await tab(supervisor, '数据与预测').click();
  await expect(supervisor.getByRole('region', { name: '今后几小时的来电与所需坐席' })).toContainText('爱尔朗');

  // The wall: larger screens, no hand, and nothing heaps up.
  await supervisor.getByRole('button', { name: '大屏' }).click();
  const wall = supervisor.getByRole('main', { name: '运行大屏' });
  await expect(wall.getByRole('region', { name: '市直单位在办工单' }).getByRole('row').nth(1)).toBeVisible();
  await supervisor.setViewportSize({ width: 1920, height: 1080 });
  const cdp = await supervisor.context().newCDPSession(supervisor);
  await cdp.send('Performance.enable');
  const before = await held(cdp);
  const seen = await tile(supervisor, '今日 15 秒内接听').innerText();
  await expect(tile(supervisor, '今日 15 秒内接听')).not.toHaveText(seen);
  for (let look = 0; look < 8; look += 1) {
    const text = await tile(supervisor, '今日 15 秒内接听').innerText();
    await expect(async () => expect(await tile(supervisor, '今日 15 秒内接听').innerText()).not.toBe(text)).toPass();
  }
  const after = await held(cdp);
  expect(after.nodes).toBeLessThan(before.nodes * 1.2);
  expect(after.listeners).toBeLessThan(before.listeners * 1.2);
  await expectChinese(supervisor, '大屏');

  await supervisor.keyboard.press('Escape');
  await expect(wall).toBeHidden();
  await supervisor.setViewportSize({ width: 1440, height: 900 });

  // The shift is handed on by one supervisor and taken by another.
  const heir = await newAccount();
  await tab(supervisor, '交接班').click();
  const shift = supervisor.getByRole('region', { name: '交接班' });
  await expect(shift).toContainText(`${jobNumber} `);

  // Whoever goes home leaves a draft: a colleague who is not there yet gets it, when its author has signed out.
  const left = supervisor.getByRole('region', { name: '留下的受理草稿' });
  const draft = left.getByRole('table', { name: '未指定接手人的草稿' }).getByRole('row').filter({ hasText: jobNumber });
  await draft.getByRole('combobox').fill(heir);
  await supervisor.getByTitle(new RegExp(`^${heir} `)).click();
  await draft.getByRole('button', { name: /^移交/ }).click();
  const handed = left
    .getByRole('table', { name: /^移交中/ })
    .getByRole('row')
    .filter({ hasText: heir });
  await expect(handed).toContainText('退出登录');
  await expectChinese(supervisor, '草稿移交');
  await operator.getByRole('button', { name: /账号菜单$/ }).click();
  await operator.getByRole('menuitem', { name: '退出登录' }).click();
  await operator.getByRole('dialog').getByRole('button', { name: '退出登录' }).click();
  await expect(handed).toContainText('已到中心');
  const taker = (await openSeat('接手座席')).page();
  await signIn(taker, heir);
  // It comes when it comes: in front where there is nothing else yet, and otherwise as a tab.
  await taker.getByRole('tablist', { name: '草稿' }).getByRole('tab').first().click();
  await expect(contentField(taker)).toHaveValue('路灯不亮');
  await expect(taker.getByRole('note').filter({ hasText: '移交给你' })).toContainText(jobNumber);
  await expect(handed).toContainText('已接手');

  await shift.getByLabel('已承诺事项').fill('路灯今晚修复后回电');
  // What is half-written stays, whatever one has to look at meanwhile.
  await tab(supervisor, '告警').click();
  await tab(supervisor, '交接班').click();
  await expect(shift.getByLabel('已承诺事项')).toHaveValue('路灯今晚修复后回电');
  await shift.getByRole('button', { name: '签字交班' }).click();
  await expect(shift).toContainText('等待另一位班长登录签字接班');
  await supervisor.getByRole('button', { name: '大屏' }).click();
  const next = (await openSeat('接班座席')).page();
  await signIn(next, await newAccount('shiftSupervisor'));
  await goTo(next, '班长');
  await tab(next, '交接班').click();
  await next.getByRole('button', { name: '签字接班' }).click();
  const past = next.getByRole('region', { name: '交接记录' });
  await expect(past).toContainText('路灯今晚修复后回电');
  await expect(past).not.toContainText('等待接班');
  await expectChinese(next, '交接班');

  // What has stopped coming is not shown as if it were now; it goes on by itself.
  lead.wire.cut('pulled');
  await expect(wall.getByRole('status')).toContainText('以下停在');
  lead.wire.heal();
  await expect(wall.getByRole('status')).toBeHidden({ timeout: 60_000 });
  await supervisor.keyboard.press('Escape');
  await expect(wall).toBeHidden();
});

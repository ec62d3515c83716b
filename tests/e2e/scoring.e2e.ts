import type { Locator, Page } from '@playwright/test';
import readXlsx from 'read-excel-file/node';
import { DEMO_PASSWORD } from '../../server/demo/accounts.ts';
import { callIdSchema } from '../../shared/domain/ids.ts';
import { itemsOf } from '../../shared/domain/scoring/form.ts';
import { openSeat as openSocket } from '../support/central.ts';
import { EVERY_SCORING } from '../support/scoring.ts';
import { expectChinese } from './chinese.ts';
import { expect, test } from './fixtures.ts';
import { answer, becomeReady, expectAgentState, expectSynced, goTo, signIn, signOut } from './operator.ts';

function tab(page: Page, name: string) {
  return page.getByRole('radiogroup', { name: '话务质检内容' }).getByText(name, { exact: true });
}

/** A form of the inspector's own: one item of ten points, one of five, one veto; in use from today. */
async function keepForm(page: Page, name: string): Promise<void> {
  await tab(page, '评分表').click();
  await page.getByRole('button', { name: '新建评分表' }).first().click();
  const editor = page.getByRole('region', { name: '新建评分表' });
  await editor.getByLabel('评分表名称').fill(name);
  await editor.getByLabel('部分 1 名称').fill('服务规范');
  await editor.getByLabel('部分 1 评分项 1', { exact: true }).fill('首问语');
  await editor.getByRole('button', { name: '增加评分项' }).click();
  await editor.getByLabel('部分 1 评分项 2', { exact: true }).fill('核实地点');
  await editor.getByLabel('核实地点 满分').fill('5');
  await editor.getByRole('button', { name: '增加一票否决项' }).click();
  await editor.getByLabel('一票否决项 1').fill('辱骂来电人');
  await page.keyboard.press('Control+Enter');
  const pane = page.getByRole('region', { name });
  await pane.getByRole('button', { name: '启用', exact: true }).click();
  await expect(pane).toContainText('已启用');
  await expectChinese(page, '评分表');
}

/** What another inspector hands in from elsewhere: full points but for 核实地点. */
async function handIn(url: string, jobNumber: string, points: number): Promise<void> {
  const seat = openSocket(url, '校准座席');
  await seat.signIn(jobNumber, DEMO_PASSWORD, true);
  const { rows } = await seat.client.scoring.list({ ...EVERY_SCORING, view: 'toScore' });
  const row = rows.find(({ source }) => source.kind === 'calibration');
  if (!row) throw new Error('no call to compare');
  const { form } = await seat.client.scoring.get({ id: row.id });
  const marks = itemsOf(form.content).map((item) => ({
    itemId: item.id,
    points: item.name === '核实地点' ? points : item.points,
    remark: '只问了街道',
    atSeconds: null,
  }));
  await seat.client.scoring.submit({ id: row.id, revision: row.revision, sheet: { marks, vetoes: [], comment: '' } });
  seat.close();
}

/** Another inspector comes upon a call elsewhere and gives it full points. */
async function scoreFully(url: string, jobNumber: string, callId: string): Promise<void> {
  const seat = openSocket(url, '质检座席');
  await seat.signIn(jobNumber, DEMO_PASSWORD, true);
  const form = (await seat.client.scoring.forms()).find(({ content }) => content.name === '通话评分细则');
  if (!form) throw new Error('the form is not there');
  const { id, revision } = await seat.client.scoring.takeCall({
    callId: callIdSchema.parse(callId),
    formId: form.formId,
  });
  const marks = itemsOf(form.content).map((item) => ({
    itemId: item.id,
    points: item.points,
    remark: '',
    atSeconds: null,
  }));
  await seat.client.scoring.submit({ id, revision, sheet: { marks, vetoes: [], comment: '' } });
  seat.close();
}

test('话务质检：只用键盘边听录音边评分，换座席接着写，申诉改分或维持，话务员确认，结果导出；校准一通电话，按计划抽取', async ({
  openSeat,
  newAccount,
  placeCall,
  centre,
}) => {
  test.setTimeout(240_000);
  const jobNumber = await newAccount();
  const operator = (await openSeat('话务员座席')).page();
  await signIn(operator, jobNumber);
  await expectSynced(operator);
  await becomeReady(operator);
  const take = async (number: string): Promise<string> => {
    const callId = await placeCall(number);
    await answer(operator);
    await operator.keyboard.type('小区门口的路灯三天不亮了');
    await centre.callerHangsUp(callId);
    await expectAgentState(operator, 'wrapUp');
    return callId;
  };
  await take('13803920931');
  await operator.keyboard.press('Alt+X');
  await expectAgentState(operator, 'ready');
  const another = await take('13803920932');

  const ownNumber = await newAccount('qualityInspector');
  const others = [await newAccount('qualityInspector'), await newAccount('qualityInspector')] as const;
  const lead = (await openSeat('质检座席')).page();
  let inspector = lead;
  await signIn(inspector, ownNumber);
  await goTo(inspector, '话务质检');
  await keepForm(inspector, '通话评分细则');

  // A call that somebody has come upon is scored like one that was drawn.
  await goTo(inspector, '通话');
  const calls = (): Locator => inspector.getByRole('table', { name: '通话列表' });
  await calls().getByRole('row').filter({ hasText: '138****0931' }).getByRole('button').first().click();
  await inspector.getByRole('complementary', { name: '通话详情' }).getByRole('button', { name: '评分' }).click();
  const dialog = inspector.getByRole('dialog', { name: '评分' });
  await dialog.getByRole('combobox', { name: '评分表' }).press('Enter');
  await dialog.getByTitle('通话评分细则', { exact: true }).last().click();
  await inspector.keyboard.press('Control+Enter');

  // From here on no mouse: the hand is on the first item.
  const first = inspector.getByRole('spinbutton', { name: '首问语' });
  await expect(first).toBeFocused();
  await expect(inspector.getByRole('button', { name: '听录音' })).toBeVisible();
  await inspector.keyboard.press('Alt+/');
  const sound = inspector.locator('audio:visible');
  await expect.poll(() => sound.evaluate((audio: { readyState: number }) => audio.readyState)).toBeGreaterThan(0);
  await inspector.keyboard.press('1');
  await inspector.keyboard.press('0');
  await expect(inspector.getByLabel('总分', { exact: true })).toHaveText('100.0');
  await inspector.keyboard.press('Enter');
  await expect(inspector.getByRole('spinbutton', { name: '核实地点' })).toBeFocused();
  await inspector.keyboard.press('3');
  await expect(inspector.getByLabel('总分', { exact: true })).toHaveText('86.7');
  // Points that are lost are said why, with the place in the recording.
  await inspector.keyboard.press('Control+Enter');
  await expect(inspector.getByText('“核实地点”扣分须写明理由')).toBeVisible();
  await inspector.keyboard.press('Enter');
  await expect(inspector.getByLabel('核实地点 备注')).toBeFocused();
  await inspector.keyboard.type('没有核实小区名称');
  await expect(inspector.getByRole('button', { name: /^听 \d+:\d\d$/ })).toBeVisible();
  await inspector.keyboard.press('Enter');
  await expect(inspector.getByRole('checkbox', { name: '辱骂来电人' })).toBeFocused();
  // What is written is at the centre a pause later: its inspector goes on at another desk.
  await expect(inspector.getByText(/^已存中心 \d/)).toBeVisible();
  await signOut(inspector);
  inspector = (await openSeat('另一质检座席')).page();
  await signIn(inspector, ownNumber);
  await goTo(inspector, '话务质检');
  await inspector
    .getByRole('table', { name: '评分任务' })
    .getByRole('row')
    .filter({ hasText: jobNumber })
    .getByRole('button')
    .press('Enter');
  await expect(inspector.getByLabel('核实地点 备注')).toHaveValue('没有核实小区名称');
  await expect(inspector.getByLabel('总分', { exact: true })).toHaveText('86.7');
  await expectChinese(inspector, '评分');
  await inspector.keyboard.press('Control+Enter');
  await expect(inspector.getByText('提交后通知话务员')).toBeVisible();
  await inspector.keyboard.press('Control+Enter');
  await expect(inspector.getByText(/^已提交，总分 86\.7。/)).toBeVisible();

  // The operator is told, sees why, and disagrees.
  await operator.getByRole('button', { name: /^通知/ }).click();
  await operator.getByRole('region', { name: '通知' }).getByRole('button', { name: /评分/ }).first().click();
  await expect(operator.getByRole('region', { name: '服务规范' })).toContainText('没有核实小区名称');
  const answering = operator.getByRole('region', { name: '申诉' });
  await answering.getByRole('button', { name: '申诉', exact: true }).click();
  await answering.getByLabel('申诉理由').fill('开头已核实过小区名称');
  await answering.getByLabel('申诉的评分项').fill('核实');
  await operator.keyboard.press('Enter');
  await operator.keyboard.press('Escape');
  await answering.getByRole('button', { name: '提交申诉' }).click();
  await expect(operator.getByRole('region', { name: '申诉' })).toContainText('开头已核实过小区名称');
  await expectChinese(operator, '我的评分');

  // Somebody else than whoever scored decides, beside the score.
  await signIn(lead, await newAccount('shiftSupervisor'));
  await goTo(lead, '话务质检');
  await tab(lead, '申诉').click();
  await lead.getByRole('row').filter({ hasText: jobNumber }).getByRole('button').press('Enter');
  await expect(lead.getByRole('region', { name: '申诉' })).toContainText('开头已核实过小区名称');
  await lead.getByRole('radiogroup', { name: '处理申诉' }).getByText('支持并改分').click();
  await lead.getByRole('spinbutton', { name: /^核实地点/ }).focus();
  await lead.keyboard.press('5');
  await lead.getByLabel('处理理由').fill('录音开头有核实');
  await expectChinese(lead, '申诉处理');
  await lead.keyboard.press('Control+Enter');
  await expect(lead.getByText(/^已提交，总分 100\.0。/)).toBeVisible();

  // The next one follows by itself. Nothing is found for it: the score stands, and reasons are enough.
  await expect(lead.getByLabel('处理理由')).toHaveValue('');
  await lead.getByLabel('处理理由').focus();
  await lead.keyboard.type('录音与评分相符');
  await lead.keyboard.press('Control+Enter');
  await expect(lead.getByText(/^已提交，总分 (?!100\.0)/)).toBeVisible();

  // Another score the operator agrees with.
  await scoreFully(centre.url, others[0], another);
  await operator
    .getByRole('table', { name: '我的评分' })
    .getByRole('row')
    .filter({ hasText: '待确认' })
    .getByRole('button')
    .press('Enter');
  await operator.getByRole('button', { name: '确认评分' }).press('Enter');
  await expect(operator.getByRole('region', { name: '经过' })).toContainText('话务员确认');

  await tab(lead, '结果').click();
  const line = lead.getByRole('table', { name: '评分结果' }).getByRole('row').filter({ hasText: `测试员` }).filter({
    hasText: '100.0',
  });
  await expect(line.first()).toContainText('100.0%');
  await expectChinese(lead, '评分结果');
  const downloading = lead.waitForEvent('download');
  await lead.getByRole('button', { name: '导出' }).press('Enter');
  await expect(lead.getByRole('menuitem', { name: 'Excel 表格' })).toBeVisible();
  await lead.keyboard.press('Tab');
  await expect(lead.getByRole('menuitem', { name: 'Excel 表格' })).toBeFocused();
  await lead.keyboard.press('Enter');
  const [page] = await readXlsx(await (await downloading).path());
  expect(page?.data.find(([name]) => String(name).includes(jobNumber))?.slice(1, 5)).toEqual([2, 100, 2, 1]);
  await expect(lead.getByText(/^已导出 通话评分结果_话务员_.*，导出已留痕/)).toBeVisible();
  await lead.keyboard.press('Control+Alt+G');
  await expect(lead.getByRole('img', { name: /按话务员的平均分/ }).locator('canvas')).toBeVisible();

  // The same call as a measure for several: laid open together, and a reference fixed.
  await goTo(inspector, '通话');
  await calls().getByRole('row').filter({ hasText: '138****0931' }).getByRole('button').first().click();
  await inspector.getByRole('complementary', { name: '通话详情' }).getByRole('button', { name: '发起校准' }).click();
  const opening = inspector.getByRole('dialog', { name: '发起校准' });
  await opening.getByLabel('名称').fill('首次校准');
  await opening.getByRole('combobox', { name: '评分表' }).press('Enter');
  await opening.getByTitle('通话评分细则', { exact: true }).last().click();
  for (const number of others) {
    await opening.getByRole('combobox', { name: '质检员' }).fill(number);
    await inspector.keyboard.press('Enter');
  }
  await inspector.keyboard.press('Control+Enter');
  await expect(inspector.getByText(/各自评分中，互不可见/)).toBeVisible();
  for (const [at, number] of others.entries()) await handIn(centre.url, number, 5 - at);
  await inspector.getByRole('button', { name: '开放讨论' }).click();
  await inspector.getByRole('button', { name: '确认开放' }).click();
  await expect(inspector.getByRole('table', { name: '评分对照' })).toContainText('核实地点');
  await inspector.getByRole('button', { name: '定基准分' }).click();
  await inspector.getByLabel('讨论结论').fill('核实到楼栋才给满分');
  await inspector.keyboard.press('Control+Enter');
  await expect(inspector.getByRole('columnheader', { name: '基准分' })).toBeVisible();
  await expectChinese(inspector, '校准');

  // A plan, tried, saved and drawn from at once.
  await tab(inspector, '抽检计划').click();
  await inspector.getByRole('button', { name: '新建计划' }).first().press('Enter');
  await inspector.getByLabel('计划名称').focus();
  await inspector.keyboard.type('每周每人两件');
  await inspector.getByRole('button', { name: '试算' }).press('Enter');
  await expect(inspector.getByText(/^上一周期 .* 通电话中抽 \d+ 件/)).toBeVisible();
  await inspector.getByRole('button', { name: '保存' }).press('Enter');
  await inspector.getByRole('button', { name: '立即抽取' }).press('Enter');
  await expect(inspector.getByText(/^已抽取 [1-9]\d* 件/)).toBeVisible();
  await inspector.getByRole('region', { name: '抽取记录' }).getByRole('button', { name: '复核' }).press('Enter');
  await expect(inspector.getByText('重新抽取结果一致')).toBeVisible();
  await expectChinese(inspector, '抽检计划');
});

import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectSynced, signIn } from './operator.ts';
import { accept, begin, choose, expectState, give, pickUnit, startWork, takeFrom } from './order-desk.ts';

// Every queue has something, and each desk has its copy at once. The same for all who say so: they share a centre.
test.use({ demo: { city: 'hebi', orders: 300 } });

const UNIT = 'u-cgj';
const UNIT_NAME = '市城市管理局';
const PHONE = '19900002602';

/** An order that waits at the unit to be signed for. @returns its number */
async function dispatched(operator: Page, dispatcher: Page, content: string): Promise<string> {
  const number = await accept(operator, { category: 2, content, phone: PHONE });
  await takeFrom(dispatcher, '待派单', number);
  const form = await begin(dispatcher, '派单');
  await pickUnit(form, '承办单位（主办）', '城市管理局', UNIT_NAME);
  await give(dispatcher, '派单');
  return number;
}

async function isFocused(field: Locator): Promise<boolean> {
  return (await field.and(field.page().locator(':focus')).count()) > 0;
}

test('写到一半的办理表单：刷新、停电、退出登录都不丢，交出后不再出现', async ({
  openSeat,
  newAccount,
  newUnitAccount,
}) => {
  test.setTimeout(300_000);
  const clerk = (await openSeat('话务座席')).page();
  await startWork(clerk, await newAccount('operator'));
  const dispatcher = (await openSeat('派单台')).page();
  await startWork(dispatcher, await newAccount('dispatcher'));
  const number = await dispatched(clerk, dispatcher, '人行道地砖松动，下雨天溅水');

  const seat = await openSeat('承办单位');
  const jobNumber = await newUnitAccount(UNIT, 'handler');
  await startWork(seat.page(), jobNumber);
  const written = async (queue = '待签收'): Promise<void> => {
    await takeFrom(seat.page(), queue, number);
    const form = await begin(seat.page(), '申请退单');
    await expect(form.getByRole('textbox', { name: '理由' })).toHaveValue('该路段由开发区维护');
  };
  await takeFrom(seat.page(), '待签收', number);
  const first = await begin(seat.page(), '申请退单');
  await first.getByRole('textbox', { name: '理由' }).fill('该路段由开发区维护');
  // The desk has it when a second window of it does; Electron has one window, and there the reload tells.
  const other = await seat.secondWindow?.();
  if (other) {
    await takeFrom(other, '待签收', number);
    const same = await begin(other, '申请退单');
    await expect(same.getByRole('textbox', { name: '理由' })).toHaveValue('该路段由开发区维护');
    await other.close();
  }
  await seat.page().reload();
  await written();
  await seat.killStation();
  await expectSynced(seat.page());
  await seat.page().reload();
  await written();

  const page = seat.page();
  await page.getByRole('button', { name: /测试员/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click();
  await signIn(page, jobNumber);
  await expectSynced(page);
  await written();
  await page.getByRole('form', { name: '申请退单' }).getByRole('textbox', { name: '依据' }).fill('市政设施职责分工');
  await give(page, '申请退单');
  await page.reload();
  await takeFrom(page, '待签收', number);
  await expect(page.getByRole('button', { name: '签收', exact: true })).toBeVisible();
  await expect(page.getByTitle('有写了一半的内容，打开接着写')).toBeHidden();
});

test('两个窗口同时写一份表单：两份都在，由本人选一份', async ({ openSeat, newAccount }) => {
  test.setTimeout(300_000);
  const seat = await openSeat();
  test.skip(seat.secondWindow === null, '桌面程序只有一个窗口');
  const page = seat.page();
  await startWork(page, await newAccount('operator', 'dispatcher'));
  await page.getByRole('button', { name: '受理', exact: true }).click();
  const number = await accept(page, { category: 2, content: '窨井盖翘起，夜里看不见', phone: PHONE });
  const other = (await seat.secondWindow?.()) ?? page;
  for (const window of [page, other]) {
    await window.getByRole('button', { name: '派单', exact: true }).click();
    await takeFrom(window, '待派单', number);
    await begin(window, '联系诉求人');
  }
  const textOf = (window: Page) =>
    window.getByRole('form', { name: '联系诉求人' }).getByRole('textbox', { name: '联系情况' });
  // While the station is away neither window hears of the other.
  await seat.killStation();
  await textOf(page).fill('甲窗口：已电话核实位置');
  await textOf(other).fill('乙窗口：位置待核实');
  // The line that says that the station starts again is an alert too.
  const asked = (window: Page) =>
    window.getByRole('form', { name: '联系诉求人' }).getByRole('alert').filter({ hasText: '另一个窗口' });
  await expect
    .poll(async () => [await asked(page).isVisible(), await asked(other).isVisible()], { timeout: 60_000 })
    .toContain(true);
  const [asker, listener] = (await asked(page).isVisible()) ? [page, other] : [other, page];
  const own = await textOf(asker).inputValue();
  await expect(asked(asker)).toContainText(await textOf(listener).inputValue());
  await asked(asker).getByRole('button', { name: '用这里的' }).click();
  await expect(textOf(listener)).toHaveValue(own);
});

test('从待签收到上报结果，只用键盘', async ({ openSeat, newAccount, newUnitAccount }) => {
  test.setTimeout(300_000);
  const clerk = (await openSeat('话务座席')).page();
  await startWork(clerk, await newAccount('operator'));
  const dispatcher = (await openSeat('派单台')).page();
  await startWork(dispatcher, await newAccount('dispatcher'));
  const number = await dispatched(clerk, dispatcher, '路口绿化带遮挡视线，车辆出小区看不见来车');

  const page = (await openSeat('承办单位')).page();
  await startWork(page, await newUnitAccount(UNIT, 'handler'));
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  await press('Control+f');
  await page.keyboard.type(number);
  const listed = page.getByRole('row').filter({ hasText: /HB\d{4}-/ });
  await expect(listed).toHaveCount(1);
  await expect(listed).toContainText(number);
  await press('Enter');
  await press('Enter');
  await expect(page.getByRole('article', { name: '工单详情' })).toContainText(number);
  await press('Control+Enter');
  await expect(page.getByRole('form', { name: '签收' })).toBeVisible();
  await give(page, '签收');
  await expectState(page, '办理中');

  // The caller hears first, then the centre: what is called for leads, and its key opens it. H8.
  const typeInto = async (act: string, field: string, text: string): Promise<void> => {
    const form = page.getByRole('form', { name: act });
    for (let step = 0; step < 8 && !(await isFocused(form.getByRole('textbox', { name: field }))); step += 1) {
      await press('Tab');
      // The first answer of each question that has none yet.
      const radio = form.locator('input[type="radio"]:focus:not(:checked)');
      if ((await radio.count()) > 0) await press('Space');
    }
    await expect(form.getByRole('textbox', { name: field })).toBeFocused();
    await page.keyboard.type(text);
  };
  await press('Control+Enter');
  await expect(page.getByRole('form', { name: '答复诉求人' })).toBeVisible();
  await typeInto('答复诉求人', '答复内容', '绿化带今日修剪，请您留意出口视线');
  await give(page, '答复诉求人');
  await expect(page.getByRole('region', { name: '可办事项' }).getByRole('button').first()).toHaveText(/上报结果/);
  await press('Control+Enter');
  await expect(page.getByRole('form', { name: '上报结果' })).toBeVisible();
  await press('Space');
  await typeInto('上报结果', '办理结果', '绿化带已修剪到规定高度，出口视线恢复');
  await press('Control+Enter');
  await expect(page.getByText(/^上报结果已存本机/)).toBeVisible();
  await expectSynced(page);
  await expect(page.getByRole('article', { name: '工单详情' })).toContainText('绿化带已修剪到规定高度');
});

test('H10：批示手写签名，连同账号时间封存，别的座席看到签名完好', async ({ openSeat, newAccount }) => {
  test.setTimeout(300_000);
  const clerk = (await openSeat('话务座席')).page();
  await startWork(clerk, await newAccount('operator'));
  const number = await accept(clerk, { category: 2, content: '老旧小区改造涉及多个部门，协调多次无果', phone: PHONE });
  const dispatcher = (await openSeat('派单台')).page();
  await startWork(dispatcher, await newAccount('dispatcher'));
  await takeFrom(dispatcher, '待派单', number);
  const submitting = await begin(dispatcher, '呈报领导');
  await submitting.getByRole('textbox', { name: '呈报对象' }).fill('市政府分管领导');
  await submitting.getByRole('textbox', { name: '专报内容' }).fill('三个部门意见不一，建议由市城市管理局牵头。');
  await give(dispatcher, '呈报领导');

  const leader = (await openSeat('领导')).page();
  await startWork(leader, await newAccount('leader'));
  await takeFrom(leader, '待批示', number);
  const form = await begin(leader, '批示');
  await form.getByRole('textbox', { name: '批示内容' }).fill('请城管局牵头，一周内报方案。');
  await pickUnit(form, '承办单位', '城市管理局', UNIT_NAME);
  await choose(form, '签名方式', '手写');
  const pad = form.getByRole('img', { name: /^手写签名区/ });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('the pad has no place on the screen');
  await leader.mouse.move(box.x + 30, box.y + 20);
  await leader.mouse.down();
  for (const [x, y] of [
    [60, 60],
    [110, 30],
    [160, 70],
    [220, 25],
  ] as const)
    await leader.mouse.move(box.x + x, box.y + y, { steps: 4 });
  await leader.mouse.up();
  await expect(form.getByRole('img', { name: '已手写签名' })).toBeVisible();
  await give(leader, '批示');

  await expectSynced(dispatcher);
  const signed = dispatcher.getByRole('article', { name: '工单详情' }).getByRole('group', { name: '签名' });
  await expect(signed).toContainText('签名完好');
  await expect(signed.locator('.act-pad path')).toHaveAttribute('d', /^M\d+ \d+(?:L\d+ \d+){3,}/);
});

import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { beijingDate } from '../../shared/instant.ts';
import { addDays } from '../../shared/policy/calendar.ts';
import { chooseUnit, expectSynced, goTo, officialNumber } from './operator.ts';
import { accept, begin, give, lookUp, pickUnit, queues, startWork, takeFrom, writeRequest } from './order-desk.ts';

// Every queue has something, and each desk has its copy at once. The same for all who say so: they share a centre.
test.use({ demo: { city: 'hebi', orders: 300 } });

const UNIT_NAME = '市城市管理局';
const PHONE = '19900002601';

/** A 转办 that has a limit from now on. @returns its number */
async function forward(page: Page, content: string): Promise<string> {
  await writeRequest(page, { category: 2, content, phone: PHONE });
  await page.keyboard.press('F8');
  await chooseUnit(page, '城市管理局', UNIT_NAME);
  await page.keyboard.press('Control+Enter');
  return await officialNumber(page);
}

function limitOf(page: Page): Locator {
  return page.getByRole('article', { name: '工单详情' }).getByRole('region', { name: '办理时限' });
}

async function toRules(page: Page, place: string): Promise<void> {
  await goTo(page, '规则');
  await page.getByRole('navigation', { name: '规则目录' }).getByRole('button', { name: place }).click();
}

async function writeDay(editor: Locator, name: string, date: string): Promise<void> {
  const field = editor.getByRole('textbox', { name, exact: true });
  // A program leaves the field sooner than it has taken in what was typed; it then shows what it had.
  await expect(async () => {
    await field.fill(date);
    await field.press('Enter');
    await field.blur();
    await expect(field).toHaveValue(date, { timeout: 2_000 });
  }).toPass();
}

/** The months from this one to December, by their first and last civil dates, and the year. Beijing time. */
function thisYear(): { months: readonly { first: string; last: string }[]; year: number } {
  const today = beijingDate(Date.now());
  const year = Number(today.slice(0, 4));
  const firsts = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-01`);
  const months = firsts.map((first, month) => ({ first, last: addDays(firsts[month + 1] ?? `${year + 1}-01-01`, -1) }));
  return { months: months.filter(({ last }) => last >= today), year };
}

async function setDays(editor: Locator, first: string, last: string, change: '本市停办' | '放假'): Promise<void> {
  await writeDay(editor, '起', first);
  await writeDay(editor, '止', last);
  await editor.getByTitle(change, { exact: true }).click();
  await editor.getByRole('button', { name: '设定' }).click();
}

test('工作日历：登记停办，看清哪些暂定期限会变，生效后每个座席都按新日历，工单留有记录', async ({
  openSeat,
  newAccount,
}) => {
  test.setTimeout(300_000);
  const office = (await openSeat('管理台')).page();
  await startWork(office, await newAccount('administrator'));
  const operator = (await openSeat('话务座席')).page();
  await startWork(operator, await newAccount());

  // Closed to the end of the announced calendar: what is taken now can only be due in the estimate beyond it.
  await toRules(office, '工作日历');
  await office.getByRole('button', { name: '维护日历' }).click();
  const editor = office.getByRole('region', { name: '维护工作日历' });
  const { months, year } = thisYear();
  await writeDay(editor, '已录入至', `${year}-12-31`);
  for (const { first, last } of months) await setDays(editor, first, last, '本市停办');
  await editor.getByRole('button', { name: /^查看影响/ }).click();
  await editor.getByRole('button', { name: /^生效/ }).click();
  await expect(office.getByText(/^新日历已生效/)).toBeVisible();
  await expect(
    office
      .getByRole('region', { name: '工作日历' })
      .getByTitle(/^\d{4}-12-\d\d 本市停办/)
      .first(),
  ).toBeVisible();

  await expectSynced(operator);
  const number = await forward(operator, '停办期间登记：河边护栏松动，小孩常在旁边玩耍');
  await lookUp(operator, number);
  await expect(limitOf(operator)).toContainText('暂定');

  await office.getByRole('button', { name: '维护日历' }).click();
  for (const span of await editor.getByRole('button', { name: /^取消 / }).all()) await expect(span).toBeVisible();
  while ((await editor.getByRole('button', { name: /^取消 / }).count()) > 0)
    await editor
      .getByRole('button', { name: /^取消 / })
      .first()
      .click();
  // What is being changed outlives the window.
  await office.reload();
  await expectSynced(office);
  await toRules(office, '工作日历');
  await office.getByRole('button', { name: '维护日历' }).click();
  await expect(editor).toContainText('还没有手工设定的日期');
  // And the next year is announced, so that nothing is due in the unknown, on whatever day this runs.
  await setDays(editor, `${year + 1}-01-01`, `${year + 1}-01-03`, '放假');
  await writeDay(editor, '已录入至', `${year + 1}-12-31`);
  await editor.getByRole('button', { name: /^查看影响/ }).click();
  await expect(editor.getByRole('row').filter({ hasText: number })).toContainText('暂定');
  await expect(limitOf(operator)).toContainText('暂定');
  await office.keyboard.press('Control+Enter');
  await expect(office.getByText(/件工单的期限已重新计算并记入办理过程/)).toBeVisible();

  await expect(limitOf(operator)).not.toContainText('暂定');
  await expect(operator.getByRole('region', { name: '办理过程' })).toContainText('工作日历更新');
});

test('规则更新：两个版本逐栏对照，在办工单先看后改，每件留有记录', async ({ openSeat, newAccount, centre }) => {
  test.setTimeout(300_000);
  const operator = (await openSeat('话务座席')).page();
  await startWork(operator, await newAccount());
  const number = await forward(operator, '规则更新前登记：公园健身器材的螺丝松动');
  await lookUp(operator, number);
  await expect(limitOf(operator)).toContainText('10 个工作日');

  await centre.nextRules({ H8: '7wd' });
  try {
    const office = (await openSeat('管理台')).page();
    await startWork(office, await newAccount('administrator'));
    await toRules(office, '版本与更新');
    const changed = office.getByRole('table', { name: '版本对照' }).getByRole('row').filter({ hasText: '7 个工作日' });
    await expect(changed.first()).toContainText('10 个工作日');
    await expect(changed.first()).toContainText('H8');

    const update = office.getByRole('region', { name: '在办工单的期限' });
    await update.getByRole('button', { name: /^查看会改变什么/ }).click();
    await expect(update.getByRole('row').filter({ hasText: number })).toContainText('7 个工作日');
    await expect(limitOf(operator)).toContainText('10 个工作日');
    await update.getByRole('button', { name: /^按新版重新计算/ }).click();
    await expect(update.getByText(/^已按新版重新计算/)).toBeVisible();
    await expect(limitOf(operator)).toContainText('7 个工作日');
    await expect(operator.getByRole('region', { name: '办理过程' })).toContainText('办理规定更新到第 2 版');
  } finally {
    await centre.nextRules(null);
  }
});

test('派单目录：派单员改一行，别的派单员当即看到，派单时成为第一条建议', async ({ openSeat, newAccount }) => {
  const keeper = (await openSeat('派单台一')).page();
  await startWork(keeper, await newAccount('dispatcher'));
  const other = (await openSeat('派单台二')).page();
  await startWork(other, await newAccount('dispatcher'));
  for (const page of [keeper, other]) {
    await queues(page).getByText('派单目录', { exact: true }).click();
    await page.getByRole('searchbox', { name: '查找事项或单位' }).fill('路灯');
  }
  const line = keeper.getByRole('table', { name: '派单目录' }).getByRole('row').nth(1);
  const subject = await line.getByRole('rowheader').innerText();
  await line.getByRole('button', { name: /^派单目录/ }).click();
  const dialog = keeper.getByRole('dialog', { name: `派单目录：${subject}` });
  await pickUnit(dialog, '承办单位', '城市管理局', UNIT_NAME);
  await dialog.getByRole('textbox', { name: '说明' }).fill('含路灯杆和配电箱');
  await keeper.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  const seen = other.getByRole('row').filter({ hasText: subject });
  await expect(seen).toContainText(UNIT_NAME);
  await expect(seen).toContainText('含路灯杆和配电箱');

  await seen.getByRole('button', { name: /^派单目录/ }).click();
  const removing = other.getByRole('dialog', { name: `派单目录：${subject}` });
  await removing.getByRole('button', { name: '移出目录' }).click();
  await expect(removing).toBeHidden();
  await expect(line).toContainText('未列入');
});

test('督办看板：按单位催办超期工单，看板点单位名就是它的超期清单', async ({ openSeat, newAccount }) => {
  const page = (await openSeat('督办台')).page();
  await startWork(page, await newAccount('overseer'));
  const board = page.getByRole('table', { name: '各单位办理情况' });
  // What the demo's orders are doing depends on the hour: some unit has one that can be urged.
  await expect(board.getByRole('button', { name: /^催办 / }).first()).toBeVisible();
  let unit = '';
  let number = '';
  for (const urge of await board.getByRole('button', { name: /^催办 / }).all()) {
    unit = ((await urge.getAttribute('aria-label')) ?? '').replace(/^催办 | 的超期工单$/g, '');
    await urge.click();
    const dialog = page.getByRole('dialog', { name: `催办单：${unit}` });
    const urged = dialog.getByRole('listitem');
    await expect(urged.first().or(dialog.getByText('没有可以催办的超期工单'))).toBeVisible();
    number = /HB\d+-\d+/.exec((await urged.allTextContents()).join(' '))?.[0] ?? '';
    if (number !== '') break;
    await page.keyboard.press('Escape');
  }
  const dialog = page.getByRole('dialog', { name: `催办单：${unit}` });
  await dialog.getByRole('textbox', { name: '催办内容' }).fill('已超过期限，请今日内报告进展。');
  await dialog.getByRole('button', { name: /^催办 \d+ 件/ }).click();
  await expect(page.getByText(/^已催办 \d+ 件，已存本机/)).toBeVisible();
  await expectSynced(page);
  await board.getByRole('button', { name: unit, exact: true }).click();
  await page.getByRole('row').filter({ hasText: number }).click();
  await expect(page.getByRole('article', { name: '工单详情' })).toContainText('已超过期限，请今日内报告进展。');
});

test('J5：回避后，该人员的列表里当即没有这件工单，也查不到', async ({ openSeat, newAccount }) => {
  test.setTimeout(300_000);
  const operator = (await openSeat('话务座席')).page();
  await startWork(operator, await newAccount());
  const number = await accept(operator, { category: 3, content: '举报某科室办事拖延，同一材料要了三遍', phone: PHONE });
  const away = await newAccount('dispatcher');
  const recused = (await openSeat('派单台一')).page();
  await startWork(recused, away);
  await takeFrom(recused, '待派单', number);

  const dispatcher = (await openSeat('派单台二')).page();
  await startWork(dispatcher, await newAccount('dispatcher'));
  await takeFrom(dispatcher, '待派单', number);
  const form = await begin(dispatcher, '回避');
  await form.getByRole('combobox', { name: '回避人员' }).fill(away);
  await dispatcher
    .locator('.ant-select-dropdown:visible')
    .getByTitle(new RegExp(`${away}$`))
    .click();
  await form.getByRole('textbox', { name: '理由' }).fill('与被反映人是亲属');
  await give(dispatcher, '回避');
  const detail = dispatcher.getByRole('article', { name: '工单详情' });
  await expect(detail.getByRole('region', { name: '回避', exact: true })).toContainText(away);

  await expect(recused.getByRole('row').filter({ hasText: number })).toBeHidden({ timeout: 60_000 });
  await expect(recused.getByRole('article', { name: '工单详情' })).not.toContainText('举报某科室');
  await recused.getByRole('button', { name: '工单', exact: true }).click();
  await recused.getByLabel('快捷视图').getByText('全部').click();
  await recused.getByRole('searchbox', { name: '搜索全部工单' }).fill(number);
  await expect(recused.getByText('没有符合条件的工单。')).toBeVisible();
});

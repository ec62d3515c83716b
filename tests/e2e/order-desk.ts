import { expect, type Locator, type Page } from '@playwright/test';
import { contentField, expectSynced, officialNumber, signIn } from './operator.ts';

/** What people of every role do with an order, as a test says it. */

/** Signs in and waits until the desk has its data. */
export async function startWork(page: Page, jobNumber: string): Promise<void> {
  await signIn(page, jobNumber);
  await expectSynced(page);
}

export interface Request {
  /** By its key: 咨询 1, 求助 2, 投诉 3, 举报 4, 建议 5, 表扬 6. */
  readonly category: 1 | 2 | 3 | 4 | 5 | 6;
  /** As the list names it; absent: 12345 热线. */
  readonly channel?: string;
  readonly content: string;
  readonly phone: string;
  readonly name?: string;
  /** The whole name of one of the city's units. */
  readonly accused?: string;
}

/** Writes down what did not come by telephone; how it is ended is left open. */
export async function writeRequest(page: Page, request: Request): Promise<void> {
  await page.keyboard.press('Alt+T');
  await expect(contentField(page)).toBeFocused();
  await page.keyboard.type(request.content);
  await page.keyboard.press(`Alt+${request.category}`);
  if (request.channel !== undefined) {
    await page.getByRole('combobox', { name: '渠道' }).click();
    await page.locator('.ant-select-dropdown:visible').getByTitle(request.channel, { exact: true }).click();
  }
  if (request.accused !== undefined) {
    await page.getByRole('combobox', { name: '被诉单位' }).fill(request.accused);
    await page.locator('.ant-select-dropdown:visible').getByTitle(request.accused, { exact: true }).click();
  }
  if (request.name !== undefined) await page.getByRole('textbox', { name: '姓名' }).fill(request.name);
  await page.getByRole('textbox', { name: '联系电话' }).fill(request.phone);
}

/** 登记受理 without a unit. @returns the centre's number */
export async function accept(page: Page, request: Request): Promise<string> {
  await writeRequest(page, request);
  await page.keyboard.press('F8');
  await page.keyboard.press('Shift+F8');
  return await officialNumber(page);
}

/** The queues of whoever is signed in. */
export function queues(page: Page): Locator {
  return page.getByLabel('待办队列');
}

/** Takes the order from a queue; it opens beside the list. */
export async function takeFrom(page: Page, queue: string, number: string): Promise<Locator> {
  await queues(page).getByText(queue, { exact: true }).click();
  await page.getByRole('searchbox', { name: '搜索全部工单' }).fill(number);
  const row = page.getByRole('row').filter({ hasText: number });
  await expect(row).toBeVisible({ timeout: 30_000 });
  await row.click();
  const detail = page.getByRole('article', { name: '工单详情' });
  await expect(detail).toContainText(number);
  return detail;
}

/** Opens an act's form; from the row of acts, or from 更多. */
export async function begin(page: Page, act: string): Promise<Locator> {
  const acts = page.getByRole('region', { name: '可办事项' });
  const button = acts.getByRole('button', { name: act, exact: true });
  const form = page.getByRole('form', { name: act });
  await expect(acts.getByRole('button', { name: '更多事项' })).toBeVisible();
  // What can be done may change under the pointer, as the centre's answer to the act before arrives.
  await expect(async () => {
    // A click that took longer than its time has opened it all the same; its last button bears the act's name too.
    if (await form.isVisible()) return;
    const kept = page.getByRole('tooltip').getByRole('button', { name: act, exact: true });
    if (await button.isVisible()) return button.click({ timeout: 2_000 });
    if (!(await kept.isVisible())) await acts.getByRole('button', { name: '更多事项' }).click({ timeout: 2_000 });
    await kept.click({ timeout: 2_000 });
  }).toPass();
  await expect(form).toBeVisible();
  return form;
}

/** Gives the form in hand to the desk by its key, and waits until the desk has it. */
export async function give(page: Page, act: string): Promise<void> {
  await page.keyboard.press('Control+Enter');
  // Another screen, hidden now, may say the same of the same act done there before.
  await expect(page.getByText(new RegExp(`^${act}已存本机`)).filter({ visible: true })).toBeVisible();
  await expectSynced(page);
}

/** Chooses one of the few in a group. */
export async function choose(form: Locator, group: string, option: string): Promise<void> {
  await form.getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click();
}

/** Takes the unit of exactly this name. */
export async function pickUnit(form: Locator, field: string, typed: string, name: string): Promise<void> {
  await form.getByRole('combobox', { name: field }).fill(typed);
  await form.page().locator('.ant-select-dropdown:visible').getByTitle(name, { exact: true }).click();
}

/** What an act would set as the limit, before it is done. */
export function limitAfter(form: Locator): Locator {
  return form.getByRole('region', { name: '办理后的时限' });
}

/** Expects an act under 更多, with the words why it can't be done now. */
export async function expectBarred(page: Page, act: string, why: string | RegExp): Promise<void> {
  const more = page.getByRole('region', { name: '可办事项' }).getByRole('button', { name: '更多事项' });
  await more.click();
  const barred = page.getByRole('tooltip').getByRole('region', { name: '现在不能办理' });
  await expect(barred.getByRole('listitem').filter({ hasText: act })).toContainText(why);
  await more.click();
  await expect(barred).toBeHidden();
}

/** Signs for what a unit was sent. */
export async function signFor(page: Page, number: string): Promise<void> {
  await takeFrom(page, '待签收', number);
  await begin(page, '签收');
  await give(page, '签收');
  await expectState(page, '办理中');
}

/** Tells the caller, and reaches them. */
export async function replyCaller(page: Page, how: string, text: string): Promise<void> {
  const form = await begin(page, '答复诉求人');
  await choose(form, '答复方式', how);
  await choose(form, '是否联系上诉求人', '已联系上');
  await form.getByRole('textbox', { name: '答复内容' }).fill(text);
  await give(page, '答复诉求人');
}

/** Grants what a unit asked for. */
export async function grantExtension(page: Page, number: string, reason: string): Promise<void> {
  await takeFrom(page, '延期待批', number);
  const form = await begin(page, '审批延期');
  await choose(form, '审核意见', '同意延期');
  await form.getByRole('textbox', { name: '理由' }).fill(reason);
  await expect(limitAfter(form)).toBeVisible();
  await give(page, '审批延期');
}

/** 督办 for the first of the city's occasions. */
export async function supervise(page: Page, how: string, text: string): Promise<void> {
  const form = await begin(page, '督办');
  await form.getByRole('combobox', { name: '督办情形' }).click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
  await choose(form, '督办方式', how);
  await form.getByRole('textbox', { name: '督办意见' }).fill(text);
  await give(page, '督办');
}

/** The caller was reached and is not satisfied, with reason. */
export async function hearDissatisfied(page: Page, number: string, why: string, queue = '待回访'): Promise<void> {
  await takeFrom(page, queue, number);
  const form = await begin(page, '回访');
  await choose(form, '是否联系上诉求人', '已联系上');
  await choose(form, '评价', '不满意');
  await choose(form, '不满意是否有合理依据', '合理');
  await form.getByRole('textbox', { name: '不满意的原因' }).fill(why);
  await give(page, '回访');
}

/** The caller was reached and is satisfied. */
export async function hearSatisfied(page: Page, number: string, queue = '待回访'): Promise<void> {
  await takeFrom(page, queue, number);
  const form = await begin(page, '回访');
  await choose(form, '是否联系上诉求人', '已联系上');
  await choose(form, '评价', '满意');
  await give(page, '回访');
}

/** Opens the forms of the order in hand, and the one of this name. @returns its preview */
export async function openPrint(page: Page, name: string): Promise<Locator> {
  await page.keyboard.press('Control+p');
  const dialog = page.getByRole('dialog', { name: '打印文书' });
  await dialog.getByText(name, { exact: true }).first().click();
  return dialog.getByRole('region', { name: '预览' });
}

/** Closes an order on this ground. */
export async function close(page: Page, ground: string): Promise<void> {
  const form = await begin(page, '办结');
  await choose(form, '办结依据', ground);
  await give(page, '办结');
  await expectState(page, '已办结');
}

/** Puts the order away. */
export async function archive(page: Page, number: string): Promise<void> {
  await takeFrom(page, '待归档', number);
  await begin(page, '归档');
  await give(page, '归档');
  await expectState(page, '已归档');
}

/** Looks an order up among all that this person may see. */
export async function lookUp(page: Page, number: string): Promise<void> {
  await page.getByRole('button', { name: '工单', exact: true }).click();
  await page.getByLabel('快捷视图').getByText('全部').click();
  await page.getByRole('searchbox', { name: '搜索全部工单' }).fill(number);
  await page.getByRole('row').filter({ hasText: number }).click();
  await expect(page.getByRole('article', { name: '工单详情' })).toContainText(number);
}

/** The state the order's detail shows. */
export async function expectState(page: Page, state: string): Promise<void> {
  await expect(page.getByRole('article', { name: '工单详情' }).locator('header .order-tags')).toContainText(state, {
    timeout: 30_000,
  });
}

/** Reports what was done, as the unit's handler. */
export async function report(page: Page, text: string): Promise<void> {
  const form = await begin(page, '上报结果');
  await choose(form, '核查结论', '属实');
  await form.getByRole('textbox', { name: '办理结果' }).fill(text);
  await give(page, '上报结果');
}

/** Reads and signs the report, as the unit's leader. */
export async function signReport(page: Page, number: string, name: string): Promise<void> {
  await takeFrom(page, '待审签', number);
  const form = await begin(page, '负责人审签');
  await choose(form, '审签意见', '同意上报');
  await form.getByRole('textbox', { name: '负责人签名' }).fill(name);
  await give(page, '负责人审签');
}

/** Answers the three questions of the check: all yes, or no to the last with a reason. */
export async function inspect(page: Page, number: string, reason: string | null): Promise<void> {
  await takeFrom(page, '待质检', number);
  const form = await begin(page, '质检');
  await choose(form, '事实清楚', '是');
  await choose(form, '定性准确', '是');
  await choose(form, '处理到位', reason === null ? '是' : '否');
  if (reason !== null) await form.getByRole('textbox', { name: '退回理由' }).fill(reason);
  await give(page, '质检');
}

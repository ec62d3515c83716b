import { expect, type Locator, type Page } from '@playwright/test';
import { expectSynced, signIn } from './operator.ts';

/** What people of every role do with an order, as a test says it. */

/** Signs in and waits until the desk has its data. */
export async function startWork(page: Page, jobNumber: string): Promise<void> {
  await signIn(page, jobNumber);
  await expectSynced(page);
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
  await expect(acts.getByRole('button', { name: '更多事项' })).toBeVisible();
  if (await button.isVisible()) {
    await button.click();
  } else {
    await acts.getByRole('button', { name: '更多事项' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: act, exact: true }).click();
  }
  const form = page.getByRole('form', { name: act });
  await expect(form).toBeVisible();
  return form;
}

/** Gives the form in hand to the desk by its key, and waits until the desk has it. */
export async function give(page: Page, act: string): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(new RegExp(`^${act}已存本机`))).toBeVisible();
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

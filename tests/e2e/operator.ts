import { expect, type Locator, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '../../server/demo/accounts.ts';
import { demoUnits } from '../../server/demo/units.ts';

/** What an operator does again and again, as a test says it. */

/** Signs in on the sign-in page; answers once the desk has its data. */
export async function signIn(page: Page, jobNumber: string, password: string = DEMO_PASSWORD): Promise<void> {
  // A sixth desk beside five at work takes its time to open its files and its knowledge.
  await page.getByLabel('工号', { exact: true }).fill(jobNumber, { timeout: 120_000 });
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible({ timeout: 60_000 });
}

/** Signs out and answers once the sign-in page is there. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /账号菜单$/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.getByRole('dialog', { name: '退出登录？' }).getByRole('button', { name: '退出登录' }).click();
  await expect(page.getByLabel('工号', { exact: true })).toBeVisible();
}

/** The softphone's state, as {@link AgentState} names it. */
export async function expectAgentState(page: Page, state: string): Promise<void> {
  await expect(page.getByRole('region', { name: '话务条' })).toHaveAttribute('data-agent-state', state);
}

/** Signs the phone in and makes it ready, by keys. */
export async function becomeReady(page: Page): Promise<void> {
  await expectAgentState(page, 'signedOut');
  await page.keyboard.press('Alt+I');
  await expectAgentState(page, 'busy');
  await page.keyboard.press('Alt+X');
  await expectAgentState(page, 'ready');
}

/** Answers the ringing call; the hand is then in 诉求内容. */
export async function answer(page: Page): Promise<void> {
  await expectAgentState(page, 'ringing');
  // A program presses sooner after the ring is painted than its key listens; a second press does nothing else.
  await expect(async () => {
    await page.keyboard.press('F2');
    await expect(page.getByRole('region', { name: '话务条' })).toHaveAttribute('data-agent-state', 'talking', {
      timeout: 2_000,
    });
  }).toPass();
  await expect(page.getByRole('textbox', { name: /^诉求内容/ })).toBeFocused();
}

/** Types into the unit field that has the hand, and takes the unit of exactly this name. */
export async function chooseUnit(page: Page, typed: string, name: string): Promise<void> {
  await page.keyboard.type(typed);
  await expect(page.getByRole('option', { name, exact: true })).toBeAttached();
  await page.keyboard.press('Enter');
}

/** An order number of the centre, as opposed to a desk's provisional one. */
export const OFFICIAL_NUMBER = /[A-Z]{2}\d{4}-\d{6}/;

/** The provisional number a desk gives while the centre has not answered. */
export const PROVISIONAL_NUMBER = /待编-[0-9A-Z]{4}-\d{4}/;

/** 诉求内容, where the hand is while somebody speaks. */
export function contentField(page: Page): Locator {
  return page.getByRole('textbox', { name: '诉求内容' });
}

/** The panel that shows what was done, with its number. */
export function resultPanel(page: Page): Locator {
  return page.getByRole('region', { name: '办理结果' });
}

/** Waits for the centre's number in the result. @returns it */
export async function officialNumber(page: Page): Promise<string> {
  const number = resultPanel(page).getByLabel('工单号', { exact: true });
  await expect(number).toHaveText(OFFICIAL_NUMBER);
  return (await number.textContent()) ?? '';
}

/** The number a desk gave by itself, as it stands in the result. */
export async function provisionalNumber(page: Page): Promise<string> {
  const number = resultPanel(page).getByLabel('工单号', { exact: true });
  await expect(number).toHaveText(PROVISIONAL_NUMBER);
  return (await number.textContent()) ?? '';
}

/** Every number a unit of the demo can be rung at, whatever the hour. */
export function numbersOf(unitName: string): string[] {
  const unit = demoUnits().find(({ name }) => name === unitName);
  if (!unit) throw new Error(`the demo has no unit ${unitName}`);
  return unit.contacts.map(({ phone }) => phone);
}

/** Names that others begin with. */
const LONGER: Readonly<Record<string, string>> = { 知识: '(?!管理)', 话务: '(?!质检)' };

/** Goes to another screen by the rail. */
export async function goTo(
  page: Page,
  screen:
    | '受理'
    | '班长'
    | '工单'
    | '知识'
    | '知识管理'
    | '规则'
    | '同步'
    | '设置'
    | '通话'
    | '回拨'
    | '话务'
    | '话务质检',
): Promise<void> {
  await page
    .getByRole('navigation', { name: '主导航' })
    .getByRole('button', { name: new RegExp(`^${screen}${LONGER[screen] ?? ''}`) })
    .click();
}

/** Waits until the desk has all it may have, and the centre all the desk has written. */
export async function expectSynced(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^已同步/ })).toBeVisible({ timeout: 60_000 });
}

export interface ManualCall {
  readonly number: string;
  /** As the field shows it, `2026-11-22 07:05:00`; absent: now. */
  readonly startedAt?: string;
  readonly content: string;
  /** What is typed to find the unit, and its whole name. */
  readonly unit: readonly [typed: string, name: string];
}

/** 补录, by keys, of a call taken on the telephone, and 转办 of what was said. @returns the provisional number */
export async function forwardManualCall(page: Page, call: ManualCall): Promise<string> {
  await page.keyboard.press('Alt+B');
  await expect(page.getByRole('textbox', { name: '来电号码' })).toBeFocused();
  await page.keyboard.type(call.number);
  if (call.startedAt !== undefined) {
    await page.getByRole('textbox', { name: '通话开始' }).fill(call.startedAt);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('textbox', { name: '补录原因' }).fill('断网期间用话机接听');
  await page.keyboard.press('Alt+N');
  await expect(contentField(page)).toBeFocused();
  await page.keyboard.type(call.content);
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('F8');
  await chooseUnit(page, ...call.unit);
  await page.keyboard.press('Control+Enter');
  return await provisionalNumber(page);
}

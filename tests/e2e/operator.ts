import { expect, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '../../server/demo/accounts.ts';

/** What an operator does again and again, as a test says it. */

/** Signs in on the sign-in page; answers once the desk has its data. */
export async function signIn(page: Page, jobNumber: string, password: string = DEMO_PASSWORD): Promise<void> {
  await page.getByLabel('工号', { exact: true }).fill(jobNumber);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
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
export const OFFICIAL_NUMBER = /HB\d{4}-\d{6}/;

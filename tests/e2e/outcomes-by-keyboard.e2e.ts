import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '../../server/demo/accounts.ts';
import { expect, test } from './fixtures.ts';
import {
  answer,
  becomeReady,
  chooseUnit,
  contentField,
  expectAgentState,
  numbersOf,
  officialNumber,
  resultPanel,
} from './operator.ts';

// Nothing here touches the mouse: what has the hand gets the next key, from the sign-in page on.

/** A unit with a number at every hour of every day. */
const HEATING = '市热力公司';

async function takeCall(page: Page, jobNumber: string, ring: () => Promise<string>): Promise<void> {
  await expect(page.getByLabel('工号', { exact: true })).toBeFocused();
  await page.keyboard.type(jobNumber);
  await page.keyboard.press('Tab');
  await page.keyboard.type(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
  await becomeReady(page);
  await ring();
  await answer(page);
}

/** Ends the call and what comes after it: the phone is ready for the next one. */
async function finish(page: Page): Promise<void> {
  await page.keyboard.press('Shift+F2');
  await expectAgentState(page, 'wrapUp');
  await page.keyboard.press('Control+Enter');
  await expect(resultPanel(page)).toBeHidden();
  await page.keyboard.press('Alt+X');
  await expectAgentState(page, 'ready');
}

/** Asks the knowledge by what is typed, and takes the article of this title as the answer. */
async function answerFrom(page: Page, typed: string, title: RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: '查知识' })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(typed);
  await expect(page.getByRole('option', { selected: true })).toContainText(title);
  const answerField = page.getByRole('region', { name: '即办' }).getByRole('textbox', { name: '答复内容' });
  // Between a key and its answer nothing is taken from the list: a program presses sooner than that.
  await expect(async () => {
    await page.keyboard.press('Enter');
    await expect(answerField).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await expect(answerField).not.toBeEmpty();
  await page.keyboard.press('Control+Enter');
  await officialNumber(page);
  await expect(resultPanel(page)).toContainText('即办，已答复并办结');
}

test.use({ unusedDesks: true });

test('只用键盘 · 即办：三个来电都按拼音首字母查到，回车用作答复；读过和置顶的下次就在手边', async ({
  openSeat,
  newAccount,
  placeCall,
}) => {
  const page = (await openSeat()).page();
  await takeCall(page, await newAccount(), () => placeCall('13803920201'));
  await page.keyboard.type('想问租房提取住房公积金需要哪些材料');
  await page.keyboard.press('Alt+1');
  // Others name the fund too, and come first until the question is whole.
  await answerFrom(page, 'gjj 提取', /提取公积金/);
  await finish(page);

  await placeCall('13803920211');
  await answer(page);
  await page.keyboard.type('老人七十多了，想问每个月的津贴怎么领');
  await page.keyboard.press('Alt+1');
  await answerFrom(page, 'gljt', /高龄津贴/);
  await finish(page);

  await placeCall('13803920212');
  await answer(page);
  await page.keyboard.press('Control+k');
  const recent = page.getByRole('group', { name: '最近读过' }).getByRole('option');
  await expect(recent).toHaveText([/高龄津贴/, /公积金/]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+d');
  await expect(page.getByRole('group', { name: '置顶' }).getByRole('option')).toHaveText([/公积金/]);
  await page.keyboard.press('Escape');
  await expect(contentField(page)).toBeFocused();
  await page.keyboard.type('残疾证到期了怎么换');
  await page.keyboard.press('Alt+1');
  await answerFrom(page, 'cjrz', /残疾人证/);
  await finish(page);
});

test('只用键盘 · 直办：咨询、三方、写下答复、办结', async ({ openSeat, newAccount, placeCall, centre }) => {
  for (const phone of numbersOf(HEATING)) await centre.unitBehaviour(phone, 'answers');
  const page = (await openSeat()).page();
  await takeCall(page, await newAccount(), () => placeCall('13803920202'));
  await page.keyboard.type('供暖已经开始，家里暖气还是不热');
  await page.keyboard.press('Alt+2');

  await page.keyboard.press('F7');
  await chooseUnit(page, '热力', HEATING);
  const panel = page.getByRole('region', { name: '直办' });
  await expect(panel.getByRole('button', { name: /^呼叫/ })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(panel).toContainText('单位已接，来电人等候');
  await page.keyboard.press('Control+Enter');
  await expect(panel).toContainText('三方通话中');
  await expect(panel.getByRole('textbox', { name: '答复内容' })).toBeFocused();
  await page.keyboard.type('换热站正在调试，今晚八点前恢复，仍不热可预约测温');
  await page.keyboard.press('Control+Enter');

  await officialNumber(page);
  await expect(resultPanel(page)).toContainText('直办，已答复并办结');
  await finish(page);
});

test('只用键盘 · 直办占线：一键转办，什么都不用再填', async ({ openSeat, newAccount, placeCall, centre }) => {
  for (const phone of numbersOf(HEATING)) await centre.unitBehaviour(phone, 'busy');
  const page = (await openSeat()).page();
  await takeCall(page, await newAccount(), () => placeCall('13803920203'));
  const content = '楼下换热站夜里噪声很大，睡不着觉';
  await page.keyboard.type(content);
  await page.keyboard.press('Alt+3');

  await page.keyboard.press('F7');
  await chooseUnit(page, '热力', HEATING);
  const direct = page.getByRole('region', { name: '直办' });
  await expect(direct.getByRole('button', { name: /^呼叫/ })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(direct.getByRole('button', { name: /^改为转办/ })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  const forward = page.getByRole('region', { name: '转办' });
  await expect(forward.getByRole('list', { name: '呼叫记录' })).toContainText('占线');
  await expect(contentField(page)).toHaveValue(content);
  await page.keyboard.press('Control+Enter');

  await officialNumber(page);
  await expect(resultPanel(page)).toContainText(`已转办 → ${HEATING}`);
  await finish(page);
  for (const phone of numbersOf(HEATING)) await centre.unitBehaviour(phone, 'answers');
});

test('只用键盘 · 转办：Alt+Enter 采纳建议的单位', async ({ openSeat, newAccount, placeCall }) => {
  const page = (await openSeat()).page();
  await takeCall(page, await newAccount(), () => placeCall('13803920204'));
  await page.keyboard.type('小区门口下水道堵了，污水漫到路面，已经两天');
  await page.keyboard.press('Alt+2');

  await page.keyboard.press('F8');
  const panel = page.getByRole('region', { name: '转办' });
  await expect(panel).toContainText(/10 个工作日，.+止/);
  const suggestion = panel.getByRole('button', { name: /^采纳建议：/ }).first();
  const unit = /^采纳建议：(.+)，把握/.exec((await suggestion.getAttribute('aria-label')) ?? '')?.[1] ?? '';
  await page.keyboard.press('Alt+Enter');
  await expect(suggestion).toBeHidden();
  await page.keyboard.press('Control+Enter');

  await officialNumber(page);
  await expect(resultPanel(page)).toContainText(`已转办 → ${unit}`);
  await finish(page);
});

test('只用键盘 · T7 登记受理：单位不清楚时留给派单员', async ({ openSeat, newAccount, placeCall }) => {
  const page = (await openSeat()).page();
  await takeCall(page, await newAccount(), () => placeCall('13803920206'));
  await page.keyboard.type('两个小区之间的空地堆满垃圾，物业和街道都说不归自己管');
  await page.keyboard.press('Alt+2');

  await page.keyboard.press('F8');
  await expect(page.getByRole('region', { name: '转办' })).toBeVisible();
  await page.keyboard.press('Shift+F8');

  await officialNumber(page);
  await expect(resultPanel(page)).toContainText('已登记受理，等派单员派单');
  await finish(page);
});

test('只用键盘 · 不予受理：数字键选理由', async ({ openSeat, newAccount, placeCall }) => {
  const page = (await openSeat()).page();
  await takeCall(page, await newAccount(), () => placeCall('13803920205'));
  await page.keyboard.type('对已经生效的行政复议决定不服，要求热线改变结果');
  await page.keyboard.press('Alt+3');

  await page.keyboard.press('F9');
  const panel = page.getByRole('region', { name: '不予受理' });
  await expect(panel.getByRole('group', { name: /^不予受理理由/ })).toBeFocused();
  await expect(panel.getByRole('radio').first()).toBeVisible();
  await page.keyboard.press('3');
  await expect(panel.getByRole('radio').nth(2)).toBeChecked();
  await expect(panel.getByRole('blockquote')).toContainText('请读给来电人');
  await page.keyboard.press('Control+Enter');

  await officialNumber(page);
  await expect(resultPanel(page)).toContainText('不予受理，已登记');
  await finish(page);
});

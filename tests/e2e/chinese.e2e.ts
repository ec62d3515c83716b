import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { answer, becomeReady, expectSynced, goTo, signIn } from './operator.ts';

/** Latin words that are part of the language here: keys, file kinds and measures, numbers of orders, versions, addresses. */
const KNOWN = [
  /\b(?:Ctrl|Alt|Shift|Enter|Esc|Escape|F\d{1,2})\b/g,
  /\b(?:MB|KB|PDF|Word|Excel|APP|App|KTV|WiFi|ETC|POS|LED|GPS|NFC|SIM|VIP|CT|gjj)\b/g,
  /工单号 (?:JL|HB|TH|AK|ZZ)\b/g,
  /HB\d{4}-\d{6}|待编-[0-9A-Z]{4}-\d{4}/g,
  /v\d+\.\d+\.\d+\S*/g,
  /https?:\/\/\S+/g,
  /demo1234/g,
];

/** Citizens' own words and the knowledge's: not the program's text. */
const QUOTED = /^- (?:row|option|article|textbox)\b/;
/** The component library names its own icons so, inside controls that have a Chinese name of their own. */
const LIBRARY_ICON = /^- img "[a-z-]+"$/;
/** How the snapshot itself says what a thing is: its role, its states, the kind of a line. */
const NOTATION = /^- (?:\/?[a-z]+:?)|\[[^\]]*\]/g;

/** What of an accessibility snapshot has Latin words in it: everything a person reads or hears, line by line. */
function latinWords(snapshot: string): string[] {
  const found: string[] = [];
  let quotedFrom = Number.POSITIVE_INFINITY;
  for (const line of snapshot.split('\n')) {
    const indent = line.search(/\S/);
    if (indent > quotedFrom) continue;
    const text = line.trim().replace(/^- '(.*)'$/, '- $1');
    quotedFrom = QUOTED.test(text) ? indent : Number.POSITIVE_INFINITY;
    if (quotedFrom === indent || LIBRARY_ICON.test(text)) continue;
    const said = KNOWN.reduce((left, known) => left.replaceAll(known, ''), text.replaceAll(NOTATION, ''));
    if (/[A-Za-z]{2,}/.test(said)) found.push(text);
  }
  return found;
}

async function expectChinese(page: Page, where: string): Promise<void> {
  expect(latinWords(await page.locator('body').ariaSnapshot()), where).toEqual([]);
}

test('每个页面上给人看、给人听的文字都是中文', async ({ openSeat, newAccount, placeCall }) => {
  const page = (await openSeat()).page();
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
  await expectChinese(page, '登录');
  await signIn(page, await newAccount());
  await expectSynced(page);
  await becomeReady(page);
  await placeCall('13803921101');
  await answer(page);
  await page.keyboard.type('小区路灯不亮');
  for (const key of ['F6', 'F7', 'F8', 'F9']) {
    await page.keyboard.press(key);
    await expectChinese(page, key);
  }
  for (const screen of ['工单', '知识', '规则', '同步', '设置'] as const) {
    await goTo(page, screen);
    const rail = page.getByRole('navigation', { name: '主导航' });
    await expect(rail.getByRole('button', { name: screen })).toHaveAttribute('aria-current');
    await expectChinese(page, screen);
  }
  await goTo(page, '工单');
  await page.getByLabel('快捷视图').getByText('全部').click();
  await page.getByRole('row').nth(1).click();
  await expect(page.getByRole('article', { name: '工单详情' })).toBeVisible();
  await expectChinese(page, '工单详情');
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: '快捷键一览' })).toBeVisible();
  await expectChinese(page, '快捷键一览');
});

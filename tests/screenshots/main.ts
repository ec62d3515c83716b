// npm run screenshots: every screen of the running program, light and dark, into docs/screenshots/.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { ensureBrowser } from '../../build/scripts/browser.ts';
import { buildRenderer } from '../../build/scripts/bundles.ts';
import { CHROMIUM_ARGS, findChromium } from '../../build/scripts/chromium.ts';
import { ROOT } from '../../build/scripts/tools.ts';
import { demoCallerNumbers } from '../../server/demo/callers.ts';
import { startTestCentre, type TestCentre } from '../support/centre.ts';
import { webSeat, type Seat } from '../e2e/seat.ts';
import { answer, becomeReady, chooseUnit, expectAgentState, expectSynced, signIn } from '../e2e/operator.ts';

const FOLDER = path.join(ROOT, 'docs/screenshots');
const SIZE = { width: 1440, height: 900 };
const WIDE = { width: 1920, height: 1080 };
type Look = 'light' | 'dark';

/** What is still moving or loading when a step is done is still by then, ms. */
const SETTLE_MS = 900;

const REQUEST = '天山路与淮河路口的路灯已经坏了五天，晚上很黑，老人孩子过马路不安全，希望尽快修好';

async function main(): Promise<void> {
  const missing = await ensureBrowser();
  const executablePath = findChromium();
  if (executablePath === null || missing.length > 0)
    throw new Error(`screenshots need a browser: ${missing.join('; ')}`);
  await buildRenderer();
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });

  const centre = await startTestCentre();
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  try {
    for (const [look, jobNumber] of [
      ['light', '1001'],
      ['dark', '1002'],
    ] as const) {
      const seat = await webSeat(browser, lookOf(look), centre.url, `座席 ${jobNumber}`);
      const taken = await tellStory(centre, seat, look, jobNumber);
      await seat.close();
      await showWork(browser, centre, look, taken);
    }
  } finally {
    await browser.close();
    await centre.stop();
  }
}

/** One operator's quarter of an hour, with a picture at each turn. @returns how many pictures */
async function tellStory(centre: TestCentre, seat: Seat, look: Look, jobNumber: string): Promise<number> {
  const page = seat.page();
  let taken = 0;
  const shot = async (name: string): Promise<void> => {
    await page.waitForTimeout(SETTLE_MS);
    taken += 1;
    await page.screenshot({ path: path.join(FOLDER, `${String(taken).padStart(2, '0')}-${name}-${look}.png`) });
  };
  const go = (screen: string): Promise<void> =>
    page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: screen }).click();

  await page.evaluate((value) => localStorage.setItem('hotline.theme', value), look);
  await page.reload();
  await page.getByLabel('工号', { exact: true }).waitFor();
  await shot('sign-in');

  await signIn(page, jobNumber);
  await go('设置');
  await page.getByText(look === 'dark' ? '深色' : '浅色', { exact: true }).click();
  await shot('settings');

  await go('受理');
  await becomeReady(page);
  await shot('idle');

  const numbers = demoCallerNumbers();
  await centre.placeCall(numbers[look === 'light' ? 0 : 1] ?? '13803920001');
  await expectAgentState(page, 'ringing');
  await shot('ringing');

  await answer(page);
  await page.keyboard.type(REQUEST);
  await page.keyboard.press('Alt+2');
  await shot('call-taking');
  await page.setViewportSize(WIDE);
  await shot('call-taking-wide');
  await page.setViewportSize(SIZE);

  await page.keyboard.press('F6');
  await shot('immediate');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F7');
  await shot('direct');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F9');
  await shot('refusal');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F8');
  await chooseUnit(page, '城管', '市城市管理局');
  await shot('forward');
  await page.keyboard.press('Control+Enter');
  await shot('result');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Shift+F2');
  await shot('wrap-up');

  await go('工单');
  await shot('orders');
  await page.getByRole('grid', { name: '工单列表' }).getByRole('row').nth(1).click();
  await shot('order');
  await go('知识');
  await page.getByRole('combobox', { name: '查知识' }).last().fill('公积金租房提取');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await shot('knowledge');
  await go('规则');
  await shot('rules');
  const contents = page.getByRole('navigation', { name: '规则目录' });
  await contents.getByRole('button', { name: '办理时限' }).click();
  await page.getByRole('radiogroup', { name: '城市' }).getByText('吉林市').click();
  await shot('rules-limits');
  await contents.getByRole('button', { name: '工作日历' }).click();
  await shot('rules-calendar');
  await page.keyboard.press('Control+/');
  await shot('keys');
  await page.keyboard.press('Escape');

  seat.wire.cut('pulled');
  await go('受理');
  await page.keyboard.press('Alt+B');
  await page.getByRole('textbox', { name: /^补录原因/ }).fill('断网期间用话机接听');
  await page.keyboard.press('Alt+3');
  await page.getByRole('textbox', { name: /^来电号码/ }).fill('19900001234');
  await page
    .getByRole('textbox', { name: /^诉求内容/ })
    .fill('小区物业擅自停水两天，没有任何通知，要求恢复供水并说明原因');
  await shot('offline-by-hand');
  await page.keyboard.press('F8');
  await chooseUnit(page, '住建', '市住房和城乡建设局');
  await page.keyboard.press('Control+Enter');
  await page.getByLabel('工单号', { exact: true }).waitFor();
  await shot('offline-result');
  await go('同步');
  await shot('offline-sync');
  console.log(`${look}: ${taken} pictures`);
  return taken;
}

/** Everybody's own work as they find it, and the act the first order waits for. */
const WORK = [
  ['dispatching', '1201', '待派单'],
  ['handling', '2006', '办理中'],
  ['supervising', '1301', '督办中'],
  ['following-up', '1401', '待回访'],
  ['inspecting', '1501', '待质检'],
  ['instructing', '1701', '待批示'],
  ['reviewing', '1801', '待复查'],
] as const;

async function showWork(browser: Browser, centre: TestCentre, look: Look, after: number): Promise<void> {
  let taken = after;
  for (const [name, jobNumber, queue] of WORK) {
    const seat = await webSeat(browser, lookOf(look), centre.url, `座席 ${jobNumber}`);
    const page = seat.page();
    const shot = async (what: string): Promise<void> => {
      await page.waitForTimeout(SETTLE_MS);
      taken += 1;
      await page.screenshot({ path: path.join(FOLDER, `${String(taken).padStart(2, '0')}-${what}-${look}.png`) });
    };
    await page.evaluate((value) => localStorage.setItem('hotline.theme', value), look);
    await page.reload();
    await signIn(page, jobNumber);
    await expectSynced(page);
    await choose(page, look);
    if (name === 'supervising') await shot('board');
    await page.getByLabel('待办队列').getByText(queue, { exact: true }).click();
    await page.getByRole('grid', { name: '工单列表' }).getByRole('row').nth(1).click();
    await page.getByRole('region', { name: '办理环节' }).waitFor();
    if (name === 'handling') await shot('stages');
    await page.keyboard.press('Control+Enter');
    await shot(name);
    await seat.close();
  }
}

/** The person's own choice of look comes with the desk, and goes before the window's. */
async function choose(page: Page, look: Look): Promise<void> {
  const rail = page.getByRole('navigation', { name: '主导航' });
  const work = rail.locator('[aria-current]');
  const home = (await work.getAttribute('aria-label')) ?? '';
  await rail.getByRole('button', { name: '设置' }).click();
  await page.getByText(look === 'dark' ? '深色' : '浅色', { exact: true }).click();
  await rail.getByRole('button', { name: home, exact: true }).click();
}

function lookOf(look: Look): BrowserContextOptions {
  return {
    viewport: SIZE,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: look,
    reducedMotion: 'reduce',
  };
}

await main();

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test as base, type Browser, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium, PHONE_ARGS } from '../../build/scripts/chromium.ts';
import {
  answer,
  becomeReady,
  chooseUnit,
  expectAgentState,
  expectSynced,
  goTo,
  officialNumber,
  resultPanel,
  signIn,
} from '../e2e/operator.ts';
import { openDeskPool } from '../e2e/desk-pool.ts';
import { webSeat, type Seat } from '../e2e/seat.ts';
import { startExchangeCentre, type ExchangeCentre } from './support/centre.ts';
import { hears, startTestExchange, VOICES, type TestExchange } from './support/hall-of-phones.ts';
import type { Line } from './support/line.ts';
import { heardAt, layEar } from './support/page-ear.ts';
import { wavOfTone } from './support/tones.ts';

// Real desks in Chromium as telephones on a real Asterisk. Each party speaks a tone of its own: operators' microphones
// one, the supervisor's another, callers and units theirs; and every end is asked what it hears.
type Speaker = 'agent' | 'supervisor';

const folder = mkdtempSync(path.join(os.tmpdir(), 'hotline-voice-'));
const executablePath = findChromium();

/** A browser whose microphone speaks as this party. */
function launchOptions(speaker: Speaker) {
  const microphone = path.join(folder, `${speaker}.wav`);
  writeFileSync(microphone, wavOfTone(VOICES[speaker], 4));
  return {
    ...(executablePath === null ? {} : { executablePath }),
    args: [...CHROMIUM_ARGS, ...PHONE_ARGS, `--use-file-for-fake-audio-capture=${microphone}`],
  };
}

interface Floor {
  readonly exchange: TestExchange;
  readonly centre: ExchangeCentre;
}

const test = base.extend<
  { readonly openSeat: (name: string, speaker?: Speaker) => Promise<Seat> },
  { readonly floor: Floor; readonly supervisorBrowser: Browser }
>({
  floor: [
    async ({ browserName: _browser }, provide) => {
      const exchange = await startTestExchange();
      const centre = await startExchangeCentre(exchange.asterisk);
      await provide({ exchange, centre });
      await centre.remove();
      await exchange.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  supervisorBrowser: [
    async ({ playwright }, provide) => {
      const browser = await playwright.chromium.launch(launchOptions('supervisor'));
      await provide(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  openSeat: async (
    { browser, supervisorBrowser, floor, contextOptions, viewport, locale, timezoneId, permissions },
    provide,
  ) => {
    const seats: Seat[] = [];
    const pool = openDeskPool(floor.centre.url);
    const options = {
      ...contextOptions,
      viewport,
      ...(permissions === undefined ? {} : { permissions }),
      ...(locale === undefined ? {} : { locale }),
      ...(timezoneId === undefined ? {} : { timezoneId }),
    };
    await provide(async (name, speaker = 'agent') => {
      const seat = await webSeat(speaker === 'agent' ? browser : supervisorBrowser, options, pool, name);
      seats.push(seat);
      await layEar(seat.page());
      return seat;
    });
    // Which phone a desk has stays with it: each test is to have desks that were told nothing.
    for (const seat of seats) await seat.close(true);
    expect(seats.flatMap((seat) => seat.faults())).toEqual([]);
  },
});

test.use({ launchOptions: launchOptions('agent') });

const heardAtPage = (page: Page) => expect.poll(() => heardAt(page, VOICES), { timeout: 20_000 });

/** A plain tone is what noise suppression is there to take away: at this desk it is off. */
async function hearPlainly(page: Page): Promise<void> {
  await goTo(page, '设置');
  const form = page.getByRole('region', { name: '话机与耳麦' });
  for (const name of ['回声消除', '噪声抑制', '自动增益']) {
    const toggle = form.getByRole('switch', { name });
    await toggle.click();
    await expect(toggle).not.toBeChecked();
  }
  await goTo(page, '受理');
}

const chip = (page: Page) => page.getByRole('button', { name: /^话机，/ });

async function atWork(seat: Seat, jobNumber: string): Promise<Page> {
  const page = seat.page();
  await signIn(page, jobNumber);
  await expectSynced(page);
  await expect(chip(page)).toHaveAccessibleName('话机，话机就绪');
  await hearPlainly(page);
  return page;
}

/** The bar of the microphone's test moves with the voice, and every device of this machine can be chosen. */
async function triesMicrophone(page: Page): Promise<void> {
  await goTo(page, '设置');
  const form = page.getByRole('region', { name: '话机与耳麦' });
  await form.getByRole('button', { name: '测试麦克风' }).click();
  const bar = form.getByRole('img', { name: '麦克风音量' }).locator('.phone-level-bar');
  await expect
    .poll(async () => Number(/scaleX\(([\d.]+)\)/.exec((await bar.getAttribute('style')) ?? '')?.[1] ?? 0))
    .toBeGreaterThan(0.1);
  await form.getByRole('button', { name: '停止测试' }).click();
  for (const name of ['麦克风', '耳机', '振铃设备']) {
    await form.getByRole('combobox', { name, exact: true }).click();
    const devices = page.locator('.ant-select-dropdown:visible .ant-select-item-option');
    await expect.poll(() => devices.count()).toBeGreaterThan(1);
    await devices.last().click();
    await expect(devices).toHaveCount(0);
  }
  await goTo(page, '受理');
}

const heardBy = (line: Line) => expect.poll(() => hears(line));

test('网页软电话：试麦、登记、接听、按键音、双向有声、保持、静音、通话中重新载入、挂断', async ({
  openSeat,
  floor,
}) => {
  const page = await atWork(await openSeat('软电话座席'), '1001');
  await triesMicrophone(page);
  await becomeReady(page);
  const caller = await floor.exchange.callFrom('13803920901');
  await answer(page);
  await heardBy(caller).toContain('agent');
  await heardAtPage(page).toEqual(['caller']);

  await page.keyboard.press('Alt+P');
  await page.keyboard.type('5#');
  await expect.poll(() => caller.sound.digits()).toBe('5#');
  await expect(page.getByRole('region', { name: '话机', exact: true })).toContainText(/丢包\d+\.\d%.*时延\d+ 毫秒/su);
  await page.keyboard.press('Escape');

  await page.keyboard.press('F4');
  await heardBy(caller).toEqual(['music']);
  await page.keyboard.press('F4');
  await heardBy(caller).toEqual(['agent']);
  await page.keyboard.press('F3');
  await heardBy(caller).toEqual([]);
  await page.keyboard.press('F3');
  await heardBy(caller).toEqual(['agent']);

  await page.reload();
  await expectAgentState(page, 'talking');
  await expect(chip(page)).toHaveAccessibleName(/话机就绪|音质/);
  await heardBy(caller).toEqual(['agent']);
  await heardAtPage(page).toEqual(['caller']);

  await page.keyboard.press('Shift+F2');
  await expectAgentState(page, 'wrapUp');
  await expect.poll(() => caller.state()).toBe('ended');
});

test('班长在网页上侦听、耳语、插入；话务员只用键盘办完直办，三方都听得到', async ({ openSeat, floor }) => {
  const operator = await atWork(await openSeat('话务员座席'), '1002');
  // Not signed in at the exchange: whoever only listens does not have to be before.
  const supervisor = await atWork(await openSeat('班长座席', 'supervisor'), '1101');
  await becomeReady(operator);
  const caller = await floor.exchange.callFrom('13803920902');
  await answer(operator);
  await heardBy(caller).toEqual(['agent']);

  await goTo(supervisor, '班长');
  await supervisor.getByRole('grid', { name: '坐席' }).getByRole('row').filter({ hasText: '1002' }).focus();
  await supervisor.keyboard.press('Shift+F6');
  await expect(supervisor.getByText('您正在侦听')).toBeVisible();
  await heardAtPage(supervisor).toEqual(['caller', 'agent']);
  await heardAtPage(operator).toEqual(['caller']);
  expect(hears(caller)).toEqual(['agent']);

  await supervisor.keyboard.press('Shift+F7');
  await expect(supervisor.getByText('您正在耳语')).toBeVisible();
  await heardAtPage(operator).toEqual(['caller', 'supervisor']);
  await heardAtPage(supervisor).toEqual(['caller', 'agent']);
  expect(hears(caller)).toEqual(['agent']);

  await supervisor.keyboard.press('Shift+F9');
  await expect(supervisor.getByText('您正在插入')).toBeVisible();
  await heardBy(caller).toEqual(['agent', 'supervisor']);
  await heardAtPage(operator).toEqual(['caller', 'supervisor']);
  await supervisor.keyboard.press('Shift+F4');
  await expect(supervisor.getByText('您正在插入')).toBeHidden();
  await heardBy(caller).toEqual(['agent']);
  await heardAtPage(operator).toEqual(['caller']);

  // From here on nothing but keys at the operator's desk.
  await operator.keyboard.type('供暖已经开始，家里暖气还是不热');
  await operator.keyboard.press('Alt+2');
  await operator.keyboard.press('F7');
  await chooseUnit(operator, '热力', '市热力公司');
  const direct = operator.getByRole('region', { name: '直办' });
  await expect(direct.getByRole('button', { name: /^呼叫/ })).toBeEnabled();
  await operator.keyboard.press('Control+Enter');
  await expect(direct).toContainText('单位已接，来电人等候');
  await heardBy(caller).toEqual(['music']);
  await heardAtPage(operator).toEqual(['unit']);
  await operator.keyboard.press('Control+Enter');
  await expect(direct).toContainText('三方通话中');
  await heardBy(caller).toEqual(['agent', 'unit']);
  await heardAtPage(operator).toEqual(['caller', 'unit']);
  await expect(direct.getByRole('textbox', { name: '答复内容' })).toBeFocused();
  await operator.keyboard.type('换热站正在调试，今晚八点前恢复');
  await operator.keyboard.press('Control+Enter');
  await officialNumber(operator);
  await expect(resultPanel(operator)).toContainText('直办，已答复并办结');
  await operator.keyboard.press('Shift+F2');
  await expectAgentState(operator, 'wrapUp');
  await expect.poll(() => caller.state()).toBe('ended');
});

test('同一座席两个窗口：只有一个窗口是话机，可以换过来', async ({ openSeat }) => {
  const seat = await openSeat('两窗座席');
  const first = await atWork(seat, '1003');
  const second = await seat.secondWindow?.();
  if (!second) throw new Error('the web host opens as many windows as asked for');
  await expect(chip(second)).toHaveAccessibleName('话机，话机在另一窗口');
  await chip(second).click();
  await second.getByRole('button', { name: '在本窗口使用' }).click();
  await expect(chip(second)).toHaveAccessibleName('话机，话机就绪');
  await expect(chip(first)).toHaveAccessibleName('话机，话机在另一窗口');
});

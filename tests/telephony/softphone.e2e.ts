import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../../build/scripts/chromium.ts';
import { answer, becomeReady, expectAgentState, expectSynced, goTo, signIn } from '../e2e/operator.ts';
import { webSeat, type Seat } from '../e2e/seat.ts';
import { startExchangeCentre, type ExchangeCentre } from './support/centre.ts';
import { hears, startTestExchange, VOICES, type TestExchange } from './support/hall-of-phones.ts';
import type { Line } from './support/line.ts';
import { heardAt, layEar } from './support/page-ear.ts';
import { wavOfTone } from './support/tones.ts';

// A real desk in Chromium as the operator's phone on a real Asterisk: its microphone speaks one tone, the caller
// another, and both ends are asked what they hear.
const voices = mkdtempSync(path.join(os.tmpdir(), 'hotline-voice-'));
const microphone = path.join(voices, 'operator.wav');
writeFileSync(microphone, wavOfTone(VOICES.agent, 4));

interface Floor {
  readonly exchange: TestExchange;
  readonly centre: ExchangeCentre;
}

const test = base.extend<{ readonly openSeat: (name: string) => Promise<Seat> }, { readonly floor: Floor }>({
  floor: [
    async ({ browserName: _browser }, provide) => {
      const exchange = await startTestExchange();
      const centre = await startExchangeCentre(exchange.asterisk);
      await provide({ exchange, centre });
      await centre.remove();
      await exchange.stop();
      rmSync(voices, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  openSeat: async ({ browser, floor, contextOptions, viewport, locale, timezoneId, permissions }, provide) => {
    const seats: Seat[] = [];
    const options = {
      ...contextOptions,
      viewport,
      ...(permissions === undefined ? {} : { permissions }),
      ...(locale === undefined ? {} : { locale }),
      ...(timezoneId === undefined ? {} : { timezoneId }),
    };
    await provide(async (name) => {
      const seat = await webSeat(browser, options, floor.centre.url, name);
      seats.push(seat);
      await layEar(seat.page());
      return seat;
    });
    for (const seat of seats) await seat.close();
    expect(seats.flatMap((seat) => seat.faults())).toEqual([]);
  },
});

const executablePath = findChromium();

test.use({
  launchOptions: {
    ...(executablePath === null ? {} : { executablePath }),
    args: [
      ...CHROMIUM_ARGS,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${microphone}`,
      '--allow-loopback-in-peer-connection',
      '--autoplay-policy=no-user-gesture-required',
    ],
  },
});

async function expectHeardAtPage(page: Page, hertz: number): Promise<void> {
  await expect.poll(async () => Math.abs(((await heardAt(page)) ?? 0) - hertz)).toBeLessThan(12);
}

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

const heardBy = (line: Line) => expect.poll(() => hears(line));

test('网页软电话：登记、接听、双向有声、保持、静音、通话中重新载入、挂断', async ({ openSeat, floor }) => {
  const page = await atWork(await openSeat('软电话座席'), '1001');
  await becomeReady(page);
  const caller = await floor.exchange.callFrom('13803920901');
  await answer(page);
  await heardBy(caller).toContain('agent');
  await expectHeardAtPage(page, VOICES.caller);

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
  await expectHeardAtPage(page, VOICES.caller);

  await page.keyboard.press('Shift+F2');
  await expectAgentState(page, 'wrapUp');
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

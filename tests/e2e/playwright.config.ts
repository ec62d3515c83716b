import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../../build/scripts/chromium.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: import.meta.dirname,
  // The other cities first: each needs a centre of its own, and what is long is better begun early.
  projects: [
    { name: '各市', testMatch: '**/order-life-*.e2e.ts' },
    { name: '鹤壁', testMatch: '**/*.e2e.ts', testIgnore: '**/order-life-*.e2e.ts' },
  ],
  outputDir: '../../test-results',
  // Each worker has a centre of its own, each test its accounts and desks; more than two would wait for each other's cores.
  workers: 2,
  timeout: 180_000,
  expect: {
    // Only a busy machine needs as long: a desk starts a station, which opens two encrypted files, before it can be signed in to.
    timeout: 30_000,
    // Approved pictures lie beside the tests. Letters are drawn a little differently by each year's Chromium.
    toHaveScreenshot: { pathTemplate: '{testDir}/forms/{arg}{ext}', maxDiffPixelRatio: 0.005, threshold: 0.3 },
  },
  // Another try tells a busy machine from a broken program; whatever needed one is counted in the summary.
  retries: process.env['CI'] ? 2 : 0,
  forbidOnly: Boolean(process.env['CI']),
  use: {
    actionTimeout: 30_000,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // The program keeps still for whoever asks for it; a test has nothing from waiting until a panel has slid open.
    contextOptions: { reducedMotion: 'reduce' },
    // A trace of each test costs more than the test: the window is drawn, read and packed at every step.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: { args: CHROMIUM_ARGS, ...(executablePath === null ? {} : { executablePath }) },
  },
});

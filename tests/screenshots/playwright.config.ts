import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../../build/scripts/chromium.ts';
import type { Demo } from '../support/centre.ts';

const executablePath = findChromium();

// Pictures are waited for by what they show, however busy the machine is; none of this decides whether a change lands.
export default defineConfig<{ unusedDesks: boolean }, { demo: Demo }>({
  testDir: import.meta.dirname,
  testMatch: '**/*.shots.ts',
  outputDir: '../../test-results/screenshots',
  workers: 1,
  timeout: 900_000,
  expect: { timeout: 120_000 },
  reporter: 'list',
  use: {
    // A whole city, and each desk under its own name.
    demo: { city: 'hebi', orders: null },
    unusedDesks: true,
    actionTimeout: 120_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: { args: CHROMIUM_ARGS, ...(executablePath === null ? {} : { executablePath }) },
  },
});

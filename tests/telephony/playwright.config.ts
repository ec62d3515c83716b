import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium, PHONE_ARGS } from '../../build/scripts/chromium.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '**/*.e2e.ts',
  outputDir: '../../test-results/telephony',
  // One Asterisk at a time.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  use: {
    actionTimeout: 20_000,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    permissions: ['microphone'],
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: [...CHROMIUM_ARGS, ...PHONE_ARGS],
      ...(executablePath === null ? {} : { executablePath }),
    },
  },
});

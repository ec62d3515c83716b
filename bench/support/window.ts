import { chromium, type Browser, type Page } from 'playwright';
import { buildRenderer } from '../../build/scripts/bundles.ts';
import { CHROMIUM_ARGS, findChromium } from '../../build/scripts/chromium.ts';
import { DEMO_PASSWORD } from '../../server/demo/accounts.ts';

const SIGN_IN_MS = 60_000;

/** The operator's window in an installed Chromium, without a screen. @throws where there is none */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  await quietly(buildRenderer);
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium is installed; HOTLINE_CHROMIUM may name one');
  return chromium.launch({ executablePath, args: [...CHROMIUM_ARGS, ...more] });
}

/** The build speaks on stdout, which belongs to the report. */
async function quietly(work: () => Promise<void>): Promise<void> {
  const { log } = console;
  const write = process.stdout.write.bind(process.stdout);
  console.log = (...words) => console.error(...words);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    await work();
  } finally {
    console.log = log;
    process.stdout.write = write;
  }
}

/** Signs in by the page itself; answers when the program's own navigation is there. */
export async function signIn(page: Page, jobNumber: string): Promise<void> {
  await page.getByLabel('工号', { exact: true }).fill(jobNumber, { timeout: SIGN_IN_MS });
  await page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor({ timeout: SIGN_IN_MS });
}

/** Waits for a state of the softphone bar, as the domain names it. */
export async function agentState(page: Page, state: string): Promise<void> {
  await page.locator(`[aria-label="话务条"][data-agent-state="${state}"]`).waitFor();
}

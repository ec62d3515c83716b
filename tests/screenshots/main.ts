// npm run screenshots: every screen of the running program, light and dark, into docs/screenshots/.
//   arguments go to the runner: npm run screenshots -- work --grep 待派单
import { mkdirSync, rmSync } from 'node:fs';
import { ensureBrowser } from '../../build/scripts/browser.ts';
import { buildRenderer } from '../../build/scripts/bundles.ts';
import { run, TOOL_ENV } from '../../build/scripts/tools.ts';
import { FOLDER } from './folder.ts';

const missing = await ensureBrowser();
if (missing.length > 0) throw new Error(`screenshots need a browser: ${missing.join('; ')}`);
await buildRenderer();
const some = process.argv.slice(2);
// All anew, so that none stays of a screen that is no more.
if (some.length === 0) rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const { code } = await run('playwright', ['test', '--config', 'tests/screenshots/playwright.config.ts', ...some], {
  echo: true,
  env: TOOL_ENV,
});
process.exitCode = code;

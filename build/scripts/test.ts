// npm test: every test there is, and one plain line at the end that sums them up.
//   --only=unit|pg|simulation|telephony|e2e   runs one kind
//   further arguments, such as part of a file's name, go to the runner
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ensureAsterisk, ensureTools } from './asterisk.ts';
import { ensureBrowser } from './browser.ts';
import { buildElectron, buildRenderer } from './bundles.ts';
import { findElectron } from './electron-binary.ts';
import { ROOT, run, TOOL_ENV } from './tools.ts';

const KINDS = ['unit', 'pg', 'simulation', 'telephony', 'e2e'] as const;
type Kind = (typeof KINDS)[number];

interface Tally {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
}

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' } },
  strict: false,
  allowPositionals: true,
});
const only = z.enum(KINDS).nullish().parse(values.only);
const extra = [...positionals];
const REPORTS = path.join(ROOT, 'test-results/reports');

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ status: z.string(), failureMessages: z.array(z.string()).nullish() })),
    }),
  ),
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
});

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** A runner that failed without a failing test, by a file that does not load for instance, counts as one failure. */
function tally(name: string, begun: number, code: number, counts: Omit<Tally, 'name' | 'seconds'>): Tally {
  const failed = code !== 0 && counts.failed === 0 ? 1 : counts.failed;
  return { name, ...counts, failed, seconds: (performance.now() - begun) / 1000 };
}

function named(kind: string, flaky: number): string {
  return flaky > 0 ? `${kind} (${flaky} not at the first try)` : kind;
}

interface How {
  /** Printed while it comes; else in one piece at its end, so that what runs beside it is not mixed with it. */
  readonly echo?: boolean;
  /** Leaves the processors to whoever else wants them. */
  readonly patient?: boolean;
}

async function runVitest(kind: Exclude<Kind, 'e2e'>, { echo = true, patient = false }: How = {}): Promise<Tally> {
  const begun = performance.now();
  const file = path.join(REPORTS, `${kind}.json`);
  const args = ['run', '--project', kind, '--passWithNoTests', '--reporter=default', '--reporter=json'];
  const { code, output } = await run('vitest', [...args, `--outputFile.json=${file}`, ...extra], { echo, patient });
  if (!echo) console.log(`\n=== ${kind} ===\n${output}`);
  const parsed = vitestReport.safeParse(readReport(file));
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = parsed.data ?? {};
  const tests = parsed.data?.testResults.flatMap(({ assertionResults }) => assertionResults) ?? [];
  const flaky = tests.filter(({ status, failureMessages }) => status === 'passed' && failureMessages?.length).length;
  return tally(named(kind, flaky), begun, code, {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  });
}

async function runPlaywright(host: 'web' | 'electron', folder = 'e2e', { echo = true }: How = {}): Promise<Tally> {
  const begun = performance.now();
  const kind = folder === 'e2e' ? 'e2e' : `e2e of ${folder}`;
  const file = path.join(REPORTS, `${folder}-${host}.json`);
  const config = `tests/${folder}/playwright.config.ts`;
  const { code, output } = await run(
    'playwright',
    ['test', '--config', config, '--reporter=list,json', '--pass-with-no-tests', ...extra],
    { echo, env: { ...TOOL_ENV, PLAYWRIGHT_JSON_OUTPUT_NAME: file, HOTLINE_E2E_HOST: host } },
  );
  if (!echo) console.log(`\n=== ${kind} ===\n${output}`);
  const parsed = playwrightReport.safeParse(readReport(file));
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = parsed.data?.stats ?? {};
  return tally(named(`${kind} in ${host}`, flaky), begun, code, {
    passed: expected + flaky,
    failed: unexpected,
    skipped,
  });
}

interface Outcome {
  readonly tallies: Tally[];
  readonly notRun: string[];
}

/** On a real Asterisk: the adapter's own tests, then a real page as a phone. */
async function runTelephony(how: How = {}): Promise<Outcome> {
  const asterisk = await ensureAsterisk();
  const missing = 'missing' in asterisk ? asterisk.missing : await ensureTools();
  if (missing !== null) return { tallies: [], notRun: [`the telephony tests on a real Asterisk: ${missing}`] };
  const tallies = [await runVitest('telephony', how)];
  const noBrowser = await ensureBrowser();
  if (noBrowser.length > 0) return { tallies, notRun: [`the telephony tests in Chromium: ${noBrowser.join('; ')}`] };
  await buildRenderer();
  return { tallies: [...tallies, await runPlaywright('web', 'telephony', how)], notRun: [] };
}

async function runEndToEnd(): Promise<Outcome> {
  const missing = await ensureBrowser();
  const notRun: string[] = [];
  const tallies: Tally[] = [];
  if (missing.length > 0) {
    notRun.push(`the end-to-end tests in Chromium: ${missing.join('; ')}`);
    // A machine of one's own may lack a browser; a run that decides whether a change lands may not.
    if (process.env['CI']) tallies.push({ name: 'e2e in web', passed: 0, failed: 1, skipped: 0, seconds: 0 });
  } else {
    await buildRenderer();
    tallies.push(await runPlaywright('web'));
  }
  if (findElectron() === null) {
    notRun.push("the end-to-end tests in Electron: Electron's binary is not on this machine");
  } else {
    await buildRenderer();
    await buildElectron();
    tallies.push(await runPlaywright('electron'));
  }
  return { tallies, notRun };
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

/**
 * PostgreSQL's tests and the simulation are one long row that cannot be cut, and telephone calls take the time that
 * people talk: the unit tests take what both leave of the processors.
 */
async function runSideBySide(): Promise<Outcome> {
  const quiet: How = { echo: false };
  const inTurn = async (): Promise<Tally[]> => [await runVitest('pg', quiet), await runVitest('simulation', quiet)];
  const [unit, others, telephony] = await Promise.all([
    runVitest('unit', { patient: true }),
    inTurn(),
    runTelephony(quiet),
  ]);
  return { tallies: [unit, ...others, ...telephony.tallies], notRun: telephony.notRun };
}

async function runOne(kind: Kind): Promise<Outcome> {
  if (kind === 'telephony') return runTelephony();
  if (kind === 'e2e') return runEndToEnd();
  return { tallies: [await runVitest(kind)], notRun: [] };
}

async function runAll(): Promise<Outcome> {
  const first = await runSideBySide();
  console.log('\n=== e2e ===');
  const second = await runEndToEnd();
  return { tallies: [...first.tallies, ...second.tallies], notRun: [...first.notRun, ...second.notRun] };
}

const { tallies, notRun } = only ? await runOne(only) : await runAll();

const sum = (pick: (each: Tally) => number): number => tallies.reduce((total, each) => total + pick(each), 0);
const failed = sum((each) => each.failed);
const skipped = sum((each) => each.skipped);

console.log('\n=== summary ===');
for (const each of tallies) {
  console.log(
    `${each.name}: ${each.passed} passed, ${each.failed} failed, ${each.skipped} skipped (${each.seconds.toFixed(0)} s)`,
  );
}
for (const what of notRun) console.log(`did not run: ${what}`);
console.log(`${sum((each) => each.passed)} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;

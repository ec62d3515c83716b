// How long until an operator can work, and what it costs in memory.
//
// Method: the programs as their users start them, with the demo city in PGlite: `server/main.ts` from the start of its
// process until it serves, `web/main.ts` likewise until it gives its address, then a window in Chromium (already
// running, as it is on a desk after the first start) from that address until the sign-in field takes the hand, and from
// the pressed 登录 until the program's navigation is there. The first start fills the demo city and is told apart; the
// others find it. Memory is each process's proportional share after sign-in and sync, from Linux's own account.
//
// Options: --rounds (default 5)
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { scratchFolder } from '../tests/support/folder.ts';
import { memoryOfTree, type ProcessMemory } from './support/memory.ts';
import { startProgram, type Program } from './support/programs.ts';
import { wholeNumber, type BenchInput, type Figure, type Report } from './support/report.ts';
import { percentiles, thousandth, timed } from './support/samples.ts';
import { openBrowser, signIn } from './support/window.ts';

const OPERATOR = '1001';
const SYNC_LIMIT_MS = 120_000;
const TARGET_DESK_MS = 3000;

interface Round {
  readonly centre: number;
  readonly desk: number;
  readonly page: number;
  readonly signedIn: number;
  readonly memory: readonly Figure[];
}

export async function run(input: BenchInput): Promise<Report> {
  const rounds = wholeNumber(input, 'rounds', 5);
  const folder = scratchFolder('bench-start');
  const browser = await openBrowser();
  try {
    const first = await oneRound(browser, folder.path);
    input.tell('first start done');
    const later: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      later.push(await oneRound(browser, folder.path));
      input.tell(`start ${round + 1} of ${rounds}`);
    }
    const last = later.at(-1) ?? first;
    const usable = percentiles(later.map(({ desk, page }) => desk + page));
    return {
      bench: 'start',
      what: 'From start to a usable window, ms, and the memory of each process, MB.',
      parameters: { rounds },
      figures: [
        { name: 'first start of the centre, filling the demo city', values: { ms: Math.round(first.centre) } },
        { name: 'centre started', values: percentiles(later.map(({ centre }) => centre)) },
        { name: 'desk started', values: percentiles(later.map(({ desk }) => desk)) },
        { name: 'window opened, sign-in ready', values: percentiles(later.map(({ page }) => page)) },
        { name: 'desk and window together', values: usable },
        { name: 'signed in, screens there', values: percentiles(later.map(({ signedIn }) => signedIn)) },
        ...last.memory,
      ],
      checks: [
        {
          name: `desk and window usable within ${TARGET_DESK_MS} ms (p50)`,
          ok: usable.p50 <= TARGET_DESK_MS,
          found: `${usable.p50} ms`,
        },
      ],
    };
  } finally {
    await browser.close();
    folder.remove();
  }
}

async function oneRound(browser: Browser, folder: string): Promise<Round> {
  const centre = await startProgram(
    'server/main.ts',
    { HOTLINE_DATA: path.join(folder, 'centre'), HOTLINE_PORT: '0', HOTLINE_DEMO: '1', HOTLINE_LOG: 'info' },
    /(?<="url":")http[^"]+(?="[^\n]*centre started)/,
  );
  try {
    const desk = await startProgram(
      'web/main.ts',
      {
        HOTLINE_CENTRE: centre.ready,
        HOTLINE_DESK_DATA: path.join(folder, 'desk'),
        HOTLINE_DESK_STATE: path.join(folder, 'state'),
        HOTLINE_OPEN: '0',
      },
      /http:\/\/127\.0\.0\.1:\d+\/#ticket=\S+/,
    );
    try {
      return await inWindow(browser, centre, desk);
    } finally {
      await desk.stop();
    }
  } finally {
    await centre.stop();
  }
}

async function inWindow(browser: Browser, centre: Program, desk: Program): Promise<Round> {
  const page: Page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    const opened = await timed(async () => {
      await page.goto(desk.ready);
      await page.getByLabel('工号', { exact: true }).waitFor();
    });
    const signedIn = await timed(() => signIn(page, OPERATOR));
    await page.getByText('已同步', { exact: true }).first().waitFor({ timeout: SYNC_LIMIT_MS });
    return {
      centre: centre.readyMs,
      desk: desk.readyMs,
      page: opened,
      signedIn,
      memory: memoryFigures(centre, desk),
    };
  } finally {
    await page.close();
  }
}

function memoryFigures(centre: Program, desk: Program): Figure[] {
  const browser = memoryOfTree(process.pid).filter(({ command }) => /chrom/i.test(command.split(' ')[0] ?? ''));
  return [
    ...memoryOfTree(centre.pid).map((one) => figureOf('centre', one)),
    ...memoryOfTree(desk.pid).map((one) => figureOf(one.pid === desk.pid ? 'desk host' : 'station', one)),
    ...(browser.length === 0
      ? []
      : [
          {
            name: `memory: Chromium, ${browser.length} processes`,
            values: { MB: thousandth(browser.reduce((sum, { megabytes }) => sum + megabytes, 0)) },
          },
        ]),
  ];
}

function figureOf(name: string, { megabytes }: ProcessMemory): Figure {
  return { name: `memory: ${name}`, values: { MB: thousandth(megabytes) } };
}

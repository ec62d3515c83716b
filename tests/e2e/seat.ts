import path from 'node:path';
import {
  _electron,
  type Browser,
  type BrowserContextOptions,
  type ElectronApplication,
  type Page,
} from '@playwright/test';
import { findElectron } from '../../build/scripts/electron-binary.ts';
import { ROOT } from '../../build/scripts/tools.ts';
import { scratchFolder } from '../support/folder.ts';
import { layWire, type Wire } from '../support/wire.ts';
import type { DeskPool } from './desk-pool.ts';

/** A desk with its window and its own wire to the centre, in whichever host is under test. */
export interface Seat {
  /** The window; another one after {@link powerCut}. */
  readonly page: () => Page;
  /** Another window on the same desk; null where the host has only one. */
  readonly secondWindow: (() => Promise<Page>) | null;
  readonly wire: Wire;
  /** kill -9 of the station alone; the host starts another and the window stays. */
  readonly killStation: () => Promise<void>;
  /** kill -9 of everything, then a start on the same data. */
  readonly powerCut: () => Promise<void>;
  /** @param failed the test failed: nobody else is to have what it leaves behind */
  readonly close: (failed: boolean) => Promise<void>;
  readonly output: () => string;
  /** What must not happen in any window: uncaught errors, errors on the console, anything the content security policy had to stop. */
  readonly faults: () => readonly string[];
}

function watchFaults(page: Page, faults: string[]): Page {
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() !== 'error' && !message.text().includes('Content Security Policy')) return;
    // A cut or killed connection is reported by the browser itself, whatever the program makes of it.
    if (/^WebSocket connection to|^Failed to load resource/.test(message.text())) return;
    faults.push(message.text());
  });
  return page;
}

/** A seat in the web host, at a desk of the pool, with a browser context of its own. */
export async function webSeat(
  browser: Browser,
  options: BrowserContextOptions,
  pool: DeskPool,
  name: string,
  unused = false,
): Promise<Seat> {
  const taken = await pool.take(name, unused);
  const { desk } = taken;
  const context = await browser.newContext(options);
  const faults: string[] = [];
  /** Cut off or killed: what it does after that belongs to this test alone. */
  let worn = false;

  async function openWindow(): Promise<Page> {
    const opened = watchFaults(await context.newPage(), faults);
    await opened.goto(await desk.address());
    return opened;
  }

  let page = await openWindow();
  return {
    page: () => page,
    secondWindow: openWindow,
    get wire() {
      worn = true;
      return taken.wire;
    },
    killStation() {
      worn = true;
      return desk.killStation();
    },
    async powerCut() {
      worn = true;
      await desk.kill();
      await page.close();
      await desk.restart();
      page = await openWindow();
    },
    async close(failed) {
      await context.close();
      await (worn || failed ? pool.scrap(taken) : pool.giveBack(taken));
    },
    output: desk.output,
    faults: () => faults,
  };
}

/** A seat in Electron. @throws where its binary is not on this machine */
export async function electronSeat(centreUrl: string, name: string): Promise<Seat> {
  const executablePath = findElectron();
  if (executablePath === null) throw new Error('the Electron binary is not on this machine');
  const wire = await layWire(centreUrl);
  const folder = scratchFolder('electron');
  const faults: string[] = [];
  let output = '';

  async function launch(program: string): Promise<ElectronApplication> {
    const started = await _electron.launch({
      executablePath: program,
      args: [ROOT, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: process.env['HOME'] ?? '',
        DISPLAY: process.env['DISPLAY'] ?? '',
        HOTLINE_CENTRE: wire.url,
        HOTLINE_DESK_NAME: name,
        HOTLINE_DESK_STATE: folder.path,
        HOTLINE_DESK_DATA: path.join(folder.path, 'desk'),
      },
    });
    started.process().stderr?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    return started;
  }

  let program = await launch(executablePath);
  let page = watchFaults(await program.firstWindow(), faults);

  async function killStation(): Promise<void> {
    const pid = await program.evaluate(
      ({ app }) => app.getAppMetrics().find(({ serviceName }) => serviceName === 'node.mojom.NodeService')?.pid,
    );
    if (pid === undefined) throw new Error('no station process was found');
    process.kill(pid, 'SIGKILL');
  }

  return {
    page: () => page,
    secondWindow: null,
    wire,
    killStation,
    async powerCut() {
      await killStation();
      program.process().kill('SIGKILL');
      program = await launch(executablePath);
      page = watchFaults(await program.firstWindow(), faults);
    },
    async close() {
      await program.close();
      await wire.stop();
      folder.remove();
    },
    output: () => output,
    faults: () => faults,
  };
}

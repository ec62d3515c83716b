import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** What the decision rests on, so that it can be tried for machines that are not this one. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  /** Full path of a program in PATH or of a file that exists; null where there is none. */
  readonly find: (program: string) => string | null;
}

export type Opening =
  | { readonly kind: 'run'; readonly command: string; readonly args: readonly string[] }
  /** Nothing can be opened here; `why` in Chinese. */
  | { readonly kind: 'print'; readonly why: string };

const CHROMES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
    String.raw`C:\Program Files\Microsoft\Edge\Application\msedge.exe`,
  ],
};

/**
 * How to show an address to the person before this machine. An app window gets a profile of its own: extensions of the
 * everyday profile could read callers' data off the page.
 */
export function howToOpen(address: string, profileDir: string, around: Surroundings): Opening {
  if (around.env['HOTLINE_OPEN'] === '0') return { kind: 'print', why: '已设 HOTLINE_OPEN=0' };
  const isLinux = around.platform === 'linux';
  if (isLinux && !around.env['DISPLAY'] && !around.env['WAYLAND_DISPLAY']) {
    return { kind: 'print', why: '没有图形界面' };
  }
  if (isLinux && around.isRoot) return { kind: 'print', why: '以 root 运行时不打开浏览器' };
  const chrome = (CHROMES[around.platform] ?? []).map(around.find).find((found) => found !== null);
  if (chrome !== undefined && chrome !== null) {
    const args = [`--app=${address}`, `--user-data-dir=${profileDir}`, '--window-size=1440,900', '--no-first-run'];
    return { kind: 'run', command: chrome, args };
  }
  if (around.platform === 'darwin') return { kind: 'run', command: 'open', args: [address] };
  if (around.platform === 'win32') {
    return { kind: 'run', command: 'rundll32', args: ['url.dll,FileProtocolHandler', address] };
  }
  const opener = around.find('xdg-open');
  return opener === null ? { kind: 'print', why: '没有找到浏览器' } : { kind: 'run', command: opener, args: [address] };
}

function findProgram(program: string): string | null {
  if (path.isAbsolute(program)) return existsSync(program) ? program : null;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, program)).find((file) => existsSync(file)) ?? null;
}

/** Opens the address, or answers why the person has to (in Chinese). */
export function openWindow(address: string, profileDir: string): Promise<string | null> {
  const opening = howToOpen(address, profileDir, {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    find: findProgram,
  });
  if (opening.kind === 'print') return Promise.resolve(opening.why);
  return new Promise((resolve) => {
    const browser = spawn(opening.command, opening.args, { stdio: 'ignore', detached: true });
    browser.once('error', (error) => resolve(`浏览器无法启动（${error.message}）`));
    browser.once('spawn', () => resolve(null));
    browser.unref();
  });
}

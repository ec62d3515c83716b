import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow, dialog, screen } from 'electron';
import { afterDeath } from '../station/hosting/restart.ts';
import { APP_PAGE } from './policy/address.ts';
import { windowOptions } from './policy/window-options.ts';
import { placeWindow, type WindowState } from './policy/window-state.ts';

export interface MainWindowOptions {
  /** Where the window's place is kept. */
  readonly stateFile: string;
  readonly icon: string;
  readonly development: boolean;
  /** True while the program ends: then closing closes, otherwise it hides into the tray. */
  readonly isQuitting: () => boolean;
  readonly nowMs: () => number;
}

/** Opens the one window, where it was last time, and loads the page again whenever its process dies. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const state = placeWindow(
    readState(options.stateFile),
    [primary, ...others].map(({ workArea }) => workArea),
  );
  const preload = path.join(import.meta.dirname, 'preload.cjs');
  const window = new BrowserWindow(windowOptions(state, preload, options.icon, options.development));

  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize();
    window.show();
  });
  window.on('close', (event) => {
    keepState(options.stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() });
    if (options.isQuitting()) return;
    // Closing the window of somebody who takes calls must not take them off the line.
    event.preventDefault();
    window.hide();
  });
  reviveOnCrash(window, options.nowMs);
  void window.loadURL(APP_PAGE);
  return window;
}

/** Brings the window before everything else. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function reviveOnCrash(window: BrowserWindow, nowMs: () => number): void {
  let deaths: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    const decision = afterDeath(deaths, nowMs());
    deaths = decision.deaths;
    if (decision.alarm) {
      dialog.showErrorBox('热线座席', `界面接连停止（${reason}，${exitCode}）。草稿都在本机；请联系管理员。`);
    }
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, decision.delayMs);
  });
  window.on('unresponsive', () => {
    void dialog
      .showMessageBox(window, {
        type: 'warning',
        message: '界面没有响应。',
        detail: '重新载入不会丢失已存本机的草稿和工单。',
        buttons: ['再等一会', '重新载入'],
        defaultId: 0,
      })
      .then(({ response }) => {
        if (response === 1 && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
      });
  });
}

function readState(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The first start, or a file cut off by a power failure: the window then opens where a new one would.
    return null;
  }
}

function keepState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state));
  } catch (error) {
    process.stderr.write(`${app.getName()}: the window's place was not kept: ${String(error)}\n`);
  }
}

import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import { MIN_HEIGHT, MIN_WIDTH, type WindowState } from './window-state.ts';

/**
 * What the page may do: nothing of Node, nothing of the preload's world but the bridge, in the operating system's
 * sandbox. The file of each option's reason is Electron's security guide; none of them is the page's to change.
 */
export function webPreferences(preload: string, development: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    devTools: development,
    // Timers of calls and deadlines go on while another window is in front.
    backgroundThrottling: false,
  };
}

/** The main window; shown once its first picture is there, so that nothing flashes. */
export function windowOptions(
  state: WindowState,
  preload: string,
  icon: string,
  development: boolean,
): BrowserWindowConstructorOptions {
  const { maximized: _, ...bounds } = state;
  return {
    ...bounds,
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    show: false,
    title: '热线座席',
    icon,
    autoHideMenuBar: true,
    backgroundColor: '#f5f6f8',
    webPreferences: webPreferences(preload, development),
  };
}

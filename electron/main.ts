// The desktop program. It holds the window, the tray and the key, and keeps the station alive; everything a desk does
// is in the station and the renderer, which it shares with the web host. It brings no updater: a desk is updated by the
// administrator's software distribution, which signs and stages what this program could not.
import path from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, type IpcMainEvent } from 'electron';
import { describeFailure, FailureError } from '../shared/failure.ts';
import { openKey } from './key.ts';
import { declareScheme, lockDown } from './locks.ts';
import { FROM_WINDOW, TO_WINDOW } from './policy/channel-names.ts';
import { readWindowMessage } from './policy/channels.ts';
import { readSettings } from './settings.ts';
import { createShell } from './shell.ts';
import { keepStation } from './station.ts';
import { bringForward, openMainWindow } from './window.ts';

const ROOT = app.getAppPath();
const DEVELOPMENT = !app.isPackaged;
const ICON = path.join(ROOT, 'build/resources/icon.png');

let quitting = false;

function explain(error: unknown): string {
  if (!(error instanceof FailureError)) return error instanceof Error ? error.message : String(error);
  const { sentence, next } = describeFailure(error.failure);
  return `${sentence}\n${next}`;
}

async function start(): Promise<void> {
  const userData = app.getPath('userData');
  const settings = readSettings(userData, process.env);
  const { key, weakness } = await openKey(path.join(userData, 'key'));
  lockDown(path.join(ROOT, 'build/out/renderer'), settings.centreUrl, DEVELOPMENT);
  Menu.setApplicationMenu(null);

  const station = keepStation({
    start: {
      ...settings,
      key,
      dataDir: process.env['HOTLINE_DESK_DATA'] ?? path.join(userData, 'desk'),
      version: app.getVersion(),
      logFile: path.join(app.getPath('logs'), 'station.log'),
    },
    tell: (word) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send(TO_WINDOW.station, word);
    },
    alarm: (why) => dialog.showErrorBox('热线座席', `${why}已保存的内容不受影响。`),
    nowMs: Date.now,
  });

  const window = openMainWindow({
    stateFile: path.join(userData, 'window.json'),
    icon: ICON,
    development: DEVELOPMENT,
    isQuitting: () => quitting,
    nowMs: Date.now,
  });
  const shell = createShell(window, ICON, () => app.quit());

  function receive(channel: string, event: IpcMainEvent, args: readonly unknown[]): void {
    const frame = event.senderFrame;
    const sender = { address: frame?.url ?? null, isMainFrame: frame !== null && frame.parent === null };
    const message = readWindowMessage(channel, sender, args);
    switch (message?.type) {
      case 'requestPort':
        return station.connect(event.sender);
      case 'incomingCall':
        return shell.incomingCall(message.title, message.body);
      case 'callEnded':
        return shell.callEnded();
      case 'notify':
        return shell.notify(message.title, message.body);
      case undefined:
        process.stderr.write(`refused a message on ${channel} from ${sender.address ?? 'a frame that has gone'}\n`);
    }
  }
  for (const channel of Object.values(FROM_WINDOW)) {
    ipcMain.on(channel, (event, ...args: unknown[]) => receive(channel, event, args));
  }

  app.on('second-instance', () => bringForward(window));
  app.on('activate', () => bringForward(window));
  app.on('before-quit', (event) => {
    if (quitting) return;
    quitting = true;
    // The station first writes out what it holds; then the program ends by itself.
    event.preventDefault();
    void station.stop().then(() => app.quit());
  });
  if (weakness !== null) {
    void dialog.showMessageBox(window, {
      type: 'warning',
      message: '本机数据的密钥没有受到操作系统保护。',
      detail: `${weakness}。密钥暂存于仅本用户可读的文件中；装好密钥服务后重新启动，程序会自动改为受保护的方式。`,
      buttons: ['知道了'],
    });
  }
}

app.enableSandbox();
const stateDir = process.env['HOTLINE_DESK_STATE'];
if (stateDir !== undefined) app.setPath('userData', stateDir);
declareScheme();
if (app.requestSingleInstanceLock()) {
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      dialog.showErrorBox('热线座席无法启动', explain(error));
      app.exit(1);
    });
} else {
  app.quit();
}

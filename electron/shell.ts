import { app, globalShortcut, Menu, nativeImage, Notification, Tray, type BrowserWindow } from 'electron';
import { TO_WINDOW } from './policy/channel-names.ts';
import { bringForward } from './window.ts';

/** Answers and brings the desk forward from any program. */
const ANSWER_KEY = 'CommandOrControl+Alt+A';

export interface Shell {
  readonly incomingCall: (title: string, body: string) => void;
  readonly callEnded: () => void;
  /** For what can wait a moment: nothing where the window is being looked at. */
  readonly notify: (title: string, body: string) => void;
}

/** Tray, hot key and call notification around the window. */
export function createShell(window: BrowserWindow, icon: string, quit: () => void): Shell {
  let notification: Notification | null = null;

  function answer(): void {
    bringForward(window);
    window.webContents.send(TO_WINDOW.answer);
  }

  function callEnded(): void {
    notification?.close();
    notification = null;
    if (!window.isDestroyed()) window.flashFrame(false);
  }

  function incomingCall(title: string, body: string): void {
    callEnded();
    window.flashFrame(true);
    app.dock?.bounce('critical');
    if (!Notification.isSupported()) return bringForward(window);
    const shown = new Notification({
      title,
      body,
      icon,
      urgency: 'critical',
      timeoutType: 'never',
      actions: [{ type: 'button', text: '接听' }],
    });
    shown.on('click', () => bringForward(window));
    shown.on('action', answer);
    shown.show();
    notification = shown;
  }

  function notify(title: string, body: string): void {
    if (window.isFocused() || !Notification.isSupported()) return;
    const shown = new Notification({ title, body, icon });
    shown.on('click', () => bringForward(window));
    shown.show();
  }

  const tray = new Tray(nativeImage.createFromPath(icon).resize({ width: 16, height: 16 }));
  tray.setToolTip('热线座席');
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: '打开座席', click: () => bringForward(window) },
      { type: 'separator' },
      { label: '退出', click: quit },
    ]),
  );
  tray.on('click', () => bringForward(window));

  if (!globalShortcut.register(ANSWER_KEY, answer)) {
    tray.setToolTip('热线座席（Ctrl+Alt+A 已被其他程序占用，请在窗口内按 F2 接听）');
  }
  app.on('will-quit', () => globalShortcut.unregisterAll());
  return { incomingCall, callEnded, notify };
}

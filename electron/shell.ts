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
  const tray = new Tray(nativeImage.createFromPath(icon).resize({ width: 16, height: 16 }));
  let notification: Notification | null = null;

  /** @param call who rings, and can be answered from here; null: nobody */
  function showMenu(call: string | null): void {
    tray.setContextMenu(
      Menu.buildFromTemplate([
        ...(call === null ? [] : [{ label: `接听：${call}`, click: answer }, { type: 'separator' as const }]),
        { label: '打开座席', click: () => bringForward(window) },
        { type: 'separator' },
        { label: '退出', click: quit },
      ]),
    );
  }

  function answer(): void {
    bringForward(window);
    window.webContents.send(TO_WINDOW.answer);
  }

  function callEnded(): void {
    notification?.close();
    notification = null;
    showMenu(null);
    if (!window.isDestroyed()) window.flashFrame(false);
  }

  function incomingCall(title: string, body: string): void {
    callEnded();
    showMenu(body);
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

  tray.setToolTip('热线座席');
  showMenu(null);
  tray.on('click', () => bringForward(window));

  if (!globalShortcut.register(ANSWER_KEY, answer)) {
    tray.setToolTip('热线座席（Ctrl+Alt+A 已被其他程序占用，请在窗口内按 F2 接听）');
  }
  app.on('will-quit', () => globalShortcut.unregisterAll());
  return { incomingCall, callEnded, notify };
}

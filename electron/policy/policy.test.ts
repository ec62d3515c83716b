import { describe, expect, it } from 'vitest';
import { APP_PAGE, isOwn, mayNavigate, mayRequest } from './address.ts';
import { FROM_WINDOW } from './channel-names.ts';
import { readWindowMessage } from './channels.ts';
import { keyProtection } from './key-protection.ts';
import { mayUse } from './permissions.ts';
import { webPreferences, windowOptions } from './window-options.ts';

describe('the window is locked to its own page', () => {
  it.each([
    'https://example.org/',
    'http://127.0.0.1:8345/',
    'file:///etc/passwd',
    'app://desk.example.org/index.html',
    'app://other/index.html',
    'javascript:alert(1)',
    'not an address',
    '',
  ])('goes nowhere else: %s', (address) => {
    expect(mayNavigate(address)).toBe(false);
    expect(isOwn(address)).toBe(false);
    expect(mayRequest(address, false, null)).toBe(false);
  });

  it('goes to its own page and to no other file of its build', () => {
    expect(mayNavigate(APP_PAGE)).toBe(true);
    expect(mayNavigate('app://desk/assets/x.svg')).toBe(false);
  });

  it('fetches its own files, its own blobs and data addresses', () => {
    for (const address of ['app://desk/assets/x.js', 'blob:app://desk/1', 'data:image/png;base64,AA']) {
      expect(mayRequest(address, false, null)).toBe(true);
    }
    expect(mayRequest('blob:https://example.org/1', false, null)).toBe(false);
  });

  it('loads developer tools in development alone', () => {
    expect(mayRequest('devtools://devtools/bundled/x.js', true, null)).toBe(true);
    expect(mayRequest('devtools://devtools/bundled/x.js', false, null)).toBe(false);
  });

  it('reaches the exchange at exactly the address at which it registers as a phone', () => {
    const phone = 'wss://pbx.example.cn/ws';
    expect(mayRequest(phone, false, phone)).toBe(true);
    for (const other of [
      'wss://pbx.example.cn/',
      'wss://pbx.example.cn/ws/x',
      'https://pbx.example.cn/ws',
      'wss://x/ws',
    ])
      expect(mayRequest(other, false, phone)).toBe(false);
    expect(mayRequest(phone, false, null)).toBe(false);
  });
});

describe('permissions', () => {
  it('grants its own page the clipboard for writing and a headset’s button, and nothing to anybody else', () => {
    for (const permission of ['clipboard-sanitized-write', 'speaker-selection', 'hid']) {
      expect(mayUse(permission, true, [])).toBe(true);
      expect(mayUse(permission, false, [])).toBe(false);
    }
  });

  it('grants its own page the microphone for calls, never a camera, and neither to anybody else', () => {
    expect(mayUse('media', true, ['audio'])).toBe(true);
    expect(mayUse('media', false, ['audio'])).toBe(false);
    expect(mayUse('media', true, ['video'])).toBe(false);
    expect(mayUse('media', true, ['audio', 'video'])).toBe(false);
    expect(mayUse('media', true, ['unknown'])).toBe(false);
    expect(mayUse('media', true, [])).toBe(false);
  });

  it('grants nothing else to anybody', () => {
    for (const permission of ['geolocation', 'notifications', 'clipboard-read', 'openExternal', 'usb', 'serial']) {
      expect(mayUse(permission, true, [])).toBe(false);
    }
  });
});

describe('channels from the window', () => {
  const own = { address: APP_PAGE, isMainFrame: true };

  it('reads each of the messages', () => {
    expect(readWindowMessage(FROM_WINDOW.requestPort, own, [])).toEqual({ type: 'requestPort' });
    expect(readWindowMessage(FROM_WINDOW.callEnded, own, [])).toEqual({ type: 'callEnded' });
    expect(readWindowMessage(FROM_WINDOW.incomingCall, own, ['来电', '138****5521'])).toEqual({
      type: 'incomingCall',
      title: '来电',
      body: '138****5521',
    });
    expect(readWindowMessage(FROM_WINDOW.notify, own, ['工单超期', 'HB2611-000431'])).toEqual({
      type: 'notify',
      title: '工单超期',
      body: 'HB2611-000431',
    });
  });

  it.each([
    ['another page', { address: 'https://example.org/', isMainFrame: true }],
    ['a frame inside the page', { address: APP_PAGE, isMainFrame: false }],
    ['a frame that has gone', { address: null, isMainFrame: true }],
  ])('refuses %s', (_who, sender) => {
    expect(readWindowMessage(FROM_WINDOW.requestPort, sender, [])).toBeNull();
  });

  it('refuses a channel that is not on the list', () => {
    expect(readWindowMessage('hotline:key', own, [])).toBeNull();
  });

  it('refuses content of another shape', () => {
    expect(readWindowMessage(FROM_WINDOW.requestPort, own, ['x'])).toBeNull();
    expect(readWindowMessage(FROM_WINDOW.incomingCall, own, ['来电'])).toBeNull();
    expect(readWindowMessage(FROM_WINDOW.notify, own, ['工单超期', { toString: 1 }])).toBeNull();
    expect(readWindowMessage(FROM_WINDOW.incomingCall, own, ['来电', { toString: 1 }])).toBeNull();
    expect(readWindowMessage(FROM_WINDOW.incomingCall, own, ['x'.repeat(201), ''])).toBeNull();
  });
});

describe('window options', () => {
  it('give the page nothing of Node and keep it in the sandbox', () => {
    expect(webPreferences('/preload.cjs', false)).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      devTools: false,
    });
  });

  it('open where the state says and show nothing before the first picture', () => {
    const state = { x: 1, y: 2, width: 1440, height: 900, maximized: true };
    const options = windowOptions(state, '/preload.cjs', '/icon.png', true);
    expect(options).toMatchObject({ x: 1, y: 2, width: 1440, height: 900, show: false });
    expect(options).not.toHaveProperty('maximized');
    expect(options.webPreferences?.devTools).toBe(true);
  });
});

describe('how the key is kept', () => {
  it('is wrapped by Windows, by macOS and by a real Linux keyring', () => {
    expect(keyProtection({ platform: 'win32', available: true, backend: null }).kind).toBe('system');
    expect(keyProtection({ platform: 'darwin', available: true, backend: null }).kind).toBe('system');
    expect(keyProtection({ platform: 'linux', available: true, backend: 'gnome_libsecret' }).kind).toBe('system');
    expect(keyProtection({ platform: 'linux', available: true, backend: 'kwallet6' }).kind).toBe('system');
  });

  it.each([
    ['basic_text, whose password stands in a public source', { available: true, backend: 'basic_text' }],
    ['a keyring nobody can name', { available: true, backend: 'unknown' }],
    ['no keyring', { available: false, backend: null }],
  ])('never pretends to be wrapped by %s', (_what, vault) => {
    const protection = keyProtection({ platform: 'linux', ...vault });
    expect(protection.kind === 'file' && protection.why).toMatch(/系统/);
  });
});

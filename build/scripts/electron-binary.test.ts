import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseDesk, findElectron } from './electron-binary.ts';

describe('which host shows the desk', () => {
  const linux = { platform: 'linux', hasDisplay: true, forced: null } as const;

  it('is Electron where its binary is', () => {
    expect(chooseDesk({ ...linux, electron: '/e/electron' }).kind).toBe('electron');
  });

  it('is the web host without the binary, and says so', () => {
    expect(chooseDesk({ ...linux, electron: null })).toEqual({
      kind: 'web',
      why: '未安装 Electron 程序文件，改用网页方式',
    });
  });

  it('is the web host on a Linux without a display, but not on a Windows', () => {
    expect(chooseDesk({ ...linux, electron: '/e', hasDisplay: false }).kind).toBe('web');
    expect(chooseDesk({ ...linux, electron: '/e', hasDisplay: false, platform: 'win32' }).kind).toBe('electron');
  });

  it('is what the command line says, whatever is there', () => {
    expect(chooseDesk({ ...linux, electron: null, forced: 'electron' }).kind).toBe('electron');
    expect(chooseDesk({ ...linux, electron: '/e', forced: 'web' }).kind).toBe('web');
  });
});

describe('finding Electron', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'hotline-electron-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('answers nothing where the package stands without its binary', () => {
    expect(findElectron({}, folder)).toBeNull();
  });

  it('answers nothing where the binary was named but has gone', () => {
    writeFileSync(path.join(folder, 'path.txt'), 'electron');
    expect(findElectron({}, folder)).toBeNull();
  });

  it('answers the binary in the package, or where the environment says', () => {
    writeFileSync(path.join(folder, 'path.txt'), 'electron');
    mkdirSync(path.join(folder, 'dist'));
    mkdirSync(path.join(folder, 'elsewhere'));
    writeFileSync(path.join(folder, 'dist/electron'), '');
    writeFileSync(path.join(folder, 'elsewhere/electron'), '');
    expect(findElectron({}, folder)).toBe(path.join(folder, 'dist/electron'));
    const elsewhere = path.join(folder, 'elsewhere');
    expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: elsewhere }, folder)).toBe(path.join(elsewhere, 'electron'));
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdFolder } from './folder-lock.ts';

describe('the folder of PGlite belongs to one process', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hotline-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const leave = (text: string): void => writeFileSync(join(folder, 'centre.lock'), text);

  it('refuses a second holder until the first lets go', () => {
    const release = holdFolder(folder);
    expect(() => holdFolder(folder)).toThrow('CENTRE_FOLDER_IN_USE');
    release();
    expect(existsSync(join(folder, 'centre.lock'))).toBe(false);
    holdFolder(folder)();
  });

  it('refuses while another process lives, and names it', () => {
    leave(JSON.stringify({ pid: process.ppid, started: null }));
    expect(() => holdFolder(folder)).toThrow(`进程 ${process.ppid}`);
  });

  it('recovers the lock of a process that died', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    leave(JSON.stringify({ pid, started: null }));
    expect(() => holdFolder(folder)).not.toThrow();
  });

  it.runIf(process.platform === 'linux')('recovers the lock of a process whose number another one has now', () => {
    leave(JSON.stringify({ pid: process.ppid, started: '1' }));
    expect(() => holdFolder(folder)).not.toThrow();
  });

  it('recovers a lock that was never written to its end', () => {
    leave('{"pid":');
    expect(() => holdFolder(folder)).not.toThrow();
  });
});

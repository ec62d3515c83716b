import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FailureError } from '../../shared/failure.ts';
import { readOrMakeKey } from './key-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hotline-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function codeOf(act: () => unknown): string {
  try {
    act();
    return 'none';
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : String(error);
  }
}

describe('the key file', () => {
  it('is made once: 256 bits, for its owner alone, with nothing left beside it', () => {
    const file = path.join(folder, 'state/desk.key');
    const key = readOrMakeKey(file);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(readOrMakeKey(file)).toBe(key);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    expect(readdirSync(path.dirname(file))).toEqual(['desk.key']);
  });

  it('differs from desk to desk', () => {
    expect(readOrMakeKey(path.join(folder, 'a/desk.key'))).not.toBe(readOrMakeKey(path.join(folder, 'b/desk.key')));
  });

  it('is closed to others again where somebody has opened it', () => {
    const file = path.join(folder, 'desk.key');
    writeFileSync(file, `${'ab'.repeat(32)}\n`, { mode: 0o644 });
    expect(readOrMakeKey(file)).toBe('ab'.repeat(32));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is never replaced: a file that holds no key is an error with its own name', () => {
    const file = path.join(folder, 'desk.key');
    writeFileSync(file, 'abc');
    expect(codeOf(() => readOrMakeKey(file))).toBe('STORE_WRONG_KEY');
  });

  it('says where it cannot be written', () => {
    mkdirSync(path.join(folder, 'desk.key'));
    expect(codeOf(() => readOrMakeKey(path.join(folder, 'desk.key')))).toBe('STORE_UNWRITABLE');
  });
});

import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '../../shared/instant.ts';
import { openVault, VaultError, type Kept } from './vault.ts';

const AT = instant(Date.parse('2026-11-21T02:00:00.000Z'));

describe('the vault of recordings', () => {
  const key = randomBytes(32);
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hotline-vault-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const failing = async (work: Promise<unknown>): Promise<string> => {
    try {
      await work;
      return 'read';
    } catch (error) {
      return error instanceof VaultError ? error.what : String(error);
    }
  };
  const disturb = (kept: Kept, change: (sealed: Buffer) => Buffer): void => {
    const path = join(folder, kept.file);
    chmodSync(path, 0o600);
    writeFileSync(path, change(readFileSync(path)));
  };

  it.each([0, 1, 65_535, 65_536, 65_537, 200_000])('gives back %i bytes as they were', async (size) => {
    const vault = openVault(folder, [key]);
    const bytes = randomBytes(size);
    const kept = await vault.keep('rec-1', AT, bytes);
    expect(kept.bytes).toBe(size);
    expect(kept.file).toMatch(/^2026.11.[0-9a-f-]{36}\.hlr$/);
    expect((await vault.read('rec-1', kept)).equals(bytes)).toBe(true);
  });

  it('gives any part of one, up to its end and not beyond', async () => {
    const vault = openVault(folder, [key]);
    const bytes = randomBytes(200_000);
    const kept = await vault.keep('rec-6', AT, bytes);
    for (const [offset, length] of [
      [0, 10],
      [65_530, 10],
      [65_536, 65_536],
      [60_000, 140_000],
      [199_999, 500],
      [200_000, 500],
    ] as const)
      expect((await vault.part('rec-6', kept, offset, length)).equals(bytes.subarray(offset, offset + length))).toBe(
        true,
      );
  });

  it('writes nothing that can be heard, for nobody else to read, and no half file', async () => {
    const kept = await openVault(folder, [key]).keep('rec-2', AT, Buffer.from('RIFF plain words '.repeat(100)));
    const path = join(folder, kept.file);
    expect(readFileSync(path).includes('plain words')).toBe(false);
    expect(statSync(path).mode & 0o777).toBe(0o400);
    expect(readdirSync(join(path, '..')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('Z11: knows a recording that was altered, cut, exchanged for another or sealed with another key', async () => {
    const vault = openVault(folder, [key]);
    const bytes = randomBytes(150_000);
    const [one, two, three, other] = await Promise.all([
      vault.keep('rec-3', AT, bytes),
      vault.keep('rec-3', AT, bytes),
      vault.keep('rec-3', AT, bytes),
      vault.keep('rec-4', AT, bytes),
    ]);
    disturb(one, (sealed) => {
      sealed[70_000] = (sealed[70_000] ?? 0) ^ 1;
      return sealed;
    });
    disturb(two, (sealed) => sealed.subarray(0, 52 + 65_536 + 16));
    expect(await failing(vault.read('rec-3', one))).toBe('damaged');
    expect(await failing(vault.read('rec-3', two))).toBe('damaged');
    expect(await failing(vault.read('rec-3', { ...three, file: other.file }))).toBe('damaged');
    expect(await failing(vault.read('rec-3', { ...three, sha256: randomBytes(32) }))).toBe('damaged');
    expect(await failing(openVault(folder, [randomBytes(32)]).read('rec-3', three))).toBe('damaged');
    expect(await failing(vault.read('rec-3', three))).toBe('read');
  });

  it('says that a removed one is gone, and removes twice without a word', async () => {
    const vault = openVault(folder, [key]);
    const kept = await vault.keep('rec-5', AT, randomBytes(10));
    await vault.remove(kept.file);
    await vault.remove(kept.file);
    expect(await failing(vault.read('rec-5', kept))).toBe('gone');
  });

  it('seals under a new key, and still opens what older ones have sealed', async () => {
    const older = await openVault(folder, [key]).keep('rec-8', AT, Buffer.from('before'));
    const newer = randomBytes(32);
    const vault = openVault(folder, [newer, key]);
    const kept = await vault.keep('rec-9', AT, Buffer.from('after'));
    expect((await vault.read('rec-8', older)).toString()).toBe('before');
    expect((await vault.part('rec-9', kept, 0, 5)).toString()).toBe('after');
    expect(await failing(openVault(folder, [key]).read('rec-9', kept))).toBe('damaged');
  });
});

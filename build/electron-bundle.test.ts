import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import type { startStation } from '../station/station.ts';
import { ROOT } from './scripts/tools.ts';

// Inside the checkout, because the bundle finds its packages upwards from where it lies.
const OUT = path.join(ROOT, 'build/out/bundle-under-test');
let data = '';

beforeAll(async () => {
  data = mkdtempSync(path.join(os.tmpdir(), 'hotline-bundle-'));
  const configFile = path.join(ROOT, 'build/vite.electron.config.ts');
  const common = { configFile, logLevel: 'error' } as const;
  await build({ ...common, build: { outDir: OUT } });
  await build({ ...common, mode: 'preload', build: { outDir: path.join(OUT, 'electron') } });
}, 60_000);
afterAll(() => {
  rmSync(OUT, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
});

describe('the packed desktop program', () => {
  it('has the files that Electron and the program start by name', () => {
    for (const file of ['main.js', 'station-process.js', 'preload.cjs']) {
      expect(existsSync(path.join(OUT, 'electron', file))).toBe(true);
    }
    const { main } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { main: string };
    expect(main).toBe('build/out/electron/main.js');
  });

  it('has a preload that loads nothing but Electron, as its sandbox demands', () => {
    const preload = readFileSync(path.join(OUT, 'electron/preload.cjs'), 'utf8');
    const required = [...preload.matchAll(/require\((.*?)\)/g)].map(([, name]) => name);
    expect(required).toEqual(['"electron"']);
    expect(preload).not.toMatch(/^import /m);
  });

  it('has a station that runs, threads and native packages included', async () => {
    const built = (await import(pathToFileURL(path.join(OUT, 'station/station.js')).href)) as {
      startStation: typeof startStation;
    };
    const station = await built.startStation({
      dataDir: data,
      key: 'ab'.repeat(32),
      centreUrl: 'http://127.0.0.1:9',
      deskName: '测试座席',
      version: '0.0.0',
    });
    await station.stop();
    expect(existsSync(path.join(data, 'outbox.db'))).toBe(true);
  });
});

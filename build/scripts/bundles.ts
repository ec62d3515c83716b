import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesUnder, fingerprint, ROOT, run } from './tools.ts';

interface Bundle {
  /** Chinese name for the terminal. */
  readonly title: string;
  /** Vite's arguments, one run each. */
  readonly runs: readonly (readonly string[])[];
  /** A file that is there exactly when the bundle is. */
  readonly product: string;
  readonly stamp: string;
  /** What it is made from. */
  readonly sources: readonly string[];
}

const RENDERER: Bundle = {
  title: '座席界面',
  runs: [['--config', 'build/vite.renderer.config.ts']],
  product: 'build/out/renderer/index.html',
  stamp: 'build/out/renderer.stamp',
  sources: ['renderer', 'shared', 'station/hosting'],
};

const ELECTRON: Bundle = {
  title: '桌面程序',
  runs: [
    ['--config', 'build/vite.electron.config.ts'],
    ['--config', 'build/vite.electron.config.ts', '--mode', 'preload'],
  ],
  product: 'build/out/electron/main.js',
  stamp: 'build/out/electron.stamp',
  sources: ['electron', 'station', 'db/desk', 'shared'],
};

const EVERY_BUNDLE = ['build/vite.renderer.config.ts', 'build/vite.electron.config.ts', 'package-lock.json'];

/** Builds the renderer where it is missing or its sources have changed. Says so, in Chinese, only when it works. */
export function buildRenderer(always = false): Promise<void> {
  return refresh(RENDERER, always);
}

/** Builds Electron's main process, preload and station. */
export function buildElectron(always = false): Promise<void> {
  return refresh(ELECTRON, always);
}

async function refresh(bundle: Bundle, always: boolean): Promise<void> {
  const stamp = path.join(ROOT, bundle.stamp);
  const sources = filesUnder(bundle.sources).filter((file) => !/\.test\.tsx?$/.test(file));
  const wanted = fingerprint([...sources, ...EVERY_BUNDLE]);
  const built =
    existsSync(path.join(ROOT, bundle.product)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (built && !always) return;
  const begun = performance.now();
  process.stdout.write(`${built || !existsSync(stamp) ? '构建' : '源文件有变，重新构建'}${bundle.title}… `);
  for (const args of bundle.runs) {
    const { code, output } = await run('vite', ['build', ...args, '--logLevel', 'warn']);
    if (code !== 0) throw new Error(`${bundle.title}构建失败：\n${output}`);
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  console.log(`完成（${((performance.now() - begun) / 1000).toFixed(1)} 秒）`);
}

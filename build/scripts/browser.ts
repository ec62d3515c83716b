import { existsSync } from 'node:fs';
import { findChromium } from './chromium.ts';
import { run } from './tools.ts';

const CJK_FONT = /Noto|Source Han|WenQuanYi|Microsoft YaHei|PingFang|SimSun/i;

async function hasChineseFont(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const { code, output } = await run('fc-list', [':lang=zh', 'family']);
  return code === 0 && CJK_FONT.test(output);
}

/**
 * Makes sure of a Chromium and a Chinese font. As root on a Debian it installs what is missing.
 * @returns what could still not be had, in words; empty when all is there
 */
export async function ensureBrowser(): Promise<string[]> {
  const missing = async (): Promise<string[]> => [
    ...(findChromium() === null ? ['chromium'] : []),
    ...((await hasChineseFont()) ? [] : ['fonts-noto-cjk']),
  ];
  const wanted = await missing();
  if (wanted.length === 0) return [];
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    return wanted.map((name) => `${name} is not installed; install it with this system's package manager`);
  }
  console.log(`installing ${wanted.join(' and ')}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  const packages = [...wanted, ...(wanted.includes('fonts-noto-cjk') ? ['fontconfig'] : [])];
  const { output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
  const still = await missing();
  return still.map((name) => `${name} could not be installed: ${output.trim().split('\n').at(-1) ?? ''}`);
}

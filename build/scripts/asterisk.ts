import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from './tools.ts';

/**
 * A real Asterisk for the telephony tests, in a folder of its own outside the checkout. Debian stable has none, so a
 * small Debian that does is unpacked beside the system and entered by chroot; nothing of it touches the machine.
 */
export type AsteriskFound = { readonly root: string } | { readonly missing: string };

const SUITE = 'sid';
const PACKAGES = 'asterisk,asterisk-config,asterisk-modules';
/** A new name where what is put into the folder changes. */
const FOLDER = `asterisk-${process.arch}-1`;
const STAMP = '.complete';
/** What a running Asterisk never reads; half of the folder. */
const TRIMMED = [
  'var/cache/apt',
  'var/lib/apt/lists',
  'usr/share/doc',
  'usr/share/man',
  'usr/share/locale',
  'usr/share/info',
  'usr/share/zoneinfo',
  'usr/share/asterisk/sounds/en_US_f_Allison',
  'usr/share/asterisk/sounds/en_US',
  'var/log/bootstrap.log',
];

function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache');
  return path.join(base, 'hotline-desk');
}

/** Where a running Asterisk's folder stands, once `ensureAsterisk` has found or made it; null before. */
export function cachedAsterisk(): string | null {
  const root = path.join(cacheFolder(), FOLDER);
  return existsSync(path.join(root, STAMP)) ? root : null;
}

/** Finds the cached Asterisk or gets it: a minute or two, once on each machine. Says plainly what stands against it. */
export async function ensureAsterisk(): Promise<AsteriskFound> {
  if (process.platform !== 'linux') return { missing: 'Asterisk is only run on Linux' };
  if (process.getuid?.() !== 0) return { missing: 'not root: Asterisk runs in a folder that only root may enter' };
  const cached = cachedAsterisk();
  if (cached !== null) return { root: cached };
  if (!existsSync('/etc/debian_version')) return { missing: 'not a Debian: Asterisk comes from its packages' };
  const tool = await ensurePackage('debootstrap', '/usr/sbin/debootstrap');
  if (tool !== null) return { missing: tool };
  const mirror = await debianMirror();
  if (mirror === null) return { missing: "this machine's package sources name no Debian mirror" };
  return fetchInto(mirror);
}

/**
 * Finds what the telephony tests need besides Asterisk, or installs it: sipp, which plays the callers of the load
 * tests, and openssl, which makes the exchange's certificate. @returns what is missing, or null
 */
export async function ensureTools(): Promise<string | null> {
  return (await ensurePackage('sip-tester', '/usr/bin/sipp')) ?? ensurePackage('openssl', '/usr/bin/openssl');
}

async function ensurePackage(name: string, file: string): Promise<string | null> {
  if (existsSync(file)) return null;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return `${name} is not installed`;
  console.log(`installing ${name}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  const { output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env });
  return existsSync(file) ? null : `${name} could not be installed: ${lastLine(output)}`;
}

/** The mirror this machine takes its own packages from. */
async function debianMirror(): Promise<string | null> {
  const format = '$(REPO_URI) $(ORIGIN) $(LABEL)';
  const { output } = await run('apt-get', ['indextargets', '--format', format, 'Created-By: Packages']);
  const line = output.split('\n').find((candidate) => candidate.endsWith(' Debian Debian'));
  return line?.split(' ')[0] ?? null;
}

async function fetchInto(mirror: string): Promise<AsteriskFound> {
  const cache = cacheFolder();
  mkdirSync(cache, { recursive: true });
  // Beside its place, so that what is interrupted is never taken for whole; two at once do the work twice.
  const making = mkdtempSync(path.join(cache, 'making-'));
  try {
    console.log('getting Asterisk (once on this machine; a minute or two)…');
    const args = ['--variant=minbase', `--include=${PACKAGES}`, SUITE, making, mirror];
    const { code, output } = await run('debootstrap', args, { env: { ...process.env, PATH: SYSTEM_PATH } });
    if (code !== 0) return { missing: `Asterisk could not be fetched: ${lastLine(output)}` };
    trim(making);
    writeFileSync(path.join(making, STAMP), '');
    const root = path.join(cache, FOLDER);
    if (!existsSync(root)) renameSync(making, root);
    return { root };
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

function trim(root: string): void {
  for (const part of TRIMMED) rmSync(path.join(root, part), { recursive: true, force: true });
  for (const entry of readdirSync(path.join(root, 'var/cache'))) {
    if (entry === 'debconf') rmSync(path.join(root, 'var/cache', entry), { recursive: true, force: true });
  }
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}

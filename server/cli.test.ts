import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../db/central/migrate.ts';
import { openPglite } from '../db/central/pglite.ts';
import { recordingKeys } from './recordings/key.ts';

const CLI = fileURLToPath(new URL('cli.ts', import.meta.url));
const SLOW_MS = 300_000;

describe('the command line', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hotline-cli-'));
    const db = await openPglite(folder);
    await migrate(db);
    await db.close();
  }, SLOW_MS);
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (args: readonly string[], input = '') => {
    const { DATABASE_URL: _url, HOTLINE_PASSWORD: _password, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
      input,
      encoding: 'utf8',
      env: { ...env, HOTLINE_DATA: folder },
    });
    return `${status}: ${stdout}${stderr}`;
  };
  const admin = ['create-admin', '--job-number', '8001', '--name', '王管'];

  it('makes the first administrator, with the password from standard input', { timeout: SLOW_MS }, () => {
    expect(run(admin, 'zu-kurz\n')).toMatch(/^1: .*密码过于简单/);
    expect(run(admin, 'lang-genug-1\n')).toMatch(/^0: /);
    expect(run(admin, 'lang-genug-1\n')).toMatch(/^1: .*8001 已有人使用/);
  });

  it('walks the audit log, and names the first row that was touched', { timeout: SLOW_MS }, async () => {
    expect(run(['verify-audit'])).toMatch(/^0: OK/);
    const db = await openPglite(folder);
    await db.write('ALTER TABLE audit DISABLE TRIGGER USER');
    await db.write(`UPDATE audit SET action = 'nothing' WHERE id = 1`);
    await db.close();
    expect(run(['verify-audit'])).toMatch(/^1: .*第 1 行被改动/);
  });

  it(
    'puts another key for recordings before those there are; where there is none, says so',
    { timeout: SLOW_MS },
    () => {
      const file = join(folder, 'recordings.key');
      expect(run(['new-recording-key'])).toMatch(/^1: 没有找到录音密钥文件/);
      const [first] = recordingKeys(file);
      expect(run(['new-recording-key'])).toMatch(/^0: 已换用新密钥，文件中现有 2 把/);
      const keys = recordingKeys(file);
      expect(keys).toHaveLength(2);
      expect(keys[1]).toEqual(first);
      expect(statSync(file).mode & 0o777).toBe(0o400);
    },
  );

  it('gives a restored database a new epoch', { timeout: SLOW_MS }, async () => {
    const epoch = async (): Promise<unknown[]> => {
      const db = await openPglite(folder);
      const rows = await db.read('SELECT epoch FROM feed_head');
      await db.close();
      return rows;
    };
    const before = await epoch();
    expect(run(['after-restore'])).toMatch(/^0: /);
    expect(await epoch()).not.toEqual(before);
  });

  it('says how it is used', () => {
    expect(run(['what'])).toMatch(/^1: .*用法/);
  });
});

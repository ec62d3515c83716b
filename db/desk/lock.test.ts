import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { codeOf, scratch, type Scratch } from './desk-for-tests.ts';
import { lockDesk } from './lock.ts';

vi.setConfig({ testTimeout: 60_000 });

let files: Scratch;

beforeEach(() => {
  files = scratch();
});

afterEach(() => {
  files.remove();
});

describe('the lock of a desk folder', () => {
  it('lets one station in, and the next one after it has left', () => {
    const first = lockDesk(files.dir);
    expect(codeOf(() => lockDesk(files.dir))).toBe('STORE_LOCKED');
    first.release();
    lockDesk(files.dir).release();
  });

  it('keeps another process out, and is gone with it when it is killed', async () => {
    const holder = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `import { lockDesk } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
       lockDesk(${JSON.stringify(files.dir)});
       console.log('locked');
       setInterval(() => {}, 1000);`,
    ]);
    await once(holder.stdout, 'data');
    expect(codeOf(() => lockDesk(files.dir))).toBe('STORE_LOCKED');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    lockDesk(files.dir).release();
  });

  it('cannot be taken where nothing may be written', () => {
    writeFileSync(join(files.dir, 'a-file'), '');
    expect(codeOf(() => lockDesk(join(files.dir, 'a-file', 'desk')))).toBe('STORE_UNWRITABLE');
  });
});

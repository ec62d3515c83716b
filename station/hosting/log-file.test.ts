import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLogFile } from './log-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hotline-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the log file', () => {
  it('keeps lines in their order, each with its time', async () => {
    const file = path.join(folder, 'logs/station.log');
    const log = openLogFile(file);
    for (let n = 0; n < 20; n += 1) log.write({ n });
    await log.flush();
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    expect(lines.map((line) => /"n":(\d+)/.exec(line)?.[1])).toEqual(Array.from({ length: 20 }, (_, n) => String(n)));
    expect(lines[0]).toMatch(/^\{"time":"\d{4}-/);
  });

  it('moves a full file aside and goes on', async () => {
    const file = path.join(folder, 'station.log');
    writeFileSync(file, 'x'.repeat(5_000_001));
    const log = openLogFile(file);
    log.write({ n: 1 });
    await log.flush();
    expect(existsSync(`${file}.1`)).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain('"n":1');
  });
});

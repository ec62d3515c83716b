import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Table } from '../../shared/contract/desk.ts';
import { FailureError } from '../../shared/failure.ts';
import type { MortalApi } from '../testing/mortal.worker.ts';
import { unforeseen, WorkerError } from './protocol.ts';
import { startThread, type Thread } from './thread.ts';

vi.setConfig({ testTimeout: 60_000 });

type Api = MortalApi & { time(): number; announce(): void };

let thread: Thread<Api>;
let restarts: number;
let tables: Table[];
let log: object[];

beforeEach(() => {
  restarts = 0;
  tables = [];
  log = [];
  thread = startThread<Api>({
    file: '../testing/mortal.worker',
    data: null,
    nowMs: () => 42,
    onChanged: (changed) => tables.push(...changed),
    onLog: (line) => log.push(line),
    onRestart: () => {
      restarts += 1;
    },
  });
});

afterEach(() => thread.stop());

describe('a call to a worker thread', () => {
  it('is answered, each with its own answer, by the clock of the caller', async () => {
    const answers = await Promise.all(['甲', '乙', '丙'].map((text) => thread.call('echo', text)));
    expect(answers).toEqual(['甲', '乙', '丙']);
    expect(await thread.call('time')).toBe(42);
  });

  it('hands on what the worker refuses as the failure it is', async () => {
    await expect(thread.call('refuse')).rejects.toMatchObject({ failure: { code: 'STORE_FULL' } });
  });

  it('says of an unforeseen error where it happened, and not what it said', async () => {
    const error = await thread.call('stumble', '13800138000').then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(WorkerError);
    expect(unforeseen(error)).toMatchObject({ name: 'TypeError' });
    expect(JSON.stringify(unforeseen(error))).toContain('mortal.worker');
    expect(JSON.stringify([unforeseen(error), log])).not.toContain('13800138000');
  });

  it('brings what the worker announces before its answer', async () => {
    await thread.call('announce');
    expect(tables).toEqual(['orders']);
  });
});

describe('a worker thread that dies', () => {
  it('fails what was waiting so that it can be asked again, and the next one answers', async () => {
    const waiting = thread.call('never');
    const fatal = thread.call('die');
    await expect(fatal).rejects.toMatchObject({ failure: { code: 'UNEXPECTED', retryAfterMs: 200 } });
    await expect(waiting).rejects.toBeInstanceOf(FailureError);
    expect(await thread.call('echo', '还在')).toBe('还在');
    expect(restarts).toBe(1);
  });

  it('is not started for ever where it dies every time', async () => {
    for (let count = 0; count < 6; count += 1) await thread.call('die').catch(() => undefined);
    await expect(thread.call('echo', '')).rejects.toBeInstanceOf(FailureError);
    expect(restarts).toBe(4);
  });
});

import { closeSync, cpSync, openSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EVERY_ORDER } from '../shared/contract/desk.ts';
import { FailureError } from '../shared/failure.ts';
import {
  actor,
  LAMPS,
  nextEvent,
  openDesk,
  scratch,
  until,
  untilStatus,
  writeOrder,
  type TestDesk,
} from './testing/desk-for-tests.ts';
import { startTestCentre } from './testing/test-centre.ts';
import type { TestCentre } from './testing/test-centre-types.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let centre: TestCentre;
let folder: { dir: string; remove(): void };
let running: TestDesk | null;

beforeEach(async () => {
  centre = await startTestCentre({ accounts: [{ actor: actor('1001'), password: 'right' }], units: [LAMPS] });
  folder = scratch();
  running = null;
});

afterEach(async () => {
  await running?.stop();
  await centre.down();
  folder.remove();
});

async function start(key?: string): Promise<TestDesk> {
  running = await openDesk({ centreUrl: centre.url, dataDir: folder.dir, ...(key === undefined ? {} : { key }) });
  return running;
}

async function stop(): Promise<void> {
  await running?.stop();
  running = null;
}

async function signIn({ desk }: TestDesk): Promise<void> {
  await desk.session.signIn({ jobNumber: '1001', password: 'right', takeOver: false });
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error('the start did not fail as it should');
  return error.failure.code;
}

function damage(name: string, from: (length: number) => number): void {
  const path = join(folder.dir, name);
  const bytes = readFileSync(path);
  bytes.fill(7, from(bytes.length), from(bytes.length) + 4096);
  writeFileSync(path, bytes);
}

describe('a second station on the same folder', () => {
  it('is told that the desk is running, and the first goes on', async () => {
    const first = await start();
    expect(await codeOf(openDesk({ centreUrl: centre.url, dataDir: folder.dir }))).toBe('STORE_LOCKED');
    await signIn(first);
    await untilStatus(first.desk, ({ state }) => state === 'synced');
    await writeOrder(first.desk);
  });
});

describe('a wrong key', () => {
  it('touches nothing: the right one still opens everything', async () => {
    await signIn(await start());
    await stop();
    expect(await codeOf(openDesk({ centreUrl: centre.url, dataDir: folder.dir, key: 'cd'.repeat(32) }))).toBe(
      'STORE_WRONG_KEY',
    );
    const again = await start();
    expect((await again.desk.session.current()).knownJobNumbers).toEqual(['1001']);
  });
});

describe('a folder that cannot be written', () => {
  it('is named', async () => {
    writeFileSync(join(folder.dir, 'a-file'), '');
    const dataDir = join(folder.dir, 'a-file', 'desk');
    expect(await codeOf(openDesk({ centreUrl: centre.url, dataDir }))).toBe('STORE_UNWRITABLE');
  });
});

describe('a damaged replica', () => {
  it('is set aside and loaded anew, and what was not sent stays in sight', async () => {
    const first = await start();
    await signIn(first);
    await untilStatus(first.desk, ({ state }) => state === 'synced');
    await centre.down();
    await untilStatus(first.desk, ({ state }) => state === 'offline');
    const draft = await writeOrder(first.desk);
    await stop();
    damage('replica.db', () => 0);
    const again = await start();
    const told = await nextEvent(again.desk, (event) => event.type === 'notice');
    expect(told).toMatchObject({ notice: { failure: { code: 'STORE_CORRUPT' } } });
    await signIn(again);
    const { rows } = await again.desk.orders.list({ filter: EVERY_ORDER, offset: 0, limit: 5 });
    expect(rows).toMatchObject([{ id: draft.orderId, pending: true }]);
    await centre.up();
    await untilStatus(again.desk, ({ unsent }) => unsent === 0);
    await signIn(again);
    await untilStatus(again.desk, ({ state }) => state === 'synced');
    expect(await again.desk.units.list()).toHaveLength(1);
    expect(readdirSync(folder.dir).some((name) => name.startsWith('replica.db.damaged-'))).toBe(true);
  });
});

describe('a damaged outbox', () => {
  it('gives up what does not read, and sends the rest in a new epoch without doing anything twice', async () => {
    const first = await start();
    await signIn(first);
    await untilStatus(first.desk, ({ state }) => state === 'synced');
    await writeOrder(first.desk, '送达过的一件');
    await untilStatus(first.desk, ({ unsent }) => unsent === 0);
    await centre.down();
    await untilStatus(first.desk, ({ state }) => state === 'offline');
    for (let count = 0; count < 30; count += 1) await writeOrder(first.desk, `${'长'.repeat(1500)}${count}`);
    await stop();
    // Somewhere amid the commands.
    damage('outbox.db', (length) => Math.floor(length / 4096 / 2) * 4096);
    const again = await start();
    const told = await nextEvent(again.desk, (event) => event.type === 'notice');
    expect(told).toMatchObject({ notice: { failure: { code: 'STORE_CORRUPT' } } });
    await centre.up();
    await untilStatus(again.desk, ({ cause }) => cause?.code === 'NOT_SIGNED_IN');
    await signIn(again);
    await untilStatus(again.desk, ({ state, unsent }) => state === 'synced' && unsent === 0);
    expect(centre.orders.size).toBeGreaterThan(20);
    expect(centre.taken).toHaveLength(centre.orders.size);
    expect(new Set(centre.taken.map(({ deskEpoch }) => deskEpoch))).toEqual(new Set([1, 2]));
    expect((await again.desk.orders.list({ filter: EVERY_ORDER, offset: 0, limit: 1 })).total).toBe(centre.orders.size);
  });
});

describe('a session', () => {
  it('goes on where the station died under it, so that nobody signs in again amid a call', async () => {
    const first = await start();
    await signIn(first);
    await untilStatus(first.desk, ({ state }) => state === 'synced');
    const draft = await first.desk.drafts.open({ call: null, phone: '13800138000' });
    // The files as a power cut leaves them: those of a station that still has them open.
    const left = scratch();
    cpSync(folder.dir, left.dir, { recursive: true });
    const again = await openDesk({ centreUrl: centre.url, dataDir: left.dir });
    expect((await again.desk.session.current()).session).toMatchObject({ kind: 'online' });
    expect(await again.desk.drafts.list()).toEqual([draft]);
    await untilStatus(again.desk, ({ state }) => state === 'synced');
    await again.stop();
    left.remove();
  });

  it('is over once the station was stopped', async () => {
    await signIn(await start());
    await stop();
    const again = await start();
    expect((await again.desk.session.current()).session).toBeNull();
  });
});

describe('a file that breaks while the desk is in use', () => {
  /** Every page of a file and its journal, as a disk does that has come to its end. */
  function destroy(name: string): void {
    for (const path of [name, `${name}-wal`].map((file) => join(folder.dir, file))) {
      const handle = openSync(path, 'r+');
      for (let at = 0; at + 4096 <= statSync(path).size; at += 4096)
        writeSync(handle, Buffer.alloc(4096, 7), 0, 4096, at);
      closeSync(handle);
    }
  }

  it.each(['replica.db', 'outbox.db'])('is put right, and the desk goes on without a restart: %s', async (name) => {
    const { desk } = await start();
    await desk.session.signIn({ jobNumber: '1001', password: 'right', takeOver: false });
    await untilStatus(desk, ({ state }) => state === 'synced');
    for (let count = 0; count < 5; count += 1) await writeOrder(desk, `第${count}件`);
    await untilStatus(desk, ({ unsent, state }) => unsent === 0 && state === 'synced');
    destroy(name);
    const told = await nextEvent(
      desk,
      (event) => event.type === 'notice',
      async () => {
        // Whichever of these runs into the damage says so; all of it works again afterwards.
        await writeOrder(desk, '损坏之后').catch(() => undefined);
        await desk.orders.list({ filter: EVERY_ORDER, offset: 0, limit: 5 }).catch(() => undefined);
      },
    );
    expect(told).toMatchObject({ notice: { failure: { code: 'STORE_CORRUPT' } } });
    await until(
      () => writeOrder(desk, '修复之后').catch(() => null),
      (draft) => draft !== null,
    );
    await untilStatus(desk, ({ unsent, state }) => unsent === 0 && state === 'synced');
    expect((await desk.orders.list({ filter: EVERY_ORDER, offset: 0, limit: 1 })).total).toBe(centre.orders.size);
    expect(readdirSync(folder.dir).some((file) => file.startsWith(`${name}.damaged-`))).toBe(true);
  });
});

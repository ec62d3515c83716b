import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deskIdSchema } from '../../shared/domain/ids.ts';
import { codeOf, KEY, orderNumber, OTHER_KEY, scratch, type Scratch } from './desk-for-tests.ts';
import { openDesk, openDeskReader } from './files.ts';
import { CIPHERS } from './cipher.ts';
import { OUTBOX_MIGRATIONS } from './migrations/outbox/all.ts';
import { openWritable } from './open.ts';
import { nameDesk, readIdentity } from './outbox/identity.ts';
import { findOrder, putOrder } from './replica/orders.ts';
import { readSidecar } from './sidecar.ts';

const NOW = Date.parse('2026-11-20T04:00:00.000Z');

let files: Scratch;

beforeEach(() => {
  files = scratch();
});

afterEach(() => {
  files.remove();
});

function open(key = KEY, dir = join(files.dir, 'desk')) {
  const opened = openDesk(dir, key, NOW);
  return {
    ...opened,
    close: () => {
      opened.outbox.close();
      opened.replica.close();
    },
  };
}

/** Overwrites part of a file, as a failing disk does. */
function damage(path: string, from: number, length: number): void {
  const bytes = readFileSync(path);
  bytes.fill(7, from, from + length);
  writeFileSync(path, bytes);
}

describe('the files of a desk', () => {
  it('hold nothing readable without the key', () => {
    const desk = open();
    const record = { order: orderNumber(1), history: [] };
    putOrder(desk.replica, { server: record, effective: record, pending: false }, 1, null);
    desk.close();
    for (const name of readdirSync(join(files.dir, 'desk'))) {
      const bytes = readFileSync(join(files.dir, 'desk', name));
      for (const secret of ['张三丰', '13800130001', '路灯', 'SQLite format', KEY])
        expect(bytes.includes(secret), `${secret} in ${name}`).toBe(false);
    }
    expect(statSync(join(files.dir, 'desk', 'desk.json')).mode & 0o077).toBe(0);
  });

  it('open again with the same key, in the same shape, under the same name', () => {
    const first = open();
    const before = readIdentity(first.outbox);
    first.close();
    const second = open();
    expect(readIdentity(second.outbox)).toEqual(before);
    second.close();
  });

  it('stay as they are where the key does not fit', () => {
    open().close();
    const before = readFileSync(join(files.dir, 'desk', 'outbox.db'));
    expect(codeOf(() => open(OTHER_KEY))).toBe('STORE_WRONG_KEY');
    expect(codeOf(() => open('not a key'))).toBe('STORE_WRONG_KEY');
    expect(readFileSync(join(files.dir, 'desk', 'outbox.db')).equals(before)).toBe(true);
  });

  it('open without their sidecar, by trying, and refuse a wrong key there too', () => {
    open().close();
    const sidecar = join(files.dir, 'desk', 'desk.json');
    rmSync(sidecar);
    expect(codeOf(() => open(OTHER_KEY))).toBe('STORE_WRONG_KEY');
    rmSync(sidecar, { force: true });
    open().close();
    expect(readSidecar(join(files.dir, 'desk'))?.cipher).toMatch(/^(aegis|chacha20)$/);
  });

  it('are refused where a newer program wrote them', () => {
    const desk = open();
    desk.outbox.exec('PRAGMA user_version = 99');
    desk.close();
    expect(codeOf(() => open())).toBe('STORE_FROM_FUTURE');
  });

  it('cannot be where nothing may be written', () => {
    writeFileSync(join(files.dir, 'a-file'), '');
    expect(codeOf(() => open(KEY, join(files.dir, 'a-file', 'desk')))).toBe('STORE_UNWRITABLE');
  });

  it('are read through a handle that cannot write', () => {
    const desk = open();
    const reader = openDeskReader(desk.places);
    expect(() => reader.outbox.all('DELETE FROM drafts RETURNING id')).toThrow('readonly');
    reader.outbox.close();
    reader.replica.close();
    desk.close();
  });
});

describe('a desk whose sidecar is lost', () => {
  it.each(CIPHERS)('keeps the cipher its files were written with: %s', (cipher) => {
    openWritable(
      { ...files.place('outbox.db'), cipher },
      { durability: 'full', migrations: OUTBOX_MIGRATIONS, check: true },
    ).close();
    const desk = open(KEY, files.dir);
    expect(desk.places.outbox.cipher).toBe(cipher);
    expect(desk.findings).toEqual([]);
    desk.close();
  });
});

describe('a damaged replica', () => {
  it('is set aside whole, and an empty one takes its place', () => {
    open().close();
    damage(join(files.dir, 'desk', 'replica.db'), 0, 4096);
    const desk = open();
    expect(desk.findings).toMatchObject([{ code: 'STORE_CORRUPT' }]);
    expect(findOrder(desk.replica, orderNumber(1).id)).toBeNull();
    desk.close();
    expect(readdirSync(join(files.dir, 'desk')).some((name) => name.startsWith('replica.db.damaged-'))).toBe(true);
  });
});

describe('a damaged outbox', () => {
  it('whose first page is gone is set aside, and the desk keeps its name', () => {
    const before = open();
    const name = readIdentity(before.outbox)?.deskId;
    before.close();
    damage(join(files.dir, 'desk', 'outbox.db'), 0, 4096);
    const desk = open();
    expect(desk.findings).toMatchObject([{ code: 'STORE_CORRUPT', detail: '抢救出 0 件操作、0 份草稿' }]);
    expect(readIdentity(desk.outbox)).toMatchObject({ deskId: name, epoch: 0, token: null });
    desk.close();
  });
});

describe('a full disk', () => {
  it('fails the write that did not fit, and leaves what was there before', () => {
    const outbox = files.outbox();
    nameDesk(outbox, deskIdSchema.parse('00000000-0000-7000-8000-000000000001'));
    const { page_count: pages } = outbox.get<{ page_count: number }>('PRAGMA page_count') ?? { page_count: 0 };
    outbox.get(`PRAGMA max_page_count = ${pages}`);
    const write = (): number =>
      outbox.transaction(() => outbox.run('INSERT INTO preferences VALUES (?, ?)', ['a', 'x'.repeat(100_000)]));
    expect(write).toThrow(/full/);
    expect(readIdentity(outbox)).not.toBeNull();
    outbox.get('PRAGMA max_page_count = 1000000');
    expect(write()).toBe(1);
    outbox.close();
  });
});

describe('a database', () => {
  it('is written to in one transaction or not at all', () => {
    const outbox = files.outbox();
    expect(() =>
      outbox.transaction(() => {
        outbox.run('INSERT INTO preferences VALUES (?, ?)', ['a', '{}']);
        throw new Error('half way');
      }),
    ).toThrow('half way');
    expect(outbox.all('SELECT * FROM preferences')).toEqual([]);
    outbox.close();
  });
});

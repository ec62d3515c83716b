import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVERY_ORDER } from '../../shared/contract/desk.ts';
import { commandIdSchema, unitIdSchema, type OrderId } from '../../shared/domain/ids.ts';
import { FailureError } from '../../shared/failure.ts';
import { instant } from '../../shared/instant.ts';
import type { Receipt } from '../../shared/sync/envelope.ts';
import type { Row } from '../../shared/sync/feed.ts';
import { orderNumber } from '../../db/desk/desk-for-tests.ts';
import { CENTRE_ROW } from '../testing/centre-row.ts';
import { actor, forward, KEY, LAMPS, scratch } from '../testing/desk-for-tests.ts';
import { makeReader, type ReaderApi } from './reader.ts';
import { makeWriter, type Opened, type WriterApi } from './writer.ts';

const START = Date.parse('2026-11-20T04:00:00.000Z');
const DAY = 86_400_000;
const WRITER = actor('1001');

let folder: { dir: string; remove(): void };
let nowMs: number;
let writer: WriterApi;
let reader: ReaderApi;
let opened: Opened;

function start(): void {
  const outlet = { nowMs: () => nowMs, changed: () => undefined, log: () => undefined };
  writer = makeWriter({ dataDir: folder.dir, key: KEY }, outlet);
  opened = writer.open();
  reader = makeReader(opened.places, outlet);
}

function restart(): void {
  reader.release();
  writer.close();
  start();
}

beforeEach(() => {
  folder = scratch();
  nowMs = START;
  start();
  writer.learned({ city: 'hebi', clockOffset: 0 });
  writer.enrolled({ epoch: 1, code: '7K2M', token: 'secret' });
  snapshot('first', 1, [{ entity: 'unit', id: LAMPS.id, version: 1, data: LAMPS }]);
});

afterEach(() => {
  reader.release();
  writer.close();
  folder.remove();
});

function snapshot(epoch: string, head: number, rows: readonly Row[]): void {
  const state = { entity: 'order', after: null, head, epoch, done: 0, total: 0 } as const;
  writer.beginSnapshot('audience', state);
  writer.loadRows(rows);
  for (let at: number | null = 0; at !== null;) at = writer.sweep(at, 1);
  writer.endSnapshot(state);
  reader.changed(['units', 'subjects']);
}

function write(content?: string): OrderId {
  const draft = writer.openDraft(WRITER.accountId, { call: null, phone: '13800138000' });
  writer.submit({ orderId: draft.orderId, draftId: draft.id, command: forward(draft, content), actor: WRITER });
  return draft.orderId;
}

function listed(): { number: string | null; pending: boolean }[] {
  const { rows } = reader.orders({ filter: EVERY_ORDER, offset: 0, limit: 50 }, WRITER);
  return rows.map(({ number, pending }) => ({ number, pending }));
}

/** The centre's receipt for whatever waits first. */
function accept(serverSeq: number, number: string): Receipt {
  const [envelope] = writer.batchToPush(null, 1);
  if (!envelope) throw new Error('nothing waits');
  const receipt: Receipt = {
    commandId: envelope.commandId,
    deskSeq: envelope.deskSeq,
    outcome: { kind: 'accepted', version: 1, number },
    serverSeq,
    at: instant(nowMs),
  };
  writer.saveReceipts(1, [receipt]);
  return receipt;
}

function row(n: number, more: Parameters<typeof orderNumber>[1] = {}): Row {
  const order = orderNumber(n, { unitId: LAMPS.id, ...more });
  return { entity: 'order', id: order.id, version: order.version, data: { order, history: [] } };
}

describe('the sequence of what a desk says', () => {
  it('is dense, and a refusal takes no place in it', () => {
    write();
    const draft = writer.openDraft(WRITER.accountId, { call: null, phone: '' });
    const nowhere = { ...LAMPS, id: unitIdSchema.parse('u-nowhere') };
    const bad = { orderId: draft.orderId, draftId: draft.id, command: forward(draft, '内容', nowhere), actor: WRITER };
    expect(() => writer.submit(bad)).toThrow(FailureError);
    write();
    expect(writer.batchToPush(null, 10).map(({ deskEpoch, deskSeq }) => [deskEpoch, deskSeq])).toEqual([
      [1, 1],
      [1, 2],
    ]);
  });

  it('goes on where it was, even when everything said has been deleted since', () => {
    write();
    accept(2, 'HB2611-000001');
    nowMs += 40 * DAY;
    writer.tidy();
    expect(reader.outbox(true, 10)).toEqual([]);
    restart();
    write();
    expect(writer.batchToPush(null, 10)).toMatchObject([{ deskSeq: 2 }]);
  });

  it('begins anew in a new epoch, with what waits in the order in which it was written', () => {
    const first = write();
    accept(2, 'HB2611-000001');
    const [second, third] = [write(), write()];
    writer.disown();
    expect(writer.identity().token).toBeNull();
    writer.enrolled({ epoch: 2, code: '7K2M', token: 'another' });
    const fourth = write();
    expect(
      writer.batchToPush(null, 10).map(({ aggregateId, deskEpoch, deskSeq }) => [aggregateId, deskEpoch, deskSeq]),
    ).toEqual([
      [second, 2, 1],
      [third, 2, 2],
      [fourth, 2, 3],
    ]);
    expect(writer.batchToPush(1, 10)).toHaveLength(3);
    expect(first).not.toBe(second);
  });

  it('can be read again from any place, acknowledged or not', () => {
    write();
    accept(2, 'HB2611-000001');
    write();
    expect(writer.batchToPush(1, 10).map(({ deskSeq }) => deskSeq)).toEqual([1, 2]);
    expect(writer.batchToPush(null, 10).map(({ deskSeq }) => deskSeq)).toEqual([2]);
  });

  it('tells receipts for commands it never had', () => {
    write();
    const receipt = accept(2, 'HB2611-000001');
    const stranger = { ...receipt, commandId: commandIdSchema.parse('00000000-0000-7000-8000-00000000ffff') };
    expect(writer.saveReceipts(1, [receipt, stranger])).toEqual({ strangers: 1 });
  });
});

describe('an order of this desk', () => {
  it('stays pending from the outbox through the receipt until its row has been pulled', () => {
    const id = write();
    expect(listed()).toEqual([{ number: null, pending: true }]);
    accept(5, 'HB2611-000001');
    expect(listed()).toEqual([{ number: 'HB2611-000001', pending: true }]);
    writer.applyChanges([], 4);
    expect(listed()).toEqual([{ number: 'HB2611-000001', pending: true }]);
    const pulled = row(1, { id, number: 'HB2611-000001' });
    writer.applyChanges([{ op: 'put', seq: 5, row: pulled }], 5);
    expect(listed()).toEqual([{ number: 'HB2611-000001', pending: false }]);
  });

  it('is made again from the outbox where the replica was lost', () => {
    write('只在本机的一件');
    expect(writer.repair()).toEqual([]);
    reader.release();
    expect(writer.feed()).toMatchObject({ epoch: null, cursor: 0 });
    expect(listed()).toEqual([{ number: null, pending: true }]);
  });

  it('outlives a snapshot that does not know it, and rows that nobody confirms do not', () => {
    writer.applyChanges([{ op: 'put', seq: 2, row: row(1) }], 2);
    write();
    expect(listed()).toHaveLength(2);
    snapshot('second', 9, [{ entity: 'unit', id: LAMPS.id, version: 1, data: LAMPS }, row(2)]);
    expect(listed()).toEqual([
      { number: null, pending: true },
      { number: 'HB2611-000002', pending: false },
    ]);
    expect(writer.feed()).toMatchObject({ cursor: 9, epoch: 'second', snapshot: null });
  });

  it('stays in sight while a snapshot is loading', () => {
    writer.applyChanges([{ op: 'put', seq: 2, row: row(1) }], 2);
    writer.beginSnapshot('audience', { entity: 'centre', after: null, head: 9, epoch: 'e', done: 0, total: 0 });
    writer.loadRows([row(2)]);
    expect(listed()).toHaveLength(2);
  });

  it('is not taken back by an older row', () => {
    writer.applyChanges([{ op: 'put', seq: 2, row: row(1, { version: 3, state: 'replied' }) }], 2);
    writer.applyChanges([{ op: 'put', seq: 3, row: row(1, { version: 2 }) }], 3);
    expect(reader.order(orderNumber(1).id, WRITER, false).order).toMatchObject({ version: 3, state: 'replied' });
  });

  it('does not stop the feed where a row makes no sense to this program', () => {
    const { data, ...rest } = row(1);
    // What a newer centre might send: the desk's own types cannot say it, so it comes in as it would over the wire.
    const strange = JSON.parse(JSON.stringify({ ...rest, data: { ...data, order: { id: 'x' } } })) as Row;
    writer.applyChanges(
      [
        { op: 'put', seq: 2, row: strange },
        { op: 'put', seq: 3, row: row(2) },
      ],
      3,
    );
    expect(listed()).toHaveLength(1);
    expect(writer.feed().cursor).toBe(3);
  });
});

describe('what a desk has no need of any more', () => {
  it('H19: what a desk has no need of goes: closed orders past their time, what is done with after thirty days; open orders stay', () => {
    const closedAt = instant(nowMs - 91 * DAY);
    writer.applyChanges(
      [
        {
          op: 'put',
          seq: 2,
          row: {
            entity: 'centre',
            id: 'centre',
            version: 1,
            data: CENTRE_ROW,
          },
        },
        { op: 'put', seq: 3, row: row(1, { state: 'closed', closedAt }) },
        { op: 'put', seq: 4, row: row(2, { state: 'closed', closedAt: instant(nowMs - 89 * DAY) }) },
        { op: 'put', seq: 5, row: row(3) },
      ],
      5,
    );
    expect(listed().map(({ number }) => number)).toEqual(['HB2611-000003', 'HB2611-000002']);
    nowMs += 2 * DAY;
    writer.tidy();
    expect(listed().map(({ number }) => number)).toEqual(['HB2611-000003']);
  });

  it('never goes while it is unsent', () => {
    write();
    nowMs += 400 * DAY;
    writer.tidy();
    expect(writer.batchToPush(null, 5)).toHaveLength(1);
    expect(existsSync(opened.places.outbox.path)).toBe(true);
  });
});

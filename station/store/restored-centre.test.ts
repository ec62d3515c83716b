import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVERY_ORDER } from '../../shared/contract/desk.ts';
import type { CommandId, OrderId } from '../../shared/domain/ids.ts';
import { failure } from '../../shared/failure.ts';
import { instant } from '../../shared/instant.ts';
import type { Envelope, Receipt } from '../../shared/sync/envelope.ts';
import type { Row } from '../../shared/sync/feed.ts';
import { actor, forward, KEY, LAMPS, scratch } from '../testing/desk-for-tests.ts';
import { makeReader, type ReaderApi } from './reader.ts';
import { makeWriter, type WriterApi } from './writer.ts';

const NOW = Date.parse('2026-11-20T04:00:00.000Z');
const WRITER = actor('1001');
const UNIT: Row = { entity: 'unit', id: LAMPS.id, version: 1, data: LAMPS };

let folder: ReturnType<typeof scratch>;
let writer: WriterApi;
let reader: ReaderApi;
let seq: number;

beforeEach(() => {
  folder = scratch();
  seq = 1;
  const outlet = { nowMs: () => NOW, changed: () => undefined, log: () => undefined };
  writer = makeWriter({ dataDir: folder.dir, key: KEY }, outlet);
  reader = makeReader(writer.open().places, outlet);
  writer.learned({ city: 'hebi', clockOffset: 0 });
  writer.enrolled({ epoch: 1, code: '7K2M', token: 'first' });
  copy('one.grants');
});

afterEach(() => {
  reader.release();
  writer.close();
  folder.remove();
});

/** A fresh copy of a centre that has no order. */
function copy(epoch: string, rows: readonly Row[] = [UNIT]): void {
  const state = { entity: 'order', after: null, head: seq, epoch, done: 0, total: 0 } as const;
  writer.beginSnapshot('audience', state);
  writer.loadRows(rows);
  for (let at: number | null = 0; at !== null;) at = writer.sweep(at, 100);
  writer.endSnapshot(state);
}

function write(): OrderId {
  const draft = writer.openDraft(WRITER.accountId, { call: null, phone: '13800138000' });
  writer.submit({ orderId: draft.orderId, draftId: draft.id, command: forward(draft), actor: WRITER });
  return draft.orderId;
}

function said(): (readonly [order: OrderId, epoch: number, seq: number])[] {
  return writer
    .batchToPush(null, 100)
    .map(({ aggregateId, deskEpoch, deskSeq }) => [aggregateId, deskEpoch, deskSeq] as const);
}

function answer(envelope: Envelope, outcome: Receipt['outcome']): Receipt {
  seq += 1;
  const { commandId, deskSeq } = envelope;
  return { commandId, deskSeq, outcome, serverSeq: seq, at: instant(NOW) };
}

const ACCEPTED = { kind: 'accepted', version: 1, number: 'HB2611-000001' } as const;
const REFUSED = { kind: 'refused', failure: failure('UNIT_CLOSED') } as const;

/** The centre's word on everything that waits. */
function settle(outcome: Receipt['outcome']): CommandId[] {
  const waiting = writer.batchToPush(null, 100);
  writer.saveReceipts(
    writer.identity().epoch,
    waiting.map((envelope) => answer(envelope, outcome)),
  );
  return waiting.map(({ commandId }) => commandId);
}

function listed(): { number: string | null; pending: boolean }[] {
  const { rows } = reader.orders({ filter: EVERY_ORDER, offset: 0, limit: 50 }, WRITER);
  return rows.map(({ number, pending }) => ({ number, pending }));
}

describe('a centre set back to a backup', () => {
  it('is told everything again under a new epoch, also what was said under earlier ones, as it was written', () => {
    const first = write();
    settle(ACCEPTED);
    writer.disown();
    writer.enrolled({ epoch: 2, code: '7K2M', token: 'second' });
    const second = write();
    settle(ACCEPTED);
    const third = write();
    copy('two.grants');
    expect(writer.identity().token).toBeNull();
    expect(said()).toEqual([]);
    writer.enrolled({ epoch: 3, code: '7K2M', token: 'third' });
    expect(said()).toEqual([
      [first, 3, 1],
      [second, 3, 2],
      [third, 3, 3],
    ]);
    settle(ACCEPTED);
    expect(said()).toEqual([]);
    copy('two.other-grants');
    expect(said()).toEqual([]);
  });

  it('decides anew, and its word counts', () => {
    write();
    settle(ACCEPTED);
    copy('two.grants');
    writer.enrolled({ epoch: 2, code: '7K2M', token: 'second' });
    settle(REFUSED);
    expect(reader.counts()).toMatchObject({ unsent: 0, refused: 1 });
    expect(reader.outbox(false, 5)).toMatchObject([{ state: 'refused', failure: { code: 'UNIT_CLOSED' } }]);
    expect(listed()).toEqual([]);
  });

  it('takes nothing out of sight that it has not been told again', () => {
    write();
    settle(ACCEPTED);
    copy('two.grants');
    expect(listed()).toEqual([{ number: 'HB2611-000001', pending: true }]);
    writer.enrolled({ epoch: 2, code: '7K2M', token: 'second' });
    settle({ ...ACCEPTED, number: 'HB2611-000007' });
    expect(listed()).toEqual([{ number: 'HB2611-000007', pending: true }]);
  });

  it('is not believed in what it said in its former life', () => {
    const order = write();
    const [envelope] = writer.batchToPush(null, 1);
    if (!envelope) throw new Error('nothing waits');
    const late = answer(envelope, ACCEPTED);
    copy('two.grants');
    writer.saveReceipts(1, [late]);
    writer.enrolled({ epoch: 2, code: '7K2M', token: 'second' });
    writer.saveReceipts(1, [late]);
    expect(said()).toEqual([[order, 2, 1]]);
  });

  it('is not told again what a person has dealt with', () => {
    write();
    const [refused] = settle(REFUSED);
    if (!refused) throw new Error('nothing was refused');
    writer.settle(refused);
    const open = write();
    settle(REFUSED);
    copy('two.grants');
    writer.enrolled({ epoch: 2, code: '7K2M', token: 'second' });
    expect(said()).toEqual([[open, 2, 1]]);
  });
});

describe('the same centre', () => {
  it('is told nothing again where only the grants have changed, or the replica was lost', () => {
    write();
    settle(ACCEPTED);
    copy('one.other-grants');
    expect(writer.identity().token).toBe('first');
    writer.repair();
    reader.release();
    copy('one.grants');
    expect(writer.identity().token).toBe('first');
    expect(said()).toEqual([]);
  });
});

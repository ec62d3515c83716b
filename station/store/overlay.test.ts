import { describe, expect, it } from 'vitest';
import type { StoredCommand } from '../../db/desk/outbox/commands.ts';
import type { CommandBody } from '../../shared/domain/command.ts';
import { commandIdSchema, deskIdSchema, draftIdSchema, orderIdSchema } from '../../shared/domain/ids.ts';
import { emptyForm } from '../../shared/domain/draft.ts';
import type { Rules } from '../../shared/domain/outcome.ts';
import { instant } from '../../shared/instant.ts';
import { SHIPPED_CALENDAR } from '../../shared/policy/calendar.ts';
import { packOf } from '../../shared/policy/packs.ts';
import type { Receipt } from '../../shared/sync/envelope.ts';
import { actor, forward, LAMPS } from '../testing/desk-for-tests.ts';
import { replay } from './overlay.ts';

const AT = instant(Date.parse('2026-11-20T04:00:00.000Z'));
const ORDER = orderIdSchema.parse('00000000-0000-7000-8000-000000000001');
const WRITER = actor('1001');
const rules: Rules = {
  pack: packOf('hebi'),
  calendar: SHIPPED_CALENDAR,
  unit: (id) => (id === LAMPS.id ? LAMPS : null),
  subject: () => null,
  related: () => null,
};
const nothingKnown: Rules = { ...rules, unit: () => null, subject: () => null };

const taking = forward({
  id: draftIdSchema.parse(ORDER),
  orderId: ORDER,
  provisionalNumber: '待编-7K2M-0001',
  openedAt: AT,
  updatedAt: AT,
  call: null,
  form: emptyForm('13800138000'),
});
const supplement: CommandBody = { type: 'order.supplement', payload: { text: '又坏了一盏', call: null } };
const look: CommandBody = { type: 'personal.look', payload: { field: 'all', where: '详情' } };

function stored(seq: number, body: CommandBody, accepted?: { version: number; number: string }): StoredCommand {
  const commandId = commandIdSchema.parse(`00000000-0000-7000-8000-0000000000${String(seq).padStart(2, '0')}`);
  const receipt: Receipt | null = accepted
    ? { commandId, deskSeq: seq, outcome: { kind: 'accepted', ...accepted }, serverSeq: seq, at: AT }
    : null;
  return {
    envelope: {
      commandId,
      deskId: deskIdSchema.parse(ORDER),
      deskEpoch: 1,
      deskSeq: seq,
      aggregateId: ORDER,
      baseVersion: 0,
      type: body.type,
      typeVersion: 1,
      payload: body.payload,
      actor: WRITER.accountId,
      recordedAt: AT,
      clockOffset: null,
    },
    actor: WRITER,
    provisionalNumber: null,
    summary: '',
    state: accepted ? 'accepted' : 'waiting',
    settled: false,
    attempts: 0,
    receipt,
    again: false,
  };
}

describe('the overlay', () => {
  it('makes an order of what has been written, in the order in which it was', () => {
    const { effective, pending } = replay(ORDER, null, [stored(1, taking), stored(2, supplement)], rules);
    expect(pending).toBe(true);
    expect(effective?.order).toMatchObject({ state: 'dispatched', number: null, provisionalNumber: '待编-7K2M-0001' });
    expect(effective?.history.map((entry) => entry.kind)).toEqual(['received', 'forwarded', 'supplemented']);
  });

  it('shows the official number as soon as the receipt has it', () => {
    const acknowledged = stored(1, taking, { version: 1, number: 'HB2611-000001' });
    const { effective } = replay(ORDER, null, [acknowledged], rules);
    expect(effective?.order).toMatchObject({ number: 'HB2611-000001', version: 1 });
  });

  it('says nothing twice that the row of the centre already holds', () => {
    const server = replay(ORDER, null, [stored(1, taking, { version: 1, number: 'HB2611-000001' })], rules).effective;
    const written = replay(
      ORDER,
      server,
      [stored(1, taking, { version: 1, number: 'HB2611-000001' }), stored(2, supplement)],
      rules,
    );
    expect(written.effective?.history.map((entry) => entry.kind)).toEqual(['received', 'forwarded', 'supplemented']);
    const both = [
      stored(1, taking, { version: 1, number: 'HB2611-000001' }),
      stored(2, supplement, { version: 1, number: 'HB2611-000001' }),
    ];
    expect(replay(ORDER, server, both, rules)).toEqual({ effective: server, pending: false });
  });

  it('passes over what no longer stands, and shows the row of the centre', () => {
    const open = replay(ORDER, null, [stored(1, taking)], rules).effective;
    if (!open) throw new Error('no order');
    const closed = { ...open, order: { ...open.order, state: 'closed' as const, version: 3 } };
    expect(replay(ORDER, closed, [stored(2, supplement)], rules)).toEqual({ effective: closed, pending: false });
  });

  it('keeps an order in sight whose unit has gone with a lost replica', () => {
    const { effective, pending } = replay(ORDER, null, [stored(1, taking)], nothingKnown);
    expect(pending).toBe(true);
    expect(effective?.order.unitId).toBe(LAMPS.id);
  });

  it('is not touched by a look', () => {
    expect(replay(ORDER, null, [stored(1, look)], rules)).toEqual({ effective: null, pending: false });
  });
});

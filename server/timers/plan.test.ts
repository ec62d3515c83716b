import { describe, expect, it } from 'vitest';
import type { CommandBody } from '../../shared/domain/command.ts';
import { UNITS, type Part } from '../../shared/domain/testing/cast.ts';
import { playIn, say, type Play } from '../../shared/domain/testing/play.ts';
import { instant } from '../../shared/instant.ts';
import { timersOf } from './plan.ts';

/** Beijing time as `2026-11-23 09:00`. */
const beijing = (text: string) => instant(Date.parse(`${text.replace(' ', 'T')}:00+08:00`));

const dispatch = (changes: object = {}): CommandBody => ({
  type: 'order.dispatch',
  payload: {
    unitId: UNITS.water,
    handling: 'forward',
    complexity: 'clear',
    urgent: false,
    assistants: [],
    statutory: null,
    filing: false,
    note: '',
    ...changes,
  },
});

function timersIn(play: Play): Record<string, string> {
  const timers = timersOf(play.order(), play.rules.pack, play.rules.calendar);
  return Object.fromEntries(timers.map(({ kind, unitId, at }) => [unitId === '' ? kind : `${kind} ${unitId}`, at]));
}

/** 通化: dispatched on Friday 20 November 2026 at 10:00, due when Friday the 27th ends. */
function inTonghua(...acts: readonly (readonly [Part, CommandBody])[]): Play {
  const play = playIn('tonghua');
  for (const [part, command] of acts) play.act(part, command);
  return play;
}

describe('what the clock has to tell of an order', () => {
  it('T7: undispatched at the end of the day on which it came, and again of that on which it came back', () => {
    const play = playIn('tonghua');
    expect(timersIn(play)).toEqual({ undispatched: beijing('2026-11-21 00:00') });
    play.act('dispatcher', dispatch());
    expect(timersIn(play)['undispatched']).toBeUndefined();
    play.clock('2026-11-23 09:00');
    play.act('handler', { type: 'order.requestReturn', payload: { reason: '不属本单位', basis: '职责清单' } });
    play.act('dispatcher', { type: 'order.decideReturn', payload: { agreed: true, reason: '属实' } });
    expect(timersIn(play)).toEqual({ undispatched: beijing('2026-11-24 00:00') });
  });

  it('T8: nearly due on the last working morning but one, due on the last, overdue when it has passed', () => {
    expect(timersIn(inTonghua(['dispatcher', dispatch()]))).toEqual({
      nearDue: beijing('2026-11-26 08:30'),
      due: beijing('2026-11-27 08:30'),
      overdue: beijing('2026-11-28 00:00'),
    });
  });

  it('T8: twelve hours are nearly over when three are left', () => {
    const play = playIn('tonghua', { urgent: true });
    play.act('dispatcher', dispatch({ urgent: true }));
    expect(timersIn(play)).toEqual({ nearDue: beijing('2026-11-20 19:00'), overdue: beijing('2026-11-20 22:00') });
  });

  it('T9: the last morning for asking for more time, until it is asked or used up', () => {
    const play = inTonghua(['dispatcher', dispatch()], ['handler', { type: 'order.sign', payload: {} }]);
    // Due when the 27th ends, so it must be asked before the 26th does.
    expect(timersIn(play)['extensionClosing']).toBe(beijing('2026-11-26 08:30'));
    const wish: CommandBody = { type: 'order.requestExtension', payload: { reason: '待检测', days: 5, signing: null } };
    play.act('handler', wish);
    expect(timersIn(play)['extensionClosing']).toBeUndefined();
    play.act('dispatcher', { type: 'order.decideExtension', payload: { agreed: true, reason: '', days: 5 } });
    expect(timersIn(play)).toMatchObject({
      extensionClosing: beijing('2026-12-03 08:30'),
      overdue: beijing('2026-12-05 00:00'),
    });
    play.act('unitLeader', {
      type: 'order.requestExtension',
      payload: { reason: '待检测', days: 5, signing: { kind: 'typed', mark: '王主任' } },
    });
    play.act('dispatcher', { type: 'order.decideExtension', payload: { agreed: true, reason: '', days: 5 } });
    expect(timersIn(play)['extensionClosing']).toBeUndefined();
  });

  it('T11: an assisting unit’s own limit, until it has answered', () => {
    const play = inTonghua(['dispatcher', dispatch({ assistants: [{ unitId: UNITS.lamps, task: '配合' }] })]);
    expect(timersIn(play)).toMatchObject({
      [`due ${UNITS.lamps}`]: beijing('2026-11-27 08:30'),
      [`overdue ${UNITS.lamps}`]: beijing('2026-11-28 00:00'),
    });
    play.act('handler', { type: 'order.sign', payload: {} });
    play.act('lampsHandler', { type: 'order.assist', payload: { unitId: UNITS.lamps, text: '已核查' } });
    expect(Object.keys(timersIn(play)).filter((key) => key.endsWith(UNITS.lamps))).toEqual([]);
  });

  it('Z10: the last morning for the follow-up that 枣庄 wants within three working days of closing', () => {
    const play = playIn('zaozhuang', { category: 'complaint', channel: 'hotline' });
    play.act('dispatcher', dispatch());
    play.act('handler', { type: 'order.sign', payload: {} });
    play.act('handler', {
      type: 'order.replyCaller',
      payload: { how: 'phone', reached: true, text: '已修好', adoption: null },
    });
    play.act('handler', {
      type: 'order.reportResult',
      payload: { text: '已修好', finding: 'proven', measures: '加强巡查' },
    });
    play.act('unitLeader', {
      type: 'order.reviewResult',
      payload: { approved: true, reason: '', signing: { kind: 'typed', mark: '王主任' } },
    });
    play.act('followUpAgent', { type: 'order.close', payload: { reason: 'lawfulReply', note: '' } });
    expect(timersIn(play)).toEqual({ followUpDue: beijing('2026-11-25 08:30') });
    play.act('followUpAgent', {
      type: 'order.followUp',
      payload: { reached: true, rating: 'satisfied', reasonable: null, note: '', call: null },
    });
    expect(timersIn(play)).toEqual({});
  });

  it('Z5: the last morning for a first word with the caller, until somebody has had one', () => {
    const play = playIn('zaozhuang', { category: 'complaint', channel: 'hotline' });
    expect(timersIn(play)).toEqual({ firstResponseDue: beijing('2026-11-23 08:30') });
    const tried = (reached: boolean): CommandBody => ({
      type: 'order.contactCaller',
      payload: { how: 'phone', reached, text: '核实情况' },
    });
    play.act('operator', tried(false));
    expect(timersIn(play)).toHaveProperty('firstResponseDue');
    play.act('operator', tried(true));
    expect(timersIn(play)).toEqual({});
  });

  it('H4: what the provincial platform sends is contacted about within a working day; other channels have no such limit', () => {
    expect(timersIn(playIn('hebi', { channel: 'provincial' }))).toEqual({
      firstResponseDue: beijing('2026-11-23 08:30'),
    });
    expect(timersIn(playIn('hebi', { channel: 'hotline' }))).toEqual({});
  });

  it('T10: under a statute’s longer limit, the last morning for entering the procedure, until the unit has said so', () => {
    const due = instant(Date.parse('2027-02-18T16:00:00.000Z'));
    const play = inTonghua(
      ['dispatcher', dispatch({ statutory: { source: '行政处罚法第六十条', due } })],
      ['handler', { type: 'order.sign', payload: {} }],
    );
    expect(timersIn(play)['procedureDue']).toBe(beijing('2026-11-27 08:30'));
    play.act('handler', { type: 'order.reportProgress', payload: { text: '已立案' } });
    expect(timersIn(play)['procedureDue']).toBeUndefined();
    expect(timersIn(play)['overdue']).toBe(due);
  });

  it('T10: a filed matter is told of by its own limit, which no longer runs once the unit has entered the procedure', () => {
    const play = inTonghua(
      ['dispatcher', dispatch({ filing: true })],
      ['handler', { type: 'order.sign', payload: {} }],
    );
    expect(timersIn(play)).toMatchObject({ due: beijing('2026-11-27 08:30'), overdue: beijing('2026-11-28 00:00') });
    expect(timersIn(play)).not.toHaveProperty('procedureDue');
    play.act('handler', { type: 'order.reportProgress', payload: { text: '已立案' } });
    expect(play.last().text).toContain('已进入办理程序');
    expect(timersIn(play)).toEqual({});
  });

  it('T14: before people go home on the day of closing, until it is put away', () => {
    const play = inTonghua(['dispatcher', dispatch()], ['handler', { type: 'order.sign', payload: {} }]);
    play.clock('2026-11-23 11:00');
    play.act('handler', say.reply());
    play.act('handler', say.result);
    play.act('unitLeader', say.review(true));
    play.act('followUpAgent', say.rate('satisfied'));
    expect(play.order().state).toBe('closed');
    expect(timersIn(play)).toEqual({ archiveDue: beijing('2026-11-23 17:00') });
    play.act('followUpAgent', say.archive);
    expect(timersIn(play)).toEqual({});
  });
});

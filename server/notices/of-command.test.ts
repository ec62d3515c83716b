import { describe, expect, it } from 'vitest';
import type { CommandBody } from '../../shared/domain/command.ts';
import type { Order } from '../../shared/domain/order.ts';
import { UNITS, type Part } from '../../shared/domain/testing/cast.ts';
import { playIn, type Play } from '../../shared/domain/testing/play.ts';
import { makeNotice } from './make.ts';
import { tellingsOf } from './of-command.ts';

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
const sign: CommandBody = { type: 'order.sign', payload: {} };

describe('what people are told of a command', () => {
  /** The notices that an act brings: kind, whose people, which of them. */
  const told = (play: Play, part: Part, command: CommandBody): string[] => {
    const before: Order = play.order();
    const after = play.act(part, command);
    return tellingsOf({ before, after }, play.rules).map(
      ({ kind, unitId, permission }) => `${kind} ${unitId ?? 'centre'} ${permission}`,
    );
  };

  it('T7: the unit of a dispatch and of its decided return, the dispatcher of a wish to return', () => {
    const play = playIn('tonghua');
    expect(told(play, 'dispatcher', dispatch())).toEqual(['dispatched u-water order.handle']);
    expect(told(play, 'handler', sign)).toEqual([]);
    const wish: CommandBody = { type: 'order.requestReturn', payload: { reason: '不属本单位', basis: '职责清单' } };
    expect(told(play, 'handler', wish)).toEqual(['returnAsked centre order.dispatch']);
    const agreed: CommandBody = { type: 'order.decideReturn', payload: { agreed: true, reason: '属实' } };
    expect(told(play, 'dispatcher', agreed)).toEqual(['returnDecided u-water order.handle']);
    expect(told(play, 'dispatcher', dispatch({ unitId: UNITS.roads }))).toEqual(['dispatched u-roads order.handle']);
  });

  it('T9, T11, T13: extensions, assistants and supervision reach those they concern', () => {
    const play = playIn('tonghua');
    expect(told(play, 'dispatcher', dispatch({ assistants: [{ unitId: UNITS.lamps, task: '配合' }] }))).toEqual([
      'dispatched u-water order.handle',
      'dispatched u-lamps order.handle',
    ]);
    play.act('handler', sign);
    const wish: CommandBody = { type: 'order.requestExtension', payload: { reason: '待检测', days: 5, signing: null } };
    expect(told(play, 'handler', wish)).toEqual(['extensionAsked centre order.dispatch']);
    const agreed: CommandBody = { type: 'order.decideExtension', payload: { agreed: true, reason: '', days: 5 } };
    expect(told(play, 'dispatcher', agreed)).toEqual(['extensionDecided u-water order.handle']);
    const { supervision } = play.rules.pack;
    const [trigger, form] = [supervision?.triggers[0]?.id ?? '', supervision?.forms[0]?.id ?? ''];
    const press: CommandBody = { type: 'order.supervise', payload: { trigger, form, text: '请办理' } };
    expect(told(play, 'overseer', press)).toEqual(['supervised u-water order.handle']);
    const urge: CommandBody = { type: 'order.urge', payload: { reason: '着急', call: null } };
    expect(told(play, 'operator', urge)).toEqual(['urged u-water order.handle']);
  });

  it('T11: a colleague unit that was asked, and the unit that asked once they have answered', () => {
    const play = playIn('tonghua');
    play.act('dispatcher', dispatch());
    play.act('handler', sign);
    const ask: CommandBody = { type: 'order.askColleague', payload: { unitId: UNITS.roads, task: '核查路面' } };
    expect(told(play, 'handler', ask)).toEqual(['dispatched u-roads order.handle']);
    const answer: CommandBody = { type: 'order.assist', payload: { unitId: UNITS.roads, text: '路面完好' } };
    expect(told(play, 'roadsHandler', answer)).toEqual(['assisted u-water order.handle']);
  });

  it('H10: the leaders of a submission, the unit of their word', () => {
    const play = playIn('hebi');
    play.act('dispatcher', dispatch());
    const submit: CommandBody = { type: 'order.submit', payload: { to: '分管领导', report: '专报' } };
    expect(told(play, 'dispatcher', submit)).toEqual(['submitted centre order.instruct']);
    const word: CommandBody = {
      type: 'order.instruct',
      payload: { text: '请办理', signing: { kind: 'typed', mark: '王' }, unitId: UNITS.roads },
    };
    expect(told(play, 'leader', word)).toEqual(['instructed u-roads order.handle']);
  });

  it('T12: the unit whose leader sends a report back', () => {
    const play = playIn('tonghua');
    play.act('dispatcher', dispatch());
    play.act('handler', sign);
    play.act('handler', {
      type: 'order.replyCaller',
      payload: { how: 'phone', reached: true, text: '已修好', adoption: null },
    });
    play.act('handler', { type: 'order.reportResult', payload: { text: '已修好', finding: 'proven', measures: '' } });
    const back: CommandBody = {
      type: 'order.reviewResult',
      payload: { approved: false, reason: '不具体', signing: null },
    };
    expect(told(play, 'unitLeader', back)).toEqual(['redone u-water order.handle']);
  });

  it('J5, T17: a notice names the order and never the caller, whatever has been written', () => {
    const play = playIn('tonghua', { sensitivity: 'secret' });
    const { name, phone } = play.order().request.caller;
    const before = play.order();
    const after = play.act('dispatcher', dispatch({ note: `${name} ${phone}` }));
    const [telling] = tellingsOf({ before, after }, play.rules);
    if (!telling) throw new Error('nobody is told');
    const notice = makeNotice(telling, Date.parse('2026-11-20T02:00:00.000Z'));
    expect(notice).toMatchObject({ sensitivity: 'secret', orderId: after.id });
    expect(notice.text).toContain(after.provisionalNumber);
    expect(JSON.stringify(notice)).not.toMatch(new RegExp(`${name}|${phone}`, 'u'));
  });
});

import { expect, it } from 'vitest';
import { instant } from '../../instant.ts';
import type { UnitId } from '../ids.ts';
import { queuesOf } from '../queues.ts';
import { CAST, UNITS } from '../testing/cast.ts';
import { FRIDAY, playIn, say } from '../testing/play.ts';
import { viewFor } from '../visibility.ts';

it('T10: where a statute sets the limit, the unit reports how it goes, under that article', () => {
  const play = playIn('tonghua');
  const statutory = { source: '行政处罚法第六十条', due: instant(FRIDAY + 90 * 86_400_000) };
  const { deadline } = play.act('dispatcher', say.dispatch({ statutory }));
  play.act('handler', say.sign);
  const order = play.act('handler', { type: 'order.reportProgress', payload: { text: '已立案，正在调查' } });
  expect(order.deadline).toEqual(deadline);
  expect(play.last()).toMatchObject({ kind: 'progress', text: '已立案，正在调查', citation: { rule: 'T10' } });
});

it('J12: that the hall’s video was called up is noted on the order', () => {
  const play = playIn('jilin', { channel: 'onsite' });
  play.act('dispatcher', say.dispatch({ complexity: 'complex' }));
  play.act('handler', say.sign);
  play.act('handler', { type: 'order.reportProgress', payload: { text: '双方说法不一，已调取大厅录像' } });
  expect(play.last()).toMatchObject({ kind: 'progress', text: '双方说法不一，已调取大厅录像' });
});

it('T7: what a unit has not signed for it does not report on', () => {
  const play = playIn('tonghua');
  play.act('dispatcher', say.dispatch());
  const progress = { type: 'order.reportProgress', payload: { text: '已联系' } } as const;
  expect(play.refused('handler', progress).code).toBe('ACT_NOT_IN_STATE');
});

it('T11: an assisting unit may mend what it has said until the order is answered', () => {
  const play = playIn('tonghua');
  play.act('dispatcher', say.dispatch({ handling: 'joint', assistants: [{ unitId: UNITS.roads, task: '' }] }));
  const said = (text: string) => ({ type: 'order.assist' as const, payload: { unitId: UNITS.roads, text } });
  play.act('roadsHandler', said('已到场'));
  expect(play.act('roadsHandler', said('已修复')).life.assistants[0]?.answer?.text).toBe('已修复');
  expect(play.history().filter(({ kind }) => kind === 'assisted')).toHaveLength(2);
});

const contact = (reached = true) => ({
  type: 'order.contactCaller' as const,
  payload: { how: 'phone' as const, reached, text: '已核实地点和时间' },
});

it('Z5: the first word with the caller is due within one working day, and a later one says so', () => {
  for (const [at, late] of [
    ['2026-11-23 23:59', false],
    ['2026-11-24 00:00', true],
  ] as const) {
    const play = playIn('zaozhuang');
    play.act('operator', contact(false));
    play.clock(at);
    play.act('operator', contact());
    expect(play.last()).toMatchObject({ kind: 'contacted', citation: { rule: 'Z5', article: '第十四条' } });
    expect(play.last().text.includes('首次回应')).toBe(late);
    play.clock('2026-11-30 10:00');
    play.act('operator', contact());
    expect(play.last().text).not.toContain('首次回应');
  }
});

it('H4: where the province’s caller was not clear, they are contacted within one working day', () => {
  const play = playIn('hebi', { channel: 'provincial' });
  play.act('dispatcher', say.dispatch());
  play.clock('2026-11-24 00:00');
  expect(play.act('handler', contact()).life.contacts).toHaveLength(1);
  expect(play.last().text).toContain('首次回应');
  expect(play.refused('roadsHandler', contact()).code).toBe('NOT_YOUR_UNIT');
});

it('T12: a word with the caller is no answer', () => {
  const play = playIn('tonghua');
  play.act('dispatcher', say.dispatch());
  play.act('handler', say.sign);
  play.act('handler', contact());
  expect(play.refused('handler', say.result).code).toBe('CALLER_FIRST');
});

const askRoads = { type: 'order.askColleague', payload: { unitId: UNITS.roads, task: '请核查路面塌陷' } } as const;

it('T11: a unit asks a colleague unit by itself, which sees the order, answers by a limit of its own, and moves none', () => {
  const play = playIn('tonghua');
  play.act('dispatcher', say.dispatch());
  expect(play.refused('handler', askRoads).code).toBe('ACT_NOT_IN_STATE');
  const signed = play.act('handler', say.sign);
  expect(viewFor(signed, CAST.roadsHandler)).toBeNull();
  const asked = play.act('handler', askRoads);
  expect(play.last()).toMatchObject({ kind: 'colleagueAsked', text: '请 市公路局 协助；请核查路面塌陷' });
  expect(asked).toMatchObject({ state: 'handling', unitId: UNITS.water, mode: signed.mode, deadline: signed.deadline });
  expect(viewFor(asked, CAST.roadsHandler)).not.toBeNull();
  expect(queuesOf(asked, 'unit', play.rules.pack)).toContain('assisting');
  const [colleague] = asked.life.assistants;
  expect(colleague).toMatchObject({ unitId: UNITS.roads, askedBy: UNITS.water, answer: null });
  expect(colleague?.due && colleague.due <= (asked.deadline?.due ?? '')).toBe(true);
  const said = { type: 'order.assist', payload: { unitId: UNITS.roads, text: '路面完好，是管道渗漏' } } as const;
  expect(play.act('roadsHandler', said).life.assistants[0]?.answer?.text).toBe('路面完好，是管道渗漏');
  expect(play.refused('roadsHandler', say.result).code).toBe('NOT_YOUR_UNIT');
});

it('T11: a unit asks nobody twice, neither itself nor a unit that is closed', () => {
  const play = playIn('tonghua');
  play.act('dispatcher', say.dispatch());
  play.act('handler', say.sign);
  play.act('handler', askRoads);
  const ask = (unitId: UnitId) => play.refused('handler', { ...askRoads, payload: { unitId, task: '请配合' } }).code;
  expect([ask(UNITS.roads), ask(UNITS.water), ask(UNITS.gone)]).toEqual([
    'UNIT_ALREADY_THERE',
    'UNIT_ALREADY_THERE',
    'UNIT_CLOSED',
  ]);
});

it('J11: a colleague unit that was asked makes no second unit of the order: only the centre’s naming lengthens its limit', () => {
  const play = playIn('jilin');
  play.act('dispatcher', say.dispatch({ complexity: 'complex' }));
  const before = play.act('handler', say.sign).deadline;
  expect(before).toMatchObject({ limit: '5wd' });
  expect(play.act('handler', askRoads).deadline).toEqual(before);
  const name = (assistants: { unitId: UnitId; task: string }[]) =>
    play.act('dispatcher', { type: 'order.nameLead', payload: { unitId: UNITS.water, assistants, note: '' } });
  const kept = name([]);
  expect(kept.deadline).toEqual(before);
  expect(kept.life.assistants).toHaveLength(1);
  const named = name([{ unitId: UNITS.roads, task: '主查路面' }]);
  expect(named.deadline).toMatchObject({ limit: '10wd', rule: 'J11' });
  expect(named.life.assistants).toMatchObject([{ unitId: UNITS.roads, askedBy: null, task: '主查路面' }]);
});

it('T11: whom the former unit asked does not go on to the next one', () => {
  const play = playIn('tonghua');
  play.act('dispatcher', say.dispatch());
  play.act('handler', say.sign);
  play.act('handler', askRoads);
  const moved = play.act('dispatcher', {
    type: 'order.nameLead',
    payload: { unitId: UNITS.lamps, assistants: [], note: '' },
  });
  expect(moved.life.assistants).toEqual([]);
  expect(viewFor(moved, CAST.roadsHandler)).toBeNull();
});

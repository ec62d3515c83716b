import { expect, it } from 'vitest';
import { packOf } from '../../policy/packs.ts';
import { CAST, castRules, UNITS } from '../testing/cast.ts';
import { playIn, playWith, say, type Play } from '../testing/play.ts';
import { extensionToSign, verifySeal } from './seal.ts';
import { standsAgainst } from './standing.ts';

/** In hand at the water company since Friday 20 November 2026, 10:00. */
function inHand(city: string, changes: Parameters<typeof say.dispatch>[0] = {}): Play {
  const play = playIn(city);
  play.act('dispatcher', say.dispatch(changes));
  play.act('handler', say.sign);
  return play;
}

it('T7: a return is asked for in the system, with reason and basis, and changes neither limit nor unit', () => {
  const play = inHand('tonghua');
  const before = play.order().deadline;
  const order = play.act('handler', say.requestReturn);
  expect(order).toMatchObject({ state: 'handling', unitId: UNITS.water, deadline: before });
  expect(order.life.returns).toMatchObject([{ basis: '三定方案第五条', late: false, decision: null }]);
  expect(play.last()).toMatchObject({ kind: 'returnRequested', citation: { rule: 'T7', article: '第十五条' } });
});

it('T7: a return within two working days of receipt is in time, one a moment later counts as overdue handling', () => {
  for (const [at, late] of [
    ['2026-11-24 23:59', false],
    ['2026-11-25 00:00', true],
  ] as const) {
    const play = inHand('tonghua');
    play.clock(at);
    expect(play.act('handler', say.requestReturn).life.returns[0]?.late).toBe(late);
    expect(play.last().text.includes('超期')).toBe(late);
  }
});

it('T7: while a return waits, a second is refused', () => {
  const play = inHand('tonghua');
  play.act('handler', say.requestReturn);
  expect(play.refused('handler', say.requestReturn)).toMatchObject({ code: 'WISH_PENDING', article: '第十五条' });
});

it('T7: a refused return has its reason, and the unit carries on under the same limit', () => {
  const play = inHand('tonghua');
  const before = play.order().deadline;
  play.act('handler', say.requestReturn);
  play.clock('2026-11-23 09:00');
  const order = play.act('dispatcher', say.decideReturn(false));
  expect(order).toMatchObject({ state: 'handling', unitId: UNITS.water, deadline: before });
  expect(order.life.returns[0]?.decision).toMatchObject({ agreed: false, reason: '属该单位职责' });
});

it('T7: where a pack has the clock stand while a return waits, a refused one gives those working days back', () => {
  const { settings, ...pack } = packOf('tonghua');
  const play = playWith({
    ...castRules('tonghua'),
    pack: { ...pack, settings: { ...settings, clockDuringReturn: 'stands' } },
  });
  play.act('dispatcher', say.dispatch());
  play.act('handler', say.requestReturn);
  play.clock('2026-11-24 10:00');
  // Asked on Friday, refused on Tuesday: two working days later than Friday the 27th.
  expect(play.act('dispatcher', say.decideReturn(false)).deadline?.due).toBe('2026-12-01T16:00:00.000Z');
});

it('T7: an agreed return waits for the dispatcher; the next unit gets a new period, the caller keeps the first date', () => {
  const play = inHand('tonghua');
  const first = play.order().deadline;
  play.act('handler', say.requestReturn);
  play.clock('2026-11-23 09:00');
  expect(play.act('dispatcher', say.decideReturn(true))).toMatchObject({
    state: 'accepted',
    unitId: null,
    deadline: null,
    life: { firstDeadline: first, dispatchedAt: null, signed: null },
  });
  expect(play.last().text).toContain('市供水公司');
  play.clock('2026-11-24 09:00');
  const order = play.act('dispatcher', say.dispatch({ unitId: UNITS.roads }));
  // Received on Tuesday the 24th: five working days end with Tuesday 1 December.
  expect(order.deadline?.due).toBe('2026-12-01T16:00:00.000Z');
  expect(order.life.firstDeadline?.due).toBe('2026-11-27T16:00:00.000Z');
});

it('T7: nothing to decide where no return waits', () => {
  expect(inHand('tonghua').refused('dispatcher', say.decideReturn(true)).code).toBe('NO_WISH_PENDING');
});

it('T9: an extension is five working days from the end of the limit, asked for by the day before it', () => {
  const play = inHand('tonghua');
  // Due at the end of Friday the 27th: until the end of Thursday the 26th it may be asked for.
  play.clock('2026-11-26 23:59');
  play.act('handler', say.requestExtension(5));
  play.clock('2026-11-27 09:00');
  const order = play.act('dispatcher', say.decideExtension(true));
  expect(order.deadline).toMatchObject({ due: '2026-12-04T16:00:00.000Z', rule: 'T9', from: 'extended', limit: '5wd' });
  expect(order.life.firstDeadline?.due).toBe('2026-11-27T16:00:00.000Z');
});

it('T9: on the last day it is too late to ask', () => {
  const play = inHand('tonghua');
  play.clock('2026-11-27 00:00');
  expect(play.refused('handler', say.requestExtension(5))).toMatchObject({
    code: 'EXTENSION_TOO_LATE',
    article: '第十六条',
  });
});

it('T9: more than five working days at once are refused, by the unit and by the centre', () => {
  const play = inHand('tonghua');
  expect(play.refused('handler', say.requestExtension(6)).code).toBe('EXTENSION_TOO_LONG');
  play.act('handler', say.requestExtension(5));
  expect(play.refused('dispatcher', say.decideExtension(true, 6)).code).toBe('EXTENSION_TOO_LONG');
});

it("T9: a second extension needs the 分管领导's signature, and a handler's own is none", () => {
  const play = inHand('tonghua');
  play.act('handler', say.requestExtension(5));
  play.act('dispatcher', say.decideExtension(true));
  expect(play.refused('unitLeader', say.requestExtension(5)).code).toBe('SIGNATURE_REQUIRED');
  expect(play.refused('handler', say.requestExtension(5, true)).code).toBe('SIGNATURE_REQUIRED');
  const [, second] = play.act('unitLeader', say.requestExtension(5, true)).life.extensions;
  expect(second?.signature).toMatchObject({ mark: '王主任', by: { accountId: CAST.unitLeader.accountId } });
});

it('T9: a signature stands under these words and no others', () => {
  const play = inHand('tonghua');
  play.act('handler', say.requestExtension(5));
  play.act('dispatcher', say.decideExtension(true));
  const order = play.act('unitLeader', say.requestExtension(5, true));
  const wish = order.life.extensions[1];
  if (!wish?.signature) throw new Error('not signed');
  expect(verifySeal(extensionToSign(order.id, wish), wish.signature)).toBe(true);
  expect(verifySeal(extensionToSign(order.id, { ...wish, days: 4 }), wish.signature)).toBe(false);
  expect(verifySeal(extensionToSign(order.id, wish), { ...wish.signature, mark: '李主任' })).toBe(false);
});

it('T9: after two extensions a third is refused, with what follows', () => {
  const play = inHand('tonghua');
  play.act('handler', say.requestExtension(5));
  play.act('dispatcher', say.decideExtension(true));
  play.act('unitLeader', say.requestExtension(5, true));
  // Two times five working days after Friday the 27th: Friday 11 December.
  expect(play.act('dispatcher', say.decideExtension(true)).deadline?.due).toBe('2026-12-11T16:00:00.000Z');
  const refusal = play.refused('unitLeader', say.requestExtension(5, true));
  expect(refusal.code).toBe('EXTENSION_USED_UP');
  expect(refusal.detail).toContain('专题协调会议');
});

it('T9: a refused extension changes no limit, has a reason, and is not counted as one of the two', () => {
  const play = inHand('tonghua');
  const before = play.order().deadline;
  play.act('handler', say.requestExtension(5));
  expect(play.refused('dispatcher', say.decideExtension(false, null, '')).code).toBe('REASON_REQUIRED');
  expect(play.act('dispatcher', say.decideExtension(false)).deadline).toEqual(before);
  expect(play.act('handler', say.requestExtension(5)).life.extensions).toHaveLength(2);
});

it('T8: the twelve hours of an urgent order are not extended', () => {
  const play = inHand('tonghua', { urgent: true });
  expect(play.order().deadline).toMatchObject({ rule: 'T8', limit: '12h', from: 'phoned' });
  expect(play.refused('handler', say.requestExtension(5)).code).toBe('ACT_NOT_OFFERED');
});

it('T9: an extension that waits falls with the report of the result', () => {
  const play = inHand('tonghua');
  play.act('handler', say.requestExtension(5));
  play.act('handler', say.reply());
  const [wish] = play.act('handler', say.result).life.extensions;
  expect(wish?.decision).toMatchObject({ agreed: false });
});

it('H9: only joint handling is extended, and with the consent of the city leaders written down', () => {
  expect(inHand('hebi').refused('handler', say.requestExtension(3))).toMatchObject({
    code: 'ACT_NOT_OFFERED',
    article: '第六条第（二）项第1目之（4）',
  });
  const play = inHand('hebi', { handling: 'joint', assistants: [{ unitId: UNITS.roads, task: '封路' }] });
  play.act('handler', say.requestExtension(10));
  expect(play.refused('dispatcher', say.decideExtension(true, null, '')).code).toBe('REASON_REQUIRED');
  // Joint handling: fifteen working days from the 20th end with 11 December; ten more with the 25th.
  expect(play.act('dispatcher', say.decideExtension(true, null, '市政府领导同意')).deadline?.due).toBe(
    '2026-12-25T16:00:00.000Z',
  );
});

it('Z8: 批办 is three working days from the complaint, extended once and by at most two', () => {
  const play = playIn('zaozhuang');
  play.act('dispatcher', { type: 'order.submit', payload: { to: '分管领导', report: '情由复杂，需进一步调查' } });
  play.clock('2026-11-23 09:00');
  play.act('leader', {
    type: 'order.instruct',
    payload: { text: '请供水公司查清', signing: { kind: 'typed', mark: '李市长' }, unitId: UNITS.water },
  });
  // From the complaint on Friday the 20th: the end of Wednesday the 25th, whenever the leader wrote on it.
  expect(play.order()).toMatchObject({ state: 'handling', mode: 'instructed' });
  expect(play.order().deadline).toMatchObject({ rule: 'Z8', limit: '3wd', due: '2026-11-25T16:00:00.000Z' });
  expect(play.refused('unitLeader', say.requestExtension(3, true)).code).toBe('EXTENSION_TOO_LONG');
  play.act('unitLeader', say.requestExtension(2, true));
  expect(play.act('dispatcher', say.decideExtension(true)).deadline?.due).toBe('2026-11-27T16:00:00.000Z');
  expect(play.refused('unitLeader', say.requestExtension(1, true)).code).toBe('EXTENSION_USED_UP');
});

it('Z9: the 延期申请单 bears the 分管领导 signature, and the office sets the new limit', () => {
  const play = playIn('zaozhuang');
  play.act('dispatcher', { type: 'order.submit', payload: { to: '分管领导', report: '情由复杂' } });
  play.act('leader', {
    type: 'order.instruct',
    payload: { text: '查', signing: { kind: 'typed', mark: '李市长' }, unitId: UNITS.water },
  });
  expect(play.refused('handler', say.requestExtension(2)).code).toBe('SIGNATURE_REQUIRED');
  play.act('unitLeader', say.requestExtension(2, true));
  const order = play.act('dispatcher', say.decideExtension(true, 1));
  expect(order.deadline?.due).toBe('2026-11-26T16:00:00.000Z');
  expect(order.life.extensions[0]).toMatchObject({ days: 2, decision: { days: 1 } });
});

it('a text without extensions offers none', () => {
  for (const city of ['jilin', 'ankang'])
    expect(inHand(city).refused('handler', say.requestExtension(5)).code).toBe('ACT_NOT_OFFERED');
});

it('what greys a button is what the act would be refused for', () => {
  const play = inHand('tonghua');
  play.act('handler', say.requestReturn);
  const now = Date.parse('2026-11-20T03:00:00.000Z');
  const against = (type: 'order.requestReturn' | 'order.decideReturn' | 'order.decideExtension'): string | undefined =>
    standsAgainst(type, play.order(), type === 'order.requestReturn' ? CAST.handler : CAST.dispatcher, play.rules, now)
      ?.code;
  expect(against('order.requestReturn')).toBe('WISH_PENDING');
  expect(against('order.decideReturn')).toBeUndefined();
  expect(against('order.decideExtension')).toBe('NO_WISH_PENDING');
});

import { expect, it } from 'vitest';
import { instant } from '../../instant.ts';
import { packOf } from '../../policy/packs.ts';
import type { CommandBody } from '../command.ts';
import { lifeSchema } from '../life.ts';
import { CAST, UNITS } from '../testing/cast.ts';
import { FRIDAY, playIn, say, type Play } from '../testing/play.ts';

function closed(city: string): Play {
  const play = playIn(city, { replyBy: 'none' });
  play.act('dispatcher', say.dispatch());
  play.act('handler', say.sign);
  play.act('handler', say.result);
  if (play.order().state === 'leaderReview') play.act('unitLeader', say.review(true, true));
  play.act('followUpAgent', say.rate('satisfied'));
  if (play.order().state === 'replied') play.act('followUpAgent', say.close('satisfied'));
  return play;
}

const secret = (on: boolean): CommandBody => ({
  type: 'order.markSecret',
  payload: { secret: on, reason: '诉求人要求' },
});
const flag = (flagId: string): CommandBody => ({
  type: 'order.flagLiability',
  payload: { flagId, unitId: UNITS.water, text: '三次逾期' },
});
const correct = (
  field: Extract<CommandBody, { type: 'order.correct' }>['payload']['field'],
  after: string,
): CommandBody => ({ type: 'order.correct', payload: { field, after, reason: '听记有误' } });
const print = (formId: string): CommandBody => ({ type: 'order.print', payload: { formId, copies: 3 } });

it('T14: a closed order is archived, with who and when, and nothing open is', () => {
  const play = closed('tonghua');
  const order = play.act('followUpAgent', say.archive);
  expect(order).toMatchObject({
    state: 'archived',
    closedAt: instant(FRIDAY),
    life: { archived: { at: instant(FRIDAY) } },
  });
  expect(play.last()).toMatchObject({ kind: 'archived', citation: { rule: 'T14', article: '第十九条' } });
  const open = playIn('tonghua');
  expect(open.refused('dispatcher', say.archive)).toMatchObject({ code: 'ACT_NOT_IN_STATE', article: '第十九条' });
});

it('Z12: what was refused is archived too', () => {
  const play = playIn('zaozhuang');
  const refused = play.part('operator', {
    type: 'order.refuse',
    payload: {
      request: play.order().request,
      call: null,
      articlesRead: [],
      directAttempts: [],
      provisionalNumber: '待编-7K2M-0003',
      groundId: 'Z3-3',
      written: false,
    },
  });
  play.resume(refused);
  expect(play.act('dispatcher', say.archive)).toMatchObject({ state: 'archived', refusal: { groundId: 'Z3-3' } });
});

it('an archived order is opened again by the overseer alone, and the unit that had it signs for it anew', () => {
  const play = closed('tonghua');
  play.act('followUpAgent', say.archive);
  const reopen: CommandBody = { type: 'order.reopen', payload: { reason: '问题复发' } };
  expect(play.refused('followUpAgent', reopen).code).toBe('NOT_PERMITTED');
  play.clock('2026-12-07 10:00');
  const order = play.act('overseer', reopen);
  expect(order).toMatchObject({ state: 'dispatched', unitId: UNITS.water, closedAt: null, life: { archived: null } });
  expect(order.deadline?.due).toBe('2026-12-14T16:00:00.000Z');
});

it('Z7: what the caller wants kept quiet is marked secret; lifting it takes somebody who may see it', () => {
  const play = playIn('zaozhuang');
  expect(play.act('operator', secret(true)).request.sensitivity).toBe('secret');
  expect(play.last()).toMatchObject({ kind: 'markedSecret', citation: { rule: 'Z7', article: '第十七条' } });
  expect(play.refused('operator', secret(true)).code).toBe('ALREADY_SO');
  expect(play.refused('operator', secret(false)).code).toBe('NOT_PERMITTED');
  expect(play.act('dispatcher', secret(false)).request.sensitivity).toBe('normal');
});

it('J5: whoever is recused can do nothing more with the order, whatever their role', () => {
  const play = playIn('jilin');
  play.act('overseer', {
    type: 'order.recuse',
    payload: { accountId: CAST.dispatcher.accountId, reason: '与被诉人有利害关系' },
  });
  expect(play.last()).toMatchObject({ kind: 'recused', citation: { rule: 'J5', article: '第九条' } });
  expect(play.refused('dispatcher', say.dispatch({ unitId: UNITS.roads }))).toMatchObject({
    code: 'RECUSED',
    article: '第九条',
  });
});

it('T18: a liability note is one of the nine cases of the text, under its item', () => {
  expect(packOf('tonghua').liabilityFlags).toHaveLength(9);
  const play = closed('tonghua');
  play.act('overseer', flag('T18-4'));
  expect(play.last()).toMatchObject({ kind: 'liabilityFlagged', citation: { rule: 'T18' } });
  expect(play.order().life.liability).toMatchObject([{ flagId: 'T18-4', unitId: UNITS.water }]);
  expect(play.refused('overseer', flag('Z11-1')).code).toBe('LIABILITY_UNKNOWN');
  expect(play.refused('dispatcher', flag('T18-4')).code).toBe('NOT_PERMITTED');
});

it('J15: refusal to rectify, false information and repeats are flagged', () => {
  const play = closed('jilin');
  play.act('overseer', flag('J15-2'));
  expect(play.last().citation).toEqual({ rule: 'J15', article: '第十五条' });
});

it('A7: the causes, sanctions and mitigations of the liability rules are all at hand', () => {
  const flags = packOf('ankang').liabilityFlags;
  for (const { id } of flags) closed('ankang').act('overseer', flag(id));
  expect(new Set(flags.map(({ kind }) => kind))).toEqual(new Set(['cause', 'sanction', 'mitigation']));
});

it('Z11: evidence is never altered without a trace: a correction keeps what stood there before', () => {
  const play = playIn('zaozhuang');
  const before = play.order().request.content;
  const order = play.act('operator', correct('content', '夜间十一点后施工。'));
  expect(order.request.content).toBe('夜间十一点后施工。');
  expect(order.life.corrections).toMatchObject([{ field: 'content', before, after: '夜间十一点后施工。' }]);
  expect(play.last().text).toContain(before);
  expect(play.refused('operator', correct('content', '夜间十一点后施工。')).code).toBe('CORRECTION_SAME');
  expect(play.refused('operator', correct('content', '  ')).code).toBe('INVALID_INPUT');
});

it('H19: a corrected name or number of the caller is masked in the course', () => {
  const play = playIn('hebi');
  play.act('operator', correct('callerPhone', '19900006632'));
  play.act('operator', correct('callerName', '张山'));
  const said = play
    .history()
    .map(({ text }) => text)
    .join('\n');
  expect(said).toContain('199****5521');
  for (const told of ['19900005521', '19900006632', '张三', '张山']) expect(said).not.toContain(told);
  expect(play.order().request.caller).toMatchObject({ name: '张山', phone: '19900006632' });
});

it('J5: a correction may name one of our units as the one complained of', () => {
  const play = playIn('jilin');
  expect(play.act('operator', correct('accusedUnit', UNITS.water)).request.accused).toMatchObject({
    unit: '市供水公司',
    unitId: UNITS.water,
  });
  expect(play.refused('dispatcher', say.dispatch()).code).toBe('ACCUSED_UNIT');
});

it('Z13: a printed form is one of the city’s, and the course says which and how many', () => {
  const play = playIn('zaozhuang');
  play.act('dispatcher', print('zz-disposal-issue'));
  expect(play.last()).toMatchObject({ kind: 'printed', citation: { rule: 'Z13', article: '附件2' } });
  expect(play.last().text).toContain('3 份');
  expect(play.refused('dispatcher', print('hb-urge')).code).toBe('FORM_UNKNOWN');
});

it('an order takes so many records of a kind and refuses the next, so that its row stays readable', () => {
  const play = closed('tonghua');
  const most = 50;
  for (let count = 0; count < most; count += 1) play.act('overseer', flag('T18-4'));
  expect(play.refused('overseer', flag('T18-4'))).toMatchObject({ code: 'TOO_MANY', article: '第二十九条' });
  expect(lifeSchema.safeParse(play.order().life).success).toBe(true);
});

import { expect, it } from 'vitest';
import type { CommandBody } from '../command.ts';
import { packOf } from '../../policy/packs.ts';
import { CAST, UNITS } from '../testing/cast.ts';
import { playIn, say, type Play } from '../testing/play.ts';
import { instructionToSign, verifySeal } from './seal.ts';

function inHand(city: string): Play {
  const play = playIn(city);
  play.act('dispatcher', say.dispatch());
  play.act('handler', say.sign);
  return play;
}

const supervise = (trigger: string, form: string): CommandBody => ({
  type: 'order.supervise',
  payload: { trigger, form, text: '请说明超期原因' },
});
const answer: CommandBody = { type: 'order.answerSupervision', payload: { text: '已增派人手' } };
const submit: CommandBody = { type: 'order.submit', payload: { to: '市政府', report: '多部门职责交叉' } };
const instruct: CommandBody = {
  type: 'order.instruct',
  payload: { text: '请公路局牵头', signing: { kind: 'drawn', mark: 'M0 0L9 9' }, unitId: UNITS.roads },
};

it('T13: supervision has five triggers and seven forms, each trigger under its own item', () => {
  const { supervision } = packOf('tonghua');
  expect([supervision?.triggers.length, supervision?.forms.length]).toEqual([5, 7]);
  for (const { id: trigger, article } of supervision?.triggers ?? []) {
    const play = inHand('tonghua');
    play.act('overseer', supervise(trigger, 'phone'));
    expect(play.last()).toMatchObject({ kind: 'supervised', citation: { rule: 'T13', article } });
  }
  for (const { id: form, name } of supervision?.forms ?? []) {
    const play = inHand('tonghua');
    play.act('overseer', supervise('overdue', form));
    expect(play.last().text).toContain(name);
  }
});

it('T13: the overseer supervises, and on no other trigger', () => {
  const play = inHand('tonghua');
  expect(play.refused('overseer', supervise('mood', 'phone'))).toMatchObject({
    code: 'SUPERVISION_UNKNOWN',
    article: '第十八条',
  });
  expect(play.refused('overseer', supervise('overdue', 'telepathy')).code).toBe('SUPERVISION_UNKNOWN');
  expect(play.refused('dispatcher', supervise('overdue', 'phone')).code).toBe('NOT_PERMITTED');
});

it('T13: the unit answers, the longest waiting first, and the limit runs on', () => {
  const play = inHand('tonghua');
  const { deadline } = play.order();
  expect(play.refused('handler', answer).code).toBe('NO_SUPERVISION');
  play.act('overseer', supervise('overdue', 'phone'));
  play.act('overseer', supervise('repeated', 'written'));
  const order = play.act('handler', answer);
  expect(order.life.supervisions.map(({ trigger, answer: given }) => [trigger, given?.text])).toEqual([
    ['overdue', '已增派人手'],
    ['repeated', undefined],
  ]);
  expect(order.deadline).toEqual(deadline);
  expect(play.refused('roadsHandler', answer).code).toBe('NOT_YOUR_UNIT');
});

it('H11: an overdue order is urged by a slip or a call', () => {
  const play = inHand('hebi');
  play.act('overseer', supervise('overdue', 'written'));
  expect(play.last()).toMatchObject({ citation: { rule: 'H11' } });
  expect(play.last().text).toContain('催办单');
});

it('J4: what is forwarded to a county is supervised end to end', () => {
  const play = inHand('jilin');
  play.act('overseer', supervise('forwarded', 'throughout'));
  expect(play.last()).toMatchObject({ citation: { rule: 'J4', article: '第八条' } });
});

it('where the text knows no supervision none is offered', () => {
  expect(inHand('ankang').refused('overseer', supervise('overdue', 'phone')).code).toBe('ACT_NOT_OFFERED');
});

it('H10: a hard matter of several departments goes up with a special report, and no limit runs until the word comes', () => {
  const play = inHand('hebi');
  const first = play.order().deadline;
  const order = play.act('dispatcher', submit);
  expect(order).toMatchObject({ state: 'submitted', mode: 'submission', deadline: null });
  expect(order.life).toMatchObject({ firstDeadline: first, submission: { to: '市政府', instruction: null } });
  expect(play.last()).toMatchObject({ kind: 'submitted', citation: { rule: 'H10' } });
});

it('H10: the leader’s instruction names the unit and bears a signature over report and words', () => {
  const play = inHand('hebi');
  play.act('dispatcher', submit);
  expect(play.refused('dispatcher', instruct).code).toBe('NOT_PERMITTED');
  const order = play.act('leader', instruct);
  expect(order).toMatchObject({ state: 'handling', mode: 'instructed', unitId: UNITS.roads });
  const { submission } = order.life;
  if (!submission?.instruction) throw new Error('not instructed');
  const { signature } = submission.instruction;
  expect(signature.by.accountId).toBe(CAST.leader.accountId);
  expect(verifySeal(instructionToSign(order.id, submission, submission.instruction), signature)).toBe(true);
  expect(verifySeal(instructionToSign(order.id, submission, { text: '不办' }), signature)).toBe(false);
});

it('T13: a leader’s word is one of the seven forms, so it can be asked for here too', () => {
  expect(inHand('tonghua').act('overseer', submit).state).toBe('submitted');
});

it('a text that knows no leader’s word offers neither report nor instruction', () => {
  for (const city of ['jilin', 'ankang'])
    expect(inHand(city).refused('dispatcher', submit).code).toBe('ACT_NOT_OFFERED');
});

import { expect, it } from 'vitest';
import type { CommandBody } from '../command.ts';
import { fixtureAnswer } from '../fixtures.ts';
import { playIn, say, type Play } from '../testing/play.ts';

function replied(city: string): Play {
  const play = playIn(city);
  play.act('dispatcher', say.dispatch());
  play.act('handler', say.sign);
  play.act('handler', say.reply());
  play.act('handler', say.result);
  return play;
}

const ask = (level: 1 | 2): CommandBody => ({
  type: 'order.askReview',
  payload: { level, reason: '不认可答复', call: null },
});
const decide = (proper: boolean): CommandBody => ({
  type: 'order.decideReview',
  payload: { proper, text: proper ? '答复符合规定' : '未到现场核查' },
});

it('H12: a dissatisfied caller asks for 复查; handled properly, the order is closed', () => {
  const play = replied('hebi');
  expect(play.act('followUpAgent', ask(1))).toMatchObject({ state: 'reviewing', closedAt: null });
  expect(play.last()).toMatchObject({ kind: 'reviewAsked', citation: { rule: 'H12' } });
  expect(play.refused('followUpAgent', decide(true)).code).toBe('NOT_PERMITTED');
  const order = play.act('reviewer', decide(true));
  expect(order.state).toBe('closed');
  expect(order.closedAt).not.toBeNull();
});

it('H12: 复核 comes after 复查, and after it there is no more', () => {
  const play = replied('hebi');
  expect(play.refused('operator', ask(2))).toMatchObject({ code: 'REVIEW_ORDER' });
  play.act('operator', ask(1));
  play.act('reviewer', decide(true));
  expect(play.refused('operator', ask(1)).code).toBe('REVIEW_ORDER');
  play.act('operator', ask(2));
  play.act('reviewer', decide(true));
  expect(play.last().text).toContain('复核');
  expect(play.refused('operator', ask(2)).code).toBe('REVIEW_ORDER');
});

it('H12: handled improperly it goes back to the unit, with a limit anew, and the new answer may be reviewed', () => {
  const play = replied('hebi');
  play.act('operator', ask(1));
  play.clock('2026-11-30 10:00');
  const order = play.act('reviewer', decide(false));
  expect(order).toMatchObject({ state: 'handling', closedAt: null });
  expect(order.deadline?.due).toBe('2026-12-14T16:00:00.000Z');
  expect(order.life.redos).toMatchObject([{ source: 'review', reason: '未到现场核查' }]);
  play.act('handler', say.reply());
  play.act('handler', say.result);
  expect(play.act('operator', ask(1)).state).toBe('reviewing');
});

it('H12: while one is under way another can’t be asked for', () => {
  const play = replied('hebi');
  play.act('operator', ask(1));
  expect(play.refused('operator', ask(2)).code).toBe('ACT_NOT_IN_STATE');
});

it('H12: what the centre itself answered improperly goes to the dispatcher', () => {
  const play = playIn('hebi');
  const answered = play.part('operator', fixtureAnswer());
  const again = playIn('hebi', {}, []);
  again.resume(answered);
  again.act('operator', ask(1));
  expect(again.act('reviewer', decide(false))).toMatchObject({ state: 'accepted', unitId: null, closedAt: null });
});

it('a text without reviews offers none', () => {
  for (const city of ['tonghua', 'zaozhuang']) {
    const play = playIn(city, { replyBy: 'none' });
    play.act('dispatcher', say.dispatch());
    play.act('handler', say.sign);
    play.act('handler', say.result);
    play.act('unitLeader', say.review(true, true));
    expect(play.refused('operator', ask(1)).code).toBe('ACT_NOT_OFFERED');
  }
});

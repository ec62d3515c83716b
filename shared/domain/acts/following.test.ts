import { expect, it } from 'vitest';
import type { Request } from '../order.ts';
import { UNITS } from '../testing/cast.ts';
import { playIn, say, type Play } from '../testing/play.ts';

/** Answered and reported in this city's way. */
function replied(city: string, request: Partial<Request> = {}): Play {
  const play = playIn(city, request);
  play.act('dispatcher', say.dispatch());
  reportAgain(play, city);
  return play;
}

function reportAgain(play: Play, city: string): void {
  if (play.order().state === 'dispatched') play.act('handler', say.sign);
  if (city !== 'ankang') play.act('handler', say.reply());
  play.act('handler', say.result);
  if (play.order().state === 'leaderReview') play.act('unitLeader', say.review(true, true));
  if (city === 'ankang') play.act('followUpAgent', say.reply());
}

it('T14: 满意 or 比较满意 closes the order at once', () => {
  for (const rating of ['satisfied', 'mostlySatisfied'] as const) {
    const play = replied('tonghua');
    expect(play.act('followUpAgent', say.rate(rating))).toMatchObject({ state: 'closed' });
    expect(play.order().closedAt).not.toBeNull();
    expect(play.last()).toMatchObject({ kind: 'followedUp', citation: { rule: 'T14', article: '第十九条' } });
  }
});

it('T14: a lawful reply closes too, once the caller has been asked', () => {
  const play = replied('tonghua');
  expect(play.refused('followUpAgent', say.close('lawfulReply'))).toMatchObject({
    code: 'FOLLOW_UP_FIRST',
    article: '第二十条',
  });
  play.act('followUpAgent', say.rate('dissatisfied', false));
  expect(play.act('followUpAgent', say.close('lawfulReply')).state).toBe('closed');
});

it('T15: every dispatched order is followed up, with a rating where somebody answers', () => {
  const play = replied('tonghua');
  const mute = {
    type: 'order.followUp',
    payload: { reached: true, rating: null, reasonable: null, note: '', call: null },
  } as const;
  expect(play.refused('followUpAgent', mute)).toMatchObject({ code: 'RATING_REQUIRED', article: '第二十条' });
  expect(play.refused('handler', say.rate('satisfied')).code).toBe('NOT_PERMITTED');
});

it('T15: a dissatisfied caller’s reason is written down, and whether the wish is reasonable', () => {
  const play = replied('tonghua');
  const unexplained = {
    type: 'order.followUp',
    payload: { reached: true, rating: 'dissatisfied', reasonable: true, note: '', call: null },
  } as const;
  expect(play.refused('followUpAgent', unexplained).code).toBe('REASON_REQUIRED');
  expect(play.refused('followUpAgent', say.rate('dissatisfied')).code).toBe('RATING_REQUIRED');
});

it('T15: reasonable dissatisfaction keeps the order open and sends it back to the unit, with a limit anew', () => {
  const play = replied('tonghua');
  play.act('followUpAgent', say.rate('dissatisfied', true));
  expect(play.order().state).toBe('replied');
  expect(play.refused('followUpAgent', say.close('lawfulReply')).code).toBe('NOT_SATISFIED');
  play.clock('2026-11-30 10:00');
  const order = play.act('followUpAgent', say.redo('followUp'));
  expect(order).toMatchObject({ state: 'handling', unitId: UNITS.water, closedAt: null });
  expect(order.deadline?.due).toBe('2026-12-07T16:00:00.000Z');
  expect(order.life.redos).toMatchObject([{ source: 'followUp' }]);
  expect(play.last()).toMatchObject({ kind: 'redone', citation: { rule: 'T15' } });
  // The new turn owes the caller an answer and a call of its own.
  expect(play.refused('handler', say.result).code).toBe('CALLER_FIRST');
  reportAgain(play, 'tonghua');
  expect(play.refused('followUpAgent', say.close('lawfulReply')).code).toBe('FOLLOW_UP_FIRST');
});

it('T15: dissatisfaction that is not reasonable, or none at all, sends nothing back', () => {
  const play = replied('tonghua');
  expect(play.refused('followUpAgent', say.redo('followUp')).code).toBe('REDO_UNFOUNDED');
  play.act('followUpAgent', say.rate('dissatisfied', false));
  expect(play.refused('followUpAgent', say.redo('followUp')).code).toBe('REDO_UNFOUNDED');
  expect(play.act('overseer', say.redo('supervision')).state).toBe('handling');
});

it('T15: who follows up does not send back in the overseer’s name, nor the other way round', () => {
  const play = replied('tonghua');
  play.act('followUpAgent', say.rate('dissatisfied', true));
  expect(play.refused('followUpAgent', say.redo('supervision')).code).toBe('NOT_PERMITTED');
  expect(play.refused('overseer', say.redo('followUp')).code).toBe('NOT_PERMITTED');
});

it('T15: another unit may get what comes back, and signs for it', () => {
  const play = replied('tonghua');
  play.act('followUpAgent', say.rate('dissatisfied', true));
  expect(play.act('followUpAgent', say.redo('followUp', UNITS.roads))).toMatchObject({
    state: 'dispatched',
    unitId: UNITS.roads,
    life: { signed: null },
  });
});

it('T18: a second poor rating reminds the overseer of its article', () => {
  const play = replied('tonghua');
  play.act('followUpAgent', say.rate('dissatisfied', true));
  expect(play.last().text).not.toContain('第二十九条');
  play.act('followUpAgent', say.redo('followUp'));
  reportAgain(play, 'tonghua');
  play.act('followUpAgent', say.rate('dissatisfied', true));
  expect(play.last().text).toContain('第二十九条第（六）项');
});

it('T15: three tries in a row that reach nobody are enough to close, two are not', () => {
  const play = replied('tonghua');
  play.act('followUpAgent', say.unreached);
  play.act('followUpAgent', say.unreached);
  expect(play.refused('followUpAgent', say.close('unreachable')).code).toBe('FOLLOW_UP_FIRST');
  play.act('followUpAgent', say.unreached);
  expect(play.last().text).toContain('第 3 次');
  expect(play.act('followUpAgent', say.close('unreachable')).state).toBe('closed');
});

it('T15: whoever left no number can’t be called', () => {
  const play = replied('tonghua', { caller: { name: '', phone: '', address: '' }, replyBy: 'none' });
  expect(play.act('followUpAgent', say.close('lawfulReply')).state).toBe('closed');
});

it('Z10: the follow-up comes after the closing, and a poor rating sends a closed order back with a limit', () => {
  const play = replied('zaozhuang', { replyBy: 'none' });
  play.act('followUpAgent', say.close('lawfulReply'));
  play.clock('2026-11-24 10:00');
  expect(play.act('followUpAgent', say.rate('dissatisfied', true))).toMatchObject({ state: 'closed' });
  const order = play.act('followUpAgent', say.redo('followUp'));
  expect(order).toMatchObject({ state: 'handling', closedAt: null });
  expect(order.deadline).toMatchObject({ rule: 'Z8', due: '2026-11-25T16:00:00.000Z' });
});

it('H12: a rating alone does not close; a person does', () => {
  const play = replied('hebi');
  expect(play.act('followUpAgent', say.rate('satisfied')).state).toBe('replied');
  expect(play.act('followUpAgent', say.close('satisfied')).state).toBe('closed');
});

it('J23: an answer that is late, incomplete or untrue is given again on the overseer’s word', () => {
  const play = replied('jilin');
  expect(play.act('overseer', say.redo('supervision')).state).toBe('handling');
  expect(play.last().citation).toEqual({ rule: 'J23', article: '第二十一条' });
});

it('A2: a complaint that was answered closes under its article', () => {
  const play = replied('ankang');
  expect(play.act('followUpAgent', say.close('lawfulReply')).state).toBe('closed');
  expect(play.last().citation?.rule).toBe('A2');
});

it('closing as 满意 needs such a rating', () => {
  const play = replied('tonghua');
  expect(play.refused('followUpAgent', say.close('satisfied')).code).toBe('FOLLOW_UP_FIRST');
  play.act('followUpAgent', say.rate('neutral'));
  expect(play.refused('followUpAgent', say.close('satisfied')).code).toBe('NOT_SATISFIED');
});

import { expect, it } from 'vitest';
import type { Channel } from '../channel.ts';
import type { Request } from '../order.ts';
import { UNITS } from '../testing/cast.ts';
import { playIn, say, type Play } from '../testing/play.ts';
import { resultToSign, verifySeal } from './seal.ts';

function inHand(city: string, request: Partial<Request> = {}, complexity: 'clear' | 'complex' = 'clear'): Play {
  const play = playIn(city, request);
  play.act('dispatcher', say.dispatch({ complexity }));
  play.act('handler', say.sign);
  return play;
}

it('T12: the caller is answered first, then the centre is told', () => {
  const play = inHand('tonghua');
  expect(play.refused('handler', say.result)).toMatchObject({ code: 'CALLER_FIRST', article: '第十七条' });
  play.act('handler', say.reply());
  expect(play.last()).toMatchObject({ kind: 'callerReplied', citation: { rule: 'T12' } });
  expect(play.act('handler', say.result).state).toBe('leaderReview');
});

it('T12: an attempt that reached nobody is no answer; three of them are all that can be asked', () => {
  const play = inHand('tonghua');
  play.act('handler', say.reply({ reached: false }));
  play.act('handler', say.reply({ reached: false }));
  expect(play.refused('handler', say.result).code).toBe('CALLER_FIRST');
  play.act('handler', say.reply({ reached: false }));
  expect(play.act('handler', say.result).state).toBe('leaderReview');
});

it('T12: a caller who wants no answer need not be given one', () => {
  expect(inHand('tonghua', { replyBy: 'none' }).act('handler', say.result).state).toBe('leaderReview');
});

it('T12: the unit’s leader reads the report; one sent back keeps its limit and says why', () => {
  const play = inHand('tonghua');
  const { deadline } = play.order();
  play.act('handler', say.reply());
  play.act('handler', say.result);
  expect(play.refused('handler', say.review(true)).code).toBe('NOT_PERMITTED');
  expect(play.refused('roadsLeader', say.review(true)).code).toBe('NOT_YOUR_UNIT');
  const back = play.act('unitLeader', say.review(false));
  expect(back).toMatchObject({ state: 'handling', deadline });
  expect(back.life.redos).toMatchObject([{ source: 'leaderReview', unitId: UNITS.water, reason: '处理结果不具体' }]);
  // The caller has been told in this turn: the report alone is written again.
  play.act('handler', say.result);
  expect(play.act('unitLeader', say.review(true)).state).toBe('replied');
});

it('T12: a report is sent back with a reason only', () => {
  const play = inHand('tonghua');
  play.act('handler', say.reply());
  play.act('handler', say.result);
  const mute = { type: 'order.reviewResult', payload: { approved: false, reason: '', signing: null } } as const;
  expect(play.refused('unitLeader', mute).code).toBe('REASON_REQUIRED');
});

it('Z9: the 反馈单 needs the leader’s signature, which stands under the report as it was', () => {
  const play = inHand('zaozhuang');
  play.act('handler', say.result);
  expect(play.refused('unitLeader', say.review(true))).toMatchObject({
    code: 'SIGNATURE_REQUIRED',
    article: '第十八条第（四）项',
  });
  const { id, life } = play.act('unitLeader', say.review(true, true));
  const { result } = life;
  if (!result?.review?.signature) throw new Error('not signed');
  expect(verifySeal(resultToSign(id, result, result.review), result.review.signature)).toBe(true);
  const altered = { ...result, text: '已停止施工并罚款' };
  expect(verifySeal(resultToSign(id, altered, result.review), result.review.signature)).toBe(false);
});

it('Z14: the report has its finding and what was put right', () => {
  const play = inHand('zaozhuang');
  expect(play.act('handler', say.result).life.result).toMatchObject({ finding: 'proven', measures: '加强巡查' });
  expect(play.last().text).toContain('属实');
});

it('H5: on the provincial platform the reply goes out only once it has passed the check', () => {
  const play = inHand('hebi', { channel: 'provincial' });
  expect(play.act('handler', say.result).state).toBe('leaderReview');
  expect(play.act('unitLeader', say.review(true)).state).toBe('inspecting');
  expect(play.refused('unitLeader', say.inspect(true)).code).toBe('NOT_PERMITTED');
  const back = play.act('qualityInspector', say.inspect(false));
  expect(back.state).toBe('handling');
  expect(back.life.redos).toMatchObject([{ source: 'inspection' }]);
  expect(play.last().text).toContain('处理到位');
  play.act('handler', say.result);
  play.act('unitLeader', say.review(true));
  expect(play.act('qualityInspector', say.inspect(true)).state).toBe('replied');
});

it('H5: a reply fails the check with a reason only', () => {
  const play = inHand('hebi', { channel: 'provincial' });
  play.act('handler', say.result);
  play.act('unitLeader', say.review(true));
  const mute = { type: 'order.inspect', payload: { facts: false, nature: true, handled: true, reason: '' } } as const;
  expect(play.refused('qualityInspector', mute).code).toBe('REASON_REQUIRED');
});

it('H8: on the hotline the caller is told, then the platform, without a check', () => {
  const play = inHand('hebi');
  expect(play.refused('handler', say.result).code).toBe('CALLER_FIRST');
  play.act('handler', say.reply());
  expect(play.act('handler', say.result).state).toBe('replied');
});

it('J13: the unit reports to the body that forwarded it, which answers the caller', () => {
  const play = inHand('jilin');
  expect(play.act('handler', say.result).state).toBe('replied');
  expect(play.refused('followUpAgent', say.close('lawfulReply'))).toMatchObject({ code: 'REPLY_FIRST' });
  play.act('followUpAgent', say.reply());
  expect(play.act('followUpAgent', say.close('lawfulReply')).state).toBe('closed');
});

it('A4: the centre alone tells the caller', () => {
  const play = inHand('ankang');
  expect(play.refused('handler', say.reply())).toMatchObject({ code: 'NOT_YOUR_UNIT', article: '第六条第（2）项' });
  play.act('handler', say.result);
  expect(play.act('followUpAgent', say.reply()).life.replies).toHaveLength(1);
});

it('nobody answers the caller for another unit', () => {
  expect(inHand('tonghua').refused('roadsHandler', say.reply()).code).toBe('NOT_YOUR_UNIT');
});

it('J9: what came through the net is answered through the channel it came by', () => {
  const play = inHand('jilin', { channel: 'wechat' });
  play.act('handler', say.result);
  play.act('followUpAgent', say.reply());
  expect(play.refused('followUpAgent', say.close('lawfulReply'))).toMatchObject({
    code: 'ORIGINAL_CHANNEL',
    article: '第十一条第（三）项',
  });
  play.act('followUpAgent', say.reply({ how: 'online' }));
  expect(play.act('followUpAgent', say.close('lawfulReply')).state).toBe('closed');
});

/** What a request in this city has to be answered in before it may close. */
function asksInWriting(city: string, request: Partial<Request>, complexity: 'clear' | 'complex'): boolean {
  const play = inHand(city, request, complexity);
  play.act('handler', say.reply());
  play.act('handler', say.result);
  const outcome = play.attempt('followUpAgent', say.close('lawfulReply'));
  return !outcome.ok && outcome.failure.code === 'WRITTEN_REPLY';
}

it('J8: a letter is answered in writing', () => {
  expect(asksInWriting('jilin', { channel: 'letter' }, 'clear')).toBe(true);
});

it('J7: on site a complex matter is answered in writing, a clear one is not', () => {
  const onsite: Channel = 'onsite';
  expect(asksInWriting('jilin', { channel: onsite }, 'complex')).toBe(true);
  expect(asksInWriting('jilin', { channel: onsite }, 'clear')).toBe(false);
});

it('J4: whoever asks for a written reply gets one', () => {
  expect(asksInWriting('jilin', { replyBy: 'written' }, 'clear')).toBe(true);
  expect(asksInWriting('jilin', { replyBy: 'phone' }, 'clear')).toBe(false);
});

it('H14: a written complaint in the hall is answered in writing', () => {
  expect(asksInWriting('hebi', { channel: 'hall-written' }, 'clear')).toBe(true);
  expect(asksInWriting('hebi', { channel: 'hall-oral' }, 'clear')).toBe(false);
});

it('J10: what the hotline brought is also fed back to the mayor’s phone office', () => {
  const play = inHand('jilin');
  play.act('handler', say.result);
  expect(play.last().text).toContain('市长电话室');
  const letter = inHand('jilin', { channel: 'letter' });
  letter.act('handler', say.result);
  expect(letter.last().text).not.toContain('市长电话室');
});

it('J20: an inquiry by the hotline goes back to the mayor’s phone office too', () => {
  const play = inHand('jilin', { category: 'consultation' });
  play.act('handler', say.result);
  expect(play.last().text).toContain('市长电话室');
});

it('J22: a suggestion is answered with accepted or not, why not, and what follows if so', () => {
  const play = inHand('jilin', { category: 'suggestion' });
  const said = (adopted: boolean, reason: string, nextSteps: string) =>
    say.reply({ adoption: { adopted, reason, nextSteps } });
  expect(play.refused('handler', say.reply())).toMatchObject({ code: 'ADOPTION_REQUIRED', article: '第二十条' });
  expect(play.refused('handler', said(false, '', '')).code).toBe('REASON_REQUIRED');
  expect(play.refused('handler', said(true, '', '')).code).toBe('ADOPTION_REQUIRED');
  expect(play.act('handler', said(true, '', '明年一季度安装')).life.replies[0]?.adoption?.adopted).toBe(true);
  expect(play.act('handler', said(false, '超出规划', '')).life.replies).toHaveLength(2);
});

it('H14: a suggestion is answered with adopted or not', () => {
  const play = inHand('hebi', { category: 'suggestion' });
  expect(play.refused('handler', say.reply()).code).toBe('ADOPTION_REQUIRED');
  expect(
    play.act('handler', say.reply({ adoption: { adopted: false, reason: '', nextSteps: '' } })).life.replies,
  ).toHaveLength(1);
});

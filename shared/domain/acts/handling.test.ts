import { expect, it } from 'vitest';
import { instant } from '../../instant.ts';
import { UNITS } from '../testing/cast.ts';
import { FRIDAY, playIn, say } from '../testing/play.ts';

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

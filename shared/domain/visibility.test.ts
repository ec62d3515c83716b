import { describe, expect, it } from 'vitest';
import { callIdSchema } from './ids.ts';
import { orderSchema, type Order } from './order.ts';
import { CAST, UNITS, type Part } from './testing/cast.ts';
import { playIn, say } from './testing/play.ts';
import { HIDDEN, recordFor, scopesOf, viewFor } from './visibility.ts';
import { instant } from '../instant.ts';

const ABOUT_WATER = {
  accused: { unit: '市供水公司', person: '刘某', unitId: UNITS.water },
  content: '我是张三，住淇滨区金山路8号，电话19900005521。供水公司收费不开票。',
  caller: { name: '张三', phone: '19900005521', address: '淇滨区金山路8号' },
};
const TELLING = ['张三', '张先生', '19900005521', '金山路8号'];

function seen(order: Order, part: Part): Order | null {
  return viewFor(order, CAST[part]);
}

describe('the unit complained of', () => {
  const play = playIn('zaozhuang', ABOUT_WATER);
  play.act('dispatcher', say.dispatch());
  play.act('operator', { type: 'order.supplement', payload: { text: '张先生再次来电，仍用19900005521', call: null } });
  play.act('operator', {
    type: 'order.correct',
    payload: { field: 'callerName', after: '张珊', reason: '张三应为张珊' },
  });
  play.act('handler', say.sign);
  play.act('handler', say.reply({ text: '已电话告知张珊' }));
  const number = '19900007743';
  const order: Order = {
    ...play.order(),
    call: {
      source: 'exchange',
      callId: callIdSchema.parse('c-1'),
      number,
      startedAt: instant(0),
      answeredAt: null,
      endedAt: null,
    },
  };
  const record = recordFor({ order, history: play.history() }, CAST.handler);
  const told = JSON.stringify(record);

  it('T18: it gets the order it has to handle, and nothing that tells who complained', () => {
    expect(record?.order.state).toBe('handling');
    expect(record?.order.request.caller).toEqual({ name: HIDDEN, phone: HIDDEN, address: HIDDEN });
    expect(record?.order.call).toBeNull();
    for (const word of [...TELLING, '张珊', number]) expect(told).not.toContain(word);
  });

  it('T17: what it has to know stays: what happened, the limit, what was asked of it', () => {
    expect(record?.order.request.content).toContain('供水公司收费不开票');
    expect(record?.order.deadline).toEqual(order.deadline);
    expect(record?.history).toHaveLength(play.history().length);
  });

  it('J5, T18: neither do the people of a unit below it learn who complained, whoever has the order', () => {
    const below = { ...CAST.roadsHandler, grants: { ...CAST.roadsHandler.grants, above: [UNITS.water] } };
    const theirs = recordFor({ order: { ...order, unitId: UNITS.roads }, history: play.history() }, below);
    expect(theirs?.order.request.caller).toEqual({ name: HIDDEN, phone: HIDDEN, address: HIDDEN });
    for (const word of [...TELLING, '张珊', number]) expect(JSON.stringify(theirs)).not.toContain(word);
    expect(recordFor({ order: { ...order, unitId: UNITS.roads }, history: [] }, CAST.roadsHandler)?.order).toEqual({
      ...order,
      unitId: UNITS.roads,
    });
  });

  it.each([
    ['张三', '张老师说开票要等一个月'],
    ['上官云岫', '上官女士不愿再等'],
    ['', '回电 199 0000 5521'],
    ['', '回电199-0000-5521，或者１９９００００５５２１'],
  ])('T18: it learns nothing by how a name or a number is written: %s %s', (name, text) => {
    const { caller } = order.request;
    const request = { ...order.request, content: text, caller: { ...caller, name: name || caller.name } };
    const content = seen({ ...order, request }, 'handler')?.request.content ?? '';
    expect(content).toHaveLength(text.length);
    expect(content).not.toMatch(/张|上官|5521|５５２１/u);
  });

  it('H19: no attachment goes to it: a picture can’t be blanked', () => {
    expect(record?.order.request.attachments).toEqual([]);
  });

  it('what it gets is still an order', () => {
    expect(orderSchema.parse(JSON.parse(JSON.stringify(record?.order)))).toEqual(record?.order);
  });

  it('T18: what the centre has hidden stays as it is when the desk hides it once more', () => {
    expect(record && recordFor(record, CAST.handler)).toEqual(record);
  });

  it('H19: a text at its limit is blanked within it', () => {
    const full = { ...order, request: { ...order.request, content: '张三'.repeat(2000) } };
    expect(seen(full, 'handler')?.request.content).toBe('＊'.repeat(4000));
  });

  it('T17: everybody else whose order it is sees it whole', () => {
    expect(seen(order, 'overseer')).toEqual(order);
    expect(seen({ ...order, unitId: UNITS.roads }, 'roadsHandler')?.request.caller.phone).toBe('19900005521');
  });

  it('T18: a unit whose people are the accused only as assistants sees as little', () => {
    const assisted = { ...order, unitId: UNITS.roads };
    const assistants = [{ unitId: UNITS.water, task: '', due: null, askedAt: instant(0), askedBy: null, answer: null }];
    const view = seen({ ...assisted, life: { ...order.life, assistants } }, 'handler');
    for (const word of TELLING) expect(JSON.stringify(view)).not.toContain(word);
  });
});

describe('who has an order at all', () => {
  const play = playIn('jilin');
  const waiting = play.order();
  const given = play.act(
    'dispatcher',
    say.dispatch({ unitId: UNITS.roads, assistants: [{ unitId: UNITS.lamps, task: '照明' }] }),
  );

  it('an order without a unit is the centre’s own', () => {
    expect(scopesOf(waiting)).toEqual([{ sensitivity: 'normal', unitId: null }]);
    expect(seen(waiting, 'roadsHandler')).toBeNull();
    expect(seen(waiting, 'dispatcher')).toEqual(waiting);
  });

  it('T11: lead and assisting units have it, others have not', () => {
    expect(scopesOf(given).map(({ unitId }) => unitId)).toEqual([UNITS.roads, UNITS.lamps]);
    expect(seen(given, 'roadsHandler')).toEqual(given);
    expect(seen(given, 'lampsHandler')).toEqual(given);
    expect(seen(given, 'handler')).toBeNull();
  });

  it('T7: a unit that gave an order back has it no more', () => {
    play.act('roadsHandler', say.requestReturn);
    const back = play.act('dispatcher', say.decideReturn(true));
    expect(seen(back, 'roadsHandler')).toBeNull();
    expect(seen(back, 'lampsHandler')).toBeNull();
  });

  it('J5: the recused have it no more, whatever they may see otherwise', () => {
    const { overseer } = CAST;
    const recused = play.act('dispatcher', {
      type: 'order.recuse',
      payload: { accountId: overseer.accountId, reason: '利害关系' },
    });
    expect(viewFor(recused, overseer)).toBeNull();
    expect(recordFor({ order: recused, history: [] }, overseer)).toBeNull();
    expect(viewFor(recused, CAST.dispatcher)).toEqual(recused);
  });

  it('Z7: a secret order reaches those alone who may see such orders', () => {
    const kept = playIn('zaozhuang', { sensitivity: 'secret' }).act('dispatcher', say.dispatch());
    const grants = { ...CAST.handler.grants, sensitivities: ['normal' as const] };
    expect(viewFor(kept, { ...CAST.handler, grants })).toBeNull();
    expect(viewFor(kept, CAST.handler)).toEqual(kept);
  });
});

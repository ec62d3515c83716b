import { expect, it } from 'vitest';
import { instant } from '../../instant.ts';
import { fixtureOrderId, fixtureRequest } from '../fixtures.ts';
import { CAST, UNITS } from '../testing/cast.ts';
import { FRIDAY, playIn, say } from '../testing/play.ts';

const ROADS_TOO = [{ unitId: UNITS.roads, task: '修复路面' }];

it('T7: an order is dispatched by the centre, under its article, and waits for the unit to sign for it', () => {
  const play = playIn('tonghua');
  const order = play.act('dispatcher', say.dispatch());
  expect(order).toMatchObject({ state: 'dispatched', mode: 'forward', unitId: UNITS.water, closedAt: null });
  expect(order.life).toMatchObject({ dispatchedAt: instant(FRIDAY), signed: null, firstDeadline: order.deadline });
  expect(play.last()).toMatchObject({ kind: 'dispatched', citation: { rule: 'T7', article: '第十五条' } });
  expect(play.refused('handler', say.dispatch()).code).toBe('NOT_PERMITTED');
  expect(play.act('handler', say.sign)).toMatchObject({ state: 'handling', life: { signed: { at: instant(FRIDAY) } } });
});

it('T8: the limit runs from the moment the unit has it: five working days, urgent twelve hours', () => {
  const play = playIn('tonghua');
  play.clock('2026-11-23 15:00');
  const due = (urgent: boolean): string | undefined => {
    const again = playIn('tonghua');
    again.clock('2026-11-23 15:00');
    return again.act('dispatcher', say.dispatch({ urgent })).deadline?.due;
  };
  expect(due(false)).toBe('2026-11-30T16:00:00.000Z');
  expect(due(true)).toBe('2026-11-23T19:00:00.000Z');
});

it('T10: a statute sets another limit, with its text, and prevails', () => {
  const play = playIn('tonghua');
  const statutory = { source: '行政处罚法第六十条', due: instant(Date.parse('2027-02-18T16:00:00.000Z')) };
  expect(play.act('dispatcher', say.dispatch({ statutory })).deadline).toMatchObject({
    due: statutory.due,
    statutory: '行政处罚法第六十条',
    rule: 'T10',
  });
});

it('T7: only the unit that has an order signs for it', () => {
  const play = playIn('tonghua');
  play.act('dispatcher', say.dispatch());
  expect(play.refused('roadsHandler', say.sign)).toMatchObject({ code: 'NOT_YOUR_UNIT', article: '第十五条' });
  expect(play.refused('dispatcher', say.sign).code).toBe('NOT_PERMITTED');
});

it('T7: an order that is with a unit is not dispatched again', () => {
  const play = playIn('tonghua');
  play.act('dispatcher', say.dispatch());
  expect(play.refused('dispatcher', say.dispatch())).toMatchObject({ code: 'ACT_NOT_IN_STATE', article: '第十五条' });
});

it('a unit that is unknown or closed gets nothing, as lead or as assistant', () => {
  const play = playIn('tonghua');
  expect(play.refused('dispatcher', say.dispatch({ unitId: UNITS.gone }))).toMatchObject({
    code: 'UNIT_CLOSED',
    detail: '原市政公司',
  });
  expect(play.refused('dispatcher', say.dispatch({ assistants: [{ unitId: UNITS.gone, task: '' }] })).code).toBe(
    'UNIT_CLOSED',
  );
});

it('a way of handling that the text does not know is not offered', () => {
  expect(playIn('zaozhuang').refused('dispatcher', say.dispatch({ handling: 'joint' })).code).toBe('ACT_NOT_OFFERED');
  expect(playIn('tonghua').refused('dispatcher', say.dispatch({ handling: 'instructed' })).code).toBe(
    'ACT_NOT_OFFERED',
  );
});

it("Z8: 批办 is a leader's word, not the dispatcher's", () => {
  const play = playIn('zaozhuang');
  expect(play.refused('dispatcher', say.dispatch({ handling: 'instructed', complexity: 'major' })).code).toBe(
    'INSTRUCTION_FIRST',
  );
});

it('Z8: 转办 of a clear matter is one working day', () => {
  expect(playIn('zaozhuang').act('dispatcher', say.dispatch()).deadline).toMatchObject({
    rule: 'Z8',
    limit: '1wd',
    due: '2026-11-23T16:00:00.000Z',
  });
});

it('J5: a grievance never goes to the unit it is about, as lead, as assistant or by the operator', () => {
  const about = { accused: { unit: '市供水公司', person: '', unitId: UNITS.water } };
  const play = playIn('jilin', about);
  expect(play.refused('dispatcher', say.dispatch())).toMatchObject({ code: 'ACCUSED_UNIT', article: '第九条' });
  const assisting = say.dispatch({ unitId: UNITS.roads, assistants: [{ unitId: UNITS.water, task: '' }] });
  expect(play.refused('dispatcher', assisting).code).toBe('ACCUSED_UNIT');
  expect(play.act('dispatcher', say.dispatch({ unitId: UNITS.roads })).state).toBe('dispatched');
  // An inquiry is no grievance: whom it concerns answers it.
  expect(playIn('jilin', { ...about, category: 'consultation' }).act('dispatcher', say.dispatch()).state).toBe(
    'dispatched',
  );
});

it('Z9: where the text sends a complaint to the very unit it is about, it goes there', () => {
  const play = playIn('zaozhuang', { accused: { unit: '市供水公司', person: '', unitId: UNITS.water } });
  expect(play.act('dispatcher', say.dispatch()).unitId).toBe(UNITS.water);
});

it('T11: one unit leads and the others assist, each with a limit that is not later than the lead unit’s', () => {
  const play = playIn('tonghua');
  const order = play.act('dispatcher', say.dispatch({ handling: 'joint', assistants: ROADS_TOO }));
  const [roads] = order.life.assistants;
  expect(roads).toMatchObject({ unitId: UNITS.roads, task: '修复路面', answer: null });
  expect(roads?.due).not.toBeNull();
  expect(String(roads?.due) <= String(order.deadline?.due)).toBe(true);
  const opinion = { type: 'order.assist', payload: { unitId: UNITS.roads, text: '路面已修复' } } as const;
  play.act('handler', say.sign);
  expect(play.refused('lampsHandler', opinion).code).toBe('NOT_YOUR_UNIT');
  expect(play.refused('roadsHandler', { ...opinion, payload: { ...opinion.payload, unitId: UNITS.lamps } }).code).toBe(
    'NOT_ASSISTING',
  );
  expect(play.act('roadsHandler', opinion).life.assistants[0]?.answer?.text).toBe('路面已修复');
});

it('T11: a unit leads or assists, not both, and assists once', () => {
  const play = playIn('tonghua');
  const twice = [...ROADS_TOO, ...ROADS_TOO];
  expect(play.refused('dispatcher', say.dispatch({ assistants: twice })).code).toBe('ADVICE_OF_UNIT_REQUIRED');
  const lead = [{ unitId: UNITS.water, task: '' }];
  expect(play.refused('dispatcher', say.dispatch({ assistants: lead })).code).toBe('ADVICE_OF_UNIT_REQUIRED');
});

it('H9: a meeting names the lead unit, and fifteen working days run from the naming', () => {
  const play = playIn('hebi');
  play.act('dispatcher', say.dispatch());
  play.act('handler', say.sign);
  play.clock('2026-11-25 10:00');
  play.act('dispatcher', {
    type: 'order.meeting',
    payload: { heldAt: instant(Date.parse('2026-11-25T01:00:00Z')), attendees: '供水、公路', text: '供水公司主办' },
  });
  expect(play.last()).toMatchObject({ kind: 'met', citation: { rule: 'H9' } });
  const order = play.act('dispatcher', {
    type: 'order.nameLead',
    payload: { unitId: UNITS.water, assistants: ROADS_TOO, note: '' },
  });
  expect(order).toMatchObject({ state: 'handling', mode: 'joint', unitId: UNITS.water });
  expect(order.deadline).toMatchObject({ rule: 'H9', from: 'leadNamed', due: '2026-12-16T16:00:00.000Z' });
});

it('T11: naming the same lead unit with others does not start its clock again', () => {
  const play = playIn('tonghua');
  const first = play.act('dispatcher', say.dispatch()).deadline;
  play.clock('2026-11-24 10:00');
  const order = play.act('dispatcher', {
    type: 'order.nameLead',
    payload: { unitId: UNITS.water, assistants: ROADS_TOO, note: '' },
  });
  expect(order.deadline?.due).toBe(first?.due);
});

it('T11: another lead unit has to sign for it, and its limit is its own', () => {
  const play = playIn('tonghua');
  play.act('dispatcher', say.dispatch());
  play.act('handler', say.sign);
  play.act('handler', say.requestReturn);
  play.clock('2026-11-24 10:00');
  const order = play.act('dispatcher', {
    type: 'order.nameLead',
    payload: { unitId: UNITS.roads, assistants: [], note: '' },
  });
  expect(order).toMatchObject({ state: 'dispatched', unitId: UNITS.roads, life: { signed: null } });
  expect(order.deadline?.due).toBe('2026-12-01T16:00:00.000Z');
  // What the former unit wished is settled with it.
  expect(order.life.returns[0]?.decision?.agreed).toBe(false);
});

it('J11: several units have ten working days', () => {
  const play = playIn('jilin');
  expect(play.act('dispatcher', say.dispatch({ assistants: ROADS_TOO })).deadline).toMatchObject({
    rule: 'J11',
    limit: '10wd',
  });
});

it('A5: several departments have twenty working days from receipt, not from the dispatch', () => {
  const play = playIn('ankang');
  play.clock('2026-11-25 10:00');
  expect(play.act('dispatcher', say.dispatch({ handling: 'joint', assistants: ROADS_TOO })).deadline).toMatchObject({
    rule: 'A5',
    from: 'received',
    startedAt: instant(FRIDAY),
    due: '2026-12-18T16:00:00.000Z',
  });
});

it('T5: a repeat is merged into the order that goes on for both, and into no other', () => {
  const target = playIn('tonghua').act('dispatcher', say.dispatch());
  const other = { ...target, id: fixtureOrderId(2), number: 'TH2611-000007' };
  const ended = { ...target, id: fixtureOrderId(3), state: 'closed' as const };
  const play = playIn('tonghua', {}, [other, ended]);
  const merge = (n: number) => ({
    type: 'order.merge' as const,
    payload: { into: fixtureOrderId(n), reason: '同一事项' },
  });
  expect(play.refused('dispatcher', merge(1)).code).toBe('MERGE_INTO_ITSELF');
  expect(play.refused('dispatcher', merge(3)).code).toBe('MERGE_TARGET');
  expect(play.refused('dispatcher', merge(4)).code).toBe('MERGE_TARGET');
  const order = play.act('dispatcher', merge(2));
  expect(order).toMatchObject({ state: 'merged', closedAt: instant(FRIDAY), life: { mergedInto: other.id } });
  expect(play.last().text).toContain('TH2611-000007');
});

it('H8, T19, Z11: a suspected breach is handed to the body that has to judge it, and that ends the order', () => {
  for (const [city, rule] of [
    ['hebi', 'H8'],
    ['tonghua', 'T19'],
    ['zaozhuang', 'Z11'],
    ['jilin', 'J15'],
    ['ankang', 'A6'],
  ] as const) {
    const play = playIn(city);
    const order = play.act('dispatcher', {
      type: 'order.transfer',
      payload: { body: 'discipline', name: '市纪委监委信访室', reason: '涉嫌违纪' },
    });
    expect(order).toMatchObject({ state: 'transferred', closedAt: instant(FRIDAY) });
    expect(play.last().citation?.rule).toBe(rule);
  }
});

it('J5: a part taken out of a secret order is secret, and whoever keeps away from the whole keeps away from the part', () => {
  const whole = playIn('jilin', { sensitivity: 'secret' }).act('overseer', {
    type: 'order.recuse',
    payload: { accountId: CAST.operator.accountId, reason: '利害关系' },
  });
  const parent = { ...whole, id: fixtureOrderId(2) };
  // A life begins with the call; the part is its own order.
  const part = playIn('jilin', {}, [parent]).part('dispatcher', {
    type: 'order.split',
    payload: { from: parent.id, request: fixtureRequest(), provisionalNumber: '待编-7K2M-0009', note: '' },
  });
  expect(part).toMatchObject({ state: 'accepted', request: { sensitivity: 'secret' } });
  expect(part.life).toMatchObject({ splitFrom: parent.id, recused: [{ accountId: CAST.operator.accountId }] });
});

it('T5: a matter taken out of an order is its caller’s, by the same channel, whatever the decider was shown of them', () => {
  const whole = playIn('tonghua', { accused: { unit: '市供水公司', person: '', unitId: UNITS.water } });
  const parent = { ...whole.act('dispatcher', say.dispatch({ unitId: UNITS.roads })), id: fixtureOrderId(2) };
  const said = fixtureRequest({
    content: '路灯也不亮',
    channel: 'web',
    identity: 'anonymous',
    caller: { name: '', phone: '', address: '' },
  });
  const command = {
    type: 'order.split',
    payload: { from: parent.id, request: said, provisionalNumber: '待编-7K2M-0009', note: '' },
  } as const;
  const part = playIn('tonghua', {}, [parent]).part('dispatcher', command);
  const { caller, channel, identity, accused } = parent.request;
  expect(part).toMatchObject({ state: 'accepted', unitId: null, request: { caller, channel, identity, accused } });
  expect(part.request.content).toBe('路灯也不亮');
});

it('T5: nothing is taken out of an order that has been answered, nor by somebody of a unit', () => {
  const whole = playIn('tonghua');
  const parent = { ...whole.order(), id: fixtureOrderId(2), state: 'closed' as const };
  const command = {
    type: 'order.split',
    payload: { from: parent.id, request: fixtureRequest(), provisionalNumber: '待编-7K2M-0009', note: '' },
  } as const;
  expect(() => playIn('tonghua', {}, [parent]).part('dispatcher', command)).toThrow('ACT_NOT_IN_STATE');
  expect(() => playIn('tonghua', {}, [whole.order()]).part('handler', command)).toThrow(/NOT_PERMITTED|NOT_FOUND/u);
});

it('T10: a matter that has to be filed has five working days to enter the procedure, joint or not', () => {
  const play = playIn('tonghua');
  const order = play.act('dispatcher', say.dispatch({ filing: true }));
  expect(order.deadline).toMatchObject({ rule: 'T10', limit: '5wd' });
  expect(order.life.filing).toBe(true);
  expect(play.last().text).toContain('需立案办理');
  const named = play.act('dispatcher', {
    type: 'order.nameLead',
    payload: { unitId: UNITS.water, assistants: ROADS_TOO, note: '' },
  });
  expect(named.deadline?.rule).toBe('T10');
});

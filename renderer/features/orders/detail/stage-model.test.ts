import { describe, expect, it } from 'vitest';
import {
  fixtureActor,
  fixtureAnswer,
  fixtureForward,
  fixtureOrderId,
  fixtureRules,
} from '../../../../shared/domain/fixtures.ts';
import type { CommandBody } from '../../../../shared/domain/command.ts';
import type { HistoryEntry, Order } from '../../../../shared/domain/order.ts';
import { transition } from '../../../../shared/domain/transition.ts';
import { instant } from '../../../../shared/instant.ts';
import { packOf } from '../../../../shared/policy/packs.ts';
import { STAGES, type StageId, type StageState } from './stage.ts';
import { stagesOf } from './stage-model.ts';

const AT = Date.parse('2026-11-23T09:00:00+08:00');
const stamp = {
  at: instant(AT),
  by: { accountId: fixtureActor('handler').accountId, jobNumber: '2001', name: '李四' },
};
const pack = packOf('hebi');

function taken(command: CommandBody): { order: Order; history: readonly HistoryEntry[] } {
  const outcome = transition({
    order: null,
    orderId: fixtureOrderId(1),
    command,
    actor: fixtureActor('operator'),
    rules: fixtureRules(),
    nowMs: AT,
  });
  if (!outcome.ok || !outcome.order) throw new Error('the fixture was refused');
  return { order: outcome.order, history: outcome.history };
}

function states(order: Order, history: readonly HistoryEntry[], city = pack): Record<StageId, StageState> {
  const entries = stagesOf({ order, history, pack: city }).map(({ id, state }) => [id, state] as const);
  return Object.fromEntries(entries) as Record<StageId, StageState>;
}

describe('the line of stages', () => {
  it('T5: has the eight stages in their order, whatever the order has been through', () => {
    const { order, history } = taken(fixtureForward());
    expect(stagesOf({ order, history, pack }).map(({ id }) => id)).toEqual([...STAGES]);
  });

  it('H8: shows an order the unit has with its limit and article at 办理', () => {
    const { order, history } = taken(fixtureForward());
    const handle = stagesOf({ order, history, pack }).find(({ id }) => id === 'handle');
    expect(handle).toMatchObject({ state: 'current', limit: '10 个工作日', due: order.deadline?.due });
    expect(handle?.article).toContain('第六条');
  });

  it('waits at 派单 while no unit has it', () => {
    const { order, history } = taken(fixtureForward());
    const waiting: Order = { ...order, state: 'accepted', mode: 'accept', unitId: null, deadline: null };
    expect(states(waiting, history)).toMatchObject({
      accept: 'done',
      dispatch: 'current',
      handle: 'todo',
      rate: 'todo',
    });
  });

  it('leaves out what an order answered on the line never goes through', () => {
    const { order, history } = taken(fixtureAnswer());
    expect(states(order, history)).toMatchObject({ dispatch: 'none', handle: 'none', reply: 'done', close: 'done' });
  });

  it('T12: counts the answer to the caller and the report apart', () => {
    const { order, history } = taken(fixtureForward());
    const reply = { ...stamp, how: 'phone', reached: true, text: '已处理', adoption: null } as const;
    const told: Order = { ...order, state: 'handling', life: { ...order.life, replies: [reply] } };
    expect(states(told, history)).toMatchObject({ handle: 'current', reply: 'done', followUp: 'todo' });
  });

  it('T13: a supervision without an answer is where the order stands, besides the unit’s own work', () => {
    const { order, history } = taken(fixtureForward());
    const open = { ...stamp, trigger: 'overdue', form: 'written', text: '请尽快办理', answer: null };
    const supervised: Order = { ...order, life: { ...order.life, supervisions: [open] } };
    expect(states(supervised, history).supervise).toBe('current');
    const answered = { ...open, answer: { ...stamp, text: '已安排' } };
    expect(states({ ...order, life: { ...order.life, supervisions: [answered] } }, history).supervise).toBe('done');
  });

  it('T15: waits for the follow-up once the caller has an answer, and shows the rating', () => {
    const { order, history } = taken(fixtureForward());
    const replied: Order = { ...order, state: 'replied' };
    expect(states(replied, history, packOf('tonghua'))).toMatchObject({ followUp: 'current', rate: 'todo' });
    const call = { ...stamp, reached: true, rating: 'satisfied', reasonable: null, note: '', call: null } as const;
    const rated: Order = { ...replied, life: { ...order.life, followUps: [call] } };
    const rate = stagesOf({ order: rated, history, pack }).find(({ id }) => id === 'rate');
    expect(rate).toMatchObject({ state: 'done', said: '满意' });
  });

  it('H6, A2: waits to be closed where nobody is to be asked: not drawn, or a text without follow-up', () => {
    const { order, history } = taken(fixtureForward());
    const replied: Order = { ...order, state: 'replied' };
    for (const city of ['hebi', 'jilin', 'ankang'])
      expect(states(replied, history, packOf(city))).toMatchObject({ followUp: 'none', close: 'current' });
    const sampled = { ...stamp, sampleId: '019abcde-0000-7000-8000-000000000001' };
    const drawn: Order = { ...replied, life: { ...order.life, sampled } };
    expect(states(drawn, history)).toMatchObject({ followUp: 'current', close: 'todo' });
  });

  it('H12: after a founded dissatisfaction waits to be done again, not to be closed', () => {
    const { order, history } = taken(fixtureForward());
    const call = {
      ...stamp,
      reached: true,
      rating: 'dissatisfied',
      reasonable: true,
      note: '又坏了',
      call: null,
    } as const;
    const rated: Order = { ...order, state: 'replied', life: { ...order.life, followUps: [call] } };
    expect(states(rated, history)).toMatchObject({ rate: 'current', close: 'todo' });
  });
});

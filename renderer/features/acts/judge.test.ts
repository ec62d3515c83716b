import { describe, expect, it } from 'vitest';
import { fixtureActor, fixtureForward, fixtureOrderId, fixtureRules } from '../../../shared/domain/fixtures.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { transition } from '../../../shared/domain/transition.ts';
import { failure } from '../../../shared/failure.ts';
import { judge, placed } from './judge.ts';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');

function forwarded(): Order {
  const outcome = transition({
    order: null,
    orderId: fixtureOrderId(1),
    command: fixtureForward(),
    actor: fixtureActor('operator'),
    rules: fixtureRules(),
    nowMs: NOW,
  });
  if (!outcome.ok || !outcome.order) throw new Error('the fixture was refused');
  return outcome.order;
}

const bench = {
  order: forwarded(),
  actor: fixtureActor('overseer'),
  city: fixtureRules(),
  rules: fixtureRules(),
  nowMs: NOW,
};

describe('a form judged as it is written', () => {
  it('names the field that lacks something in the words of its schema', () => {
    const { command, errors } = judge({ type: 'order.urge', payload: { reason: '', call: null } }, bench);
    expect(command).toBeNull();
    expect(errors).toEqual({ reason: '请写下催办原因' });
  });

  it('says of a choice not yet made that it has to be made, never in English', () => {
    const { errors } = judge({ type: 'order.followUp', payload: { reached: null } }, bench);
    expect(Object.values(errors).every((sentence) => /\p{Script=Han}/u.test(sentence))).toBe(true);
    expect(errors).toHaveProperty('reached');
  });

  it('shows the order as it would be, by the rules that decide in the end', () => {
    const { after, refusal } = judge({ type: 'order.urge', payload: { reason: '着急', call: null } }, bench);
    expect(refusal).toBeNull();
    expect(after?.urges).toBe(1);
  });

  it('gives a refusal no field can mend to the form as a whole', () => {
    const closed: Order = { ...bench.order, state: 'closed', closedAt: bench.order.createdAt };
    const { refusal } = judge(
      { type: 'order.urge', payload: { reason: '着急', call: null } },
      { ...bench, order: closed },
    );
    expect(refusal?.code).toBe('ORDER_CLOSED');
  });

  it('T9: puts a refusal that a field can mend beside it, with the article', () => {
    const command = { type: 'order.requestExtension', payload: { reason: '等材料', days: 5, signing: null } } as const;
    const { errors, refusal } = placed(failure('SIGNATURE_REQUIRED', { article: '第十六条' }), command);
    expect(refusal).toBeNull();
    expect(errors['signing']).toContain('第十六条');
  });

  it('leaves the judging to the station while the rules are not known here', () => {
    const { command, after } = judge(
      { type: 'order.urge', payload: { reason: '着急', call: null } },
      { ...bench, rules: null },
    );
    expect(command?.type).toBe('order.urge');
    expect(after).toBeNull();
  });
});

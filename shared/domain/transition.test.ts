import { describe, expect, it } from 'vitest';
import { instant } from '../instant.ts';
import type { CommandBody } from './command.ts';
import {
  FIXTURE_UNIT,
  fixtureActor,
  fixtureAnswer,
  fixtureForward,
  fixtureOrderId,
  fixtureRequest,
  fixtureRules,
} from './fixtures.ts';
import { unitIdSchema } from './ids.ts';
import type { Order } from './order.ts';
import type { RoleId } from './people.ts';
import type { Outcome } from './outcome.ts';
import { officialNumber, transition } from './transition.ts';
import { packOf } from '../policy/packs.ts';

const NOW = Date.parse('2026-11-20T02:00:00.000Z');

function decide(
  command: CommandBody,
  order: Order | null = null,
  role: RoleId = 'operator',
  closedUnits: string[] = [],
): Outcome {
  return transition({
    order,
    orderId: fixtureOrderId(1),
    command,
    actor: fixtureActor(role),
    rules: fixtureRules(closedUnits),
    nowMs: NOW,
  });
}

function orderOf(outcome: Outcome): Order {
  if (!outcome.ok || !outcome.order) throw new Error(`expected an order, got ${JSON.stringify(outcome)}`);
  return outcome.order;
}

function codeOf(outcome: Outcome): string | null {
  return outcome.ok ? null : outcome.failure.code;
}

describe('即办', () => {
  it('H7: an answered request closes at once, under its article', () => {
    const outcome = decide(fixtureAnswer());
    expect(orderOf(outcome)).toMatchObject({
      state: 'closed',
      mode: 'immediate',
      closedAt: instant(NOW),
      deadline: null,
    });
    expect(outcome.ok && outcome.history.map(({ kind }) => kind)).toEqual(['received', 'answeredImmediately']);
    expect(outcome.ok && outcome.history.at(-1)?.citation).toEqual({
      rule: 'H7',
      article: '第六条第（二）项第1目之（1）',
    });
  });
});

describe('直办', () => {
  const attempt = {
    unitId: FIXTURE_UNIT,
    contactName: '值班室',
    phone: '0392-5550001',
    startedAt: instant(NOW),
    answeredAt: null,
    endedAt: instant(NOW + 60_000),
  };
  const body = (outcome: 'answered' | 'noAnswer'): CommandBody => ({
    type: 'order.answerDirectly',
    payload: {
      request: fixtureRequest(),
      call: null,
      articlesRead: [],
      provisionalNumber: '待编-7K2M-0002',
      directAttempts: [{ ...attempt, outcome }],
      answer: { text: '单位已当面答复。', articles: [] },
    },
  });

  it('H7: closes with the unit that answered', () => {
    expect(orderOf(decide(body('answered')))).toMatchObject({ state: 'closed', mode: 'direct', unitId: FIXTURE_UNIT });
  });

  it('H7: needs a three-way call that was answered, and cites the article', () => {
    const outcome = decide(body('noAnswer'));
    expect(outcome).toMatchObject({
      ok: false,
      failure: { code: 'DIRECT_WITHOUT_ATTEMPT', article: '第六条第（二）项第1目之（2）' },
    });
  });

  it('a failed 直办 carries its attempts into the 转办', () => {
    const forward = fixtureForward();
    if (forward.type !== 'order.forward') throw new Error('fixture');
    const outcome = decide({
      ...forward,
      payload: { ...forward.payload, directAttempts: [{ ...attempt, outcome: 'noAnswer' }] },
    });
    expect(outcome.ok && outcome.history.map(({ kind }) => kind)).toEqual(['received', 'directAttempt', 'forwarded']);
  });
});

describe('转办', () => {
  it('H8: goes to the unit with ten working days, holidays and 调休 counted', () => {
    const order = orderOf(decide(fixtureForward()));
    expect(order).toMatchObject({ state: 'dispatched', mode: 'forward', unitId: FIXTURE_UNIT, closedAt: null });
    // Friday 20 November; ten working days end with Friday 4 December.
    expect(order.deadline).toMatchObject({
      rule: 'H8',
      limit: '10wd',
      due: '2026-12-04T16:00:00.000Z',
      provisional: false,
    });
  });

  it('is refused for a unit that is unknown or closed', () => {
    expect(codeOf(decide(fixtureForward({}, unitIdSchema.parse('x-1'))))).toBe('UNIT_NOT_FOUND');
    expect(codeOf(decide(fixtureForward(), null, 'operator', [FIXTURE_UNIT]))).toBe('UNIT_CLOSED');
  });
});

describe('不予受理', () => {
  const refuse = (groundId: string): CommandBody => ({
    type: 'order.refuse',
    payload: {
      request: fixtureRequest(),
      call: null,
      articlesRead: [],
      directAttempts: [],
      provisionalNumber: '待编-7K2M-0003',
      groundId,
      written: false,
    },
  });

  it.each(packOf('hebi').refusalGrounds.map((ground) => [ground.id, ground.article]))(
    'H3: ground %s keeps its article %s and the sentence said',
    (id, article) => {
      const order = orderOf(decide(refuse(id)));
      expect(order.state).toBe('refused');
      expect(order.refusal).toMatchObject({ groundId: id, citation: { rule: 'H3', article } });
      expect(order.refusal?.sentence).toContain('第五条');
    },
  );

  it('H3: knows no ground outside the article', () => {
    expect(codeOf(decide(refuse('H3-9')))).toBe('REFUSAL_GROUND_UNKNOWN');
  });
});

describe('a further call about an open order', () => {
  const open = orderOf(decide(fixtureForward()));
  const urge: CommandBody = { type: 'order.urge', payload: { reason: '三天没人联系', call: null } };
  const supplement: CommandBody = { type: 'order.supplement', payload: { text: '昨晚又施工', call: null } };

  it('H11: counts an urge and cites its article', () => {
    const outcome = decide(urge, open);
    expect(orderOf(outcome).urges).toBe(1);
    expect(outcome.ok && outcome.history[0]?.citation?.rule).toBe('H11');
  });

  it('adds to it without touching its deadline', () => {
    expect(orderOf(decide(supplement, open)).deadline).toEqual(open.deadline);
  });

  it('is refused once the order is closed, refused or answered by the unit', () => {
    expect(codeOf(decide(urge, { ...open, state: 'closed' }))).toBe('ORDER_CLOSED');
    expect(codeOf(decide(supplement, { ...open, state: 'refused' }))).toBe('ORDER_CLOSED');
    expect(codeOf(decide(urge, { ...open, state: 'replied' }))).toBe('ORDER_NOT_WITH_UNIT');
  });

  it('is refused for an order nobody knows', () => {
    expect(codeOf(decide(urge))).toBe('ORDER_NOT_FOUND');
  });
});

describe('who may', () => {
  it('nobody without order.create writes an order', () => {
    expect(codeOf(decide(fixtureForward(), null, 'knowledgeEditor'))).toBe('NOT_PERMITTED');
  });

  it('T2: a look at personal data needs the permission and changes no order', () => {
    const look: CommandBody = { type: 'personal.look', payload: { field: 'phone', where: 'order' } };
    expect(codeOf(decide(look, null, 'qualityInspector'))).toBe('NOT_PERMITTED');
    expect(decide(look)).toEqual({ ok: true, order: null, history: [] });
  });
});

it('the same order cannot be registered twice', () => {
  expect(codeOf(decide(fixtureForward(), orderOf(decide(fixtureForward()))))).toBe('ORDER_EXISTS');
});

it('an official number counts within the month of Beijing', () => {
  expect(officialNumber(packOf('hebi'), Date.parse('2026-11-30T16:00:00Z'), 431)).toBe('HB2612-000431');
});

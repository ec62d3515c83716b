import { describe, expect, it } from 'vitest';
import { instant } from '../instant.ts';
import {
  fixtureActor,
  fixtureForward,
  fixtureOrderId,
  fixtureRequest,
  fixtureRules,
  FIXTURE_UNIT,
} from './fixtures.ts';
import { unitIdSchema } from './ids.ts';
import { EMPTY_LIFE, type Life } from './life.ts';
import { orderStateSchema, type Order } from './order.ts';
import { DEFAULT_ROLES, roleIdSchema, type RoleId } from './people.ts';
import { QUEUES, queueSchema, queuesFor, queuesOf, type Course, type Queue } from './queues.ts';
import { transition } from './transition.ts';
import { packOf } from '../policy/packs.ts';

const NOW = Date.parse('2026-11-20T04:00:00.000Z');
const AT = instant(NOW);
const BY = { accountId: fixtureActor('handler').accountId, jobNumber: '1001', name: '测试员' };
const STAMP = { at: AT, by: BY };
const ALL = packOf('tonghua');
const OTHER = unitIdSchema.parse('u-other');

function forwarded(): Order {
  const outcome = transition({
    order: null,
    orderId: fixtureOrderId(1),
    command: fixtureForward(),
    actor: fixtureActor('operator'),
    rules: fixtureRules(),
    nowMs: NOW,
  });
  if (!outcome.ok || !outcome.order) throw new Error('an operator may forward');
  return outcome.order;
}

function order(changes: Partial<Order>, life: Partial<Life> = {}): Order {
  const fresh = forwarded();
  return { ...fresh, ...changes, life: { ...fresh.life, ...life } };
}

function everyQueueOf(of: Order, pack: Course = ALL): Queue[] {
  return [...queuesOf(of, 'centre', pack), ...queuesOf(of, 'unit', pack)];
}

const redo = (unitId: typeof OTHER) => ({ ...STAMP, source: 'inspection' as const, unitId, reason: '事实不清' });
const supervision = (answered: boolean) => ({
  ...STAMP,
  trigger: 'overdue',
  form: 'written',
  text: '限期办结',
  answer: answered ? { ...STAMP, text: '已办' } : null,
});
const assistant = (answered: boolean) => ({
  unitId: OTHER,
  task: '配合',
  due: null,
  askedAt: AT,
  askedBy: null,
  answer: answered ? { ...STAMP, text: '已配合' } : null,
});
const returnWish = (decided: boolean) => ({
  ...STAMP,
  unitId: FIXTURE_UNIT,
  reason: '不属职责',
  basis: '三定方案',
  late: false,
  decision: decided ? { ...STAMP, agreed: false, reason: '属其职责' } : null,
});
const extensionWish = (decided: boolean) => ({
  ...STAMP,
  reason: '需鉴定',
  days: 5,
  signature: null,
  decision: decided ? { ...STAMP, agreed: true, reason: '', days: 5 } : null,
});
const followUp = { ...STAMP, reached: true, rating: 'satisfied' as const, reasonable: null, note: '', call: null };

describe('where an order waits', () => {
  it('T7: an order taken without a unit waits for the dispatcher until it is dispatched', () => {
    expect(everyQueueOf(order({ state: 'accepted', unitId: null }))).toEqual(['undispatched']);
    expect(everyQueueOf(order({}))).toEqual(['toSign']);
    expect(everyQueueOf(order({ state: 'handling' }))).toEqual(['inHand']);
  });

  it('T7, T9: a wish waits for its decision, and no longer', () => {
    const wishes = order({ state: 'handling' }, { returns: [returnWish(false)], extensions: [extensionWish(false)] });
    expect(queuesOf(wishes, 'centre', ALL)).toEqual(['returns', 'extensions']);
    const decided = order({ state: 'handling' }, { returns: [returnWish(true)], extensions: [extensionWish(true)] });
    expect(queuesOf(decided, 'centre', ALL)).toEqual([]);
    const gone = order({ state: 'transferred' }, { returns: [returnWish(false)], extensions: [extensionWish(false)] });
    expect(queuesOf(gone, 'centre', ALL)).toEqual(['toArchive']);
  });

  it('H5, T15: what was sent back is the work of the unit it was sent back to, and of no other', () => {
    expect(queuesOf(order({ state: 'handling' }, { redos: [redo(FIXTURE_UNIT)] }), 'unit', ALL)).toEqual([
      'inHand',
      'redone',
    ]);
    expect(queuesOf(order({ state: 'handling' }, { redos: [redo(OTHER)] }), 'unit', ALL)).toEqual(['inHand']);
    expect(queuesOf(order({ state: 'inspecting' }, { redos: [redo(FIXTURE_UNIT)] }), 'unit', ALL)).toEqual([]);
  });

  it('T11: it waits for whoever assists as long as one has not answered', () => {
    expect(queuesOf(order({ state: 'handling' }, { assistants: [assistant(false)] }), 'unit', ALL)).toContain(
      'assisting',
    );
    expect(queuesOf(order({ state: 'handling' }, { assistants: [assistant(true)] }), 'unit', ALL)).not.toContain(
      'assisting',
    );
    expect(queuesOf(order({ state: 'replied' }, { assistants: [assistant(false)] }), 'unit', ALL)).toEqual([]);
  });

  it('T13: a supervised order stays in sight of the overseer until it is answered, and waits for the answer at the unit', () => {
    const open = order({ state: 'handling' }, { supervisions: [supervision(true), supervision(false)] });
    expect(everyQueueOf(open)).toEqual(['supervised', 'inHand', 'toAnswer']);
    const answered = order({ state: 'leaderReview' }, { supervisions: [supervision(true)] });
    expect(everyQueueOf(answered)).toEqual(['supervised', 'toReview']);
    expect(everyQueueOf(order({ state: 'replied' }, { supervisions: [supervision(false)] }))).toEqual(['toFollowUp']);
  });

  it('T15, Z10: an answered order waits for 回访, and one closed without it still does where the caller agreed to be asked', () => {
    expect(everyQueueOf(order({ state: 'replied' }))).toEqual(['toFollowUp']);
    expect(everyQueueOf(order({ state: 'closed', closedAt: AT }))).toEqual(['toFollowUp']);
    const asked = order({ state: 'closed', closedAt: AT }, { followUps: [followUp] });
    expect(everyQueueOf(asked)).toEqual(['toArchive']);
    const again = order(
      { state: 'closed' },
      { followUps: [followUp], earlier: { ...EMPTY_LIFE.earlier, followUps: 1 } },
    );
    expect(everyQueueOf(again)).toEqual(['toFollowUp']);
    const unwished = order({ state: 'closed', closedAt: AT, request: fixtureRequest({ followUp: false }) });
    expect(everyQueueOf(unwished)).toEqual(['toArchive']);
  });

  it('J7, A2: where the text knows no follow-up, an answered order waits to be closed, and a closed one for the archive', () => {
    for (const city of ['jilin', 'ankang']) {
      expect(everyQueueOf(order({ state: 'replied' }), packOf(city))).toEqual(['toClose']);
      expect(everyQueueOf(order({ state: 'closed', closedAt: AT }), packOf(city))).toEqual(['toArchive']);
    }
  });

  it('H6, H15: where only a sample is asked, the drawn ones wait for 回访 and the others to be closed', () => {
    const pack = packOf('hebi');
    const sampled = { ...STAMP, sampleId: '019abcde-0000-7000-8000-000000000001' };
    expect(everyQueueOf(order({ state: 'replied' }), pack)).toEqual(['toClose']);
    expect(everyQueueOf(order({ state: 'replied' }, { sampled }), pack)).toEqual(['toFollowUp']);
    expect(everyQueueOf(order({ state: 'closed' }, { sampled }), pack)).toEqual(['toFollowUp']);
    expect(everyQueueOf(order({ state: 'replied' }, { sampled, followUps: [followUp] }), pack)).toEqual(['toClose']);
    expect(everyQueueOf(order({ state: 'closed' }, { sampled, followUps: [followUp] }), pack)).toEqual(['toArchive']);
  });

  it('T15: a try that reached nobody does not count as asked, until there have been enough of them', () => {
    const tried = { ...followUp, reached: false, rating: null };
    expect(everyQueueOf(order({ state: 'closed' }, { followUps: [tried] }))).toEqual(['toFollowUp']);
    expect(everyQueueOf(order({ state: 'closed' }, { followUps: [tried, tried, tried] }))).toEqual(['toArchive']);
  });

  it('T14, Z12: what has ended waits for the archive, refusals too; what was answered in the call does not', () => {
    for (const state of ['refused', 'transferred', 'merged'] as const)
      expect(everyQueueOf(order({ state }, { dispatchedAt: null }))).toEqual(['toArchive']);
    expect(everyQueueOf(order({ state: 'closed', mode: 'immediate' }, { dispatchedAt: null }))).toEqual([]);
    expect(everyQueueOf(order({ state: 'archived' }))).toEqual([]);
  });

  it('never leaves an order that is not finished to nobody', () => {
    const nobodys = orderStateSchema.options.filter((state) => everyQueueOf(order({ state })).length === 0);
    expect(nobodys).toEqual(['archived']);
  });
});

describe('whose work it is', () => {
  const queues = (role: RoleId, units: 'all' | (typeof OTHER)[] = 'all'): Queue[] =>
    queuesFor({ grants: { permissions: [...DEFAULT_ROLES[role].permissions], sensitivities: ['normal'], units } });

  it('is said by permission and side, not by the name of a role', () => {
    expect(queues('dispatcher')).toEqual(['undispatched', 'returns', 'extensions']);
    expect(queues('overseer')).toEqual(['supervised']);
    expect(queues('followUpAgent')).toEqual(['toFollowUp', 'toClose', 'toArchive']);
    expect(queues('qualityInspector')).toEqual(['toInspect']);
    expect(queues('leader')).toEqual(['submitted']);
    expect(queues('reviewer')).toEqual(['reviewing']);
    expect(queues('operator')).toEqual([]);
    expect(queues('handler', [OTHER])).toEqual(['toSign', 'inHand', 'redone', 'assisting', 'toAnswer']);
    expect(queues('unitLeader', [OTHER])).toContain('toReview');
  });

  it('H8: nobody of a unit has a queue of the centre, and nobody of the centre one of a unit', () => {
    expect(queues('dispatcher', [OTHER])).toEqual([]);
    expect(queues('handler')).toEqual([]);
  });

  it('has somebody for every queue', () => {
    const worked = new Set(roleIdSchema.options.flatMap((role) => [...queues(role), ...queues(role, [OTHER])]));
    expect(queueSchema.options.filter((queue) => !worked.has(queue))).toEqual([]);
  });

  it('has a name in Chinese for each', () => {
    for (const queue of queueSchema.options) expect(QUEUES[queue].name).toMatch(/^\p{Script=Han}+$/u);
  });
});

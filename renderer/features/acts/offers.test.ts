import { describe, expect, it } from 'vitest';
import {
  FIXTURE_UNIT,
  fixtureActor,
  fixtureForward,
  fixtureOrderId,
  fixtureRules,
} from '../../../shared/domain/fixtures.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Actor, RoleId } from '../../../shared/domain/people.ts';
import { transition } from '../../../shared/domain/transition.ts';
import { offersOf } from './offers.ts';

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

function ofUnit(role: RoleId): Actor {
  const actor = fixtureActor(role);
  return { ...actor, unitId: FIXTURE_UNIT, grants: { ...actor.grants, units: [FIXTURE_UNIT] } };
}

const offers = (order: Order, actor: Actor) =>
  offersOf({ order, actor, city: fixtureRules(), rules: fixtureRules(), nowMs: NOW });

describe('what may be done with an order', () => {
  it('H18: waits for the unit to sign for it, before anything else', () => {
    expect(offers(forwarded(), ofUnit('handler')).primary?.type).toBe('order.sign');
  });

  it('waits for the dispatcher while no unit has it', () => {
    const waiting: Order = { ...forwarded(), state: 'accepted', mode: 'accept', unitId: null, deadline: null };
    expect(offers(waiting, fixtureActor('dispatcher')).primary?.type).toBe('order.dispatch');
    expect(offers(waiting, fixtureActor('overseer')).primary?.type).not.toBe('order.dispatch');
  });

  it('H5: waits for the inspector with a report that has to be checked', () => {
    const reported: Order = { ...forwarded(), state: 'inspecting' };
    expect(offers(reported, fixtureActor('qualityInspector')).primary?.type).toBe('order.inspect');
  });

  it('H12: after a reasonable dissatisfaction waits to be sent back, not to be called about again', () => {
    const order = forwarded();
    const call = { at: order.createdAt, by: order.createdBy, reached: true, note: '仍在施工', call: null };
    const rated = { ...call, rating: 'dissatisfied' as const, reasonable: true };
    const replied: Order = { ...order, state: 'replied', life: { ...order.life, followUps: [rated] } };
    expect(offers(replied, fixtureActor('followUpAgent')).primary?.type).toBe('order.redo');
  });

  it('says of every act of this person why it can’t be done, and names the others’ only', () => {
    const { barred, foreign, primary, usual, rare } = offers(forwarded(), ofUnit('handler'));
    expect(barred.every(({ objection }) => objection !== null)).toBe(true);
    expect([primary, ...usual, ...rare].every((offer) => offer?.objection === null)).toBe(true);
    expect(foreign.map(({ type }) => type)).toContain('order.dispatch');
    expect(barred.map(({ type }) => type)).not.toContain('order.dispatch');
  });

  it('never offers what the order’s state forbids while the city’s rules are still being read', () => {
    const waiting: Order = { ...forwarded(), state: 'accepted', mode: 'accept', unitId: null, deadline: null };
    const unread = { order: waiting, actor: fixtureActor('dispatcher'), city: null, rules: null, nowMs: NOW };
    expect(offersOf(unread).primary?.type).toBe('order.dispatch');
  });

  it('J5: bars a recused person from everything', () => {
    const order = forwarded();
    const actor = ofUnit('handler');
    const recused = { at: order.createdAt, by: order.createdBy, accountId: actor.accountId, reason: '亲属' };
    const { primary, usual, rare, barred } = offers({ ...order, life: { ...order.life, recused: [recused] } }, actor);
    expect([primary, ...usual, ...rare].filter(Boolean)).toEqual([]);
    expect(new Set(barred.map(({ objection }) => objection?.code))).toEqual(new Set(['RECUSED']));
  });
});

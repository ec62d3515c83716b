import { describe, expect, it } from 'vitest';
import { historyEntrySchema, isEnded, orderSchema } from '../../shared/domain/order.ts';
import { queueSchema, queuesOf } from '../../shared/domain/queues.ts';
import { beijingDate, msOf } from '../../shared/instant.ts';
import { packOf } from '../../shared/policy/packs.ts';
import { at } from './random.ts';
import { demoAccounts } from './accounts.ts';
import { demoArticles } from './articles.ts';
import { demoOrders } from './orders.ts';
import { demoSubjects } from './subjects.ts';
import { demoUnits } from './units.ts';

const HEBI_PACK = packOf('hebi');
const NOW = Date.parse('2026-11-21T06:00:00.000Z');
const past = [...demoOrders(7, NOW, 3000)];
const orders = past.map(({ order }) => order);
const ENDING: ReadonlySet<string> = new Set(['archived', 'closed', 'refused']);
const TAKING: ReadonlySet<string> = new Set([
  'received',
  'directAttempt',
  'answeredImmediately',
  'answeredDirectly',
  'accepted',
  'forwarded',
  'refused',
]);

describe('the demo past', () => {
  it('is as many valid orders as asked, none after now', () => {
    expect(past).toHaveLength(3000);
    for (const { order, history } of past) {
      orderSchema.parse(order);
      for (const entry of history) historyEntrySchema.parse(entry);
      expect(msOf(order.updatedAt)).toBeLessThanOrEqual(NOW);
    }
  });

  it('is the same for the same seed and another for another', () => {
    expect(JSON.stringify([...demoOrders(7, NOW, 3000)]) === JSON.stringify(past)).toBe(true);
    expect([...demoOrders(8, NOW, 40)]).not.toEqual([...demoOrders(7, NOW, 40)]);
  });

  it('numbers each month from 000001 without holes, in the order of time', () => {
    const expected = new Map<string, number>();
    let before = 0;
    for (const { number, createdAt } of orders) {
      expect(msOf(createdAt)).toBeGreaterThanOrEqual(before);
      before = msOf(createdAt);
      const month = beijingDate(before).slice(2, 7).replace('-', '');
      const count = (expected.get(month) ?? 0) + 1;
      expected.set(month, count);
      expect(number).toBe(`HB${month}-${String(count).padStart(6, '0')}`);
    }
    expect(expected.size).toBeGreaterThanOrEqual(4);
  });

  it('gives every order an id and a provisional number of its own', () => {
    expect(new Set(orders.map(({ id }) => id)).size).toBe(orders.length);
    expect(new Set(orders.map(({ provisionalNumber }) => provisionalNumber)).size).toBe(orders.length);
  });

  it('has a limit of the city\u2019s pack, and none that no unit has', () => {
    const { version } = packOf('hebi');
    const limited = orders.filter(({ deadline }) => deadline !== null);
    expect(limited.length).toBeGreaterThan(1000);
    expect(limited.filter(({ unitId, state }) => unitId === null || state === 'accepted')).toEqual([]);
    expect(limited.filter(({ deadline }) => deadline?.pack !== 'hebi' || deadline.packVersion !== version)).toEqual([]);
  });

  it('refers only to units, subjects, articles and people of the demo', () => {
    const known = new Set<string>(
      [demoUnits(), demoSubjects(), demoArticles(), demoAccounts()].flatMap((list) => list.map(({ id }) => id)),
    );
    for (const { order, history } of past) {
      const named = [
        order.unitId,
        order.request.subjectId,
        order.createdBy.accountId,
        ...order.articlesRead.map(({ articleId }) => articleId),
        ...(order.answer?.articles ?? []).map(({ articleId }) => articleId),
        ...order.directAttempts.map(({ unitId }) => unitId),
        ...history.map(({ by }) => by.accountId),
      ];
      expect(named.filter((id) => id !== null && !known.has(id))).toEqual([]);
    }
  });
});

describe('the course of a demo order', () => {
  it('begins with its receipt, and its version counts the commands that were accepted', () => {
    for (const { order, history } of past) {
      expect(at(history, 0).kind).toBe('received');
      // What was written when the call ended is one command, each line after it one of its own.
      const taken = history.filter(({ kind }) => TAKING.has(kind)).length;
      expect(order.version).toBe(1 + history.length - taken);
    }
  });

  it('runs forward in time, save for the tries to reach a unit before the order was saved', () => {
    for (const { history } of past) {
      const times = history.filter(({ kind }) => kind !== 'directAttempt').map((entry) => msOf(entry.at));
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }
  });

  it('ends in the state its last line says', () => {
    for (const { order, history } of past) {
      const { kind } = at(history, history.length - 1);
      const named = ENDING.has(kind) ? kind : order.state;
      expect(order.state).toBe(named);
      expect(order.closedAt !== null).toBe(isEnded(order.state));
      expect(order.urges).toBe(history.filter((entry) => entry.kind === 'urged').length);
    }
  });

  it('H7: a direct answer has a try that was answered by the unit that answered', () => {
    const direct = orders.filter(({ mode }) => mode === 'direct');
    expect(direct.length).toBeGreaterThan(50);
    for (const { directAttempts, unitId } of direct) {
      expect(directAttempts.some((attempt) => attempt.outcome === 'answered' && attempt.unitId === unitId)).toBe(true);
    }
  });
});

describe('the demo past as an operator sees it', () => {
  it('has something of everything: each mode and state, overdue and near due, urgent, secret, anonymous', () => {
    const open = orders.filter(({ state }) => state === 'handling');
    const queues = new Set(
      orders.flatMap((order) => [...queuesOf(order, 'centre', HEBI_PACK), ...queuesOf(order, 'unit', HEBI_PACK)]),
    );
    const due = open.map(({ deadline }) => (deadline ? msOf(deadline.due) : NOW));
    expect(new Set(orders.map(({ mode }) => mode))).toEqual(
      new Set(['immediate', 'direct', 'forward', 'joint', 'submission', 'instructed', 'accept', 'refusal']),
    );
    expect(queueSchema.options.filter((queue) => !queues.has(queue))).toEqual([]);
    expect(new Set(orders.map(({ request }) => request.category)).size).toBe(6);
    expect(due.filter((ms) => ms < NOW).length).toBeGreaterThan(2);
    expect(due.filter((ms) => ms >= NOW && ms < NOW + 5 * 86_400_000).length).toBeGreaterThan(2);
    expect(orders.some(({ request }) => request.urgent)).toBe(true);
    expect(orders.some(({ request }) => request.sensitivity === 'secret')).toBe(true);
    expect(orders.some(({ request }) => request.identity === 'anonymous')).toBe(true);
  });

  it('has people who call about the same matter three months running', () => {
    const months = new Map<string, Set<string>>();
    for (const { request, createdAt } of orders) {
      if (request.category === 'consultation') continue;
      const matter = `${request.caller.phone} ${request.subjectId ?? ''}`;
      months.set(matter, (months.get(matter) ?? new Set()).add(beijingDate(msOf(createdAt)).slice(0, 7)));
    }
    expect([...months.values()].filter((called) => called.size >= 3).length).toBeGreaterThanOrEqual(5);
  });

  it('rarely tells the same story twice in the same words', () => {
    const told = orders
      .filter(({ request }) => request.category !== 'consultation')
      .map(({ request }) => request.content);
    expect(new Set(told).size / told.length).toBeGreaterThan(0.9);
  });

  it('rings by day more than by night and on working days more than on Sundays', () => {
    const local = orders.map(({ createdAt }) => new Date(msOf(createdAt) + 8 * 3600_000));
    const between = (from: number, to: number): number =>
      local.filter((time) => time.getUTCHours() >= from && time.getUTCHours() < to).length;
    const onDay = (day: number): number => local.filter((time) => time.getUTCDay() === day).length;
    expect(between(9, 12)).toBeGreaterThan(5 * between(0, 3));
    expect(onDay(3)).toBeGreaterThan(onDay(0));
  });

  it('leaves no brace unfilled in any text', () => {
    for (const { order, history } of past) {
      const texts = [
        order.request.content,
        order.request.wish,
        order.answer?.text ?? '',
        ...history.map(({ text }) => text),
      ];
      expect(texts.filter((text) => /[{}]|undefined/u.test(text))).toEqual([]);
    }
  });
});

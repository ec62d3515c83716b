import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import { callRecordSchema, type CallRecord } from '../../shared/domain/call.ts';
import type { Order } from '../../shared/domain/order.ts';
import { orderSchema } from '../../shared/domain/order.ts';
import { deskIdSchema } from '../../shared/domain/ids.ts';
import { RATES, valueOf, type Counts } from '../../shared/figures/definitions.ts';
import { columnIdSchema, figureIdSchema, rateIdSchema, type FigureId } from '../../shared/figures/ids.ts';
import { memoryDatabase, testClock, testService } from '../../tests/support/central.ts';
import { reader } from '../../tests/support/reader.ts';
import { seedDemo } from '../demo/seed.ts';
import type { Service } from '../service.ts';
import { sheetOf } from './export.ts';
import { reportRows } from './rows.ts';
import { reportTable } from './table.ts';

const NOW = Date.parse('2026-11-21T06:00:00.000Z');
const PERIOD = { from: '2026-10-20', to: '2026-11-19' };
const RUNNING: ReadonlySet<string> = new Set([
  'accepted',
  'dispatched',
  'handling',
  'leaderReview',
  'inspecting',
  'submitted',
]);
const DONE_ELSEWHERE: ReadonlySet<string> = new Set(['merged', 'transferred']);
const GOOD: ReadonlySet<string> = new Set(['satisfied', 'mostlySatisfied']);

/** How often, and on which instants, an order counts: written a second time, as a clerk would with the file before them. */
function byHand(order: Order): Record<FigureId, string[]> {
  const { request, life, createdAt, mode, refusal, unitId, state, closedAt, deadline } = order;
  const complaint = ['complaint', 'report'].includes(request.category);
  const sent = life.dispatchedAt !== null && unitId !== null ? [life.dispatchedAt] : [];
  const reported = life.result?.at ?? closedAt;
  const ended = sent.length > 0 && !RUNNING.has(state) && !DONE_ELSEWHERE.has(state);
  const finished = ended && reported !== null ? [reported] : [];
  const late = deadline !== null && finished.some((at) => Date.parse(at) >= Date.parse(deadline.due));
  const words = life.followUps.filter(({ rating }) => rating !== null);
  const word = words.slice(-1);
  const good = word.filter(({ rating }) => GOOD.has(rating ?? ''));
  const drawn = (at: string): boolean => life.sampled !== null && at >= life.sampled.at;
  const finding = life.result?.finding ?? 'notApplicable';
  const wentBack = life.returns.some(({ decision }) => decision?.agreed === true);
  const again = life.redos.length > 0 || words.some(({ rating }) => rating === 'dissatisfied');
  const when = (yes: boolean, at: readonly string[]): string[] => (yes ? [...at] : []);
  return {
    received: [createdAt],
    atOnce: when(mode === 'immediate' || mode === 'direct', [createdAt]),
    answered: when(mode === 'immediate', [createdAt]),
    refused: when(refusal !== null, [createdAt]),
    grievances: when(complaint, [createdAt]),
    accused: when(complaint && request.accused.unitId !== null, [createdAt]),
    dispatched: sent,
    sentRight: when(!wentBack, sent),
    finished,
    finishedOnTime: when(!late, finished),
    finishedLate: when(late, finished),
    solvedOnce: when(!again, finished),
    rated: word.map(({ at }) => at),
    satisfied: good.map(({ at }) => at),
    sampleRated: word.map(({ at }) => at).filter(drawn),
    sampleSatisfied: good.map(({ at }) => at).filter(drawn),
    checked: when(finding !== 'notApplicable', finished),
    proven: when(finding !== 'notApplicable' && finding !== 'unproven', finished),
    extended: life.extensions.flatMap(({ decision }) => (decision?.agreed ? [decision.at] : [])),
    returned: life.returns.flatMap(({ decision }) => (decision?.agreed ? [decision.at] : [])),
    redone: life.redos.map(({ at }) => at),
    supervised: life.supervisions.map(({ at }) => at),
    liability: life.liability.map(({ at }) => at),
  };
}

const dayOf = (at: string): string => new Date(Date.parse(at) + 8 * 3600_000).toISOString().slice(0, 10);

/** The callers of the period by what became of them. */
function callsByHand(calls: readonly CallRecord[]): Counts {
  const within = calls.filter(
    ({ direction, queuedAt }) =>
      direction === 'inbound' && dayOf(queuedAt) >= PERIOD.from && dayOf(queuedAt) <= PERIOD.to,
  );
  const answered = within.filter(({ outcome }) => outcome === 'answered');
  const soon = answered.filter(
    ({ queuedAt, answeredAt }) => Date.parse(answeredAt ?? '') - Date.parse(queuedAt) <= 15_000,
  );
  const abandoned = within.filter(({ outcome }) => outcome === 'abandoned');
  return {
    calls: answered.length + abandoned.length,
    callsAnswered: answered.length,
    callsSoon: soon.length,
    callsAbandoned: abandoned.length,
    callsRefused: within.filter(({ outcome }) => outcome === 'refused').length,
  };
}

function countByHand(orders: readonly Order[], figure: FigureId): number {
  return orders
    .flatMap((order) => byHand(order)[figure])
    .filter((at) => dayOf(at) >= PERIOD.from && dayOf(at) <= PERIOD.to).length;
}

const READER = reader();

describe('a month counted by hand from the orders', () => {
  let db: Database;
  let service: Service;
  let orders: Order[];
  beforeAll(async () => {
    db = await memoryDatabase();
    service = { ...(await testService(db, testClock(NOW).nowMs)), demo: true };
    await seedDemo(service, 500);
    orders = (await db.read<{ data: unknown }>('SELECT data FROM orders')).map(({ data }) => orderSchema.parse(data));
  }, 120_000);
  afterAll(() => db.close());

  it('T16, T19, H17: is what the screen says, figure by figure, and as many orders stand behind each', async () => {
    const { total } = await reportTable(service, READER, { ...PERIOD, by: 'unit' });
    for (const figure of figureIdSchema.options) {
      expect([figure, total[figure] ?? 0]).toEqual([figure, countByHand(orders, figure)]);
      const behind = new Set<string>();
      let after: Parameters<typeof reportRows>[2]['after'] = null;
      do {
        const page: Awaited<ReturnType<typeof reportRows>> = await reportRows(service, READER, {
          ...PERIOD,
          figure,
          by: 'unit',
          key: null,
          after,
        });
        for (const { orderId } of page.rows) behind.add(orderId);
        after = page.next;
      } while (after);
      const counting = orders.filter((order) => countByHand([order], figure) > 0);
      expect([figure, behind]).toEqual([figure, new Set(counting.map(({ id }) => id))]);
    }
  });

  it('J16, T19: is what a file says, rates included', async () => {
    const columns = [...columnIdSchema.options];
    const deskId = deskIdSchema.parse('00000000-0000-7000-8000-00000000d001');
    const wanted = {
      asked: { ...PERIOD, what: 'table' as const, by: 'day' as const, columns },
      format: 'csv' as const,
    };
    const calls = (await db.read<{ data: unknown }>('SELECT data FROM calls')).map(({ data }) =>
      callRecordSchema.parse(data),
    );
    expect(calls.length).toBeGreaterThan(0);
    const counts: Counts = {
      ...Object.fromEntries(figureIdSchema.options.map((id) => [id, countByHand(orders, id)])),
      ...callsByHand(calls),
    };
    for await (const part of await sheetOf(service, { actor: READER, deskId }, wanted)) {
      if (part.kind !== 'lines') continue;
      expect(part.lines[0]).toEqual(['合计', ...columns.map((id) => valueOf(id, counts))]);
      for (const id of rateIdSchema.options) {
        const { of, per } = RATES[id];
        const whole = counts[per] ?? 0;
        expect(part.lines[0]?.[columns.indexOf(id) + 1]).toBe(whole === 0 ? null : (counts[of] ?? 0) / whole);
      }
    }
  });
});

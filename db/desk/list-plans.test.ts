import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERY_ORDER, type OrderFilter } from '../../shared/contract/desk.ts';
import { unitIdSchema } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { queueSchema, type Queue } from '../../shared/domain/queues.ts';
import { instant } from '../../shared/instant.ts';
import { OPERATOR, orderNumber, scratch, type Scratch } from './desk-for-tests.ts';
import { ARTICLE_DRAFT_LISTS } from './outbox/article-drafts.ts';
import { ATTACHMENT_LISTS } from './outbox/attachments.ts';
import { COMMAND_LISTS } from './outbox/commands.ts';
import { DRAFT_LISTS } from './outbox/drafts.ts';
import { HANDED_LISTS } from './outbox/handed-drafts.ts';
import { READ_NOTICE_LISTS } from './outbox/read-notices.ts';
import { SHELF_LISTS } from './outbox/shelf.ts';
import { WRITING_LISTS } from './outbox/writings.ts';
import { boardQuery } from './replica/board.ts';
import { callerCount, callerQuery, idsQuery } from './replica/callers.ts';
import { listQuery, type Found, type ListQuery } from './replica/list-query.ts';
import { NEXT_TURNS } from './replica/next-turn.ts';
import { NOTICE_SETS, noticeQuery } from './replica/notices.ts';
import { ORDER_SETS, putOrder } from './replica/orders.ts';
import { queueCount } from './replica/queue-counts.ts';
import { ARTICLE_FILE_LISTS } from './replica/article-files.ts';
import { ARTICLE_LISTS } from './replica/articles.ts';
import { REFERENCE_LISTS } from './replica/reference.ts';
import { scopeOf, type OrderScope } from './replica/scope.ts';
import { WAITING_SETS } from './replica/waiting.ts';
import type { Params, WritableDb } from './sqlite.ts';

const NOW = Date.parse('2026-11-20T04:00:00.000Z');
const UNIT: Actor = { ...OPERATOR, grants: { ...OPERATOR.grants, units: [unitIdSchema.parse('u-even')] } };

let files: Scratch;
let outbox: WritableDb;
let replica: WritableDb;

beforeAll(() => {
  files = scratch();
  outbox = files.outbox();
  replica = files.replica();
  for (let n = 1; n <= 20; n += 1) {
    const record = { order: orderNumber(n), history: [] };
    putOrder(replica, { server: record, effective: record, pending: false }, 1, null);
  }
});

afterAll(() => {
  outbox.close();
  replica.close();
  files.remove();
});

function plan(db: WritableDb, sql: string, params?: Params): string[] {
  const given = params ?? Array.from(sql.matchAll(/\?/g), () => 1);
  return db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, given).map((row) => row.detail);
}

function scopeFor(actor: Actor, queue: Queue | null = null): OrderScope {
  const scope = scopeOf(actor, [], queue);
  if (!scope) throw new Error('they may see orders');
  return scope;
}

function queryFor(filter: OrderFilter, actor: Actor, found: Found | null): ListQuery {
  return listQuery({ filter, actor, scope: scopeFor(actor, filter.queue), nowMs: NOW, found });
}

/** A step that reads a table from end to end. */
const READS_ALL = /^SCAN (?!page\b|json_each\b|CONSTANT ROW\b)(?!.*\bUSING\b)(?!.*VIRTUAL TABLE INDEX)/;

describe('every list query of the outbox', () => {
  it.each([
    ...COMMAND_LISTS,
    ...DRAFT_LISTS,
    ...HANDED_LISTS,
    ...ATTACHMENT_LISTS,
    ...READ_NOTICE_LISTS,
    ...WRITING_LISTS,
    ...ARTICLE_DRAFT_LISTS,
    ...SHELF_LISTS,
  ])('goes by an index: %s', (sql) => {
    const steps = plan(outbox, sql);
    expect(steps.filter((step) => READS_ALL.test(step))).toEqual([]);
    expect(steps.some((step) => /USING (COVERING )?(INDEX|INTEGER PRIMARY KEY)/.test(step))).toBe(true);
  });
});

describe('every set and look-up of the replica', () => {
  it.each([
    ...ORDER_SETS,
    ...REFERENCE_LISTS,
    ...ARTICLE_LISTS,
    ...ARTICLE_FILE_LISTS,
    ...WAITING_SETS,
    ...NOTICE_SETS,
    ...NEXT_TURNS,
  ])('goes by an index: %s', (sql) => {
    expect(plan(replica, sql).filter((step) => READS_ALL.test(step))).toEqual([]);
  });

  it('goes by time through the notices', () => {
    for (const actor of [OPERATOR, UNIT]) {
      const { sql, params } = noticeQuery(actor);
      const steps = plan(replica, sql, params);
      expect(steps).toContain('SCAN notices USING INDEX notices_by_time');
      expect(steps.filter((step) => READS_ALL.test(step))).toEqual([]);
    }
  });

  it('goes by the caller where a caller is looked up', () => {
    const { conditions } = scopeFor(OPERATOR);
    const page = plan(replica, callerQuery(conditions), { phone: '1', limit: 1 });
    expect(page).toEqual(['SEARCH o USING INDEX orders_by_phone (caller_phone=?)']);
    const count = plan(replica, callerCount(conditions), { phone: '1', since: '2' });
    expect(count).toEqual(['SEARCH orders USING INDEX orders_by_phone (caller_phone=? AND created_at>?)']);
  });

  it('goes by the id where orders are wanted by theirs', () => {
    for (const actor of [OPERATOR, UNIT]) {
      const { conditions, params } = scopeFor(actor);
      const [wanted, found] = plan(replica, idsQuery(conditions), { ...params, ids: '["1"]' });
      expect(wanted).toMatch(/^SCAN wanted/u);
      expect(found).toMatch(/^SEARCH o USING INDEX sqlite_autoindex_orders_1 \(id=\?\)/u);
    }
  });
});

const FILTERS: readonly (readonly [index: string, filter: Partial<OrderFilter>])[] = [
  ['orders_by_created', {}],
  ['orders_by_created', { sort: 'oldest' }],
  ['orders_by_created', { states: ['handling'], modes: ['forward'], categories: ['help', 'complaint'] }],
  ['orders_by_created', { from: instant(0), to: instant(NOW) }],
  ['orders_by_created', { text: '路灯' }],
  ['orders_by_creator', { mine: true, states: ['handling'] }],
  ['orders_by_creator', { mine: true, unitId: unitIdSchema.parse('u-even') }],
  ['orders_by_unit', { unitId: unitIdSchema.parse('u-even'), text: '长江路' }],
  ['orders_by_due', { due: 'overdue' }],
  ['orders_by_due', { due: 'soon', mine: true }],
  ['orders_by_due', { sort: 'due', states: ['handling'] }],
  ['orders_pending', { pendingOnly: true }],
];

describe('every order list', () => {
  it.each(FILTERS)('is led by %s: %j', (index, more) => {
    const filter: OrderFilter = { ...EVERY_ORDER, ...more };
    const query = queryFor(filter, OPERATOR, filter.text === '' ? null : 'many');
    for (const [sql, params] of [
      [query.page, { ...query.params, limit: 50, offset: 0 }],
      [query.pageFromEnd, { ...query.params, limit: 50, offset: 0 }],
      [query.count, query.params],
    ] as const) {
      const steps = plan(replica, sql, params);
      expect(steps.filter((step) => READS_ALL.test(step))).toEqual([]);
      const bare = sql === query.count && Object.keys(more).every((key) => key === 'sort') && more.sort !== 'due';
      const lead = bare ? 'orders_by_secret' : index;
      const covering = lead === 'orders_pending' ? `USING INDEX ${lead}` : `USING COVERING INDEX ${lead}`;
      expect(steps.some((step) => step.includes(covering))).toBe(true);
    }
  });

  it('looks up what a text was found in where that is little', () => {
    const filter: OrderFilter = { ...EVERY_ORDER, text: '路灯', states: ['handling'] };
    const query = queryFor(filter, OPERATOR, [1, 2, 3]);
    const steps = plan(replica, query.page, { ...query.params, limit: 50, offset: 0 });
    expect(steps).toContain('SEARCH orders USING INTEGER PRIMARY KEY (rowid=?)');
    expect(steps.filter((step) => READS_ALL.test(step))).toEqual([]);
  });
});

const IN_QUEUE: readonly (readonly [step: string, filter: Partial<OrderFilter>])[] = [
  ['SEARCH order_queues USING COVERING INDEX queues_by_created (queue=?)', {}],
  [
    'SEARCH order_queues USING COVERING INDEX queues_by_created (queue=?)',
    { sort: 'oldest', unitId: unitIdSchema.parse('u-even') },
  ],
  [
    'SEARCH order_queues USING COVERING INDEX queues_by_created (queue=? AND created_at>? AND created_at<?)',
    { from: instant(0), to: instant(NOW) },
  ],
  ['SEARCH order_queues USING COVERING INDEX queues_by_due (queue=? AND due_key<?)', { due: 'overdue' }],
  ['SEARCH order_queues USING COVERING INDEX queues_by_due (queue=? AND due_key>? AND due_key<?)', { due: 'soon' }],
  ['SEARCH order_queues USING COVERING INDEX queues_by_due (queue=?)', { sort: 'due' }],
];

describe('every queue', () => {
  const cases = queueSchema.options.flatMap((queue) => IN_QUEUE.map(([step, more]) => ({ queue, step, more })));

  it.each(cases)('$queue is read where it lies: $more', ({ queue, step, more }) => {
    for (const actor of [OPERATOR, UNIT]) {
      const query = queryFor({ ...EVERY_ORDER, ...more, queue }, actor, null);
      for (const [sql, params] of [
        [query.page, { ...query.params, limit: 50, offset: 0 }],
        [query.pageFromEnd, { ...query.params, limit: 50, offset: 0 }],
        [query.count, query.params],
      ] as const) {
        const steps = plan(replica, sql, params);
        expect(steps.filter((detail) => READS_ALL.test(detail))).toEqual([]);
        expect(steps.filter((detail) => detail.startsWith(step))).toHaveLength(1);
      }
    }
  });

  it.each(queueSchema.options)('%s is counted from one index', (queue) => {
    for (const actor of [OPERATOR, UNIT]) {
      const { conditions, params } = scopeFor(actor, queue);
      const steps = plan(replica, queueCount(conditions), { ...params, queue, now: '1', soon: '2' });
      expect(steps.filter((detail) => READS_ALL.test(detail))).toEqual([]);
      expect(steps).toContain('SEARCH order_queues USING COVERING INDEX queues_by_due (queue=?)');
    }
  });

  it('gives the board of units without looking at orders', () => {
    const { conditions, params } = scopeFor(OPERATOR);
    const steps = plan(replica, boardQuery(conditions), { ...params, now: '1', soon: '2' });
    expect(steps).toContain('SEARCH order_queues USING COVERING INDEX queues_by_due (queue=?)');
  });

  it('looks up in a queue what a text was found in where that is little', () => {
    const query = queryFor({ ...EVERY_ORDER, queue: 'toSign', text: '路灯' }, UNIT, [1, 2, 3]);
    const steps = plan(replica, query.page, { ...query.params, limit: 50, offset: 0 });
    expect(steps).toContain('SEARCH order_queues USING INDEX queues_of_order (rid=? AND queue=?)');
  });
});

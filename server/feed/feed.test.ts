import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountGrants, updateAccess } from '../../db/central/accounts.ts';
import type { Database } from '../../db/central/database.ts';
import { readHead, renewEpoch } from '../../db/central/feed.ts';
import { writeLog } from '../../db/central/log.ts';
import { readOrders, updateOrders } from '../../db/central/orders.ts';
import { orderIdSchema, unitIdSchema, type OrderId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { instant } from '../../shared/instant.ts';
import type { Change } from '../../shared/sync/feed.ts';
import { PULL_BATCH } from '../../shared/sync/protocol.ts';
import {
  addDesk,
  addPerson,
  answered,
  forwarded,
  memoryDatabase,
  testClock,
  testService,
  urged,
  type TestDesk,
} from '../../tests/support/central.ts';
import { actorOf } from '../access/grants.ts';
import { changesOf } from '../commands/decide.ts';
import type { Service } from '../service.ts';
import { pull } from './pull.ts';
import { snapshot } from './snapshot.ts';

const DAY_MS = 86_400_000;

describe('what a desk may see', () => {
  const clock = testClock();
  let db: Database;
  let service: Service;
  let desk: TestDesk;
  const grants: Record<'all' | 'one' | 'two' | 'cleared', Actor | null> = {
    all: null,
    one: null,
    two: null,
    cleared: null,
  };
  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, clock.nowMs);
    desk = await addDesk(service, await addPerson(service));
    grants.all = await grantsOf({});
    grants.one = await grantsOf({ unit: 'u-one', roles: ['handler'] });
    grants.two = await grantsOf({ unit: 'u-two', roles: ['handler'] });
    grants.cleared = await grantsOf({ secret: true });
  }, 60_000);
  afterAll(() => db.close());

  async function grantsOf(options: Parameters<typeof addPerson>[1]): Promise<Actor> {
    const { id } = await addPerson(service, options);
    return grantsNow(id);
  }
  async function grantsNow(id: TestDesk['person']['id']): Promise<Actor> {
    const [row] = await accountGrants(db, [id]);
    if (!row) throw new Error('no such account');
    return actorOf(row);
  }
  const of = (who: keyof typeof grants): Actor => {
    const found = grants[who];
    if (!found) throw new Error(`no grants for ${who}`);
    return found;
  };
  const position = async (who: keyof typeof grants) => {
    const { head, epoch } = await snapshot(db, of(who), 'centre', null, clock.nowMs());
    return { cursor: head, epoch };
  };
  const seen = (changes: readonly Change[]) =>
    changes.flatMap((change) => {
      if (change.op === 'drop') return [`drop ${change.id}`];
      return change.row.entity === 'notice' ? [] : [`put ${change.row.id}`];
    });
  const pulled = async (who: keyof typeof grants, from: { cursor: number; epoch: string }) => {
    const answer = await pull(db, of(who), from);
    if (answer.kind !== 'changes') throw new Error(`resync: ${answer.reason}`);
    return answer;
  };
  const take = async (body: ReturnType<typeof answered>): Promise<OrderId> => {
    const command = desk.say(body);
    await desk.push(command);
    return command.aggregateId;
  };
  /** An order changes hands, as dispatching will do it. */
  const move = async (id: OrderId, to: { unit?: string; sensitivity?: 'normal' | 'secret' }): Promise<void> => {
    const [record] = await readOrders(db, [id]);
    if (!record) throw new Error('no such order');
    const { order } = record;
    const moved = {
      ...order,
      number: order.number ?? '',
      version: order.version + 1,
      unitId: to.unit === undefined ? order.unitId : unitIdSchema.parse(to.unit),
      request: { ...order.request, sensitivity: to.sensitivity ?? order.request.sensitivity },
    };
    await db.transaction(async (tx) => {
      await updateOrders(tx, [moved]);
      await writeLog(tx, {
        at: instant(clock.nowMs()),
        changes: changesOf({ before: order, after: moved }),
      });
    });
  };

  it('a unit sees its own orders, the centre all of them, 保密 only those who are cleared', async () => {
    const from = {
      all: await position('all'),
      one: await position('one'),
      two: await position('two'),
      cleared: await position('cleared'),
    };
    const own = await take(forwarded('u-one'));
    const closed = await take(answered());
    const secret = await take(forwarded('u-one', { sensitivity: 'secret' }));
    expect(seen((await pulled('all', from.all)).changes)).toEqual([`put ${own}`, `put ${closed}`]);
    expect(seen((await pulled('one', from.one)).changes)).toEqual([`put ${own}`]);
    expect(seen((await pulled('two', from.two)).changes)).toEqual([]);
    expect(seen((await pulled('cleared', from.cleared)).changes)).toEqual([
      `put ${own}`,
      `put ${closed}`,
      `put ${secret}`,
    ]);
  });

  it('the cursor moves past what is not for the reader', async () => {
    const from = await position('two');
    await take(forwarded('u-one'));
    const answer = await pulled('two', from);
    expect(answer).toMatchObject({ changes: [], cursor: (await readHead(db)).seq, more: false });
  });

  it('several changes of one order come as one put of what it is now', async () => {
    const from = await position('all');
    const id = await take(forwarded('u-one'));
    await desk.push(desk.say(urged(id)), desk.say(urged(id)));
    const { changes } = await pulled('all', from);
    expect(seen(changes)).toEqual([`put ${id}`]);
    expect(changes.at(0)).toMatchObject({ row: { version: 3, data: { order: { urges: 2 } } } });
  });

  it('an order that moves drops at the old unit and is put at the new one', async () => {
    const id = await take(forwarded('u-one'));
    const from = { all: await position('all'), one: await position('one'), two: await position('two') };
    await move(id, { unit: 'u-two' });
    expect(seen((await pulled('one', from.one)).changes)).toEqual([`drop ${id}`]);
    expect(seen((await pulled('two', from.two)).changes)).toEqual([`put ${id}`]);
    expect(seen((await pulled('all', from.all)).changes)).toEqual([`put ${id}`]);
  });

  it('an order that becomes 保密 drops for those who are not cleared', async () => {
    const id = await take(forwarded('u-one'));
    const from = { all: await position('all'), cleared: await position('cleared') };
    await move(id, { sensitivity: 'secret' });
    expect(seen((await pulled('all', from.all)).changes)).toEqual([`drop ${id}`]);
    expect(seen((await pulled('cleared', from.cleared)).changes)).toEqual([`put ${id}`]);
  });

  it('a put is left out where the row has moved on since, and never shows what the reader may not see', async () => {
    const from = await position('one');
    const id = await take(forwarded('u-one'));
    await move(id, { unit: 'u-two' });
    const changes = seen((await pulled('one', from)).changes);
    expect(changes).toEqual([`drop ${id}`]);
  });

  it('a copy goes on only in the history and under the grants it was made in', async () => {
    const { cursor, epoch } = await position('all');
    const answer = async (who: keyof typeof grants, from: { cursor: number; epoch: string | null }) => {
      const result = await pull(db, of(who), from);
      return result.kind === 'resync' ? result.reason : result.kind;
    };
    expect(await answer('all', { cursor, epoch: null })).toBe('first');
    expect(await answer('all', { cursor, epoch })).toBe('changes');
    expect(await answer('one', { cursor, epoch })).toBe('grants');
    expect(await answer('all', { cursor: cursor + 1, epoch })).toBe('epoch');
    await renewEpoch(db, 'restored');
    expect(await answer('all', { cursor, epoch })).toBe('epoch');
  });

  it('grants that change while a desk is away are noticed at its next pull', async () => {
    const person = await addPerson(service);
    const before = await grantsNow(person.id);
    const { head, epoch } = await snapshot(db, before, 'centre', null, clock.nowMs());
    await updateAccess(db, person.id, { roles: ['handler'], unitId: unitIdSchema.parse('u-one'), secret: false });
    expect(await pull(db, await grantsNow(person.id), { cursor: head, epoch })).toEqual({
      kind: 'resync',
      reason: 'grants',
    });
  });

  it('a snapshot brings every open order and the closed ones of the retention time, each once (H19)', async () => {
    const open = await take(forwarded('u-two'));
    const closed = await take(answered());
    const ids = async (atMs: number): Promise<string[]> => {
      const found: string[] = [];
      let after: string | null = null;
      do {
        const page = await snapshot(db, of('all'), 'order', after, atMs);
        found.push(...page.rows.map(({ id }) => id));
        after = page.next;
      } while (after !== null);
      return found;
    };
    const now = await ids(clock.nowMs());
    expect(now).toEqual(expect.arrayContaining([open, closed]));
    expect(new Set(now).size).toBe(now.length);
    const later = await ids(clock.nowMs() + 91 * DAY_MS);
    expect(later).toContain(open);
    expect(later).not.toContain(closed);
  });

  it('a snapshot of many pages misses nothing, not even orders with one closing time', async () => {
    const commands = Array.from({ length: PULL_BATCH + 20 }, () => desk.say(answered()));
    for (let start = 0; start < commands.length; start += 100) await desk.push(...commands.slice(start, start + 100));
    const found = new Set<string>();
    let after: string | null = null;
    do {
      const page = await snapshot(db, of('all'), 'order', after, clock.nowMs());
      for (const { id } of page.rows) found.add(id);
      after = page.next;
    } while (after !== null);
    expect(commands.filter(({ aggregateId }) => !found.has(aggregateId))).toEqual([]);
    expect(orderIdSchema.safeParse([...found][0]).success).toBe(true);
  });

  it('reads a long feed in pages that join without gap or overlap', async () => {
    const from = await position('all');
    const commands = Array.from({ length: PULL_BATCH + 20 }, () => desk.say(answered()));
    for (let start = 0; start < commands.length; start += 100) await desk.push(...commands.slice(start, start + 100));
    const first = await pulled('all', from);
    expect(first).toMatchObject({ more: true });
    const second = await pulled('all', { cursor: first.cursor, epoch: from.epoch });
    expect(second).toMatchObject({ more: false, cursor: second.head });
    expect(seen([...first.changes, ...second.changes])).toEqual(
      commands.map(({ aggregateId }) => `put ${aggregateId}`),
    );
  });

  it('without order.view there are no orders at all', async () => {
    const editor = await grantsOf({ roles: ['knowledgeEditor'] });
    const page = await snapshot(db, editor, 'order', null, clock.nowMs());
    expect(page.rows).toEqual([]);
    expect(page.total).toBe(0);
  });
});

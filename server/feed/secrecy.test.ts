import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountGrants } from '../../db/central/accounts.ts';
import type { Database } from '../../db/central/database.ts';
import { unitIdSchema, type OrderId } from '../../shared/domain/ids.ts';
import type { Actor, RoleId } from '../../shared/domain/people.ts';
import { HIDDEN } from '../../shared/domain/visibility.ts';
import type { Change, Row } from '../../shared/sync/feed.ts';
import {
  addDesk,
  addPerson,
  forwarded,
  looked,
  memoryDatabase,
  outcomes,
  testClock,
  testService,
  urged,
  type CommandLike,
  type TestDesk,
} from '../../tests/support/central.ts';
import { actorOf } from '../access/grants.ts';
import type { Service } from '../service.ts';
import { fireTimers } from '../timers/fire.ts';
import { pull } from './pull.ts';
import { snapshot } from './snapshot.ts';

const YEAR_MS = 365 * 86_400_000;
const ENTITIES = ['order', 'notice', 'unit', 'subject', 'article', 'centre', 'catalogue'] as const;

/** One person with their desk. */
interface Seated {
  readonly desk: TestDesk;
  readonly actor: () => Promise<Actor>;
}

describe('who may know of an order, at every door of the centre', () => {
  const clock = testClock();
  let db: Database;
  let service: Service;
  let operator: Seated;
  let dispatcher: Seated;
  let one: Seated;
  let two: Seated;
  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, clock.nowMs);
    operator = await seat(['operator']);
    dispatcher = await seat(['dispatcher', 'overseer']);
    one = await seat(['handler'], 'u-one');
    two = await seat(['handler'], 'u-two');
  }, 60_000);
  afterAll(() => db.close());

  async function seat(roles: RoleId[], unit?: string, secret = false): Promise<Seated> {
    const person = await addPerson(service, { roles, secret, ...(unit === undefined ? {} : { unit }) });
    const actor = async (): Promise<Actor> => {
      const [row] = await accountGrants(db, [person.id]);
      if (!row) throw new Error('no such account');
      return actorOf(row);
    };
    return { desk: await addDesk(service, person), actor };
  }
  const say = async ({ desk }: Seated, body: CommandLike): Promise<{ id: OrderId; outcome: string | null }> => {
    const command = desk.say(body);
    const [outcome = null] = outcomes(await desk.push(command));
    return { id: command.aggregateId, outcome };
  };
  const about = (orderId: OrderId, type: string, payload: object): CommandLike => ({ type, orderId, payload });
  const position = async ({ actor }: Seated) => {
    const { head, epoch } = await snapshot(db, await actor(), 'centre', null, clock.nowMs());
    return { cursor: head, epoch };
  };
  const followed = async (who: Seated, from: { cursor: number; epoch: string }): Promise<Change[]> => {
    const answer = await pull(db, await who.actor(), from);
    if (answer.kind !== 'changes') throw new Error(answer.reason);
    return answer.changes;
  };
  /** Everything a fresh copy brings. */
  const copy = async (who: Seated): Promise<Row[]> => {
    const rows: Row[] = [];
    for (const entity of ENTITIES) {
      for (let after: string | null = null; ;) {
        const page = await snapshot(db, await who.actor(), entity, after, clock.nowMs());
        rows.push(...page.rows);
        after = page.next;
        if (after === null) break;
      }
    }
    return rows;
  };
  const ofOrder = (rows: readonly Row[], id: OrderId): Row | undefined => rows.find((row) => row.id === id);

  it('J5, T17, T18: the unit complained of handles the order and never learns who complained', async () => {
    const from = await position(one);
    const { id } = await say(operator, forwarded('u-one', { category: 'complaint', accusedUnit: 'u-one' }));
    await say(operator, about(id, 'order.supplement', { text: '王某再次来电，电话 19900001234', call: null }));
    await say(operator, urged(id));
    clock.advance(YEAR_MS);
    await fireTimers(service);
    clock.advance(-YEAR_MS);
    const changes = await followed(one, from);
    const rows = await copy(one);
    expect(ofOrder(rows, id)).toMatchObject({
      data: { order: { request: { caller: { name: HIDDEN, phone: HIDDEN } } } },
    });
    expect(rows.some((row) => row.entity === 'notice' && row.data.orderId === id)).toBe(true);
    for (const told of [JSON.stringify(changes), JSON.stringify(rows)]) {
      expect(told).toContain(id);
      expect(told).not.toMatch(/王某|19900001234/u);
    }
  });

  it('T17: another unit’s people get nothing of it, and what they say about it is not there for them', async () => {
    const from = await position(two);
    const { id, outcome } = await say(operator, forwarded('u-one'));
    expect(await followed(two, from)).toEqual([]);
    expect(JSON.stringify(await copy(two))).not.toContain(id);
    expect((await say(two, about(id, 'order.sign', {}))).outcome).toBe('ORDER_NOT_FOUND');
    // A look is recorded even so, and its receipt tells neither number nor version.
    const look = two.desk.say(looked(id));
    const answer = await two.desk.push(look);
    expect(outcome).toMatch(/^HB/u);
    expect('receipts' in answer && answer.receipts[0]?.outcome).toEqual({ kind: 'accepted', version: 0, number: null });
  });

  it('J5: whoever is recused loses the order at once, on whichever desk, and can do nothing about it', async () => {
    const colleague = await seat(['dispatcher']);
    const { id } = await say(operator, forwarded('u-one'));
    const shared = await position(colleague);
    const accountId = colleague.desk.person.id;
    await say(dispatcher, about(id, 'order.recuse', { accountId, reason: '亲属' }));
    // The copy on this desk may be anybody's with the same grants: it is not this person's any more.
    expect(await pull(db, await colleague.actor(), shared)).toEqual({ kind: 'resync', reason: 'grants' });
    expect(await pull(db, await dispatcher.actor(), await position(dispatcher))).toMatchObject({ kind: 'changes' });
    expect(JSON.stringify(await copy(colleague))).not.toContain(id);
    expect((await say(colleague, about(id, 'order.print', { formId: 'hb-urge', copies: 1 }))).outcome).toBe(
      'ORDER_NOT_FOUND',
    );
    expect(ofOrder(await copy(dispatcher), id)).toBeDefined();
    const { head, total } = await snapshot(db, await colleague.actor(), 'order', null, clock.nowMs());
    const all = await snapshot(db, await dispatcher.actor(), 'order', null, clock.nowMs());
    expect(head).toBe(all.head);
    expect(total).toBeLessThan(all.total);
  });

  it('J5: nobody hears a notice of an order they are recused from', async () => {
    const { id } = await say(operator, forwarded('u-one'));
    const from = await position(dispatcher);
    await say(one, about(id, 'order.requestReturn', { reason: '不属本单位', basis: '职责清单' }));
    const heard = (rows: readonly (Row | undefined)[]) =>
      rows.filter((row) => row?.entity === 'notice' && row.data.orderId === id).length;
    expect(
      heard((await followed(dispatcher, from)).map((change) => (change.op === 'put' ? change.row : undefined))),
    ).toBe(1);
    const other = await seat(['overseer']);
    await say(other, about(id, 'order.recuse', { accountId: dispatcher.desk.person.id, reason: '亲属' }));
    expect(heard(await copy(dispatcher))).toBe(0);
    expect(heard(await copy(other))).toBe(1);
  });

  it('a unit that lost the order drops it, and one that assists has it until it does so no more (T11)', async () => {
    const { id } = await say(operator, forwarded('u-one'));
    const [fromOne, fromTwo] = [await position(one), await position(two)];
    const named = { unitId: unitIdSchema.parse('u-one'), assistants: [{ unitId: 'u-two', task: '配合' }], note: '' };
    await say(dispatcher, about(id, 'order.nameLead', named));
    expect((await followed(two, fromTwo)).map(({ op }) => op)).toContain('put');
    expect(ofOrder(await copy(two), id)).toBeDefined();
    await say(dispatcher, about(id, 'order.nameLead', { ...named, assistants: [] }));
    expect(ofOrder(await copy(two), id)).toBeUndefined();
    expect((await followed(two, fromTwo)).filter((change) => change.op === 'drop')).toMatchObject([{ id }]);
    await say(one, about(id, 'order.requestReturn', { reason: '不属本单位', basis: '职责清单' }));
    await say(dispatcher, about(id, 'order.decideReturn', { agreed: true, reason: '属实' }));
    expect(ofOrder(await copy(one), id)).toBeUndefined();
    expect((await followed(one, fromOne)).filter((change) => change.op === 'drop')).toMatchObject([{ id }]);
    expect((await say(one, about(id, 'order.sign', {}))).outcome).toBe('ORDER_NOT_FOUND');
  });

  it('Z7, H19: an order made 保密 leaves everybody who is not cleared, with the notices of it that follow', async () => {
    const cleared = await seat(['handler'], 'u-one', true);
    const { id } = await say(operator, forwarded('u-one'));
    const from = await position(one);
    await say(dispatcher, about(id, 'order.markSecret', { secret: true, reason: '诉求人要求' }));
    await say(operator, urged(id));
    const changes = await followed(one, from);
    expect(changes).toMatchObject([{ op: 'drop', id }]);
    expect(ofOrder(await copy(one), id)).toBeUndefined();
    expect(ofOrder(await copy(cleared), id)).toBeDefined();
    const urges = (await copy(one)).filter((row) => row.entity === 'notice' && row.data.kind === 'urged');
    expect(urges.filter((row) => row.entity === 'notice' && row.data.orderId === id)).toEqual([]);
  });

  it('T17: a command that names an order its writer may not see is answered as if there were none', async () => {
    const secret = await say(operator, forwarded('u-one', { sensitivity: 'secret' }));
    const mine = await say(operator, forwarded('u-one'));
    const plain = await seat(['dispatcher']);
    await say(dispatcher, about(secret.id, 'order.recuse', { accountId: plain.desk.person.id, reason: '亲属' }));
    const merged = about(mine.id, 'order.merge', { into: secret.id, reason: '重复' });
    expect((await say(plain, merged)).outcome).toBe('MERGE_TARGET');
  });
});

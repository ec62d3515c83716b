import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renewDesk } from '../../db/central/desks.ts';
import { setDisabled, updateAccess } from '../../db/central/accounts.ts';
import { verifyAudit } from '../../db/central/audit.ts';
import type { Database } from '../../db/central/database.ts';
import { readHead } from '../../db/central/feed.ts';
import { readOrders } from '../../db/central/orders.ts';
import { instant } from '../../shared/instant.ts';
import type { Envelope } from '../../shared/sync/envelope.ts';
import {
  addDesk,
  addPerson,
  answered,
  forwarded,
  looked,
  memoryDatabase,
  outcomes,
  testClock,
  testService,
  urged,
  type TestDesk,
} from '../../tests/support/central.ts';
import { tokenHash } from '../access/tokens.ts';
import type { Service } from '../service.ts';
import { deliver, type Answer } from './deliver.ts';

describe('taking commands', () => {
  const clock = testClock();
  let db: Database;
  let service: Service;
  let desk: TestDesk;
  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, clock.nowMs);
  }, 60_000);
  afterAll(() => db.close());
  beforeEach(async () => {
    desk = await addDesk(service, await addPerson(service));
  });

  const lastNumber = async (): Promise<number> => {
    const rows = await db.read<{ value: number }>(`SELECT value FROM counters WHERE name = 'order HB2611'`);
    return rows.at(0)?.value ?? 0;
  };
  const number = (count: number): string => `HB2611-${String(count).padStart(6, '0')}`;
  const receiptsOf = (answer: Answer) => ('failure' in answer ? [] : answer.receipts);

  it('gives an order its official number, its version, and a place in the feed', async () => {
    const before = (await readHead(db)).seq;
    const command = desk.say(answered());
    const [receipt] = receiptsOf(await desk.push(command));
    const [record] = await readOrders(db, [command.aggregateId]);
    expect(receipt).toMatchObject({ commandId: command.commandId, deskSeq: 1, serverSeq: before + 1 });
    expect(receipt?.outcome).toEqual({ kind: 'accepted', version: 1, number: record?.order.number });
    expect(record?.order).toMatchObject({ version: 1, state: 'closed', createdBy: { accountId: desk.person.id } });
    expect(record?.history.map(({ kind }) => kind)).toEqual(['received', 'answeredImmediately']);
  });

  it('does a command once however often it is delivered, and gives the same receipt', async () => {
    const command = desk.say(answered());
    const first = outcomes(await desk.push(command));
    const head = (await readHead(db)).seq;
    expect(outcomes(await desk.push(command))).toEqual(first);
    expect(outcomes(await desk.push(command, command))).toEqual([...first, ...first]);
    expect((await readHead(db)).seq).toBe(head);
  });

  it('stops at a gap and names the number it expects', async () => {
    const commands = [desk.say(answered()), desk.say({ ...answered(), deskSeq: 3 })];
    const answer = await desk.push(...commands);
    expect(answer).toMatchObject({ expected: 2 });
    expect(receiptsOf(answer)).toHaveLength(1);
  });

  it('stores a refusal as an outcome, uses no number for it, and goes on with the queue', async () => {
    const before = await lastNumber();
    const commands = [
      desk.say(answered()),
      desk.say(forwarded('u-closed')),
      desk.say(forwarded('u-nowhere')),
      desk.say(urged(randomUUID())),
      desk.say(answered()),
    ];
    const expected = [number(before + 1), 'UNIT_CLOSED', 'UNIT_NOT_FOUND', 'ORDER_NOT_FOUND', number(before + 2)];
    expect(outcomes(await desk.push(...commands))).toEqual(expected);
    expect(outcomes(await desk.push(...commands))).toEqual(expected);
  });

  it('refuses what it does not know and what it cannot read, and drops neither', async () => {
    const commands = [
      desk.say({ type: 'order.teleport', payload: {} }),
      desk.say({ type: 'order.urge', payload: { reason: '' } }),
      desk.say(answered()),
    ];
    const [unknown, invalid, fine] = outcomes(await desk.push(...commands));
    expect([unknown, invalid]).toEqual(['COMMAND_TYPE_UNKNOWN', 'INVALID_INPUT']);
    expect(fine).toMatch(/^HB2611-/);
  });

  it('lets commands on one order follow each other in one push', async () => {
    const taken = desk.say(forwarded('u-one'));
    const push = await desk.push(taken, desk.say(urged(taken.aggregateId)), desk.say(urged(taken.aggregateId)));
    expect(receiptsOf(push).map(({ outcome }) => outcome)).toMatchObject([
      { version: 1 },
      { version: 2 },
      { version: 3 },
    ]);
    const [record] = await readOrders(db, [taken.aggregateId]);
    expect(record?.order).toMatchObject({ version: 3, urges: 2 });
    expect(record?.history.map(({ kind }) => kind)).toEqual(['received', 'forwarded', 'urged', 'urged']);
  });

  it('asks what the writer may do now, not when the desk wrote', async () => {
    const commands = [desk.say(answered()), desk.say(answered()), desk.say(answered())];
    const [first, second, third] = commands as [Envelope, Envelope, Envelope];
    expect(outcomes(await desk.push(first))).toEqual([expect.stringMatching(/^HB/)]);
    await updateAccess(db, desk.person.id, { roles: ['knowledgeEditor'], unitId: null, secret: false });
    expect(outcomes(await desk.push(second))).toEqual(['NOT_PERMITTED']);
    await setDisabled(db, desk.person.id, true);
    expect(outcomes(await desk.push(third))).toEqual(['ACCOUNT_DISABLED']);
  });

  it('takes nobody’s word for somebody who has never been at that desk', async () => {
    const stranger = await addPerson(service);
    expect(outcomes(await desk.push(desk.say({ ...answered(), actor: stranger.id })))).toEqual(['NOT_PERMITTED']);
  });

  it('lets nobody add to an order out of their sight, except the one who took it', async () => {
    const secret = desk.say(forwarded('u-one', { sensitivity: 'secret' }));
    await desk.push(secret);
    const other = await addDesk(service, await addPerson(service));
    expect(outcomes(await other.push(other.say(urged(secret.aggregateId))))).toEqual(['ORDER_NOT_FOUND']);
    expect(outcomes(await desk.push(desk.say(urged(secret.aggregateId))))).toEqual([expect.stringMatching(/^HB/)]);
  });

  it('records a look at personal data in the audit log and nowhere else (T2, J5)', async () => {
    const taken = desk.say(answered());
    await desk.push(taken, desk.say(looked(taken.aggregateId)));
    const rows = await db.read<{ action: string; detail: object }>(
      'SELECT action, detail FROM audit WHERE subject = $1 ORDER BY id',
      [taken.aggregateId],
    );
    expect(rows.at(-1)).toMatchObject({
      action: 'command.personal.look',
      detail: { field: 'phone', where: '工单详情' },
    });
    expect((await readOrders(db, [taken.aggregateId])).at(0)?.order.version).toBe(1);
    expect(await verifyAudit(db, await readHead(db))).toMatchObject({ ok: true });
  });

  it('refuses alone the one command that cannot be stored; its neighbours at every desk are none the worse', async () => {
    const others = await Promise.all([1, 2, 3].map(async () => addDesk(service, await addPerson(service))));
    // Half a character: PostgreSQL cannot keep it in a document, and nothing before the database minds.
    const poison = () => desk.say(answered({ content: '半个字\ud842' }));
    const deliveries = [
      [desk, [desk.say(answered()), poison(), desk.say(answered())]] as const,
      ...others.map((other) => [other, [other.say(answered()), other.say(answered())]] as const),
    ].map(([from, commands]) => ({
      credential: { deskId: from.id, token: 'desk-token' },
      deskId: from.id,
      deskEpoch: 1,
      commands,
    }));
    const before = await lastNumber();
    const answers = (await deliver(service, deliveries)).map(outcomes);
    expect(answers[0]).toEqual([expect.stringMatching(/^HB/), 'UNEXPECTED', expect.stringMatching(/^HB/)]);
    const numbers = answers.flat().filter((outcome) => outcome?.startsWith('HB'));
    const expected = Array.from({ length: 8 }, (_, index) => number(before + 1 + index));
    expect(new Set(numbers)).toEqual(new Set(expected));
    expect(numbers).toHaveLength(expected.length);
    expect((await deliver(service, deliveries)).map(outcomes)).toEqual(answers);
  });

  it('knows a desk by its token and its epoch only', async () => {
    const command = desk.say(answered());
    const from = (token: string, deskEpoch: number) =>
      deliver(service, [{ credential: { deskId: desk.id, token }, deskId: desk.id, deskEpoch, commands: [command] }]);
    expect(outcomes((await from('stolen', 1))[0] ?? { receipts: [], expected: null })).toEqual(['DESK_UNKNOWN']);
    expect(outcomes((await from('desk-token', 2))[0] ?? { receipts: [], expected: null })).toEqual(['DESK_UNKNOWN']);
  });

  it('does again nothing of what a salvaged outbox sends under a new epoch', async () => {
    const command = desk.say(answered());
    const first = outcomes(await desk.push(command));
    await renewDesk(
      db,
      { id: desk.id, name: '', tokenHash: tokenHash('desk-token'), fresh: true },
      instant(clock.nowMs()),
    );
    const push = (commands: Envelope[]) =>
      deliver(service, [
        { credential: { deskId: desk.id, token: 'desk-token' }, deskId: desk.id, deskEpoch: 2, commands },
      ]);
    const [again] = await push([command, { ...desk.say(answered()), deskSeq: 2 }]);
    expect(outcomes(again ?? { receipts: [], expected: null })).toEqual([...first, expect.stringMatching(/^HB/)]);
  });

  it('tells a desk whose outbox is an older copy to enrol afresh, and loses nothing', async () => {
    await desk.push(desk.say(answered()), desk.say(answered()));
    const fromOlderCopy = desk.say({ ...answered(), deskSeq: 2 });
    expect(outcomes(await desk.push(fromOlderCopy))).toEqual(['DESK_UNKNOWN']);
    expect(await readOrders(db, [fromOlderCopy.aggregateId])).toEqual([]);
  });
});

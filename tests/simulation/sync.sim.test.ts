import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accountGrants } from '../../db/central/accounts.ts';
import { verifyAudit } from '../../db/central/audit.ts';
import { readHead } from '../../db/central/feed.ts';
import { actorOf } from '../../server/access/grants.ts';
import { snapshot } from '../../server/feed/snapshot.ts';
import { fixtureRequest } from '../../shared/domain/fixtures.ts';
import type { CommandBody } from '../../shared/domain/command.ts';
import { orderIdSchema, uuidV7, type CommandId, type OrderId } from '../../shared/domain/ids.ts';
import type { OrderRecord } from '../../shared/sync/feed.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';
import { startSimCentre, UNITS, type SimCentre } from './centre.ts';
import { startSimDesk, type SimDesk } from './desk.ts';
import { stepsArbitrary, type Step, type Words } from './steps.ts';

// Many desks and two centre processes on a real PostgreSQL, with everything that goes wrong on the way: lost requests,
// lost answers, doubled and late deliveries, crashes on both sides, skewed clocks, changing grants, lost replicas, a
// centre restored from a backup. HOTLINE_SIM_RUNS sets the number of runs. Each time other days come; the seed that was
// drawn is printed, and HOTLINE_SIM_SEED gives the same ones again.

const RUNS = Number(process.env['HOTLINE_SIM_RUNS'] ?? 500);
const SEED = Number(process.env['HOTLINE_SIM_SEED'] ?? Math.trunc(Math.random() * 2 ** 31));
const START = Date.parse('2026-11-20T01:00:00.000Z');
const DESKS = 3;

let nowMs = START;
let database: TestDatabase;
let centre: SimCentre;

beforeAll(async () => {
  database = await freshDatabase();
  centre = await startSimCentre(database.url, () => nowMs);
});

afterAll(async () => {
  await centre?.stop();
  await database?.drop();
});

/** What a run has been promised: a command that the outbox has acknowledged. */
interface Promised {
  readonly desk: number;
  readonly commandId: CommandId;
  /** The order it began; null where it said something about one. */
  readonly began: OrderId | null;
}

it(`keeps its promises through ${RUNS} days of trouble (seed ${SEED})`, { timeout: 20 * 60_000 }, async () => {
  console.log(`simulation: ${RUNS} runs, HOTLINE_SIM_SEED=${SEED}`);
  await fc.assert(fc.asyncProperty(stepsArbitrary(DESKS, 'usual'), runDay), { numRuns: RUNS, seed: SEED });
  const head = await readHead(centre.db);
  expect(await verifyAudit(centre.db, head)).toMatchObject({ ok: true });
});

it('gives a centre that was set back to a backup what it has forgotten', { timeout: 20 * 60_000 }, async () => {
  const numRuns = Math.ceil(RUNS / 10);
  const days = fc.assert(fc.asyncProperty(stepsArbitrary(DESKS, 'restores'), runDay), { numRuns, seed: SEED });
  await expect(days).resolves.toBeUndefined();
});

async function runDay(steps: readonly Step[]): Promise<void> {
  nowMs = START;
  await centre.clear();
  const desks: SimDesk[] = [];
  try {
    for (const account of centre.accounts) desks.push(await startSimDesk(centre, account, () => nowMs));
    for (const desk of desks) await desk.pull();
    const promised: Promised[] = [];
    const orders: OrderId[] = [];
    for (const step of steps) {
      await take(step, desks, promised, orders);
      for (const desk of desks)
        inSight(
          desk,
          promised.filter((each) => desks[each.desk] === desk),
        );
    }
    await quiet(desks);
    await check(desks, promised);
  } finally {
    for (const desk of desks) desk.close();
  }
}

async function take(step: Step, desks: readonly SimDesk[], promised: Promised[], orders: OrderId[]): Promise<void> {
  const desk = desks[step.desk];
  if (!desk) throw new Error('no such desk');
  nowMs += 1000;
  switch (step.kind) {
    case 'say': {
      const isNew = step.words !== 'urge' && step.words !== 'supplement' && step.words !== 'look';
      const known = orders.at(step.which % Math.max(1, orders.length));
      const orderId = isNew || !known ? newOrderId() : known;
      const commandId = desk.submit(orderId, wordsOf(step.words, desk.provisionalNumber()));
      if (!commandId) return;
      if (isNew) orders.push(orderId);
      promised.push({ desk: step.desk, commandId, began: isNew ? orderId : null });
      return;
    }
    case 'push':
      desk.channel.next(step.fault, step.node);
      centre.nodes[step.node].arm(step.crash);
      await desk.push();
      centre.nodes[step.node].arm(null);
      return;
    case 'pull':
      desk.channel.next(step.fault, step.node);
      return desk.pull();
    case 'together':
      await Promise.all(desks.map((each) => each.push()));
      await Promise.all(desks.map((each) => each.pull()));
      return;
    case 'late':
      return desk.channel.deliverLate();
    case 'crash':
      return desk.crash();
    case 'loseReplica':
      return desk.loseReplica();
    case 'clock':
      return desk.setSkew(step.ms);
    case 'wait':
      nowMs += step.ms;
      return;
    case 'access': {
      const account = centre.accounts[step.desk];
      if (account) await centre.setAccess(account, step.access);
      return;
    }
    case 'unit':
      return centre.setUnitOpen(step.open);
    case 'backUp':
      return centre.backUp();
    case 'restore':
      return centre.restore();
  }
}

/**
 * An order that this desk has saved stays in its list until the feed has had its say about it; also where the centre was
 * set back to a time before it, and has not been told again.
 */
function inSight(desk: SimDesk, promised: readonly Promised[]): void {
  const { orders, cursor } = desk.sight();
  for (const { commandId, began } of promised) {
    if (!began) continue;
    const stored = desk.command(commandId);
    if (!stored || stored.state === 'refused') continue;
    if (stored.receipt && !stored.again && stored.receipt.serverSeq <= cursor) continue;
    expect(orders.has(began), `order ${began}, saved and not fed back yet, is in sight`).toBe(true);
  }
}

/** The trouble is over: everything that is on the way arrives, and everybody catches up. */
async function quiet(desks: readonly SimDesk[]): Promise<void> {
  for (const desk of desks) await desk.channel.deliverLate();
  // A copy that begins anew asks the centre what it lacks, which is then said again, and fed back.
  for (let round = 0; round < 4; round += 1) {
    for (const desk of desks) {
      desk.channel.next('none', 0);
      await desk.push();
    }
    for (const desk of desks) await desk.pull();
  }
}

async function check(desks: readonly SimDesk[], promised: readonly Promised[]): Promise<void> {
  const receipts = await centre.db.read<{ id: string; kind: string }>(
    `SELECT command_id AS id, outcome->>'kind' AS kind FROM receipts`,
  );
  const outcomes = new Map(receipts.map(({ id, kind }) => [id, kind]));

  // Nothing acknowledged is lost: each command has its one receipt, and the desk knows it.
  for (const { desk, commandId } of promised) {
    const stored = desks[desk]?.command(commandId);
    expect(outcomes.get(commandId), 'a promised command reached the centre').toBeDefined();
    expect(stored?.state, 'the desk knows what came of it').toBe(outcomes.get(commandId));
  }
  // Nothing was made up either.
  expect(receipts.length).toBe(promised.length);
  for (const desk of desks) expect(desk.unsent()).toBe(0);

  // Official numbers: unique by the database's own index, and without holes.
  const [numbers] = await centre.db.read<{ rows: number; last: number }>(
    `SELECT count(*) AS rows, coalesce(max(right(number, 6)::int), 0) AS last FROM orders`,
  );
  expect(numbers?.last).toBe(numbers?.rows);

  for (const [index, desk] of desks.entries()) expect(shown(desk)).toEqual(await visible(index));
}

/** What a desk holds, as text, so that a difference shows. */
function shown(desk: SimDesk): string[] {
  return desk.replica().map(({ id, server, effective, pending }) => {
    expect(pending, `order ${id} still has something pending`).toBe(false);
    expect(effective).toEqual(server);
    return line(effective);
  });
}

/** What the desk's account may see at the centre. */
async function visible(index: number): Promise<string[]> {
  const account = centre.accounts[index];
  const [row] = account ? await accountGrants(centre.db, [account]) : [];
  if (!row) throw new Error('no such account');
  const lines: string[] = [];
  let after: string | null = null;
  do {
    const page = await snapshot(centre.db, actorOf(row), 'order', after, nowMs);
    for (const { entity, data } of page.rows) if (entity === 'order') lines.push(line(data));
    after = page.next;
  } while (after !== null);
  return lines.toSorted();
}

function line({ order, history }: OrderRecord): string {
  return `${order.id} v${order.version} ${order.number ?? '-'} ${order.state} ${order.unitId ?? '-'} urges ${order.urges} lines ${history.length}`;
}

let orderCount = 0;
function newOrderId(): OrderId {
  orderCount += 1;
  const random = new Uint8Array(10);
  new DataView(random.buffer).setUint32(6, orderCount);
  return orderIdSchema.parse(uuidV7(nowMs, random));
}

function wordsOf(words: Words, provisionalNumber: string): CommandBody {
  const taken = { call: null, articlesRead: [], directAttempts: [], provisionalNumber };
  switch (words) {
    case 'forward':
    case 'forwardClosing':
      return {
        type: 'order.forward',
        payload: { ...taken, request: fixtureRequest(), unitId: UNITS[words === 'forward' ? 0 : 1], note: '' },
      };
    case 'secret':
      return {
        type: 'order.forward',
        payload: { ...taken, request: fixtureRequest({ sensitivity: 'secret' }), unitId: UNITS[0], note: '' },
      };
    case 'answer':
      return {
        type: 'order.answerImmediately',
        payload: { ...taken, request: fixtureRequest(), answer: { text: '携带身份证办理。', articles: [] } },
      };
    case 'refuse':
      return {
        type: 'order.refuse',
        payload: { ...taken, request: fixtureRequest(), groundId: 'H3-2', written: false },
      };
    case 'urge':
      return { type: 'order.urge', payload: { reason: '请尽快', call: null } };
    case 'supplement':
      return { type: 'order.supplement', payload: { text: '又发生了', call: null } };
    case 'look':
      return { type: 'personal.look', payload: { field: 'all', where: 'simulation' } };
  }
}

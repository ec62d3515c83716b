import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { insertAccount } from '../../../db/central/accounts.ts';
import type { Database } from '../../../db/central/database.ts';
import { insertDesk, seenAtDesk } from '../../../db/central/desks.ts';
import { readOrders } from '../../../db/central/orders.ts';
import { putUnits } from '../../../db/central/reference.ts';
import type { CommandBody } from '../../../shared/domain/command.ts';
import { commandIdSchema, deskIdSchema, orderIdSchema, type OrderId } from '../../../shared/domain/ids.ts';
import { fixtureRequest } from '../../../shared/domain/fixtures.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Outcome, Rules } from '../../../shared/domain/outcome.ts';
import { CAST, castRules, UNITS, type Part } from '../../../shared/domain/testing/cast.ts';
import { impossibleIn } from '../../../shared/domain/testing/invariants.ts';
import { acceptOf, saidBy, type RandomLife } from '../../../shared/domain/testing/life-model.ts';
import { typeVersionOf } from '../../../shared/domain/type-versions.ts';
import { transition } from '../../../shared/domain/transition.ts';
import { viewFor } from '../../../shared/domain/visibility.ts';
import { instant } from '../../../shared/instant.ts';
import { packOf } from '../../../shared/policy/packs.ts';
import type { OrderRecord } from '../../../shared/sync/feed.ts';
import { tokenHash } from '../../access/tokens.ts';
import { checkFigures } from '../../figures/check.ts';
import type { Service } from '../../service.ts';
import { prepareCentre } from '../../start-up.ts';
import { fireTimers } from '../../timers/fire.ts';
import { deliver } from '../deliver.ts';
import { positions, sorted, wrongClock, wrongDoors } from './doors.ts';

const TOKEN = 'desk-token';
/** Friday 20 November 2026, 10:00 in Beijing. */
const START_MS = Date.parse('2026-11-20T02:00:00.000Z');
const DESK = deskIdSchema.parse('00000000-0000-4000-9000-000000000001');

/** The real centre of a city with the cast of the life tests on one desk, and the model beside it. */
export interface LifeAtCentre {
  /** Lives through a random life at both. @returns what was wrong; empty where nothing was */
  live(life: RandomLife): Promise<string[]>;
}

export async function openLifeAtCentre(db: Database, city: string): Promise<LifeAtCentre> {
  let clockMs = START_MS;
  let deskSeq = 0;
  const service: Service = {
    db,
    log: pino({ level: 'silent' }),
    pack: packOf(city),
    demo: false,
    nowMs: () => clockMs,
  };
  await prepareCentre(service);
  const rules = castRules(city);
  await seat(service, rules);
  const other = orderIdSchema.parse(randomUUID());
  await say('operator', other, acceptOf({ request: fixtureRequest(), moves: [] }, '待编-OTHR-0001'));

  /** Delivers a command as the person's desk would. @returns the refusal's code, or null where it stood */
  async function say(part: Part, orderId: OrderId, command: CommandBody): Promise<string | null> {
    await seenAtDesk(db, DESK, CAST[part].accountId, instant(clockMs));
    deskSeq += 1;
    const envelope = {
      commandId: commandIdSchema.parse(randomUUID()),
      deskId: DESK,
      deskEpoch: 1,
      deskSeq,
      aggregateId: orderId,
      baseVersion: 0,
      type: command.type,
      typeVersion: typeVersionOf(command.type),
      payload: command.payload,
      actor: CAST[part].accountId,
      recordedAt: instant(clockMs),
      clockOffset: 0,
    };
    const credential = { deskId: DESK, token: TOKEN };
    const [answer] = await deliver(service, [{ credential, deskId: DESK, deskEpoch: 1, commands: [envelope] }]);
    const outcome = answer && 'receipts' in answer ? answer.receipts[0]?.outcome : undefined;
    if (!outcome) throw new Error('no receipt');
    return outcome.kind === 'accepted' ? null : outcome.failure.code;
  }

  async function stored(id: OrderId): Promise<OrderRecord> {
    const [record] = await readOrders(db, [id]);
    if (!record) throw new Error('the centre has no such order');
    return record;
  }

  /** What should come of it: what the reader may not see is not there for them either. */
  function expected(part: Part, order: Order, command: CommandBody, known: Rules): Outcome | 'ORDER_NOT_FOUND' {
    const actor = CAST[part];
    if (viewFor(order, actor) === null && order.createdBy.accountId !== actor.accountId) return 'ORDER_NOT_FOUND';
    return transition({ order, orderId: order.id, command, actor, rules: known, nowMs: clockMs });
  }

  async function live(life: RandomLife): Promise<string[]> {
    const id = orderIdSchema.parse(randomUUID());
    const from = await positions(service);
    await say('operator', id, acceptOf(life, '待编-7K2M-0001'));
    let { order } = await stored(id);
    const known = castRules(city, [(await stored(other)).order]);
    const flaws: string[] = [];
    for (const move of life.moves) {
      clockMs += move.waitMs;
      await fireTimers(service);
      const { part, command } = saidBy(move, order, known, clockMs, other);
      const model = expected(part, order, command, known);
      const code = await say(part, id, command);
      const modelCode = model === 'ORDER_NOT_FOUND' ? model : model.ok ? null : model.failure.code;
      const what = `${command.type} by ${part} on ${order.state}`;
      if (code !== modelCode) flaws.push(`${what}: the centre says ${code ?? 'yes'}, the model ${modelCode ?? 'yes'}`);
      const after = (await stored(id)).order;
      if (model !== 'ORDER_NOT_FOUND' && model.ok && model.order) {
        const wanted = { ...model.order, number: order.number, version: order.version + 1 };
        if (JSON.stringify(sorted(wanted)) !== JSON.stringify(sorted(after)))
          flaws.push(`${what}: another order than the model's`);
      } else if (after.version !== order.version) flaws.push(`${what}: refused, and yet changed`);
      flaws.push(...impossibleIn(after, known).map((flaw) => `${what}: ${flaw}`));
      order = after;
      if (flaws.length > 0) return flaws;
    }
    const { deviations, misfiled, misplaced } = await checkFigures(service.db);
    return [
      ...(await wrongDoors(service, await stored(id), from)),
      ...(await wrongClock(service, order, known)),
      ...deviations.map(({ what }) => `another figure than the orders say: ${what}`),
      ...(misplaced === 0 ? [] : ['counted where they do not stand']),
      ...(misfiled === 0 ? [] : ['filed under what the order is not about']),
    ];
  }

  return { live };
}

async function seat({ db }: Service, rules: Rules): Promise<void> {
  const at = instant(START_MS);
  await putUnits(
    db,
    Object.values(UNITS).map((id) => ({
      id,
      parentId: null,
      name: rules.unit(id)?.name ?? id,
      shortName: id,
      level: 'department',
      duties: '',
      contacts: [],
      open: rules.unit(id)?.open ?? false,
      version: 1,
    })),
  );
  await insertDesk(db, { id: DESK, code: '7K2M', name: '一号', tokenHash: tokenHash(TOKEN) }, at);
  for (const { accountId, jobNumber, name, unitId, roles, grants } of Object.values(CAST)) {
    await insertAccount(db, {
      id: accountId,
      jobNumber,
      name,
      unitId,
      secret: grants.permissions.includes('order.viewSecret'),
      demo: false,
      password: '',
      roles,
      createdAt: at,
    });
  }
}

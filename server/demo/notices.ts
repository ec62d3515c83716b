import type { Notice } from '../../shared/domain/notice.ts';
import type { Order } from '../../shared/domain/order.ts';
import { msOf } from '../../shared/instant.ts';
import { makeNotice, type Telling } from '../notices/make.ts';
import { ASSISTING, formName } from '../notices/text.ts';
import type { DemoRules } from './rules.ts';

const DAY_MS = 86_400_000;
/** What was told longer ago has been seen to. */
const DAYS = 4;

/** What people have been told of an order that waits for them now, as if it had been told when it came to wait. */
export function demoNotices({ rules }: DemoRules, order: Order, nowMs: number): Notice[] {
  const atMs = msOf(order.updatedAt);
  if (atMs < nowMs - DAYS * DAY_MS) return [];
  return waitingFor(rules, order).map((telling) => makeNotice(telling, atMs));
}

function waitingFor({ pack, unit }: DemoRules['rules'], order: Order): Telling[] {
  const { state, unitId, life, deadline } = order;
  const unitName = unitId === null ? '' : (unit(unitId)?.name ?? unitId);
  const due = deadline?.due ?? null;
  const tellings: Telling[] = [];
  if (state === 'submitted')
    tellings.push({ kind: 'submitted', order, unitId: null, permission: 'order.instruct', unitName });
  if (unitId === null || (state !== 'dispatched' && state !== 'handling')) return tellings;
  if (state === 'dispatched')
    tellings.push({ kind: 'dispatched', order, unitId, permission: 'order.handle', what: '', due });
  if (life.returns.some(({ decision }) => decision === null))
    tellings.push({ kind: 'returnAsked', order, unitId: null, permission: 'order.dispatch', unitName });
  if (life.extensions.some(({ decision }) => decision === null))
    tellings.push({ kind: 'extensionAsked', order, unitId: null, permission: 'order.dispatch', unitName });
  const supervision = life.supervisions.find(({ answer }) => answer === null);
  if (supervision) {
    const what = formName(pack, supervision.form);
    tellings.push({ kind: 'supervised', order, unitId, permission: 'order.handle', what, due });
  }
  for (const { unitId: assisting, answer, due: own } of life.assistants) {
    if (answer !== null) continue;
    tellings.push({
      kind: 'dispatched',
      order,
      unitId: assisting,
      permission: 'order.handle',
      what: ASSISTING,
      due: own,
    });
  }
  return tellings;
}

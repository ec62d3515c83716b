import { findOrders } from '../../db/central/orders.ts';
import { writeLog } from '../../db/central/log.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import { CATEGORY_NAMES, type Order } from '../../shared/domain/order.ts';
import { viewFor, withoutTelling } from '../../shared/domain/visibility.ts';
import { fail } from '../../shared/failure.ts';
import { beijingDate, msOf } from '../../shared/instant.ts';
import { csvOf } from '../../shared/sheet/csv.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { now, type Service } from '../service.ts';
import { readNames } from './names.ts';
import { EXPORT, NAMES_OF } from './text.ts';

/** Numbers of telephones, identity cards and the like, whoever's they are. */
const NUMBERS = /\d[\d\s-]{5,}[\dXx]/gu;

/**
 * The results that somebody has chosen to make public, as a text that says what was asked and what came of it, and in no
 * way who complained: no order number, nothing that stands for the caller, no numbers of anybody. What was published is
 * in the audit log. J17, T16.
 * @throws INVALID_INPUT naming those that are not for the public: not finished, or 保密
 */
export async function publishResults(
  service: Service,
  session: Pick<LiveSession, 'actor' | 'deskId'>,
  orderIds: readonly OrderId[],
): Promise<{ name: string; csv: string }> {
  const { actor, deskId } = session;
  const orders = (await findOrders(service.db, orderIds)).filter((order) => viewFor(order, actor) !== null);
  if (orders.length < orderIds.length) fail('ORDER_NOT_FOUND');
  const barred = orders.filter((order) => !isForThePublic(order)).map(({ number }) => number);
  if (barred.length > 0) fail('INVALID_INPUT', { detail: `只有已办结、未设保密的工单可以公开：${barred.join('、')}` });
  const names = await readNames(service.db);
  const cells = orders.map((order) => [
    order.closedAt === null ? '' : beijingDate(msOf(order.closedAt)),
    CATEGORY_NAMES[order.request.category],
    names.subject(order.request.subjectId ?? ''),
    order.unitId === null ? '' : names.unit(order.unitId),
    forThePublic(order, order.request.content),
    forThePublic(order, outcomeOf(order)),
  ]);
  const at = now(service);
  const detail = { orders: orders.map(({ number, provisionalNumber }) => number ?? provisionalNumber) };
  const entry = { at, accountId: actor.accountId, deskId, action: 'report.publish', subject: null, detail };
  await service.db.transaction((tx) => writeLog(tx, { at, audit: [entry] }));
  return { name: `${NAMES_OF.public}_${beijingDate(msOf(at))}.csv`, csv: csvOf([EXPORT.public, ...cells]) };
}

function isForThePublic({ state, request }: Order): boolean {
  return (state === 'closed' || state === 'archived') && request.sensitivity === 'normal';
}

function outcomeOf({ life, answer }: Order): string {
  return life.result?.text ?? answer?.text ?? '';
}

function forThePublic(order: Order, text: string): string {
  return withoutTelling(order, text).replaceAll(NUMBERS, (found) => '＊'.repeat(found.length));
}

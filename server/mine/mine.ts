import { ownCalls, ownOrders } from '../../db/central/own-work.ts';
import type { Mine, OwnOrder } from '../../shared/contract/mine.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { viewFor } from '../../shared/domain/visibility.ts';
import { instant, startOfBeijingDate } from '../../shared/instant.ts';
import { addDays } from '../../shared/policy/calendar.ts';
import { requirePeriod } from '../reports/looked-at.ts';
import { readNames, type Names } from '../reports/names.ts';
import { shown } from '../reports/rows.ts';
import type { Service } from '../service.ts';

/** Orders of a busy operator's quarter. */
const MOST = 4000;
/** Lines of a list. */
const LISTED = 200;

/** What became of what somebody has written down in a period, and their calls in it. Both days count. */
export async function ownWork(
  { db }: Pick<Service, 'db'>,
  actor: Actor,
  asked: { readonly from: string; readonly to: string },
): Promise<Mine> {
  requirePeriod(asked);
  const from = instant(startOfBeijingDate(asked.from));
  const to = instant(startOfBeijingDate(addDays(asked.to, 1)));
  const [calls, found, names] = await Promise.all([
    ownCalls(db, actor.accountId, from, to),
    ownOrders(db, actor.accountId, from, to, MOST + 1),
    readNames(db),
  ]);
  const orders = found.slice(0, MOST).flatMap((order) => viewFor(order, actor) ?? []);
  const lines = orders.map((order) => lineOf(order, names));
  const rated = lines.filter(({ rating }) => rating !== null);
  const given = (wanted: OwnOrder['rating']): number => rated.filter(({ rating }) => rating === wanted).length;
  return {
    calls,
    orders: found.length > MOST ? MOST : found.length,
    ratings: {
      satisfied: given('satisfied'),
      mostlySatisfied: given('mostlySatisfied'),
      neutral: given('neutral'),
      dissatisfied: given('dissatisfied'),
    },
    rated: rated.slice(0, LISTED),
    returned: lines.filter(({ returns }) => returns.length > 0).slice(0, LISTED),
    more: found.length > MOST,
  };
}

function lineOf(order: Order, names: Names): OwnOrder {
  const { orderId, number, category, summary, state } = shown(order, names);
  const last = order.life.followUps.findLast(({ rating }) => rating !== null);
  return {
    orderId,
    number,
    createdAt: order.createdAt,
    category,
    summary,
    state,
    rating: last?.rating ?? null,
    ratingNote: last?.note ?? '',
    returns: order.life.returns
      .map(({ at, unitId, reason, decision }) => ({
        at,
        unitName: names.unit(unitId),
        reason,
        agreed: decision?.agreed ?? null,
      }))
      .toReversed(),
  };
}

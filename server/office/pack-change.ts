import { readCentre } from '../../db/central/reference.ts';
import type { OrderChange } from '../../shared/contract/office-rules.ts';
import { unitsHandling } from '../../shared/domain/acts/course.ts';
import { limitQueryOf } from '../../shared/domain/limit-query.ts';
import { handlingSchema } from '../../shared/domain/life-commands.ts';
import type { Order } from '../../shared/domain/order.ts';
import { msOf } from '../../shared/instant.ts';
import { calendarAt, type Calendar } from '../../shared/policy/calendar.ts';
import { packChange, type DeadlineChange } from '../../shared/policy/changes.ts';
import type { Pack } from '../../shared/policy/pack.ts';
import type { LiveSession } from '../access/sign-in.ts';
import type { Service } from '../service.ts';
import { rework, wouldMove, type Moved } from './rework.ts';

/**
 * What the present version of the city's rules makes of limits that an older one has set; with `apply` it is done, each
 * change with a line in its order's course. Nothing else ever changes an old order's limit.
 */
export async function applyPackChange(
  service: Service,
  session: Pick<LiveSession, 'actor' | 'deskId'>,
  apply: boolean,
): Promise<OrderChange[]> {
  const { pack, db } = service;
  const centre = await readCentre(db);
  const calendar = calendarAt(centre);
  const deadlineFor = (order: Order): Order['deadline'] => {
    const change = changeOf(order, pack, calendar);
    return change ? change.after : order.deadline;
  };
  const moved = apply
    ? await rework(service, {
        session,
        reason: `办理规定更新到第 ${pack.version} 版`,
        action: 'office.packChange',
        calendar,
        deadlineFor,
      })
    : await wouldMove(service, { deadlineFor });
  return moved.map((one) => describe(one, pack, calendar));
}

/** Null where the order stays as it is: its limit is of this version already, was extended, or comes out the same. */
function changeOf(order: Order, pack: Pack, calendar: Calendar): DeadlineChange<Order['id']> | null {
  const { deadline, request, life, unitId } = order;
  const mode = handlingSchema.safeParse(order.mode).data;
  if (!deadline || deadline.packVersion >= pack.version || mode === undefined || unitId === null) return null;
  // Another text's date is no more the new version's to move than it was the old one's.
  if (deadline.statutory !== null) return null;
  const query = limitQueryOf(request, {
    mode,
    complexity: life.complexity,
    units: unitsHandling(life),
    filing: life.filing,
    startMs: msOf(deadline.startedAt),
  });
  const older = { ...pack, version: deadline.packVersion };
  return packChange([{ id: order.id, query, deadline }], older, pack, calendar).at(0) ?? null;
}

function describe({ order, before, after }: Moved, pack: Pack, calendar: Calendar): OrderChange {
  const reason = after === null ? (changeOf(order, pack, calendar)?.reason ?? null) : null;
  return { orderId: order.id, number: order.number, before, after, reason };
}

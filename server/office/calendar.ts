import { writeLog } from '../../db/central/log.ts';
import { lockCentre, updateCentre } from '../../db/central/reference.ts';
import { calendarOf, type CalendarData } from '../../shared/policy/calendar.ts';
import { redue } from '../../shared/policy/changes.ts';
import type { Order } from '../../shared/domain/order.ts';
import { fail } from '../../shared/failure.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { now, type Service } from '../service.ts';
import { rework, wouldMove, type Moved } from './rework.ts';

/**
 * Takes up a new calendar: desks get it with the centre's row, and limits that were provisional (暂定) are worked out
 * again. A settled limit stays what the caller was told.
 * @param edited the calendar that was changed into this one; null: whatever there is now
 * @returns how many orders' limits have changed
 * @throws CALENDAR_CHANGED where somebody else has changed it meanwhile
 */
export async function setCalendar(
  service: Service,
  session: Pick<LiveSession, 'actor' | 'deskId'>,
  data: CalendarData,
  edited: CalendarData | null = null,
): Promise<number> {
  const at = now(service);
  const { actor, deskId } = session;
  await service.db.transaction(async (tx) => {
    const centre = await lockCentre(tx);
    if (!centre) throw new Error('the centre has no row');
    if (edited && !isSame(edited, centre.calendar)) fail('CALENDAR_CHANGED');
    const version = centre.version + 1;
    await updateCentre(tx, { ...centre, version, calendar: data });
    const { knownUntil, holidays, workdays, closures } = data;
    const detail = { knownUntil, holidays, workdays, closures };
    await writeLog(tx, {
      at,
      audit: [{ at, accountId: actor.accountId, deskId, action: 'office.calendar', subject: null, detail }],
      changes: [
        { entity: 'centre', id: centre.id, version, op: 'put', scope: { sensitivity: 'normal', unitId: null } },
      ],
    });
  });
  const moved = await rework(service, {
    session,
    reason: '工作日历更新',
    action: 'office.calendar.redue',
    calendar: calendarOf(data),
    deadlineFor: dueAgain(service, data),
  });
  return moved.length;
}

/** Which provisional limits a calendar would move, without moving them. */
export async function previewCalendar(service: Service, data: CalendarData): Promise<Moved[]> {
  return wouldMove(service, { deadlineFor: dueAgain(service, data) });
}

function dueAgain({ pack }: Service, data: CalendarData): (order: Order) => Order['deadline'] {
  const calendar = calendarOf(data);
  return ({ deadline }) => deadline && redue(deadline, pack, calendar);
}

/** The same days, in whatever order they were written down. */
function isSame(one: CalendarData, other: CalendarData): boolean {
  const days = ({ knownUntil, ...lists }: CalendarData): string =>
    JSON.stringify([knownUntil, ...[lists.holidays, lists.workdays, lists.closures].map((list) => list.toSorted())]);
  return days(one) === days(other);
}

import { writeLog } from '../../db/central/log.ts';
import { lockCentre, updateCentre } from '../../db/central/reference.ts';
import { calendarOf, type CalendarData } from '../../shared/policy/calendar.ts';
import { redue } from '../../shared/policy/changes.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { now, type Service } from '../service.ts';
import { rework } from './rework.ts';

/**
 * Takes up a new calendar: desks get it with the centre's row, and limits that were provisional (暂定) are worked out
 * again. A settled limit stays what the caller was told.
 * @returns how many orders' limits have changed
 */
export async function setCalendar(
  service: Service,
  session: Pick<LiveSession, 'actor' | 'deskId'>,
  data: CalendarData,
): Promise<number> {
  const at = now(service);
  const { actor, deskId } = session;
  await service.db.transaction(async (tx) => {
    const centre = await lockCentre(tx);
    if (!centre) throw new Error('the centre has no row');
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
  const calendar = calendarOf(data);
  const moved = await rework(service, {
    session,
    reason: '工作日历更新',
    action: 'office.calendar.redue',
    calendar,
    deadlineFor: ({ deadline }) => deadline && redue(deadline, service.pack, calendar),
  });
  return moved.length;
}

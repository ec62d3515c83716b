import type { Writer } from '../../db/central/database.ts';
import { writeLog } from '../../db/central/log.ts';
import { insertNotices } from '../../db/central/notices.ts';
import { findOrders } from '../../db/central/orders.ts';
import { readCentre, referenceRows } from '../../db/central/reference.ts';
import { markFired, setTimers, takeDue, type TimerRow } from '../../db/central/timers.ts';
import { silentUnits } from '../../db/central/units-seen.ts';
import { orderIdSchema } from '../../shared/domain/ids.ts';
import { DEFAULT_KNOWLEDGE_SETTINGS } from '../../shared/domain/knowledge/settings.ts';
import { beijingDate, instant, msOf, startOfBeijingDate } from '../../shared/instant.ts';
import { calendarAt, type Calendar } from '../../shared/policy/calendar.ts';
import { reportDue } from '../../shared/policy/milestones.ts';
import { fireArticles } from '../knowledge/timers.ts';
import { makeNotice, noticeChange, type Telling } from '../notices/make.ts';
import { NAMED_UNITS } from '../notices/text.ts';
import type { Service } from '../service.ts';
import { aboutReport, reportTimer, UNITS, unitsTimer } from './standing.ts';
import { tellingsOf } from './tellings.ts';

const BATCH = 100;
const DAY_MS = 86_400_000;

/**
 * Fires every timer whose time has come, each in the transaction of the notices it makes: it has either fired with them
 * or not at all, whatever happens to this process, and two nodes never fire the same one.
 * @returns how many have fired here
 */
export async function fireTimers(service: Service): Promise<number> {
  let fired = 0;
  for (;;) {
    const batch = await service.db.transaction((tx) => fireBatch(service, tx));
    fired += batch;
    if (batch < BATCH) return fired;
  }
}

async function fireBatch(service: Service, tx: Writer): Promise<number> {
  const nowMs = service.nowMs();
  const at = instant(nowMs);
  const timers = await takeDue(tx, at, BATCH);
  if (timers.length === 0) return 0;
  const centre = await readCentre(tx);
  const calendar = calendarAt(centre);
  await markFired(tx, timers, at);
  const articles = await fireArticles(tx, timers, centre?.knowledge ?? DEFAULT_KNOWLEDGE_SETTINGS, nowMs);
  const tellings = [
    ...articles.tellings,
    ...(await ofOrders(service, tx, timers, calendar)),
    ...ofReports(service, timers, calendar),
    ...(await ofUnits(tx, timers)),
  ];
  // Whatever comes round again waits for its next time from here on.
  await setTimers(tx, [...nextOf(service, timers, calendar, nowMs), ...articles.plans]);
  const notices = tellings.map((telling) => makeNotice(telling, nowMs));
  await insertNotices(tx, notices);
  await writeLog(tx, { at, changes: [...articles.changes, ...notices.map(noticeChange)] });
  return timers.length;
}

async function ofOrders(
  { pack }: Service,
  tx: Writer,
  timers: readonly TimerRow[],
  calendar: Calendar,
): Promise<Telling[]> {
  const orders = new Map(
    (
      await findOrders(
        tx,
        timers.flatMap(({ about }) => orderIdSchema.safeParse(about).data ?? []),
      )
    ).map((order) => [String(order.id), order]),
  );
  const unitIds = [...orders.values()].flatMap(({ unitId }) => unitId ?? []);
  const names = new Map((await referenceRows(tx, 'unit', unitIds)).map(({ id, name }) => [String(id), name]));
  return timers.flatMap((timer) => {
    const order = orders.get(timer.about);
    return order ? tellingsOf(timer, order, { pack, calendar, nameOf: (id) => names.get(id) ?? id }) : [];
  });
}

function ofReports({ pack }: Service, timers: readonly TimerRow[], calendar: Calendar): Telling[] {
  return timers.flatMap(({ about, at }): Telling[] => {
    const report = pack.reports.find((one) => aboutReport(one) === about);
    if (!report) return [];
    const due = reportDue(pack, report, beijingDate(msOf(at)), calendar);
    return [
      {
        kind: 'reportDue',
        order: null,
        unitId: null,
        permission: 'order.supervise',
        due: due && instant(due.dueMs),
        what: `${report.name}（${report.article}）`,
      },
    ];
  });
}

/** The units nobody signed in for on the day the timer stands for. H18. */
async function ofUnits(tx: Writer, timers: readonly TimerRow[]): Promise<Telling[]> {
  const timer = timers.find(({ about }) => about === UNITS);
  if (!timer) return [];
  const fromMs = startOfBeijingDate(beijingDate(msOf(timer.at)));
  const names = await silentUnits(tx, instant(fromMs), instant(fromMs + DAY_MS));
  if (names.length === 0) return [];
  const rest = names.length > NAMED_UNITS ? `等 ${names.length} 个单位` : '';
  const what = `${names.slice(0, NAMED_UNITS).join('、')}${rest}`;
  return [{ kind: 'unitSilent', order: null, unitId: null, permission: 'order.supervise', what }];
}

function nextOf(
  { pack }: Service,
  timers: readonly TimerRow[],
  calendar: Calendar,
  nowMs: number,
): { about: string; timers: TimerRow[] }[] {
  const next = timers.flatMap(({ about }) => {
    if (about === UNITS) return [unitsTimer(calendar, nowMs)];
    const report = pack.reports.find((one) => aboutReport(one) === about);
    return report ? [reportTimer(report, calendar, nowMs)] : [];
  });
  return next.map((timer) => ({ about: timer.about, timers: [timer] }));
}

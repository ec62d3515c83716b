import { Segmented } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { beijingDate } from '../../../shared/instant.ts';
import { CALENDAR_KNOWN_UNTIL } from '../../../shared/policy/calendar.ts';
import { Tag } from '../../components/tags.tsx';
import { useMinute } from '../../data/clock.ts';
import { dayKind, holidayName, monthsOf, type DayKind, type Days, type Month } from './model/days.ts';
import { CALENDAR } from './text.ts';

const FIRST_YEAR = 2025;
const KINDS = ['work', 'weekend', 'holiday', 'makeUp', 'closure'] as const;

/** Days that may be chosen, and which are. */
interface Picking {
  readonly from: string;
  readonly to: string;
  readonly onPick: (date: string) => void;
}

export interface CalendarViewProps {
  readonly days: Days;
  readonly picking?: Picking;
  /** Above the sheets. */
  readonly children?: ReactNode;
}

/** The working days of a year, month by month, with where the announced calendar ends. */
export function CalendarView({ days, picking, children }: CalendarViewProps): ReactNode {
  const today = beijingDate(useMinute('centre'));
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const { knownUntil } = days.calendar;
  const lastYear = Number((knownUntil > CALENDAR_KNOWN_UNTIL ? knownUntil : CALENDAR_KNOWN_UNTIL).slice(0, 4)) + 1;
  const months = useMemo(() => monthsOf(days, year), [days, year]);
  const total = months.reduce((sum, { workdays }) => sum + workdays, 0);
  return (
    <section className="rules-section" aria-label={CALENDAR.title}>
      <header className="rules-head">
        <h2>{CALENDAR.title}</h2>
        <p className="rules-source">
          <Tag tone="accent">{CALENDAR.knownUntil(knownUntil)}</Tag>
          <span>{CALENDAR.knownHint}</span>
        </p>
      </header>
      {children}
      <div className="rules-calendar-bar">
        <Segmented
          aria-label={CALENDAR.year}
          value={year}
          options={Array.from({ length: lastYear - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index)}
          onChange={setYear}
        />
        <b className="num">{CALENDAR.yearWorkdays(year, total)}</b>
        <Legend />
      </div>
      <div className="rules-months">
        {months.map((month) => (
          <MonthSheet key={month.month} month={month} days={days} today={today} picking={picking} />
        ))}
      </div>
    </section>
  );
}

function Legend(): ReactNode {
  return (
    <ul className="rules-legend">
      {KINDS.map((kind) => (
        <li key={kind}>
          <span className="rules-day" data-kind={kind} aria-hidden>
            {CALENDAR.marks[kind]}
          </span>
          {CALENDAR.kinds[kind]}
        </li>
      ))}
      <li>
        <span className="rules-day" data-kind="work" data-estimated aria-hidden />
        {CALENDAR.estimated}
      </li>
    </ul>
  );
}

interface MonthSheetProps {
  readonly month: Month;
  readonly days: Days;
  readonly today: string;
  readonly picking: Picking | undefined;
}

function MonthSheet({ month, days, today, picking }: MonthSheetProps): ReactNode {
  return (
    <section className="rules-month" aria-label={CALENDAR.month(month.month)}>
      <h3>
        {CALENDAR.month(month.month)}
        <span className="faint num">{CALENDAR.workdays(month.workdays)}</span>
      </h3>
      <div className="rules-sheet">
        {CALENDAR.weekdays.map((name) => (
          <span key={name} className="rules-weekday" aria-hidden>
            {name}
          </span>
        ))}
        {month.dates.map((date, index) => (
          <Day
            key={date}
            date={date}
            kind={dayKind(days, date)}
            estimated={date > days.calendar.knownUntil}
            today={date === today}
            column={index === 0 ? month.before + 1 : null}
            picking={picking}
          />
        ))}
      </div>
    </section>
  );
}

interface DayProps {
  readonly date: string;
  readonly kind: DayKind;
  readonly estimated: boolean;
  readonly today: boolean;
  /** Where the month begins, 1 for Monday; null: the next place. */
  readonly column: number | null;
  readonly picking: Picking | undefined;
}

function Day({ date, kind, estimated, today, column, picking }: DayProps): ReactNode {
  const said = [
    date,
    CALENDAR.kinds[kind],
    kind === 'holiday' ? holidayName(date) : null,
    estimated ? CALENDAR.estimated : null,
    today ? CALENDAR.today : null,
  ]
    .filter(Boolean)
    .join(' ');
  const look = {
    className: 'rules-day num',
    'data-kind': kind,
    'data-estimated': estimated || undefined,
    'data-today': today || undefined,
    'data-column': column ?? undefined,
    title: said,
  };
  const inside = (
    <>
      {Number(date.slice(8))}
      {CALENDAR.marks[kind] && <sup aria-hidden>{CALENDAR.marks[kind]}</sup>}
      <span className="visually-hidden">{CALENDAR.kinds[kind]}</span>
    </>
  );
  if (!picking) return <span {...look}>{inside}</span>;
  // By keyboard the days are written into the two fields above: nobody tabs through a year.
  return (
    <button
      type="button"
      tabIndex={-1}
      {...look}
      data-chosen={(date >= picking.from && date <= picking.to) || undefined}
      onClick={() => picking.onPick(date)}
    >
      {inside}
    </button>
  );
}

import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { may } from '../../../shared/domain/people.ts';
import { beijingDate } from '../../../shared/instant.ts';
import { calendarOf, type CalendarData } from '../../../shared/policy/calendar.ts';
import { useMinute } from '../../data/clock.ts';
import { useLive } from '../../data/live.ts';
import { CalendarEditor, useCalendarDraft } from './calendar-editor.tsx';
import { CalendarView } from './calendar-view.tsx';
import type { Days } from './model/days.ts';
import { CALENDAR_EDIT as TEXT } from './text.ts';

export interface OwnCalendarProps {
  readonly city: string;
  readonly days: Days;
  /** What the centre keeps beyond the announced calendar. */
  readonly data: CalendarData;
  readonly active: boolean;
}

/** This centre's calendar: read by all, kept here by whoever may. */
export function OwnCalendar({ city, days, data, active }: OwnCalendarProps): ReactNode {
  const keeps = useLive(({ session }) => session !== null && may(session.actor, 'settings.manage'));
  const today = beijingDate(useMinute('centre'));
  const draft = useCalendarDraft(city, data);
  const [editing, setEditing] = useState(false);
  const [chosen, setChosen] = useState({ from: today, to: today });
  const [half, setHalf] = useState(false);
  const [done, setDone] = useState<number | null>(null);
  if (!keeps) return <CalendarView days={days} />;

  const shown = editing ? daysOf(draft.values.calendar) : days;
  const pick = (date: string): void => {
    // The first click begins a span, the second ends it.
    setChosen(half && date >= chosen.from ? { from: chosen.from, to: date } : { from: date, to: date });
    setHalf(!(half && date >= chosen.from));
  };
  return (
    <CalendarView days={shown} {...(editing ? { picking: { ...chosen, onPick: pick } } : {})}>
      {editing ? (
        <CalendarEditor
          draft={draft}
          chosen={chosen}
          onChoose={setChosen}
          onClose={() => setEditing(false)}
          onDone={(changed) => {
            setEditing(false);
            setDone(changed);
          }}
          active={active}
        />
      ) : (
        <div className="rules-edit-line">
          <Button
            icon={<EditOutlined aria-hidden />}
            onClick={() => {
              setDone(null);
              setEditing(true);
            }}
          >
            {TEXT.start}
          </Button>
          {done !== null && <output className="rules-done">{TEXT.done(done)}</output>}
        </div>
      )}
    </CalendarView>
  );
}

function daysOf(data: CalendarData): Days {
  return { calendar: calendarOf(data), closures: new Set(data.closures) };
}

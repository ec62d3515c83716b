import { CloseOutlined } from '@ant-design/icons';
import { Button, DatePicker, Segmented } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState, type ReactNode } from 'react';
import { addDays, CALENDAR_KNOWN_UNTIL, type CalendarData } from '../../../shared/policy/calendar.ts';
import { LONGEST_SPAN, spansOf, withDays, type DayChange, type Span } from './model/calendar-edit.ts';
import { CALENDAR, CALENDAR_EDIT as TEXT } from './text.ts';

export interface CalendarFieldsProps {
  readonly data: CalendarData;
  readonly chosen: { readonly from: string; readonly to: string };
  readonly onChoose: (chosen: CalendarFieldsProps['chosen']) => void;
  readonly onData: (data: CalendarData) => void;
}

const CHANGES = ['closure', 'holiday', 'makeUp', 'asAnnounced'] as const;

/** How far the announcement reaches, and which days are set by hand. */
export function CalendarFields({ data, chosen, onChoose, onData }: CalendarFieldsProps): ReactNode {
  const [change, setChange] = useState<DayChange>('closure');
  const { from, to } = chosen;
  const tooLong = to > addDays(from, LONGEST_SPAN - 1);
  const wrong = from > to ? TEXT.wrongOrder : tooLong ? TEXT.tooLong(LONGEST_SPAN) : null;
  return (
    <>
      <div className="rules-edit-line">
        <Labelled label={TEXT.days}>
          <DayField label={TEXT.from} value={from} onChange={(date) => onChoose({ from: date, to: later(date, to) })} />
          <span aria-hidden>—</span>
          <DayField label={TEXT.to} value={to} onChange={(date) => onChoose({ from, to: date })} />
        </Labelled>
        <Segmented<DayChange>
          aria-label={TEXT.change}
          value={change}
          options={CHANGES.map((value) => ({ value, label: TEXT.changes[value] }))}
          onChange={setChange}
        />
        <Button disabled={wrong !== null} onClick={() => onData(withDays(data, from, to, change))}>
          {TEXT.set}
        </Button>
        <Labelled label={TEXT.knownUntil}>
          <DayField
            label={TEXT.knownUntil}
            value={data.knownUntil}
            min={CALENDAR_KNOWN_UNTIL}
            onChange={(knownUntil) => onData({ ...data, knownUntil })}
          />
        </Labelled>
      </div>
      <p className="faint">{wrong ?? TEXT.hint}</p>
      <Spans data={data} onRemove={(span) => onData(withDays(data, span.from, span.to, 'asAnnounced'))} />
    </>
  );
}

/** What was set by hand so far. */
function Spans({ data, onRemove }: { data: CalendarData; onRemove: (span: Span) => void }): ReactNode {
  const spans = spansOf(data);
  if (spans.length === 0) return <p className="faint">{TEXT.nothingSet}</p>;
  return (
    <ul className="rules-spans" aria-label={TEXT.setByHand}>
      {spans.map((span) => {
        const days = span.from === span.to ? span.from : TEXT.span(span.from, span.to);
        return (
          <li key={`${span.kind} ${span.from}`} className="rules-span" data-kind={span.kind}>
            <span className="num">{days}</span> {CALENDAR.kinds[span.kind]}
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden />}
              aria-label={TEXT.remove(`${days} ${CALENDAR.kinds[span.kind]}`)}
              onClick={() => onRemove(span)}
            />
          </li>
        );
      })}
    </ul>
  );
}

interface DayFieldProps {
  readonly label: string;
  /** Civil date. */
  readonly value: string;
  readonly min?: string;
  readonly onChange: (date: string) => void;
}

function DayField({ label, value, min, onChange }: DayFieldProps): ReactNode {
  return (
    <DatePicker
      aria-label={label}
      className="rules-day-field"
      allowClear={false}
      value={dayjs(value)}
      {...(min === undefined ? {} : { minDate: dayjs(min) })}
      onChange={(chosen: Dayjs | null) => chosen && onChange(chosen.format('YYYY-MM-DD'))}
    />
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <span className="rules-edit-labelled">
      <span className="faint" aria-hidden>
        {label}
      </span>
      {children}
    </span>
  );
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

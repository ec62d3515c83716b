import '../acts/acts.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import { CALENDAR_KNOWN_UNTIL, calendarDataSchema, type CalendarData } from '../../../shared/policy/calendar.ts';
import type { OrderChange } from '../../../shared/contract/office-rules.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { PrimaryButton } from '../../components/primary-button.tsx';
import { useDeed } from '../../data/use-deed.ts';
import { useDesk } from '../../data/use-desk.ts';
import { useKey } from '../../keys/keys.ts';
import { createActDraft, type Draft } from '../acts/act-draft.ts';
import { DraftNotes } from '../acts/draft-notes.tsx';
import { CalendarFields } from './calendar-fields.tsx';
import { yearsWithoutHoliday } from './model/calendar-edit.ts';
import { OrderChanges } from './order-changes.tsx';
import { CALENDAR_EDIT as TEXT } from './text.ts';

interface Values {
  /** The calendar this began from: somebody else may have changed it meanwhile. */
  readonly before: CalendarData;
  readonly calendar: CalendarData;
}

const useDraft = createActDraft<Values>('office.calendar', {
  before: z.object(calendarDataSchema.shape),
  calendar: z.object(calendarDataSchema.shape),
});

/** The calendar as it is being changed; the desk keeps it until it is given to the centre. */
export function useCalendarDraft(city: string, now: CalendarData): Draft<Values> {
  return useDraft(city, { before: now, calendar: now });
}

export interface CalendarEditorProps {
  readonly draft: Draft<Values>;
  /** Chosen in the sheets of the year: first and last day. */
  readonly chosen: { readonly from: string; readonly to: string };
  readonly onChoose: (chosen: CalendarEditorProps['chosen']) => void;
  readonly onClose: () => void;
  readonly onDone: (changed: number) => void;
  readonly active: boolean;
}

/** 维护工作日历: days are set, what that moves is looked at, and only then it counts for all. T7, H4. */
export function CalendarEditor({ draft, chosen, onChoose, onClose, onDone, active }: CalendarEditorProps): ReactNode {
  const desk = useDesk();
  const { before, calendar } = draft.values;
  const [preview, setPreview] = useState<{ of: CalendarData; changes: readonly OrderChange[] } | null>(null);
  const { busy, failure, act } = useDeed();
  const changed = JSON.stringify(before) !== JSON.stringify(calendar);
  const looked = preview !== null && JSON.stringify(preview.of) === JSON.stringify(calendar);
  const doubtful = yearsWithoutHoliday(calendar, CALENDAR_KNOWN_UNTIL);

  const look = (): Promise<boolean> =>
    act(async () => setPreview({ of: calendar, changes: (await desk.office.previewCalendar(calendar)).changes }));
  const end = async (): Promise<void> => {
    await draft.hold();
    await desk.writings.discard({ key: draft.key });
    draft.given();
  };
  const apply = (): Promise<boolean> =>
    act(async () => {
      const { changed: count } = await desk.office.setCalendar({ calendar, before });
      await end();
      onDone(count);
    });
  const discard = (): Promise<boolean> =>
    act(async () => {
      await end();
      onClose();
    });
  useKey('primary', () => void (looked ? apply() : look()), active && changed);
  useKey('back', onClose, active);

  return (
    <section className="rules-edit" aria-label={TEXT.title}>
      <DraftNotes draft={draft} />
      <CalendarFields
        data={calendar}
        chosen={chosen}
        onChoose={onChoose}
        onData={(next) => draft.edit({ before, calendar: next })}
      />
      {doubtful.length > 0 && <p className="rules-warn">{TEXT.noHolidays(doubtful.join('、'))}</p>}
      <p className="faint">{TEXT.settled}</p>
      {failure && <FailureNote failure={failure} />}
      {looked && <output className="rules-preview">{TEXT.wouldMove(preview.changes.length)}</output>}
      {looked && <OrderChanges changes={preview.changes} />}
      <div className="act-buttons">
        <PrimaryButton disabled={!changed} loading={busy} onClick={() => void (looked ? apply() : look())}>
          {looked ? TEXT.apply : TEXT.look}
        </PrimaryButton>
        <Button onClick={onClose}>{TEXT.close}</Button>
        {changed && (
          <Button danger disabled={busy} onClick={() => void discard()}>
            {TEXT.discard}
          </Button>
        )}
        <span className="faint">{changed ? TEXT.kept : TEXT.unchanged}</span>
      </div>
    </section>
  );
}

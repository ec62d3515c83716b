import { Checkbox, Input, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { hoursAt, type Hours } from '../../../../shared/domain/calls/settings.ts';
import { SHIPPED_CALENDAR } from '../../../../shared/policy/calendar.ts';
import { Tag } from '../../../components/tags.tsx';
import { useMinute } from '../../../data/clock.ts';
import { useRules } from '../../../data/rules.ts';
import { minuteOf, minuteText } from '../model.ts';
import { CLOSED_NAMES, SETTINGS } from '../text.ts';
import { AddButton, editable, Labelled, RemoveButton, type PartProps } from './fields.tsx';

export interface HoursPartProps extends PartProps {
  readonly rule: { readonly hours: 'always' | 'workingHours'; readonly article: string } | null;
}

const GREETINGS = ['notice', 'night', 'holiday', 'blocked'] as const;
const NEW_SPAN = { from: 8 * 60 + 30, to: 17 * 60 + 30 };

/** When callers are served by people, and what the others hear. H1, T1, Z1. */
export function HoursPart({ settings, errors, rule, onChange }: HoursPartProps): ReactNode {
  const { hours, greetings } = settings;
  const calendar = useRules()?.calendar ?? SHIPPED_CALENDAR;
  const now = hoursAt(hours, useMinute('centre'), calendar);
  const bound = rule?.hours === 'always';
  const set = (part: Partial<Hours>): void => onChange({ hours: { ...hours, ...part } });
  return (
    <>
      <section className="calls-settings-part" aria-label={SETTINGS.sections.hours}>
        <h2>{SETTINGS.sections.hours}</h2>
        <div className="calls-fields">
          <Radio.Group
            aria-label={SETTINGS.sections.hours}
            value={hours.always}
            options={[
              { value: true, label: SETTINGS.always },
              { value: false, label: SETTINGS.byHours, disabled: bound },
            ]}
            onChange={({ target }) => set({ always: target.value === true })}
          />
          <span className="faint">{SETTINGS.now}</span>
          <Tag tone={now === 'open' ? 'good' : 'neutral'}>{now === 'open' ? SETTINGS.nowOpen : CLOSED_NAMES[now]}</Tag>
        </div>
        {rule && (
          <p className="faint">{bound ? SETTINGS.hoursByRule(rule.article) : SETTINGS.hoursFromRule(rule.article)}</p>
        )}
        {!hours.always && (
          <>
            <Spans
              label={SETTINGS.workingDays}
              name="workingDays"
              spans={hours.workingDays}
              errors={errors}
              onChange={(workingDays) => set({ workingDays })}
            />
            <Spans
              label={SETTINGS.otherDays}
              name="otherDays"
              spans={hours.otherDays}
              errors={errors}
              onChange={(otherDays) => set({ otherDays })}
            />
            <Checkbox
              checked={settings.callBackClosed}
              onChange={({ target }) => onChange({ callBackClosed: target.checked })}
            >
              {SETTINGS.callBackClosed}
            </Checkbox>
          </>
        )}
      </section>
      <section className="calls-settings-part" aria-label={SETTINGS.greetings}>
        <h2>{SETTINGS.greetings}</h2>
        <p className="faint">{SETTINGS.greetingsHint}</p>
        {GREETINGS.map((key) => (
          <label key={key} className="calls-greeting">
            <span aria-hidden>{SETTINGS.greetingNames[key]}</span>
            <Input
              aria-label={SETTINGS.greetingNames[key]}
              value={greetings[key]}
              maxLength={200}
              onChange={({ target }) => onChange({ greetings: { ...greetings, [key]: target.value } })}
            />
          </label>
        ))}
      </section>
    </>
  );
}

interface SpansProps {
  readonly label: string;
  readonly name: 'workingDays' | 'otherDays';
  readonly spans: Hours['workingDays'];
  readonly errors: PartProps['errors'];
  readonly onChange: (spans: Hours['workingDays']) => void;
}

function Spans({ label, name, spans, errors, onChange }: SpansProps): ReactNode {
  return (
    <fieldset className="calls-spans">
      <legend>{label}</legend>
      {spans.length === 0 && <p className="faint">{SETTINGS.noSpans}</p>}
      {editable(spans, onChange).map(({ key, index, row: span, set, remove }) => (
        <div key={key} className="calls-fields">
          <Labelled label={SETTINGS.from}>
            <TimeInput label={`${label} ${SETTINGS.from}`} minute={span.from} onChange={(from) => set({ from })} />
          </Labelled>
          <Labelled label={SETTINGS.to} error={errors.get(`hours.${name}.${index}.to`)}>
            <TimeInput label={`${label} ${SETTINGS.to}`} minute={span.to} onChange={(to) => set({ to })} />
          </Labelled>
          <RemoveButton
            label={`${SETTINGS.removeSpan} ${minuteText(span.from)}–${minuteText(span.to)}`}
            onClick={remove}
          />
        </div>
      ))}
      <AddButton small label={SETTINGS.addSpan} onClick={() => onChange([...spans, NEW_SPAN])} />
    </fieldset>
  );
}

/** A time of day as it is typed; what is no time yet changes nothing. */
function TimeInput(props: { label: string; minute: number; onChange: (minute: number) => void }): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && minuteOf(typed) === null;
  return (
    <Input
      className="calls-w-s num"
      aria-label={props.label}
      aria-invalid={wrong}
      status={wrong ? 'error' : ''}
      maxLength={5}
      value={typed ?? minuteText(props.minute)}
      onChange={({ target }) => {
        setTyped(target.value);
        const minute = minuteOf(target.value);
        if (minute !== null) props.onChange(minute);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

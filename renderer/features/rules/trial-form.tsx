import { Button, DatePicker, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { CHANNEL_NAMES, channelSchema, COMPLEXITY_NAMES, complexitySchema } from '../../../shared/domain/channel.ts';
import { CATEGORY_NAMES, categorySchema } from '../../../shared/domain/order.ts';
import { instant, msOf } from '../../../shared/instant.ts';
import { LIMIT_MODE_NAMES, limitModeSchema, URGENCY_NAMES, urgencySchema } from '../../../shared/policy/values.ts';
import { fromWallTime, wallTime } from '../call-taking/model/wall-time.ts';
import type { Trial } from './model/trial.ts';
import { TRY } from './text.ts';

const FORMAT = 'YYYY-MM-DD HH:mm';

export interface TrialFormProps {
  readonly trial: Trial;
  readonly onChange: (change: Partial<Trial>) => void;
}

/** Everything a limit may depend on. */
export function TrialForm({ trial, onChange }: TrialFormProps): ReactNode {
  return (
    <div className="rules-trial-form">
      <Choice
        label={TRY.channel}
        value={trial.channel}
        values={channelSchema.options}
        names={CHANNEL_NAMES}
        onChange={(channel) => onChange({ channel })}
      />
      <Choice
        label={TRY.category}
        value={trial.category}
        values={categorySchema.options}
        names={CATEGORY_NAMES}
        onChange={(category) => onChange({ category })}
      />
      <Choice
        label={TRY.complexity}
        value={trial.complexity}
        values={complexitySchema.options}
        names={COMPLEXITY_NAMES}
        onChange={(complexity) => onChange({ complexity })}
      />
      <Labelled label={TRY.units}>
        <InputNumber
          aria-label={TRY.units}
          className="rules-wide"
          min={1}
          max={99}
          precision={0}
          // Its two arrows have English names; the arrow keys do the same.
          controls={false}
          value={trial.units}
          onChange={(units) => onChange({ units: units ?? 1 })}
        />
      </Labelled>
      <Choice
        label={TRY.mode}
        value={trial.mode}
        values={limitModeSchema.options}
        names={LIMIT_MODE_NAMES}
        onChange={(mode) => onChange({ mode })}
      />
      <Choice
        label={TRY.urgency}
        value={trial.urgency}
        values={urgencySchema.options}
        names={URGENCY_NAMES}
        onChange={(urgency) => onChange({ urgency })}
      />
      <Labelled label={TRY.start} wide>
        <span className="rules-trial-start">
          <DatePicker
            aria-label={TRY.start}
            className="rules-wide"
            showTime={{ format: 'HH:mm' }}
            format={FORMAT}
            placeholder={TRY.now}
            value={trial.startMs === null ? null : wallTime(instant(trial.startMs))}
            onChange={(wall) => onChange({ startMs: wall ? msOf(fromWallTime(wall)) : null })}
          />
          <Button disabled={trial.startMs === null} onClick={() => onChange({ startMs: null })}>
            {TRY.now}
          </Button>
        </span>
      </Labelled>
      <label className="rules-check">
        <input
          type="checkbox"
          checked={trial.filing}
          onChange={(event) => onChange({ filing: event.target.checked })}
        />
        {TRY.filing}
      </label>
      <StatutoryFields statutory={trial.statutory} onChange={(statutory) => onChange({ statutory })} />
    </div>
  );
}

interface StatutoryProps {
  readonly statutory: Trial['statutory'];
  readonly onChange: (statutory: Trial['statutory']) => void;
}

/** Another text's limit, which prevails. H4, T10. */
function StatutoryFields({ statutory, onChange }: StatutoryProps): ReactNode {
  return (
    <>
      <label className="rules-check">
        <input
          type="checkbox"
          checked={statutory !== null}
          onChange={(event) => onChange(event.target.checked ? { source: '', dueMs: null } : null)}
        />
        {TRY.statutory}
      </label>
      {statutory && (
        <>
          <Labelled label={TRY.statutorySource} wide>
            <Input
              aria-label={TRY.statutorySource}
              value={statutory.source}
              maxLength={200}
              placeholder={TRY.statutorySourceHint}
              onChange={(event) => onChange({ ...statutory, source: event.target.value })}
            />
          </Labelled>
          <Labelled label={TRY.statutoryDue} wide>
            <DatePicker
              aria-label={TRY.statutoryDue}
              className="rules-wide"
              showTime={{ format: 'HH:mm' }}
              format={FORMAT}
              value={statutory.dueMs === null ? null : wallTime(instant(statutory.dueMs))}
              onChange={(wall) => onChange({ ...statutory, dueMs: wall ? msOf(fromWallTime(wall)) : null })}
            />
          </Labelled>
        </>
      )}
    </>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly values: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, values, names, onChange }: ChoiceProps<T>): ReactNode {
  return (
    <Labelled label={label}>
      <Select<T>
        aria-label={label}
        className="rules-wide"
        value={value}
        options={values.map((each) => ({ value: each, label: names[each] }))}
        onChange={onChange}
      />
    </Labelled>
  );
}

function Labelled({ label, wide, children }: { label: string; wide?: boolean; children: ReactNode }): ReactNode {
  return (
    <div className="rules-labelled" data-wide={wide}>
      <span aria-hidden>{label}</span>
      {children}
    </div>
  );
}

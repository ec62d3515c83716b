import { DatePicker, Input } from 'antd';
import type { ReactNode } from 'react';
import { instant } from '../../../../shared/instant.ts';
import { useDraftActions, useEntry } from '../drafts.tsx';
import { namesAccused } from '../model/commands.ts';
import { fromWallTime, wallTime } from '../model/wall-time.ts';
import { DRAFT } from '../text.ts';
import { Field } from './field.tsx';

/** 地点 and 发生时间. */
export function PlaceFields(): ReactNode {
  const { edit } = useDraftActions();
  const place = useEntry(({ form }) => form.place);
  const occurredAt = useEntry(({ form }) => form.occurredAt);
  return (
    <div className="ct-row ct-row-place">
      <Field name="place">
        {(control) => (
          <Input
            {...control}
            value={place}
            maxLength={200}
            placeholder={DRAFT.placePlaceholder}
            onChange={(event) => edit({ place: event.target.value }, 'place')}
          />
        )}
      </Field>
      <Field name="occurredAt">
        {({ onBlur, ...control }) => (
          <DatePicker
            {...control}
            className="ct-wide"
            onBlur={onBlur}
            showTime={{ format: 'HH:mm' }}
            format={['YYYY-MM-DD HH:mm', 'MM-DD HH:mm', 'M-D H:mm']}
            placeholder={DRAFT.timePlaceholder}
            value={occurredAt ? wallTime(occurredAt) : null}
            presets={PRESETS.map(({ label, days }) => ({
              label,
              value: () => wallTime(instant(Date.now() - days * 86_400_000)),
            }))}
            onChange={(wall) => edit({ occurredAt: wall ? fromWallTime(wall) : null }, 'occurredAt')}
          />
        )}
      </Field>
    </div>
  );
}

const PRESETS = [
  { label: DRAFT.now, days: 0 },
  { label: DRAFT.yesterday, days: 1 },
  { label: DRAFT.dayBefore, days: 2 },
] as const;

/** 被诉单位 and 被诉人: asked for in a 投诉 or 举报 only. J14, Z3. */
export function AccusedFields(): ReactNode {
  const { edit } = useDraftActions();
  const shown = useEntry(({ form }) => namesAccused(form.category));
  const accused = useEntry(({ form }) => form.accused);
  if (!shown) return null;
  return (
    <div className="ct-row ct-row-place">
      <Field name="accusedUnit">
        {(control) => (
          <Input
            {...control}
            value={accused.unit}
            maxLength={100}
            placeholder={DRAFT.accusedUnitPlaceholder}
            onChange={(event) => edit({ accused: { ...accused, unit: event.target.value } }, 'accusedUnit')}
          />
        )}
      </Field>
      <Field name="accusedPerson">
        {(control) => (
          <Input
            {...control}
            value={accused.person}
            maxLength={40}
            placeholder={DRAFT.accusedPersonPlaceholder}
            onChange={(event) => edit({ accused: { ...accused, person: event.target.value } }, 'accusedPerson')}
          />
        )}
      </Field>
    </div>
  );
}

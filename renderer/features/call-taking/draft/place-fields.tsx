import { DatePicker, Input } from 'antd';
import type { ReactNode } from 'react';
import { instant } from '../../../../shared/instant.ts';
import { useDraftActions, useEntry } from '../drafts.tsx';
import { fromWallTime, wallTime } from '../model/wall-time.ts';
import { DRAFT } from '../text.ts';
import { Field } from './field.tsx';
import { PlaceOffer } from './offers.tsx';

/** 地点 and 发生时间. */
export function PlaceFields({ active }: { active: boolean }): ReactNode {
  const { edit } = useDraftActions();
  const place = useEntry(({ form }) => form.place);
  const occurredAt = useEntry(({ form }) => form.occurredAt);
  return (
    <div className="ct-row ct-row-place">
      <Field name="place" aside={<PlaceOffer active={active} />}>
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

import type { ReactNode } from 'react';
import { z } from 'zod';
import { instantSchema, instant, type Instant } from '../../../../shared/instant.ts';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { TextField } from '../fields.tsx';
import { MomentField } from '../moment-field.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

interface Values {
  readonly heldAt: Instant | null;
  readonly attendees: string;
  readonly text: string;
}

const useDraft = createActDraft<Values>('order.meeting', {
  heldAt: instantSchema.nullable(),
  attendees: z.string(),
  text: z.string(),
});

/** 会议记录: joint and coordination meetings. H9, A5, T9. */
export function MeetingForm(props: ActFormProps): ReactNode {
  const first: Values = { heldAt: instant(props.bench.nowMs), attendees: '', text: '' };
  const form = useActForm(props, useDraft(props.bench.order.id, first), (payload) => ({
    type: 'order.meeting',
    payload,
  }));
  const { values, edit, errors } = form;
  return (
    <ActFrame {...props} type="order.meeting" form={form}>
      <MomentField
        label={TEXT.heldAt}
        required
        value={values.heldAt}
        error={errors['heldAt']}
        onChange={(heldAt) => edit({ heldAt })}
      />
      <TextField
        label={TEXT.attendees}
        required
        rows={1}
        max={500}
        value={values.attendees}
        error={errors['attendees']}
        onChange={(attendees) => edit({ attendees })}
      />
      <TextField
        label={TEXT.meetingText}
        required
        max={2000}
        value={values.text}
        error={errors['text']}
        onChange={(text) => edit({ text })}
      />
    </ActFrame>
  );
}

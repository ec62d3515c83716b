import type { ReactNode } from 'react';
import { z } from 'zod';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { ChoiceField, TextField } from '../fields.tsx';
import { CLOSE_REASONS, TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

type Reason = keyof typeof CLOSE_REASONS;

interface Values {
  readonly reason: Reason | null;
  readonly note: string;
}

const REASONS = ['satisfied', 'lawfulReply', 'unreachable'] as const satisfies readonly Reason[];

const useDraft = createActDraft<Values>('order.close', {
  reason: z.enum(REASONS).nullable(),
  note: z.string(),
});

/** 办结, on one of the grounds the city knows. T14. */
export function CloseForm(props: ActFormProps): ReactNode {
  const form = useActForm(props, useDraft(props.bench.order.id, { reason: null, note: '' }), (payload) => ({
    type: 'order.close',
    payload,
  }));
  const { values, edit, errors } = form;
  return (
    <ActFrame {...props} type="order.close" form={form}>
      <ChoiceField
        label={TEXT.closeReason}
        required
        value={values.reason}
        options={REASONS.map((value) => ({ value, label: CLOSE_REASONS[value] }))}
        error={errors['reason']}
        onChange={(reason) => edit({ reason })}
      />
      <TextField
        label={TEXT.note}
        rows={2}
        max={500}
        value={values.note}
        error={errors['note']}
        onChange={(note) => edit({ note })}
      />
    </ActFrame>
  );
}

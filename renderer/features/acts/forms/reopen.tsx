import type { ReactNode } from 'react';
import { z } from 'zod';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { TextField } from '../fields.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

interface Values {
  readonly reason: string;
}

const useDraft = createActDraft<Values>('order.reopen', {
  reason: z.string(),
});

/** 重新打开 an order that had ended. */
export function ReopenForm(props: ActFormProps): ReactNode {
  const form = useActForm(props, useDraft(props.bench.order.id, { reason: '' }), (payload) => ({
    type: 'order.reopen',
    payload,
  }));
  return (
    <ActFrame {...props} type="order.reopen" form={form}>
      <TextField
        label={TEXT.reason}
        required
        rows={3}
        max={2000}
        value={form.values.reason}
        error={form.errors['reason']}
        onChange={(reason) => form.edit({ reason })}
      />
    </ActFrame>
  );
}

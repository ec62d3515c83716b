import type { ReactNode } from 'react';
import { z } from 'zod';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { TextField } from '../fields.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

interface Values {
  readonly text: string;
}

const useDraft = createActDraft<Values>('order.reportProgress', {
  text: z.string(),
});

/** 续报进展: where it stands, and for a filed case what follows. T10, H14. */
export function ReportProgressForm(props: ActFormProps): ReactNode {
  const form = useActForm(props, useDraft(props.bench.order.id, { text: '' }), (payload) => ({
    type: 'order.reportProgress',
    payload,
  }));
  return (
    <ActFrame {...props} type="order.reportProgress" form={form}>
      <TextField
        label={TEXT.progress}
        required
        rows={4}
        max={2000}
        value={form.values.text}
        error={form.errors['text']}
        onChange={(text) => form.edit({ text })}
      />
    </ActFrame>
  );
}

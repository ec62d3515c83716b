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

const useDraft = createActDraft<Values>('order.answerSupervision', {
  text: z.string(),
});

/** 回复督办. T13. */
export function AnswerSupervisionForm(props: ActFormProps): ReactNode {
  const form = useActForm(props, useDraft(props.bench.order.id, { text: '' }), (payload) => ({
    type: 'order.answerSupervision',
    payload,
  }));
  return (
    <ActFrame {...props} type="order.answerSupervision" form={form}>
      <TextField
        label={TEXT.supervisionAnswer}
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

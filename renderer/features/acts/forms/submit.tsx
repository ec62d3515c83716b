import type { ReactNode } from 'react';
import { z } from 'zod';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { TextField } from '../fields.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

interface Values {
  readonly to: string;
  readonly report: string;
}

const useDraft = createActDraft<Values>('order.submit', {
  to: z.string(),
  report: z.string(),
});

/** 呈报领导: the special report to the leaders. H10, Z8. */
export function SubmitForm(props: ActFormProps): ReactNode {
  const form = useActForm(props, useDraft(props.bench.order.id, { to: '', report: '' }), (payload) => ({
    type: 'order.submit',
    payload,
  }));
  const { values, edit, errors } = form;
  return (
    <ActFrame {...props} type="order.submit" form={form}>
      <TextField
        label={TEXT.submitTo}
        required
        rows={1}
        max={60}
        placeholder={TEXT.submitToHint}
        value={values.to}
        error={errors['to']}
        onChange={(to) => edit({ to })}
      />
      <TextField
        label={TEXT.report}
        required
        rows={6}
        max={8000}
        placeholder={TEXT.reportHint}
        value={values.report}
        error={errors['report']}
        onChange={(report) => edit({ report })}
      />
    </ActFrame>
  );
}

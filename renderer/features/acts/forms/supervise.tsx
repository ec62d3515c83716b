import type { ReactNode } from 'react';
import { z } from 'zod';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { ChoiceField, PickField, TextField } from '../fields.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

interface Values {
  readonly trigger: string | null;
  readonly form: string | null;
  readonly text: string;
}

const useDraft = createActDraft<Values>('order.supervise', {
  trigger: z.string().nullable(),
  form: z.string().nullable(),
  text: z.string(),
});

/** 督办 with its trigger and one of the city's forms. T13, H11, J4. */
export function SuperviseForm(props: ActFormProps): ReactNode {
  const { order, city, nowMs } = props.bench;
  const supervision = city?.pack.supervision ?? null;
  const triggers = supervision?.triggers ?? [];
  const overdue = order.deadline !== null && Date.parse(order.deadline.due) <= nowMs;
  const usual = overdue ? triggers.find(({ id }) => id === 'overdue') : undefined;
  const first: Values = { trigger: usual?.id ?? null, form: null, text: '' };
  const form = useActForm(props, useDraft(props.bench.order.id, first), (payload) => ({
    type: 'order.supervise',
    payload,
  }));
  const { values, edit, errors } = form;
  return (
    <ActFrame {...props} type="order.supervise" form={form}>
      <PickField
        label={TEXT.trigger}
        required
        placeholder={TEXT.choose}
        value={values.trigger}
        options={triggers.map(({ id, name, article }) => ({ value: id, label: `${name}（${article}）` }))}
        error={errors['trigger']}
        onChange={(trigger) => edit({ trigger })}
      />
      <ChoiceField
        label={TEXT.supervisionForm}
        required
        value={values.form}
        options={(supervision?.forms ?? []).map(({ id, name, article }) => ({ value: id, label: name, hint: article }))}
        error={errors['form']}
        onChange={(chosen) => edit({ form: chosen })}
      />
      <TextField
        label={TEXT.supervisionText}
        required
        max={2000}
        value={values.text}
        error={errors['text']}
        onChange={(text) => edit({ text })}
      />
    </ActFrame>
  );
}

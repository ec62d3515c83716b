import type { ReactNode } from 'react';
import { z } from 'zod';
import { CONTACT_HOW_NAMES, contactHowSchema, type ContactHow } from '../../../../shared/domain/life.ts';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { ChoiceField, TextField } from '../fields.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';
import { YesNoField } from '../yes-no.tsx';

interface Values {
  readonly how: ContactHow;
  readonly reached: boolean | null;
  readonly text: string;
}

const useDraft = createActDraft<Values>('order.contactCaller', {
  how: contactHowSchema,
  reached: z.boolean().nullable(),
  text: z.string(),
});

/** 联系诉求人: a word with the caller before there is an answer. H4, Z5. */
export function ContactCallerForm(props: ActFormProps): ReactNode {
  const first: Values = { how: 'phone', reached: null, text: '' };
  const form = useActForm(props, useDraft(props.bench.order.id, first), (payload) => ({
    type: 'order.contactCaller',
    payload,
  }));
  const { values, edit, errors } = form;
  return (
    <ActFrame {...props} type="order.contactCaller" form={form}>
      <div className="act-columns">
        <ChoiceField
          label={TEXT.how}
          required
          value={values.how}
          options={contactHowSchema.options.map((value) => ({ value, label: CONTACT_HOW_NAMES[value] }))}
          error={errors['how']}
          onChange={(how) => edit({ how })}
        />
        <YesNoField
          label={TEXT.reached}
          required
          value={values.reached}
          yes={TEXT.reachedYes}
          no={TEXT.reachedNo}
          error={errors['reached']}
          onChange={(reached) => edit({ reached })}
        />
      </div>
      <TextField
        label={TEXT.contactText}
        required
        rows={3}
        max={2000}
        value={values.text}
        error={errors['text']}
        onChange={(text) => edit({ text })}
      />
    </ActFrame>
  );
}

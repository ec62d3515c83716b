import type { ReactNode } from 'react';
import { z } from 'zod';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { ChoiceField, TextField } from '../fields.tsx';
import { TEXT, TRANSFER_NAMES } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

type Body = keyof typeof TRANSFER_NAMES;

interface Values {
  readonly body: Body | null;
  readonly name: string;
  readonly reason: string;
}

const BODIES = ['discipline', 'judicial', 'competent'] as const satisfies readonly Body[];

const useDraft = createActDraft<Values>('order.transfer', {
  body: z.enum(BODIES).nullable(),
  name: z.string(),
  reason: z.string(),
});

/** 移送: to the discipline body, to justice, or to whom it belongs. H8, T19, Z6. */
export function TransferForm(props: ActFormProps): ReactNode {
  const form = useActForm(props, useDraft(props.bench.order.id, { body: null, name: '', reason: '' }), (payload) => ({
    type: 'order.transfer',
    payload,
  }));
  const { values, edit, errors } = form;
  return (
    <ActFrame {...props} type="order.transfer" form={form} danger>
      <ChoiceField
        label={TEXT.transferBody}
        required
        value={values.body}
        options={BODIES.map((value) => ({ value, label: TRANSFER_NAMES[value] }))}
        error={errors['body']}
        onChange={(body) => edit({ body })}
      />
      <TextField
        label={TEXT.transferName}
        required
        rows={1}
        max={60}
        value={values.name}
        error={errors['name']}
        onChange={(name) => edit({ name })}
      />
      <TextField
        label={TEXT.reason}
        required
        max={2000}
        value={values.reason}
        error={errors['reason']}
        onChange={(reason) => edit({ reason })}
      />
    </ActFrame>
  );
}

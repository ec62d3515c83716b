import type { ReactNode } from 'react';
import { z } from 'zod';
import { maskPhone } from '../../../../shared/text/mask.ts';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { useCallOfNow } from '../additions.ts';
import { TextField } from '../fields.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

interface Values {
  readonly text: string;
}

const useDraft = createActDraft<Values>('order.supplement', {
  text: z.string(),
});

/** 补充诉求: what the caller adds, tied to the call it was said in. */
export function SupplementForm(props: ActFormProps): ReactNode {
  const call = useCallOfNow();
  const form = useActForm(props, useDraft(props.bench.order.id, { text: '' }), ({ text }) => ({
    type: 'order.supplement',
    payload: { text, call },
  }));
  return (
    <ActFrame {...props} type="order.supplement" form={form} submitLabel={TEXT.submit}>
      <TextField
        label={TEXT.supplementHint}
        rows={4}
        max={2000}
        placeholder={TEXT.supplementPlaceholder}
        value={form.values.text}
        error={form.errors['text']}
        aside={call && TEXT.withCall(maskPhone(call.number))}
        onChange={(text) => form.edit({ text })}
      />
    </ActFrame>
  );
}

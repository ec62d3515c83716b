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
  readonly reason: string;
}

const useDraft = createActDraft<Values>('order.urge', {
  reason: z.string(),
});

/** 催办, on the caller's wish or because it is overdue. H11. */
export function UrgeForm(props: ActFormProps): ReactNode {
  const call = useCallOfNow();
  const form = useActForm(props, useDraft(props.bench.order.id, { reason: '' }), ({ reason }) => ({
    type: 'order.urge',
    payload: { reason, call },
  }));
  return (
    <ActFrame {...props} type="order.urge" form={form} submitLabel={TEXT.submit}>
      <TextField
        label={TEXT.urgeHint}
        rows={4}
        max={500}
        placeholder={TEXT.urgePlaceholder}
        value={form.values.reason}
        error={form.errors['reason']}
        aside={call && TEXT.withCall(maskPhone(call.number))}
        onChange={(reason) => form.edit({ reason })}
      />
    </ActFrame>
  );
}

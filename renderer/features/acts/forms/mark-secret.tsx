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

const useDraft = createActDraft<Values>('order.markSecret', {
  reason: z.string(),
});

/** 保密设置: what is secret is made so, or no longer. J5, T17, Z7, H19. */
export function MarkSecretForm(props: ActFormProps): ReactNode {
  const secret = props.bench.order.request.sensitivity !== 'secret';
  const form = useActForm(props, useDraft(props.bench.order.id, { reason: '' }), ({ reason }) => ({
    type: 'order.markSecret',
    payload: { secret, reason },
  }));
  return (
    <ActFrame {...props} type="order.markSecret" form={form} submitLabel={secret ? TEXT.makeSecret : TEXT.makePublic}>
      <p className="order-faint">{secret ? TEXT.secretHint : TEXT.publicHint}</p>
      <TextField
        label={TEXT.reason}
        required
        rows={2}
        max={2000}
        value={form.values.reason}
        error={form.errors['reason']}
        onChange={(reason) => form.edit({ reason })}
      />
    </ActFrame>
  );
}

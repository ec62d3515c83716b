import type { ReactNode } from 'react';
import { z } from 'zod';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { TextField } from '../fields.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

interface Values {
  readonly reason: string;
  readonly basis: string;
}

const useDraft = createActDraft<Values>('order.requestReturn', {
  reason: z.string(),
  basis: z.string(),
});

/** 申请退单, with reason and basis; whoever asks later than allowed is told before. T7. */
export function RequestReturnForm(props: ActFormProps): ReactNode {
  const { city } = props.bench;
  const form = useActForm(props, useDraft(props.bench.order.id, { reason: '', basis: '' }), (payload) => ({
    type: 'order.requestReturn',
    payload,
  }));
  const { values, edit, errors, after } = form;
  const returns = city?.pack.returns ?? null;
  const late = after?.life.returns.at(-1)?.late ?? false;
  return (
    <ActFrame {...props} type="order.requestReturn" form={form}>
      {returns && <p className="order-faint">{TEXT.returnWithin(returns.limitWd, returns.article)}</p>}
      {late && <p className="act-warn">{TEXT.lateReturn}</p>}
      <TextField
        label={TEXT.reason}
        required
        max={2000}
        placeholder={TEXT.returnReasonHint}
        value={values.reason}
        error={errors['reason']}
        onChange={(reason) => edit({ reason })}
      />
      <TextField
        label={TEXT.basisLabel}
        required
        rows={2}
        max={500}
        placeholder={TEXT.returnBasisHint}
        value={values.basis}
        error={errors['basis']}
        onChange={(basis) => edit({ basis })}
      />
    </ActFrame>
  );
}

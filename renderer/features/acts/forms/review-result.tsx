import type { ReactNode } from 'react';
import { z } from 'zod';
import { signingSchema, type Signing } from '../../../../shared/domain/life.ts';
import { createActDraft, UNKEPT } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { TextField } from '../fields.tsx';
import { ResultSaid } from '../result-said.tsx';
import { SignatureField } from '../signature-field.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';
import { YesNoField } from '../yes-no.tsx';

interface Values {
  readonly approved: boolean | null;
  readonly reason: string;
  readonly signing: Signing | null;
}

const useDraft = createActDraft<Values>(
  'order.reviewResult',
  {
    approved: z.boolean().nullable(),
    reason: z.string(),
    signing: signingSchema.nullable(),
  },
  UNKEPT,
);

/** 负责人审签: read, then signed and passed on, or sent back with a reason. H5, T12, Z9. */
export function ReviewResultForm(props: ActFormProps): ReactNode {
  const { city } = props.bench;
  const first: Values = { approved: null, reason: '', signing: null };
  const form = useActForm(props, useDraft(props.bench.order.id, first), ({ approved, reason, signing }) => ({
    type: 'order.reviewResult',
    payload: { approved, reason, signing: approved ? signing : null },
  }));
  const { values, edit, errors } = form;
  return (
    <ActFrame {...props} type="order.reviewResult" form={form}>
      <ResultSaid order={props.bench.order} />
      <YesNoField
        label={TEXT.reviewOpinion}
        required
        value={values.approved}
        yes={TEXT.approve}
        no={TEXT.sendBack}
        error={errors['approved']}
        onChange={(approved) => edit({ approved })}
      />
      {values.approved !== true && (
        <TextField
          label={TEXT.reason}
          required={values.approved === false}
          max={2000}
          value={values.reason}
          error={errors['reason']}
          onChange={(reason) => edit({ reason })}
        />
      )}
      {values.approved !== false && (
        <SignatureField
          label={TEXT.leaderSignature}
          required={city?.pack.leaderReview?.signature ?? true}
          value={values.signing}
          error={errors['signing']}
          onChange={(signing) => edit({ signing })}
        />
      )}
    </ActFrame>
  );
}

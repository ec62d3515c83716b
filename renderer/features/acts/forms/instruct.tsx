import type { ReactNode } from 'react';
import { z } from 'zod';
import { unitIdSchema, type UnitId } from '../../../../shared/domain/ids.ts';
import { signingSchema, type Signing } from '../../../../shared/domain/life.ts';
import { createActDraft, UNKEPT } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { TextField } from '../fields.tsx';
import { SignatureField } from '../signature-field.tsx';
import { TEXT } from '../text.ts';
import { UnitField } from '../unit-field.tsx';
import { UnitSuggestions } from '../unit-suggestions.tsx';
import { useActForm, type ActFormProps } from '../use-act-form.ts';
import { Wish } from '../wish.tsx';

interface Values {
  readonly text: string;
  readonly unitId: UnitId | null;
  readonly signing: Signing | null;
}

const useDraft = createActDraft<Values>(
  'order.instruct',
  {
    text: z.string(),
    unitId: unitIdSchema.nullable(),
    signing: signingSchema.nullable(),
  },
  UNKEPT,
);

/** 批示: what the leaders want done, by whom, under their signature. H10, Z8. */
export function InstructForm(props: ActFormProps): ReactNode {
  const { order } = props.bench;
  const { submission } = order.life;
  const first: Values = { text: '', unitId: order.unitId, signing: null };
  const form = useActForm(props, useDraft(props.bench.order.id, first), (payload) => ({
    type: 'order.instruct',
    payload,
  }));
  const { values, edit, errors } = form;
  return (
    <ActFrame {...props} type="order.instruct" form={form}>
      {submission && (
        <Wish
          at={submission.at}
          by={submission.by}
          warn={null}
          facts={[
            { label: TEXT.submitTo, value: submission.to },
            { label: TEXT.report, value: submission.report },
          ]}
        />
      )}
      <TextField
        label={TEXT.instruction}
        required
        max={2000}
        value={values.text}
        error={errors['text']}
        onChange={(text) => edit({ text })}
      />
      <UnitField
        label={TEXT.instructedUnit}
        required
        value={values.unitId}
        error={errors['unitId']}
        onChange={(unitId) => edit({ unitId })}
      >
        <UnitSuggestions
          order={order}
          chosen={values.unitId}
          inFront={props.inFront}
          onChoose={(unitId) => edit({ unitId })}
        />
      </UnitField>
      <SignatureField
        label={TEXT.signature}
        required
        value={values.signing}
        error={errors['signing']}
        onChange={(signing) => edit({ signing })}
      />
    </ActFrame>
  );
}

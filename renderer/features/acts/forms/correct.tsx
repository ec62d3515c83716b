import type { ReactNode } from 'react';
import { z } from 'zod';
import { correctionSchema, type Correction } from '../../../../shared/domain/life.ts';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { PickField, TextField } from '../fields.tsx';
import { CORRECTED_NAMES, TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

type Corrected = Correction['field'];

interface Values {
  readonly field: Corrected | null;
  readonly after: string;
  readonly reason: string;
}

const useDraft = createActDraft<Values>('order.correct', {
  field: correctionSchema.shape.field.nullable(),
  after: z.string(),
  reason: z.string(),
});
const FIELDS = [
  'content',
  'wish',
  'place',
  'callerName',
  'callerPhone',
  'accusedUnit',
  'accusedPerson',
] as const satisfies readonly Corrected[];

/** 更正 a slip of the pen: what stood there before stays on record. Z11. */
export function CorrectForm(props: ActFormProps): ReactNode {
  const form = useActForm(props, useDraft(props.bench.order.id, { field: null, after: '', reason: '' }), (payload) => ({
    type: 'order.correct',
    payload,
  }));
  const { values, edit, errors } = form;
  return (
    <ActFrame {...props} type="order.correct" form={form}>
      <PickField<Corrected>
        label={TEXT.correctedField}
        required
        placeholder={TEXT.choose}
        value={values.field}
        options={FIELDS.map((value) => ({ value, label: CORRECTED_NAMES[value] }))}
        error={errors['field']}
        onChange={(field) => edit({ field })}
      />
      <TextField
        label={TEXT.correctedTo}
        rows={values.field === 'content' ? 4 : 1}
        max={4000}
        value={values.after}
        error={errors['after']}
        onChange={(after) => edit({ after })}
      />
      <TextField
        label={TEXT.reason}
        required
        rows={2}
        max={2000}
        value={values.reason}
        error={errors['reason']}
        onChange={(reason) => edit({ reason })}
      />
    </ActFrame>
  );
}

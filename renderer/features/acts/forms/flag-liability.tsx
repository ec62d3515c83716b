import type { ReactNode } from 'react';
import { z } from 'zod';
import { unitIdSchema, type UnitId } from '../../../../shared/domain/ids.ts';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { PickField, TextField } from '../fields.tsx';
import { TEXT } from '../text.ts';
import { UnitField } from '../unit-field.tsx';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

interface Values {
  readonly flagId: string | null;
  readonly unitId: UnitId | null;
  readonly text: string;
}

const useDraft = createActDraft<Values>('order.flagLiability', {
  flagId: z.string().nullable(),
  unitId: unitIdSchema.nullable(),
  text: z.string(),
});

/** 标记追责, by one of the causes the city's text names. T18, J15, A6, A7, Z11. */
export function FlagLiabilityForm(props: ActFormProps): ReactNode {
  const { order, city } = props.bench;
  const first: Values = { flagId: null, unitId: order.unitId, text: '' };
  const form = useActForm(props, useDraft(props.bench.order.id, first), (payload) => ({
    type: 'order.flagLiability',
    payload,
  }));
  const { values, edit, errors } = form;
  const flags = city?.pack.liabilityFlags ?? [];
  return (
    <ActFrame {...props} type="order.flagLiability" form={form} danger>
      <PickField
        label={TEXT.liabilityCause}
        required
        placeholder={TEXT.choose}
        value={values.flagId}
        options={flags.map(({ id, name, article }) => ({ value: id, label: `${name}（${article}）` }))}
        error={errors['flagId']}
        onChange={(flagId) => edit({ flagId })}
      />
      <UnitField
        label={TEXT.liableUnit}
        value={values.unitId}
        error={errors['unitId']}
        onChange={(unitId) => edit({ unitId })}
      />
      <TextField
        label={TEXT.liabilityText}
        required
        max={2000}
        value={values.text}
        error={errors['text']}
        onChange={(text) => edit({ text })}
      />
    </ActFrame>
  );
}

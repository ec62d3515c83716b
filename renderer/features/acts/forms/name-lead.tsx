import type { ReactNode } from 'react';
import { z } from 'zod';
import { namedAssistants } from '../../../../shared/domain/acts/course.ts';
import { unitIdSchema, type UnitId } from '../../../../shared/domain/ids.ts';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { assistantDraftsSchema, AssistantsField, type AssistantDraft } from '../assistants-field.tsx';
import { TextField } from '../fields.tsx';
import { TEXT } from '../text.ts';
import { UnitField } from '../unit-field.tsx';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

interface Values {
  readonly unitId: UnitId | null;
  readonly assistants: readonly AssistantDraft[];
  readonly note: string;
}

const useDraft = createActDraft<Values>('order.nameLead', {
  unitId: unitIdSchema.nullable(),
  assistants: assistantDraftsSchema,
  note: z.string(),
});

/** 明确主办协办. T11, H9. */
export function NameLeadForm(props: ActFormProps): ReactNode {
  const { order } = props.bench;
  const first: Values = {
    unitId: order.unitId,
    assistants: namedAssistants(order.life).map(({ unitId, task }) => ({ unitId, task })),
    note: '',
  };
  const form = useActForm(props, useDraft(props.bench.order.id, first), (payload) => ({
    type: 'order.nameLead',
    payload,
  }));
  const { values, edit, errors } = form;
  return (
    <ActFrame {...props} type="order.nameLead" form={form}>
      <UnitField
        label={TEXT.leadUnit}
        required
        value={values.unitId}
        error={errors['unitId']}
        onChange={(unitId) => edit({ unitId })}
      />
      <AssistantsField
        value={values.assistants}
        lead={values.unitId}
        error={errors['assistants']}
        onChange={(assistants) => edit({ assistants })}
      />
      <TextField
        label={TEXT.note}
        rows={2}
        max={500}
        value={values.note}
        error={errors['note']}
        onChange={(note) => edit({ note })}
      />
    </ActFrame>
  );
}

import type { ReactNode } from 'react';
import { z } from 'zod';
import { unitIdSchema, type UnitId } from '../../../../shared/domain/ids.ts';
import { may } from '../../../../shared/domain/people.ts';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { TextField } from '../fields.tsx';
import { TEXT } from '../text.ts';
import { UnitField } from '../unit-field.tsx';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

interface Values {
  readonly unitId: UnitId | null;
  readonly reason: string;
}

const useDraft = createActDraft<Values>('order.redo', {
  unitId: unitIdSchema.nullable(),
  reason: z.string(),
});

/** 退回重办, with the reason the unit will read and the limit it will get. T15, H12, Z10, J23. */
export function RedoForm(props: ActFormProps): ReactNode {
  const { order, actor } = props.bench;
  const source = may(actor, 'order.followUp') ? 'followUp' : 'supervision';
  const said = order.life.followUps.findLast(({ reached }) => reached)?.note ?? '';
  const form = useActForm(
    props,
    useDraft(props.bench.order.id, { unitId: order.unitId, reason: said }),
    ({ unitId, reason }) => ({
      type: 'order.redo',
      payload: { source, unitId, reason },
    }),
  );
  const { values, edit, errors } = form;
  return (
    <ActFrame {...props} type="order.redo" form={form} danger>
      <UnitField
        label={TEXT.redoUnit}
        required
        value={values.unitId}
        error={errors['unitId']}
        onChange={(unitId) => edit({ unitId })}
      />
      <TextField
        label={TEXT.redoReason}
        required
        max={2000}
        value={values.reason}
        error={errors['reason']}
        onChange={(reason) => edit({ reason })}
      />
    </ActFrame>
  );
}

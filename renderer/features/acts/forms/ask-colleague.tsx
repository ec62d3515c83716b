import type { ReactNode } from 'react';
import { z } from 'zod';
import { unitIdSchema, type UnitId } from '../../../../shared/domain/ids.ts';
import { useUnits } from '../../../data/directory.ts';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { TextField } from '../fields.tsx';
import { TEXT } from '../text.ts';
import { UnitField } from '../unit-field.tsx';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

interface Values {
  readonly unitId: UnitId | null;
  readonly task: string;
}

const useDraft = createActDraft<Values>('order.askColleague', {
  unitId: unitIdSchema.nullable(),
  task: z.string(),
});

/** 请单位协助: the unit that has it asks another one for its part, without the centre. T11. */
export function AskColleagueForm(props: ActFormProps): ReactNode {
  const { order } = props.bench;
  const units = useUnits();
  const there = new Set([order.unitId, ...order.life.assistants.map(({ unitId }) => unitId)]);
  const others = units.filter(({ id, open }) => open && !there.has(id)).map(({ id }) => id);
  const form = useActForm(props, useDraft(order.id, { unitId: null, task: '' }), (payload) => ({
    type: 'order.askColleague',
    payload,
  }));
  const { values, edit, errors } = form;
  return (
    <ActFrame {...props} type="order.askColleague" form={form}>
      <p className="order-faint">{TEXT.askedHint}</p>
      <UnitField
        label={TEXT.askedUnit}
        required
        among={others}
        value={values.unitId}
        error={errors['unitId']}
        onChange={(unitId) => edit({ unitId })}
      />
      <TextField
        label={TEXT.askedTask}
        required
        rows={2}
        max={500}
        placeholder={TEXT.taskHint}
        value={values.task}
        error={errors['task']}
        onChange={(task) => edit({ task })}
      />
    </ActFrame>
  );
}

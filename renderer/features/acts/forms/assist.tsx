import type { ReactNode } from 'react';
import { z } from 'zod';
import { unitIdSchema, type UnitId } from '../../../../shared/domain/ids.ts';
import type { Actor } from '../../../../shared/domain/people.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { TextField } from '../fields.tsx';
import { TEXT } from '../text.ts';
import { UnitField } from '../unit-field.tsx';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

interface Values {
  readonly unitId: UnitId | null;
  readonly text: string;
}

const useDraft = createActDraft<Values>('order.assist', {
  unitId: unitIdSchema.nullable(),
  text: z.string(),
});

/** 协办意见: what an assisting unit has to say. T11, H9. */
export function AssistForm(props: ActFormProps): ReactNode {
  const { order, actor } = props.bench;
  const mine = ownParts(order, actor);
  const form = useActForm(props, useDraft(props.bench.order.id, { unitId: mine[0] ?? null, text: '' }), (payload) => ({
    type: 'order.assist',
    payload,
  }));
  const { values, edit, errors } = form;
  const task = order.life.assistants.find(({ unitId }) => unitId === values.unitId)?.task;
  return (
    <ActFrame {...props} type="order.assist" form={form}>
      {mine.length > 1 && (
        <UnitField
          label={TEXT.assistingUnit}
          required
          among={mine}
          value={values.unitId}
          error={errors['unitId']}
          onChange={(unitId) => edit({ unitId })}
        />
      )}
      {task && <p className="order-faint">{TEXT.taskAsked(task)}</p>}
      <TextField
        label={TEXT.assistText}
        required
        max={2000}
        value={values.text}
        error={errors['text'] ?? (mine.length > 1 ? undefined : errors['unitId'])}
        onChange={(text) => edit({ text })}
      />
    </ActFrame>
  );
}

/** The assisting units this person speaks for; those that have not answered first. */
function ownParts({ life }: Order, { grants }: Actor): UnitId[] {
  const { units } = grants;
  return life.assistants
    .filter(({ unitId }) => units === 'all' || units.some((unit) => unit === unitId))
    .toSorted((a, b) => Number(a.answer !== null) - Number(b.answer !== null))
    .map(({ unitId }) => unitId);
}

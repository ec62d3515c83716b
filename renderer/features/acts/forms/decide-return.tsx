import type { ReactNode } from 'react';
import { z } from 'zod';
import { useUnits } from '../../../data/directory.ts';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { TextField } from '../fields.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';
import { Wish } from '../wish.tsx';
import { YesNoField } from '../yes-no.tsx';

interface Values {
  readonly agreed: boolean | null;
  readonly reason: string;
}

const useDraft = createActDraft<Values>('order.decideReturn', {
  agreed: z.boolean().nullable(),
  reason: z.string(),
});

/** 审核退单: agreed, it waits for another unit; refused, the unit carries on. T7. */
export function DecideReturnForm(props: ActFormProps): ReactNode {
  const { order } = props.bench;
  const form = useActForm(props, useDraft(props.bench.order.id, { agreed: null, reason: '' }), (payload) => ({
    type: 'order.decideReturn',
    payload,
  }));
  const { values, edit, errors } = form;
  const wish = order.life.returns.findLast(({ decision }) => decision === null);
  const unit = useUnits().find(({ id }) => id === wish?.unitId);
  return (
    <ActFrame {...props} type="order.decideReturn" form={form}>
      {wish && (
        <Wish
          at={wish.at}
          by={wish.by}
          warn={wish.late ? TEXT.lateReturn : null}
          facts={[
            { label: TEXT.unit, value: unit?.name },
            { label: TEXT.reason, value: wish.reason },
            { label: TEXT.basisLabel, value: wish.basis },
          ]}
        />
      )}
      <YesNoField
        label={TEXT.decision}
        required
        value={values.agreed}
        yes={TEXT.agreeReturn}
        no={TEXT.refuseReturn}
        error={errors['agreed']}
        onChange={(agreed) => edit({ agreed })}
      />
      <TextField
        label={TEXT.reason}
        required
        max={2000}
        value={values.reason}
        error={errors['reason']}
        onChange={(reason) => edit({ reason })}
      />
    </ActFrame>
  );
}

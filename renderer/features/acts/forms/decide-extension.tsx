import type { ReactNode } from 'react';
import { z } from 'zod';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { DaysField, TextField } from '../fields.tsx';
import { ExtensionSignature } from '../sealed.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';
import { Wish } from '../wish.tsx';
import { YesNoField } from '../yes-no.tsx';

interface Values {
  readonly agreed: boolean | null;
  readonly reason: string;
  readonly days: number | null;
}

const useDraft = createActDraft<Values>('order.decideExtension', {
  agreed: z.boolean().nullable(),
  reason: z.string(),
  days: z.number().nullable(),
});

/** 审批延期: the new limit is shown before it is granted. T9, Z8, Z9, H9. */
export function DecideExtensionForm(props: ActFormProps): ReactNode {
  const { order } = props.bench;
  const wish = order.life.extensions.findLast(({ decision }) => decision === null);
  const first: Values = { agreed: null, reason: '', days: wish?.days ?? null };
  const form = useActForm(props, useDraft(props.bench.order.id, first), ({ agreed, reason, days }) => ({
    type: 'order.decideExtension',
    payload: { agreed, reason, days: agreed ? days : null },
  }));
  const { values, edit, errors } = form;
  return (
    <ActFrame {...props} type="order.decideExtension" form={form}>
      {wish && (
        <Wish
          at={wish.at}
          by={wish.by}
          warn={null}
          facts={[
            { label: TEXT.nth, value: TEXT.nthExtension(order.life.extensions.length) },
            { label: TEXT.daysAsked, value: TEXT.workingDays(wish.days) },
            { label: TEXT.reason, value: wish.reason },
            { label: TEXT.signature, value: <ExtensionSignature order={order} wish={wish} /> },
          ]}
        />
      )}
      <YesNoField
        label={TEXT.decision}
        required
        value={values.agreed}
        yes={TEXT.agreeExtension}
        no={TEXT.refuseExtension}
        error={errors['agreed']}
        onChange={(agreed) => edit({ agreed })}
      />
      {values.agreed && (
        <DaysField
          label={TEXT.daysGranted}
          required
          unit={TEXT.workingDayUnit}
          max={60}
          value={values.days}
          error={errors['days']}
          onChange={(days) => edit({ days })}
        />
      )}
      <TextField
        label={TEXT.reason}
        required={values.agreed === false}
        max={2000}
        value={values.reason}
        error={errors['reason']}
        onChange={(reason) => edit({ reason })}
      />
    </ActFrame>
  );
}

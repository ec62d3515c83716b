import type { ReactNode } from 'react';
import { z } from 'zod';
import { signingSchema, type Signing } from '../../../../shared/domain/life.ts';
import type { Pack } from '../../../../shared/policy/pack.ts';
import { createActDraft, UNKEPT } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { DaysField, TextField } from '../fields.tsx';
import { SignatureField } from '../signature-field.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

interface Values {
  readonly days: number | null;
  readonly reason: string;
  readonly signing: Signing | null;
}

const useDraft = createActDraft<Values>(
  'order.requestExtension',
  {
    days: z.number().nullable(),
    reason: z.string(),
    signing: signingSchema.nullable(),
  },
  UNKEPT,
);

/** 申请延期: what the city allows is said above the fields. T9, Z8, Z9, H9. */
export function RequestExtensionForm(props: ActFormProps): ReactNode {
  const { order, city } = props.bench;
  const extensions = city?.pack.extensions ?? null;
  const first: Values = { days: extensions?.lengthWd ?? extensions?.maxLengthWd ?? null, reason: '', signing: null };
  const form = useActForm(props, useDraft(props.bench.order.id, first), (payload) => ({
    type: 'order.requestExtension',
    payload,
  }));
  const { values, edit, errors } = form;
  const used = order.life.extensions.filter(({ decision }) => decision?.agreed).length;
  return (
    <ActFrame {...props} type="order.requestExtension" form={form}>
      {extensions && <p className="order-faint">{terms(extensions, used)}</p>}
      <DaysField
        label={TEXT.daysAsked}
        required
        unit={TEXT.workingDayUnit}
        max={60}
        value={values.days}
        error={errors['days']}
        onChange={(days) => edit({ days })}
      />
      <TextField
        label={TEXT.reason}
        required
        max={2000}
        value={values.reason}
        error={errors['reason']}
        onChange={(reason) => edit({ reason })}
      />
      <SignatureField
        label={TEXT.leaderSignature}
        required={(extensions?.secondNeedsSignature ?? false) && used >= 1}
        value={values.signing}
        error={errors['signing']}
        onChange={(signing) => edit({ signing })}
      />
    </ActFrame>
  );
}

function terms(extensions: NonNullable<Pack['extensions']>, used: number): string {
  const { max, lengthWd, maxLengthWd, askBeforeDays, article } = extensions;
  return [
    TEXT.extensionUsed(used, max),
    lengthWd === null ? maxLengthWd !== null && TEXT.extensionAtMost(maxLengthWd) : TEXT.extensionEach(lengthWd),
    askBeforeDays !== null && TEXT.extensionBefore(askBeforeDays),
    article,
  ]
    .filter(Boolean)
    .join(' · ');
}

import type { ReactNode } from 'react';
import { z } from 'zod';
import { accountIdSchema, type AccountId } from '../../../../shared/domain/ids.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { useDeskQuery } from '../../../data/use-query.ts';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { PickField, TextField } from '../fields.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

interface Values {
  readonly accountId: AccountId | null;
  readonly reason: string;
}

const useDraft = createActDraft<Values>('order.recuse', {
  accountId: accountIdSchema.nullable(),
  reason: z.string(),
});

/** 回避: whoever has an interest in the matter sees and touches it no more. J5. */
export function RecuseForm(props: ActFormProps): ReactNode {
  const form = useActForm(props, useDraft(props.bench.order.id, { accountId: null, reason: '' }), (payload) => ({
    type: 'order.recuse',
    payload,
  }));
  const { values, edit, errors } = form;
  const colleagues = useDeskQuery({ key: ['colleagues'], tables: [], run: (desk) => desk.office.colleagues() });
  return (
    <ActFrame {...props} type="order.recuse" form={form} danger>
      {colleagues.failure && <FailureNote look="line" failure={colleagues.failure} onRetry={colleagues.refresh} />}
      <PickField
        label={TEXT.recused}
        required
        placeholder={TEXT.recusedHint}
        value={values.accountId}
        options={(colleagues.data ?? []).map(({ id, jobNumber, name }) => ({
          value: id,
          label: `${name} ${jobNumber}`,
        }))}
        error={errors['accountId']}
        onChange={(accountId) => edit({ accountId })}
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

import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import { orderIdSchema, type OrderId } from '../../../../shared/domain/ids.ts';
import { useDeskQuery } from '../../../data/use-query.ts';
import { FIRST_QUERY, orderFilter, withView } from '../../orders/query.ts';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { Field, TextField } from '../fields.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

interface Values {
  readonly into: OrderId | null;
  /** As it was found, so that the choice stays readable when the search has moved on. */
  readonly intoLabel: string;
  readonly reason: string;
}

const useDraft = createActDraft<Values>('order.merge', {
  into: orderIdSchema.nullable(),
  intoLabel: z.string(),
  reason: z.string(),
});

/** 并单: this order goes on as part of another one. */
export function MergeForm(props: ActFormProps): ReactNode {
  const first: Values = { into: null, intoLabel: '', reason: '' };
  const form = useActForm(props, useDraft(props.bench.order.id, first), ({ into, reason }) => ({
    type: 'order.merge',
    payload: { into, reason },
  }));
  const { values, edit, errors } = form;
  const [text, setText] = useState('');
  const { data } = useDeskQuery({
    key: ['mergeTargets', text],
    tables: ['orders'],
    keepAcrossKeys: true,
    run: (desk) =>
      desk.orders.list({
        filter: { ...orderFilter(withView(FIRST_QUERY, 'all')), text: text.trim().slice(0, 100) },
        offset: 0,
        limit: 20,
      }),
  });
  const found = (data?.rows ?? [])
    .filter(({ id }) => id !== props.bench.order.id)
    .map(({ id, number, provisionalNumber, summary }) => ({
      value: id,
      label: `${number ?? provisionalNumber} ${summary}`,
    }));
  return (
    <ActFrame {...props} type="order.merge" form={form}>
      <Field label={TEXT.mergeInto} required error={errors['into']}>
        {(control) => (
          <Select<OrderId, { value: OrderId; label: string }>
            {...control}
            className="act-wide"
            placeholder={TEXT.mergeHint}
            value={values.into}
            showSearch={{ filterOption: false, onSearch: setText }}
            options={
              values.into !== null && !found.some(({ value }) => value === values.into)
                ? [{ value: values.into, label: values.intoLabel }, ...found]
                : found
            }
            onChange={(into: OrderId) =>
              edit({ into, intoLabel: found.find(({ value }) => value === into)?.label ?? values.intoLabel })
            }
          />
        )}
      </Field>
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

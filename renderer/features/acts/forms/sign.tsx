import type { ReactNode } from 'react';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

const useSignDraft = createActDraft<object>('order.sign', {});
const useArchiveDraft = createActDraft<object>('order.archive', {});

/** 签收: the unit takes the order in hand. */
export function SignForm(props: ActFormProps): ReactNode {
  const form = useActForm(props, useSignDraft(props.bench.order.id, {}), () => ({ type: 'order.sign', payload: {} }));
  return (
    <ActFrame {...props} type="order.sign" form={form} plain>
      <p className="order-faint">{TEXT.signHint}</p>
    </ActFrame>
  );
}

/** 归档. T14, Z10, Z12. */
export function ArchiveForm(props: ActFormProps): ReactNode {
  const form = useActForm(props, useArchiveDraft(props.bench.order.id, {}), () => ({
    type: 'order.archive',
    payload: {},
  }));
  return (
    <ActFrame {...props} type="order.archive" form={form} plain>
      <p className="order-faint">{TEXT.archiveHint}</p>
    </ActFrame>
  );
}

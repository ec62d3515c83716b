import type { ReactNode } from 'react';
import { z } from 'zod';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { useCallOfNow } from '../additions.ts';
import { ChoiceField, TextField } from '../fields.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

type Level = '1' | '2';

interface Values {
  readonly level: Level;
  readonly reason: string;
}

const useDraft = createActDraft<Values>('order.askReview', {
  level: z.enum(['1', '2']),
  reason: z.string(),
});
const LEVELS = [
  { value: '1', label: TEXT.review1 },
  { value: '2', label: TEXT.review2 },
] as const;

/** 申请复查复核: 复核 after 复查 only. H12. */
export function AskReviewForm(props: ActFormProps): ReactNode {
  const { order, city } = props.bench;
  const call = useCallOfNow();
  const reviewed = order.life.reviews.some(({ decision }) => decision !== null);
  const first: Values = { level: reviewed ? '2' : '1', reason: '' };
  const form = useActForm(props, useDraft(props.bench.order.id, first), ({ level, reason }) => ({
    type: 'order.askReview',
    payload: { level: level === '1' ? 1 : 2, reason, call },
  }));
  const { values, edit, errors } = form;
  const most = city?.pack.review?.levels ?? 2;
  return (
    <ActFrame {...props} type="order.askReview" form={form}>
      <ChoiceField<Level>
        label={TEXT.reviewLevel}
        required
        value={values.level}
        options={LEVELS.slice(0, most)}
        error={errors['level']}
        onChange={(level) => edit({ level })}
      />
      <TextField
        label={TEXT.reviewReason}
        required
        max={2000}
        value={values.reason}
        error={errors['reason']}
        onChange={(reason) => edit({ reason })}
      />
    </ActFrame>
  );
}

import type { ReactNode } from 'react';
import { z } from 'zod';
import { callRefSchema, type CallRef } from '../../../../shared/domain/call.ts';
import { RATING_NAMES, ratingSchema, type Rating } from '../../../../shared/domain/life.ts';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { useCallOfNow } from '../additions.ts';
import { ChoiceField, TextField } from '../fields.tsx';
import { FollowUpScript } from '../follow-up-script.tsx';
import { ResultSaid } from '../result-said.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';
import { YesNoField } from '../yes-no.tsx';

interface Values {
  readonly reached: boolean | null;
  readonly rating: Rating | null;
  readonly reasonable: boolean | null;
  readonly note: string;
  /** The call made from this form; while it lives the exchange says more of it. */
  readonly call: CallRef | null;
}

const useDraft = createActDraft<Values>('order.followUp', {
  reached: z.boolean().nullable(),
  rating: ratingSchema.nullable(),
  reasonable: z.boolean().nullable(),
  note: z.string(),
  call: callRefSchema.nullable(),
});
/** Where the text does not say on which ratings an order goes back. */
const POOR: readonly Rating[] = ['dissatisfied'];

/** 回访: reached or not, the rating, and where it is poor whether it is reasonable. T15, H12, Z10. */
export function FollowUpForm(props: ActFormProps): ReactNode {
  const now = useCallOfNow();
  const redoOn = props.bench.city?.pack.followUp?.redoOn ?? POOR;
  const isPoor = (rating: Rating | null): boolean => rating !== null && redoOn.includes(rating);
  const first: Values = { reached: null, rating: null, reasonable: null, note: '', call: null };
  const form = useActForm(
    props,
    useDraft(props.bench.order.id, first),
    ({ reached, rating, reasonable, note, call }) => ({
      type: 'order.followUp',
      payload: {
        reached,
        rating: reached ? rating : null,
        reasonable: reached && isPoor(rating) ? reasonable : null,
        note,
        call: now ?? call,
      },
    }),
  );
  const { values, edit, errors } = form;
  const poor = values.reached === true && isPoor(values.rating);
  return (
    <ActFrame {...props} type="order.followUp" form={form}>
      <FollowUpScript bench={props.bench} onCalled={(call) => edit({ call })} />
      <ResultSaid order={props.bench.order} />
      <YesNoField
        label={TEXT.reached}
        required
        value={values.reached}
        yes={TEXT.reachedYes}
        no={TEXT.reachedNo}
        error={errors['reached']}
        onChange={(reached) => edit({ reached })}
      />
      {values.reached && (
        <ChoiceField
          label={TEXT.rating}
          required
          value={values.rating}
          options={ratingSchema.options.map((value) => ({ value, label: RATING_NAMES[value] }))}
          error={errors['rating']}
          onChange={(rating) => edit({ rating })}
        />
      )}
      {poor && (
        <YesNoField
          label={TEXT.reasonable}
          required
          value={values.reasonable}
          yes={TEXT.reasonableYes}
          no={TEXT.reasonableNo}
          error={errors['reasonable']}
          onChange={(reasonable) => edit({ reasonable })}
        />
      )}
      <TextField
        label={poor ? TEXT.poorWhy : values.reached === false ? TEXT.unreachedNote : TEXT.note}
        required={poor}
        rows={2}
        max={2000}
        value={values.note}
        error={errors['note'] ?? errors['reason']}
        onChange={(note) => edit({ note })}
      />
    </ActFrame>
  );
}

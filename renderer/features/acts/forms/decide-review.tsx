import type { ReactNode } from 'react';
import { z } from 'zod';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { TextField } from '../fields.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';
import { Wish } from '../wish.tsx';
import { YesNoField } from '../yes-no.tsx';

interface Values {
  readonly proper: boolean | null;
  readonly text: string;
}

const useDraft = createActDraft<Values>('order.decideReview', {
  proper: z.boolean().nullable(),
  text: z.string(),
});

/** 复查 or 复核 decided: handled properly, or back to the unit. H12. */
export function DecideReviewForm(props: ActFormProps): ReactNode {
  const asked = props.bench.order.life.reviews.findLast(({ decision }) => decision === null);
  const form = useActForm(props, useDraft(props.bench.order.id, { proper: null, text: '' }), (payload) => ({
    type: 'order.decideReview',
    payload,
  }));
  const { values, edit, errors } = form;
  return (
    <ActFrame {...props} type="order.decideReview" form={form}>
      {asked && (
        <Wish
          at={asked.at}
          by={asked.by}
          warn={null}
          facts={[
            { label: TEXT.reviewLevel, value: asked.level === 1 ? TEXT.review1 : TEXT.review2 },
            { label: TEXT.reason, value: asked.reason },
          ]}
        />
      )}
      <YesNoField
        label={TEXT.reviewResult}
        required
        value={values.proper}
        yes={TEXT.proper}
        no={TEXT.improper}
        error={errors['proper']}
        onChange={(proper) => edit({ proper })}
      />
      <TextField
        label={TEXT.reviewText}
        required
        max={2000}
        value={values.text}
        error={errors['text']}
        onChange={(text) => edit({ text })}
      />
    </ActFrame>
  );
}

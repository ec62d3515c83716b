import type { ReactNode } from 'react';
import { z } from 'zod';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { TextField } from '../fields.tsx';
import { ResultSaid } from '../result-said.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';
import { YesNoField } from '../yes-no.tsx';

interface Values {
  readonly facts: boolean | null;
  readonly nature: boolean | null;
  readonly handled: boolean | null;
  readonly reason: string;
}

const useDraft = createActDraft<Values>('order.inspect', {
  facts: z.boolean().nullable(),
  nature: z.boolean().nullable(),
  handled: z.boolean().nullable(),
  reason: z.string(),
});
const QUESTIONS = ['facts', 'nature', 'handled'] as const;

/** 质检 by its three questions: all three, and the reply goes out; otherwise back to the unit with the reason. H5. */
export function InspectForm(props: ActFormProps): ReactNode {
  const first: Values = { facts: null, nature: null, handled: null, reason: '' };
  const form = useActForm(props, useDraft(props.bench.order.id, first), (payload) => ({
    type: 'order.inspect',
    payload,
  }));
  const { values, edit, errors } = form;
  const answers = QUESTIONS.map((question) => values[question]);
  const back = answers.includes(false);
  const passed = answers.every((answer) => answer === true);
  return (
    <ActFrame
      {...props}
      type="order.inspect"
      form={form}
      danger={back}
      {...(back ? { submitLabel: TEXT.inspectBack } : passed ? { submitLabel: TEXT.inspectPass } : {})}
    >
      <ResultSaid order={props.bench.order} />
      <div className="act-questions">
        {QUESTIONS.map((question) => (
          <YesNoField
            key={question}
            label={TEXT.questions[question]}
            required
            value={values[question]}
            yes={TEXT.yes}
            no={TEXT.no}
            error={errors[question]}
            onChange={(answer) => edit({ [question]: answer })}
          />
        ))}
      </div>
      <TextField
        label={back ? TEXT.inspectReason : TEXT.note}
        required={back}
        rows={2}
        max={2000}
        value={values.reason}
        error={errors['reason']}
        onChange={(reason) => edit({ reason })}
      />
    </ActFrame>
  );
}

import type { ReactNode } from 'react';
import { z } from 'zod';
import { CONTACT_HOW_NAMES, contactHowSchema, type ContactHow } from '../../../../shared/domain/life.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import type { Pack } from '../../../../shared/policy/pack.ts';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { ChoiceField, TextField } from '../fields.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';
import { YesNoField } from '../yes-no.tsx';

interface Values {
  readonly how: ContactHow;
  readonly reached: boolean | null;
  readonly text: string;
  readonly adopted: boolean | null;
  readonly adoptionReason: string;
  readonly nextSteps: string;
}

const useDraft = createActDraft<Values>('order.replyCaller', {
  how: contactHowSchema,
  reached: z.boolean().nullable(),
  text: z.string(),
  adopted: z.boolean().nullable(),
  adoptionReason: z.string(),
  nextSteps: z.string(),
});

/** 答复诉求人: how and what, and for a suggestion whether it is taken up. J9, J22, H14, T12. */
export function ReplyCallerForm(props: ActFormProps): ReactNode {
  const { order, city } = props.bench;
  const suggestion = order.request.category === 'suggestion';
  const first: Values = {
    how: usualWay(order),
    reached: null,
    text: '',
    adopted: null,
    adoptionReason: '',
    nextSteps: '',
  };
  const form = useActForm(
    props,
    useDraft(props.bench.order.id, first),
    ({ how, reached, text, adopted, adoptionReason, nextSteps }) => ({
      type: 'order.replyCaller',
      payload: {
        how,
        reached,
        text,
        adoption: suggestion && adopted !== null ? { adopted, reason: adoptionReason, nextSteps } : null,
      },
    }),
  );
  const { values, edit, errors } = form;
  const demands = city ? demandsOn(order, city.pack) : [];
  return (
    <ActFrame {...props} type="order.replyCaller" form={form}>
      {demands.map((demand) => (
        <p key={demand} className="order-faint">
          {demand}
        </p>
      ))}
      <div className="act-columns">
        <ChoiceField
          label={TEXT.how}
          required
          value={values.how}
          options={contactHowSchema.options.map((value) => ({ value, label: CONTACT_HOW_NAMES[value] }))}
          error={errors['how']}
          onChange={(how) => edit({ how })}
        />
        <YesNoField
          label={TEXT.reached}
          required
          value={values.reached}
          yes={TEXT.reachedYes}
          no={TEXT.reachedNo}
          error={errors['reached']}
          onChange={(reached) => edit({ reached })}
        />
      </div>
      <TextField
        label={TEXT.replyText}
        required
        max={4000}
        value={values.text}
        error={errors['text']}
        onChange={(text) => edit({ text })}
      />
      {suggestion && (
        <>
          <YesNoField
            label={TEXT.adoption}
            required
            value={values.adopted}
            yes={TEXT.adopted}
            no={TEXT.notAdopted}
            error={errors['adoption']}
            onChange={(adopted) => edit({ adopted })}
          />
          {values.adopted === false && (
            <TextField
              label={TEXT.notAdoptedWhy}
              required
              rows={2}
              max={2000}
              value={values.adoptionReason}
              error={undefined}
              onChange={(adoptionReason) => edit({ adoptionReason })}
            />
          )}
          {values.adopted && (
            <TextField
              label={TEXT.nextSteps}
              required
              rows={2}
              max={2000}
              value={values.nextSteps}
              error={undefined}
              onChange={(nextSteps) => edit({ nextSteps })}
            />
          )}
        </>
      )}
    </ActFrame>
  );
}

function usualWay({ request }: Order): ContactHow {
  if (request.replyBy === 'sms' || request.replyBy === 'written') return request.replyBy;
  return 'phone';
}

/** What the city asks of a reply to this order, with its article. */
function demandsOn({ request }: Order, { reply }: Pack): string[] {
  const { originalChannel, written } = reply;
  const inWriting = written.find(
    ({ channels, when }) =>
      (channels.length === 0 || channels.includes(request.channel)) &&
      (when === 'always' || (when === 'onRequest' && request.replyBy === 'written')),
  );
  return [
    originalChannel?.channels.includes(request.channel) ? TEXT.originalChannel(originalChannel.article) : '',
    inWriting ? TEXT.inWriting(inWriting.article) : '',
  ].filter(Boolean);
}

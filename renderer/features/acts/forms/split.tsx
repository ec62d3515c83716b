import { Cascader } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { z } from 'zod';
import { useSubjectList } from '../../../data/directory.ts';
import { orderIdSchema, subjectIdSchema, uuidV7, type OrderId } from '../../../../shared/domain/ids.ts';
import { CATEGORY_NAMES, categorySchema } from '../../../../shared/domain/order.ts';
import { requestOfPart, type Part } from '../../../../shared/domain/part.ts';
import { CLEARABLE } from '../../../components/clearable.tsx';
import { useDesk } from '../../../data/use-desk.ts';
import { matchesSubject, pathTo, subjectTree, type SubjectOption } from '../../call-taking/model/subjects.ts';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { CheckField, ChoiceField, Field, TextField } from '../fields.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

interface Values extends Part {
  readonly note: string;
}

const useDraft = createActDraft<Values>('order.split', {
  category: categorySchema,
  subjectId: subjectIdSchema.nullable(),
  content: z.string(),
  wish: z.string(),
  place: z.string(),
  urgent: z.boolean(),
  note: z.string(),
});

/** 拆单: one matter of several gets an order of its own; who asks is taken over from this one. T5. */
export function SplitForm(props: ActFormProps): ReactNode {
  const { order } = props.bench;
  const desk = useDesk();
  // Kept while the form is open: asking twice after a lost answer makes one order.
  const [orderId] = useState(newOrderId);
  const { category, place } = order.request;
  const first: Values = { category, subjectId: null, content: '', wish: '', place, urgent: false, note: '' };
  const form = useActForm(
    props,
    useDraft(order.id, first),
    ({ note, ...part }) => ({
      type: 'order.split',
      payload: { from: order.id, request: requestOfPart(order.request, part), provisionalNumber: order.id, note },
    }),
    ({ note, ...part }) => desk.commands.split({ orderId, from: order.id, part, note }),
  );
  const { values, edit, errors } = form;
  const missing = values.content.trim() === '' ? errors['request'] : undefined;
  return (
    <ActFrame {...props} type="order.split" form={form}>
      <p className="order-faint">{TEXT.splitHint}</p>
      <div className="act-columns">
        <ChoiceField
          label={TEXT.partCategory}
          value={values.category}
          options={categorySchema.options.map((value) => ({ value, label: CATEGORY_NAMES[value] }))}
          error={undefined}
          onChange={(chosen) => edit({ category: chosen })}
        />
        <PartSubject value={values.subjectId} onChange={(subjectId) => edit({ subjectId })} />
      </div>
      <TextField
        label={TEXT.partContent}
        required
        rows={4}
        max={4000}
        value={values.content}
        error={missing}
        onChange={(content) => edit({ content })}
      />
      <div className="act-columns">
        <TextField
          label={TEXT.partWish}
          rows={1}
          max={500}
          value={values.wish}
          error={undefined}
          onChange={(wish) => edit({ wish })}
        />
        <TextField
          label={TEXT.partPlace}
          rows={1}
          max={200}
          value={values.place}
          error={undefined}
          onChange={(at) => edit({ place: at })}
        />
      </div>
      <CheckField label={TEXT.urgent} checked={values.urgent} onChange={(urgent) => edit({ urgent })} />
      <TextField
        label={TEXT.note}
        rows={1}
        max={500}
        value={values.note}
        error={errors['note']}
        onChange={(note) => edit({ note })}
      />
    </ActFrame>
  );
}

interface PartSubjectProps {
  readonly value: Part['subjectId'];
  readonly onChange: (value: Part['subjectId']) => void;
}

function PartSubject({ value, onChange }: PartSubjectProps): ReactNode {
  const { data: subjects = [] } = useSubjectList();
  const options = useMemo(() => subjectTree(subjects), [subjects]);
  return (
    <Field label={TEXT.partSubject} error={undefined}>
      {(control) => (
        <Cascader<SubjectOption>
          {...control}
          className="act-wide"
          options={options}
          value={pathTo(subjects, value) ?? []}
          placeholder={TEXT.partSubjectHint}
          allowClear={CLEARABLE}
          displayRender={(labels) => labels.join(' › ')}
          showSearch={{ filter: (input, path) => matchesSubject(input, path), limit: 30 }}
          onChange={(path) => {
            const leaf = subjectIdSchema.safeParse(path?.at(-1));
            onChange(leaf.success ? leaf.data : null);
          }}
        />
      )}
    </Field>
  );
}

function newOrderId(): OrderId {
  return orderIdSchema.parse(uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))));
}

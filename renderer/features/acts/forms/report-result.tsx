import type { ReactNode } from 'react';
import { z } from 'zod';
import { FINDING_NAMES, findingSchema } from '../../../../shared/domain/life.ts';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { ChoiceField, TextField } from '../fields.tsx';
import { TEXT } from '../text.ts';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

type Finding = z.infer<typeof findingSchema>;

interface Values {
  readonly finding: Finding | null;
  readonly text: string;
  readonly measures: string;
}

const useDraft = createActDraft<Values>('order.reportResult', {
  finding: findingSchema.nullable(),
  text: z.string(),
  measures: z.string(),
});

/** 上报结果: what was found and done. T12, Z9, Z14. */
export function ReportResultForm(props: ActFormProps): ReactNode {
  const form = useActForm(
    props,
    useDraft(props.bench.order.id, { finding: null, text: '', measures: '' }),
    ({ finding, text, measures }) => ({
      type: 'order.reportResult',
      payload: { finding, text, measures: hasMeasures(finding) ? measures : '' },
    }),
  );
  const { values, edit, errors } = form;
  return (
    <ActFrame {...props} type="order.reportResult" form={form}>
      <ChoiceField
        label={TEXT.finding}
        required
        value={values.finding}
        options={findingSchema.options.map((value) => ({ value, label: FINDING_NAMES[value] }))}
        error={errors['finding']}
        onChange={(finding) => edit({ finding })}
      />
      <TextField
        label={TEXT.resultText}
        required
        rows={4}
        max={4000}
        placeholder={TEXT.resultHint}
        value={values.text}
        error={errors['text']}
        onChange={(text) => edit({ text })}
      />
      {hasMeasures(values.finding) && (
        <TextField
          label={TEXT.measures}
          rows={2}
          max={2000}
          value={values.measures}
          error={errors['measures']}
          onChange={(measures) => edit({ measures })}
        />
      )}
    </ActFrame>
  );
}

/** 整改措施 stand only where something was proven. Z14. */
function hasMeasures(finding: Finding | null): boolean {
  return finding === 'proven' || finding === 'partly';
}

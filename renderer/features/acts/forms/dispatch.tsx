import type { ReactNode } from 'react';
import { z } from 'zod';
import { namedAssistants } from '../../../../shared/domain/acts/course.ts';
import { COMPLEXITY_NAMES, complexitySchema, type Complexity } from '../../../../shared/domain/channel.ts';
import { unitIdSchema, type UnitId } from '../../../../shared/domain/ids.ts';
import { handlingSchema, type Handling } from '../../../../shared/domain/life-commands.ts';
import { MODE_NAMES } from '../../../../shared/domain/order.ts';
import { instantSchema, type Instant } from '../../../../shared/instant.ts';
import type { Pack } from '../../../../shared/policy/pack.ts';
import { createActDraft } from '../act-draft.ts';
import { ActFrame } from '../act-frame.tsx';
import { assistantDraftsSchema, AssistantsField, type AssistantDraft } from '../assistants-field.tsx';
import { CheckField, ChoiceField, TextField } from '../fields.tsx';
import { MomentField } from '../moment-field.tsx';
import { TEXT } from '../text.ts';
import { UnitField } from '../unit-field.tsx';
import { UnitSuggestions } from '../unit-suggestions.tsx';
import { useActForm, type ActFormProps } from '../use-act-form.ts';

interface Values {
  readonly unitId: UnitId | null;
  readonly handling: Handling;
  readonly complexity: Complexity;
  readonly urgent: boolean;
  readonly assistants: readonly AssistantDraft[];
  readonly statutory: { readonly source: string; readonly due: Instant | null } | null;
  readonly filing: boolean;
  readonly note: string;
}

const useDraft = createActDraft<Values>('order.dispatch', {
  unitId: unitIdSchema.nullable(),
  handling: handlingSchema,
  complexity: complexitySchema,
  urgent: z.boolean(),
  filing: z.boolean(),
  assistants: assistantDraftsSchema,
  statutory: z.object({ source: z.string(), due: instantSchema.nullable() }).nullable(),
  note: z.string(),
});

/** 派单: which unit, how, with whom, and by when before it is sent. T7, T11, H9, H4, T10. */
export function DispatchForm(props: ActFormProps): ReactNode {
  const { order, city } = props.bench;
  const first: Values = {
    unitId: null,
    handling: 'forward',
    complexity: order.life.complexity,
    urgent: order.request.urgent,
    assistants: namedAssistants(order.life).map(({ unitId, task }) => ({ unitId, task })),
    statutory: null,
    filing: order.life.filing,
    note: '',
  };
  const form = useActForm(props, useDraft(props.bench.order.id, first), (payload) => ({
    type: 'order.dispatch',
    payload,
  }));
  const { values, edit, errors } = form;
  const { statutory } = values;
  return (
    <ActFrame {...props} type="order.dispatch" form={form}>
      <UnitField
        label={TEXT.leadUnit}
        required
        value={values.unitId}
        error={errors['unitId']}
        onChange={(unitId) => edit({ unitId })}
      >
        <UnitSuggestions
          order={order}
          chosen={values.unitId}
          inFront={props.inFront}
          onChoose={(unitId) => edit({ unitId })}
        />
      </UnitField>
      <div className="act-columns">
        <ChoiceField
          label={TEXT.handling}
          value={values.handling}
          options={city ? handlings(city.pack) : []}
          error={errors['handling']}
          onChange={(handling) => edit({ handling })}
        />
        <ChoiceField
          label={TEXT.complexity}
          value={values.complexity}
          options={complexitySchema.options.map((value) => ({ value, label: COMPLEXITY_NAMES[value] }))}
          error={errors['complexity']}
          onChange={(complexity) => edit({ complexity })}
        />
      </div>
      <AssistantsField
        value={values.assistants}
        lead={values.unitId}
        error={errors['assistants']}
        onChange={(assistants) => edit({ assistants })}
      />
      <div className="act-columns">
        <CheckField label={TEXT.urgent} checked={values.urgent} onChange={(urgent) => edit({ urgent })} />
        <CheckField
          label={TEXT.statutory}
          hint={TEXT.statutoryHint}
          checked={statutory !== null}
          onChange={(on) => edit({ statutory: on ? { source: '', due: null } : null })}
        />
        <CheckField
          label={TEXT.filing}
          hint={city && filingSaid(city.pack)}
          checked={values.filing}
          onChange={(filing) => edit({ filing })}
        />
      </div>
      {statutory && (
        <div className="act-columns">
          <TextField
            label={TEXT.statutorySource}
            required
            rows={1}
            max={200}
            value={statutory.source}
            error={statutory.source === '' ? errors['statutory'] : undefined}
            onChange={(source) => edit({ statutory: { ...statutory, source } })}
          />
          <MomentField
            label={TEXT.statutoryDue}
            required
            value={statutory.due}
            error={statutory.source === '' ? undefined : errors['statutory']}
            onChange={(due) => edit({ statutory: { ...statutory, due } })}
          />
        </div>
      )}
      <TextField
        label={TEXT.note}
        rows={2}
        max={500}
        placeholder={TEXT.dispatchNote}
        value={values.note}
        error={errors['note']}
        onChange={(note) => edit({ note })}
      />
    </ActFrame>
  );
}

/** What this city offers; 转办 always: an order that waits has to go somewhere. */
function handlings({ modes }: Pack): { value: Handling; label: string; hint?: string }[] {
  return handlingSchema.options.flatMap((value) => {
    const rule = modes.find(({ mode }) => mode === value);
    if (!rule && value !== 'forward') return [];
    return [{ value, label: MODE_NAMES[value], ...(rule ? { hint: rule.article } : {}) }];
  });
}

/** What the city's text asks where a matter has to be filed; '' where it says nothing of it. T10. */
function filingSaid({ limits }: Pack): string {
  const rule = limits.find(({ when }) => when.some(({ filing }) => filing === true));
  return rule?.note ? TEXT.filingHint(rule.article, rule.note) : '';
}

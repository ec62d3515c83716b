import { CloseOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Segmented, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import type { ScoringForm } from '../../../shared/domain/scoring/form.ts';
import {
  criterionSchema,
  PERIOD_NAMES,
  periodKindSchema,
  planContentSchema,
  type PeriodKind,
  type PlanContent,
  type SamplingPlan,
} from '../../../shared/domain/scoring/plan.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { useDeed } from '../../data/use-deed.ts';
import { createActDraft, giveDraft } from '../acts/act-draft.ts';
import { DraftNotes } from '../acts/draft-notes.tsx';
import { Amount } from './amount.tsx';
import { CriteriaFields } from './criteria-fields.tsx';
import { objectionIn } from './model/objection.ts';
import { PlanPreview } from './plan-preview.tsx';
import { PLANS } from './plans-text.ts';
import { formOptions, personOption, useScoringPeople } from './use-scoring.ts';

/** As it is being written: names with blanks at their ends, criteria still to be added. */
const usePlanDraft = createActDraft('score.plan', {
  content: z.object({
    ...planContentSchema.shape,
    name: z.string(),
    formId: z.string(),
    criteria: z.array(criterionSchema),
  }),
});

export interface PlanEditorProps {
  /** Null: a new one. */
  readonly plan: SamplingPlan | null;
  readonly forms: readonly ScoringForm[];
  readonly keeps: boolean;
  readonly onClose: () => void;
  readonly onSaved: (planId: string) => void;
}

/** What a plan draws, looked at before it counts. */
export function PlanEditor({ plan, forms, keeps, onClose, onSaved }: PlanEditorProps): ReactNode {
  const { inspectors, teams } = useScoringPeople();
  const options = formOptions(forms);
  const draft = usePlanDraft(plan?.planId ?? 'new', { content: plan?.content ?? newPlan(options[0]?.value ?? '') });
  const written = draft.values.content;
  // A new one may have been begun before the forms were there to choose from.
  const content = written.formId === '' ? { ...written, formId: options[0]?.value ?? '' } : written;
  const [said, setSaid] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const { busy, failure, act, clear } = useDeed();
  const objection = objectionIn(planContentSchema, content);
  const changed = plan === null || JSON.stringify(plan.content) !== JSON.stringify(content);
  const edit = (part: Partial<PlanContent>): void => {
    clear();
    setSaid(null);
    draft.edit({ content: { ...content, ...part } });
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (objection !== null) return;
    const base = plan && { planId: plan.planId, revision: plan.revision };
    await act((desk) =>
      giveDraft(desk, draft, async () => {
        const { planId } = await desk.scoring.savePlan({ base, content: planContentSchema.parse(content) });
        setSaid(PLANS.saved);
        onSaved(planId);
      }),
    );
  };
  const draw = (planId: string): Promise<boolean> =>
    act(async (desk) => setSaid(PLANS.drawn((await desk.scoring.draw({ planId })).drawn)));
  return (
    <section className="panel scoring-facts" aria-label={plan?.content.name ?? PLANS.create}>
      <header className="scoring-head">
        <b>{plan?.content.name ?? PLANS.create}</b>
        <span className="scoring-head-end">
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined aria-hidden />}
            aria-label={PLANS.close}
            onClick={onClose}
          />
        </span>
      </header>
      <fieldset className="scoring-fields" disabled={!keeps}>
        <label className="scoring-field">
          {PLANS.name}
          <Input
            aria-label={PLANS.name}
            placeholder={PLANS.nameHint}
            maxLength={40}
            value={content.name}
            status={tried && content.name.trim() === '' ? 'error' : ''}
            onChange={({ target }) => edit({ name: target.value })}
          />
        </label>
        <label className="scoring-field">
          {PLANS.form}
          <Select<string>
            aria-label={PLANS.form}
            value={content.formId}
            options={options}
            onChange={(formId) => edit({ formId })}
          />
        </label>
        <div className="scoring-field">
          {PLANS.every}
          <Segmented<PeriodKind>
            aria-label={PLANS.every}
            value={content.every}
            options={periodKindSchema.options.map((value) => ({ value, label: PERIOD_NAMES[value] }))}
            onChange={(every) => edit({ every })}
          />
        </div>
        <CriteriaFields criteria={content.criteria} onChange={(criteria) => edit({ criteria })} />
        <label className="scoring-field">
          {PLANS.team}
          <Select<string>
            aria-label={PLANS.team}
            value={content.teamId ?? ''}
            options={[
              { value: '', label: PLANS.anyTeam },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(teamId) => edit({ teamId: teamId === '' ? null : teamId })}
          />
        </label>
        <label className="scoring-field">
          {PLANS.inspectors}
          <Select<PlanContent['inspectors']>
            mode="multiple"
            aria-label={PLANS.inspectors}
            placeholder={PLANS.anyInspector}
            optionFilterProp="label"
            value={content.inspectors}
            options={inspectors.map((person) => personOption(person))}
            onChange={(next) => edit({ inspectors: next })}
          />
        </label>
        <Amount
          label={PLANS.dueDays}
          value={content.dueDays}
          least={1}
          most={60}
          onChange={(dueDays) => edit({ dueDays })}
        />
        <Checkbox checked={content.enabled} onChange={({ target }) => edit({ enabled: target.checked })}>
          {PLANS.enabled}
        </Checkbox>
      </fieldset>
      <footer className="scoring-editor-foot">
        <DraftNotes draft={draft} />
        {failure && <FailureNote failure={failure} look="line" />}
        {tried && objection !== null && <p className="scoring-missing">{`${PLANS.unfinished}${objection}`}</p>}
        {said && <output className="order-good">{said}</output>}
        {keeps && (
          <div className="scoring-buttons">
            <PlanPreview
              planId={plan?.planId ?? null}
              content={content}
              objection={objection}
              onTried={() => setTried(true)}
            />
            {plan && !changed && (
              <Button title={PLANS.drawHint} loading={busy} onClick={() => void draw(plan.planId)}>
                {PLANS.draw}
              </Button>
            )}
            <Button type="primary" disabled={!changed} loading={busy} onClick={() => void save()}>
              {PLANS.save}
            </Button>
          </div>
        )}
      </footer>
    </section>
  );
}

function newPlan(formId: string): PlanContent {
  return {
    name: '',
    formId,
    every: 'week',
    criteria: [{ kind: 'perAgent', count: 2 }],
    teamId: null,
    inspectors: [],
    dueDays: 3,
    enabled: true,
  };
}

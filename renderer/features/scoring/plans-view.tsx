import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { may, type Actor } from '../../../shared/domain/people.ts';
import { PERIOD_NAMES, type SamplingPlan } from '../../../shared/domain/scoring/plan.ts';
import { Answer } from '../../components/answer.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Tag } from '../../components/tags.tsx';
import { useKey } from '../../keys/keys.ts';
import { DrawList } from './draw-list.tsx';
import { PlanEditor } from './plan-editor.tsx';
import { PLANS } from './plans-text.ts';
import { criterionText } from './text.ts';
import { useScoringForms, useScoringPlans } from './use-scoring.ts';

/** 抽检计划: which calls are drawn, how often, and for whom. */
export function PlansView({ actor, inFront }: { actor: Actor; inFront: boolean }): ReactNode {
  const keeps = may(actor, 'scoring.keep');
  const [openId, setOpenId] = useState<string | null>(null);
  const plans = useScoringPlans(inFront);
  const forms = useScoringForms();
  const close = (): void => setOpenId(null);
  useKey('back', close, inFront && openId !== null);
  const names = new Map((forms.data ?? []).toReversed().map(({ formId, content }) => [formId, content.name]));
  const create = keeps && (
    <Button icon={<PlusOutlined aria-hidden />} onClick={() => setOpenId(NEW)}>
      {PLANS.create}
    </Button>
  );
  return (
    <>
      <div className="scoring-bar">{create}</div>
      <div className={openId === null ? 'scoring-body' : 'scoring-body scoring-body-half'}>
        <div className="scoring-side">
          <Answer query={plans}>
            {(rows) => (
              <div className="scoring-list panel">
                <DataTable
                  label={PLANS.list}
                  className="data-table calls-table"
                  rows={rows}
                  keyOf={({ planId }) => planId}
                  isChosen={({ planId }) => planId === openId}
                  onChoose={({ planId }) => setOpenId(planId)}
                  empty={<EmptyState text={PLANS.empty} action={create} />}
                  columns={[
                    {
                      head: PLANS.name,
                      render: ({ planId, content }) => (
                        <button type="button" className="calls-open" onClick={() => setOpenId(planId)}>
                          {content.name}
                        </button>
                      ),
                    },
                    { head: PLANS.every, render: ({ content }) => PERIOD_NAMES[content.every] },
                    {
                      head: PLANS.state,
                      render: ({ content }) => (
                        <Tag tone={content.enabled ? 'good' : 'neutral'}>
                          {content.enabled ? PLANS.enabled : PLANS.paused}
                        </Tag>
                      ),
                    },
                    ...(openId === null
                      ? [
                          {
                            head: PLANS.criteria,
                            render: ({ content }: SamplingPlan) =>
                              content.criteria.map((criterion) => criterionText(criterion)).join('、'),
                          },
                          { head: PLANS.form, render: ({ content }: SamplingPlan) => names.get(content.formId) ?? '—' },
                        ]
                      : []),
                  ]}
                />
              </div>
            )}
          </Answer>
        </div>
        {openId !== null && (
          <div className="scoring-keep">
            <PlanEditor
              key={openId}
              plan={plans.data?.find(({ planId }) => planId === openId) ?? null}
              forms={forms.data ?? []}
              keeps={keeps}
              onClose={close}
              onSaved={setOpenId}
            />
            {openId !== NEW && <DrawList planId={openId} />}
          </div>
        )}
      </div>
    </>
  );
}

/** Stands for a plan that is not there yet. */
const NEW = 'new';

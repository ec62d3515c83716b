import { InboxOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ScoringListInput } from '../../../shared/contract/scoring.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import type { Actor } from '../../../shared/domain/people.ts';
import { may } from '../../../shared/domain/people.ts';
import {
  SCORING_STATE_NAMES,
  scoringStateSchema,
  type Scoring,
  type ScoringRow,
  type ScoringState,
} from '../../../shared/domain/scoring/scoring.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/answer.tsx';
import { CLEARABLE } from '../../components/clearable.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { ScorePane } from './score-pane.tsx';
import { ScoringTable } from './scoring-table.tsx';
import { PANE, SCREEN, TASKS } from './text.ts';
import { useScoringList } from './use-scoring-list.ts';
import { useLearned } from './use-written-score.ts';
import { personOption, useScoringPeople, useScoringPlans } from './use-scoring.ts';

type View = 'toScore' | 'mine' | 'all' | 'appeals';

const NO_ROWS: readonly ScoringRow[] = [];

export interface TasksViewProps {
  readonly actor: Actor;
  readonly inFront: boolean;
  /** Only what waits to be decided. */
  readonly appeals?: boolean;
  /** Asked for by another screen. */
  readonly linked: string | null;
}

/** 任务: what is to be scored and what became of it; the one in hand stands beside the list. */
export function TasksView({ actor, inFront, appeals = false, linked }: TasksViewProps): ReactNode {
  const scores = may(actor, 'scoring.score');
  const [view, setView] = useState<View>(appeals ? 'appeals' : scores ? 'toScore' : 'all');
  const [agentId, setAgentId] = useState<AccountId | null>(null);
  const [planId, setPlanId] = useState<string | null>(null);
  const [states, setStates] = useState<readonly ScoringState[]>([]);
  const [chosen, setChosen] = useState<{ id: string | null; since: string | null }>({ id: null, since: null });
  const [said, setSaid] = useState<string | null>(null);
  // What somebody came here for since is what is wanted now.
  const openId = linked !== null && linked !== chosen.since ? linked : chosen.id;
  const open = (id: string | null): void => setChosen({ id, since: linked });
  const wanted: Omit<ScoringListInput, 'after'> = {
    view,
    states: [...states],
    agentId,
    planId,
    submittedFrom: null,
    submittedTo: null,
  };
  const list = useScoringList(wanted, inFront);
  useLearned(list.first.data?.rows ?? NO_ROWS);

  const done = (scoring: Scoring): void => {
    const rows = list.rows.filter(({ id, state }) => id !== scoring.id && waits(state, view));
    const next = rows.find(({ inspector }) => inspector?.accountId === actor.accountId) ?? rows[0] ?? null;
    const total = scoring.result ? PANE.submitted(scoring.result.total.toFixed(1)) : '';
    setSaid(`${total}${next ? PANE.nextFollows : PANE.noneLeft}`);
    open(next?.id ?? null);
  };
  return (
    <>
      <div className="scoring-bar">
        {!appeals && <Filters view={view} scores={scores} decides={may(actor, 'scoring.decide')} onView={setView} />}
        {!appeals && view !== 'toScore' && (
          <StateFilter
            states={states}
            agentId={agentId}
            planId={planId}
            onStates={setStates}
            onAgent={setAgentId}
            onPlan={setPlanId}
          />
        )}
        {said && <output className="order-good">{said}</output>}
      </div>
      <div className={openId === null ? 'scoring-body' : 'scoring-body scoring-body-open'}>
        <div className="scoring-side">
          <Answer query={list.first}>
            {() => (
              <ScoringTable
                label={appeals ? SCREEN.appeals : TASKS.list}
                rows={list.rows}
                openId={openId}
                narrow={openId !== null}
                appeals={appeals}
                empty={
                  <Nothing
                    view={view}
                    onShowAll={() => {
                      setStates([]);
                      setAgentId(null);
                      setPlanId(null);
                    }}
                  />
                }
                onOpen={({ id }: ScoringRow) => {
                  setSaid(null);
                  open(id);
                }}
              />
            )}
          </Answer>
          {list.failed && <FailureNote failure={list.failed} look="line" />}
          {list.more && (
            <Button className="scoring-more" loading={list.busy} onClick={list.fetchOlder}>
              {TASKS.more}
            </Button>
          )}
        </div>
        {openId !== null && (
          <ScorePane key={openId} id={openId} inFront={inFront} onClose={() => open(null)} onDone={done} />
        )}
      </div>
    </>
  );
}

/** It is still somebody's turn. */
function waits(state: ScoringState, view: View): boolean {
  return view === 'appeals' ? state === 'appealed' : state === 'open' || state === 'draft';
}

interface FiltersProps {
  readonly view: View;
  readonly scores: boolean;
  readonly decides: boolean;
  readonly onView: (view: View) => void;
}

function Filters({ view, scores, decides, onView }: FiltersProps): ReactNode {
  const views = [...(scores ? (['toScore', 'mine'] as const) : []), ...(decides ? (['all'] as const) : [])];
  if (views.length < 2) return null;
  return (
    <Segmented<View>
      aria-label={TASKS.whose}
      value={view}
      options={views.map((value) => ({ value, label: TASKS.views[value] }))}
      onChange={onView}
    />
  );
}

interface StateFilterProps {
  readonly states: readonly ScoringState[];
  readonly agentId: AccountId | null;
  readonly planId: string | null;
  readonly onPlan: (id: string | null) => void;
  readonly onStates: (states: readonly ScoringState[]) => void;
  readonly onAgent: (id: AccountId | null) => void;
}

function StateFilter(props: StateFilterProps): ReactNode {
  const { states, agentId, planId, onStates, onAgent, onPlan } = props;
  const plans = useScoringPlans(true);
  const { agents } = useScoringPeople();
  return (
    <>
      <Select<ScoringState[]>
        mode="multiple"
        className="scoring-states"
        aria-label={TASKS.state}
        placeholder={TASKS.anyState}
        maxTagCount="responsive"
        value={[...states]}
        options={scoringStateSchema.options.map((value) => ({ value, label: SCORING_STATE_NAMES[value] }))}
        onChange={onStates}
      />
      <Select<string | null>
        className="scoring-person"
        aria-label={TASKS.plan}
        placeholder={TASKS.anyPlan}
        allowClear={CLEARABLE}
        value={planId}
        options={(plans.data ?? []).map(({ planId: value, content }) => ({ value, label: content.name }))}
        onChange={(next) => onPlan(next ?? null)}
      />
      <Select<AccountId | null>
        className="scoring-person"
        aria-label={TASKS.agent}
        placeholder={TASKS.anyAgent}
        allowClear={CLEARABLE}
        showSearch={{ optionFilterProp: 'label' }}
        value={agentId}
        options={agents.map((person) => personOption(person))}
        onChange={(next) => onAgent(next ?? null)}
      />
    </>
  );
}

function Nothing({ view, onShowAll }: { view: View; onShowAll: () => void }): ReactNode {
  const go = useNavigation((navigation) => navigation.go);
  return (
    <EmptyState
      icon={<InboxOutlined aria-hidden />}
      text={TASKS.empty[view]}
      action={
        view === 'toScore' || view === 'appeals' ? (
          <Button onClick={() => go('calls')}>{TASKS.toCalls}</Button>
        ) : (
          <Button onClick={onShowAll}>{TASKS.showAll}</Button>
        )
      }
    />
  );
}

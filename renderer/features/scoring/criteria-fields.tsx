import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { callOutcomeSchema, MODE_NAMES, type CallOutcome } from '../../../shared/domain/order.ts';
import { CRITERION_NAMES, type Criterion, type CriterionKind } from '../../../shared/domain/scoring/plan.ts';
import { Amount } from './amount.tsx';
import { PLANS } from './plans-text.ts';

/** What each kind begins with. */
const FIRST: Readonly<Record<CriterionKind, Criterion>> = {
  share: { kind: 'share', percent: 2 },
  number: { kind: 'number', count: 10 },
  perAgent: { kind: 'perAgent', count: 2 },
  newStaff: { kind: 'newStaff', days: 90, count: 5 },
  dissatisfied: { kind: 'dissatisfied', count: 20 },
  long: { kind: 'long', minutes: 15, count: 10 },
  outcome: { kind: 'outcome', outcome: 'refusal', count: 5 },
};
const KINDS: readonly CriterionKind[] = ['share', 'number', 'perAgent', 'newStaff', 'dissatisfied', 'long', 'outcome'];
const MOST_CRITERIA = 12;

export interface CriteriaFieldsProps {
  readonly criteria: readonly Criterion[];
  readonly onChange: (criteria: Criterion[]) => void;
}

/** By what calls are chosen, one after the other. */
export function CriteriaFields({ criteria, onChange }: CriteriaFieldsProps): ReactNode {
  const put = (at: number, next: Criterion): void =>
    onChange(criteria.map((criterion, index) => (index === at ? next : criterion)));
  return (
    <div className="scoring-field" role="group" aria-label={PLANS.criteria}>
      <span>
        {PLANS.criteria} <span className="faint">{PLANS.criteriaHint}</span>
      </span>
      {criteria.map((criterion, at) => (
        <div key={nameIn(criteria, at)} className="scoring-criterion">
          <Select<CriterionKind>
            aria-label={PLANS.kind(at + 1)}
            value={criterion.kind}
            options={KINDS.map((value) => ({ value, label: CRITERION_NAMES[value] }))}
            onChange={(kind) => put(at, FIRST[kind])}
          />
          <Measures criterion={criterion} onChange={(next) => put(at, next)} />
          <Button
            aria-label={PLANS.removeCriterion(at + 1)}
            disabled={criteria.length === 1}
            onClick={() => onChange(criteria.filter((_, index) => index !== at))}
          >
            {PLANS.remove}
          </Button>
        </div>
      ))}
      <div>
        <Button
          disabled={criteria.length >= MOST_CRITERIA}
          onClick={() =>
            onChange([...criteria, FIRST[KINDS.find((kind) => !criteria.some((one) => one.kind === kind)) ?? 'number']])
          }
        >
          {PLANS.add}
        </Button>
      </div>
    </div>
  );
}

/** Criteria have no name of their own: each is the first, second, … of its kind. */
function nameIn(criteria: readonly Criterion[], at: number): string {
  const kind = criteria[at]?.kind;
  return `${kind} ${criteria.slice(0, at).filter((one) => one.kind === kind).length}`;
}

interface MeasuresProps {
  readonly criterion: Criterion;
  readonly onChange: (criterion: Criterion) => void;
}

function Measures({ criterion, onChange }: MeasuresProps): ReactNode {
  if (criterion.kind === 'share')
    return (
      <Amount
        bare
        label={PLANS.percent}
        unit={PLANS.units.percent}
        value={criterion.percent}
        least={0.1}
        most={100}
        precision={1}
        onChange={(percent) => onChange({ ...criterion, percent })}
      />
    );
  const each = criterion.kind === 'perAgent' || criterion.kind === 'newStaff';
  return (
    <>
      {criterion.kind === 'newStaff' && (
        <Amount
          bare
          label={PLANS.days}
          unit={PLANS.units.days}
          value={criterion.days}
          least={1}
          most={365}
          onChange={(days) => onChange({ ...criterion, days })}
        />
      )}
      {criterion.kind === 'long' && (
        <Amount
          bare
          label={PLANS.minutes}
          unit={PLANS.units.minutes}
          value={criterion.minutes}
          least={1}
          most={600}
          onChange={(minutes) => onChange({ ...criterion, minutes })}
        />
      )}
      {criterion.kind === 'outcome' && (
        <Select<CallOutcome>
          aria-label={PLANS.outcome}
          value={criterion.outcome}
          options={callOutcomeSchema.options.map((value) => ({ value, label: MODE_NAMES[value] }))}
          onChange={(outcome) => onChange({ ...criterion, outcome })}
        />
      )}
      <Amount
        bare
        label={PLANS.count}
        unit={each ? PLANS.units.perAgent : PLANS.units.count}
        value={criterion.count}
        least={1}
        most={each ? 100 : 1000}
        onChange={(count) => onChange({ ...criterion, count })}
      />
    </>
  );
}

import '../reports/reports.css';
import { Segmented, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { linesOf, measuresOf, totalOf } from '../../../shared/domain/scoring/result-lines.ts';
import {
  RESULT_DEFINITIONS,
  RESULTS_BY_NAMES,
  resultsBySchema,
  type ResultsBy,
  type ResultsQuery,
} from '../../../shared/domain/scoring/results.ts';
import { beijingDate } from '../../../shared/instant.ts';
import { Answer } from '../../components/answer.tsx';
import { CLEARABLE } from '../../components/clearable.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useMinute } from '../../data/clock.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { useKey, useTip } from '../../keys/keys.ts';
import { ExportFile } from '../reports/export-button.tsx';
import { periodsUpTo } from '../reports/periods.ts';
import { ResultsChart } from './results-chart.tsx';
import { ResultsTable } from './results-table.tsx';
import { RESULTS } from './results-text.ts';
import { formOptions, personOption, useScoringForms, useScoringPeople } from './use-scoring.ts';

/** How many months one begins with. */
const MONTHS = 3;

type Wanted = Omit<ResultsQuery, 'from' | 'to' | 'inspectorId'>;

/** 结果: what the scores say of people, teams, inspectors and items, month by month. */
export function ResultsView({ inFront }: { inFront: boolean }): ReactNode {
  const months = periodsUpTo('month', beijingDate(useMinute('centre'))).map(({ from, name }) => ({
    value: from.slice(0, 7),
    label: name,
  }));
  const [period, setPeriod] = useState<{ from: string; to: string } | null>(null);
  const [wanted, setWanted] = useState<Wanted>({ by: 'agent', formId: null, agentId: null, teamId: null });
  const [as, setAs] = useState<'table' | 'chart'>('table');
  const from = period?.from ?? months[MONTHS - 1]?.value ?? '';
  const to = period?.to ?? months[0]?.value ?? '';
  const asked: ResultsQuery = { ...wanted, from, to, inspectorId: null };
  const results = useDeskQuery({
    key: ['scoring-results', asked],
    tables: ['calls'],
    run: (desk) => desk.scoring.results(asked),
    enabled: inFront,
  });
  useKey('turnChart', () => setAs(as === 'table' ? 'chart' : 'table'), inFront);
  const tip = useTip('turnChart', RESULTS.as);
  const change = (part: Partial<Wanted>): void => setWanted({ ...wanted, ...part });
  return (
    <>
      <div className="scoring-bar scoring-results-bar">
        <Select<string>
          aria-label={RESULTS.from}
          className="scoring-month"
          value={from}
          options={months}
          onChange={(next) => setPeriod({ from: next, to: next > to ? next : to })}
        />
        <span className="muted">{RESULTS.until}</span>
        <Select<string>
          aria-label={RESULTS.to}
          className="scoring-month"
          value={to}
          options={months}
          onChange={(next) => setPeriod({ from: next < from ? next : from, to: next })}
        />
        <Segmented<ResultsBy>
          aria-label={RESULTS.by}
          value={wanted.by}
          options={resultsBySchema.options.map((value) => ({ value, label: RESULTS_BY_NAMES[value] }))}
          onChange={(by) => change({ by })}
        />
        <Narrowing wanted={wanted} onChange={change} />
        <span className="scoring-head-end">
          <ExportFile wanted={{ what: 'scores', query: asked }} />
          <span title={tip}>
            <Segmented<'table' | 'chart'>
              aria-label={RESULTS.as}
              value={as}
              options={[
                { value: 'table', label: RESULTS.table },
                { value: 'chart', label: RESULTS.chart },
              ]}
              onChange={setAs}
            />
          </span>
        </span>
      </div>
      <div className="scoring-results panel">
        <Answer query={results}>
          {(found) => {
            const lines = linesOf(found, wanted.by).map((line) =>
              line.key ? line : { ...line, name: RESULTS.noTeam },
            );
            if (lines.length === 0) return <EmptyState text={RESULTS.none} />;
            if (as === 'chart')
              return <ResultsChart key={wanted.by} by={wanted.by} lines={lines} months={found.months} />;
            const total = wanted.by === 'item' ? null : totalOf(found);
            return <ResultsTable by={wanted.by} lines={lines} months={found.months} total={total} />;
          }}
        </Answer>
        <details className="reports-says">
          <summary>{RESULTS.definitions}</summary>
          <dl>
            {measuresOf(wanted.by).map((measure) => (
              <div key={measure}>
                <dt>{RESULT_DEFINITIONS[measure].name}</dt>
                <dd>{RESULT_DEFINITIONS[measure].says}</dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
    </>
  );
}

interface NarrowingProps {
  readonly wanted: Wanted;
  readonly onChange: (part: Partial<Wanted>) => void;
}

function Narrowing({ wanted, onChange }: NarrowingProps): ReactNode {
  const { agents, teams } = useScoringPeople();
  const forms = useScoringForms();
  return (
    <>
      <Select<string | null>
        className="scoring-person"
        aria-label={RESULTS.form}
        placeholder={RESULTS.anyForm}
        allowClear={CLEARABLE}
        value={wanted.formId}
        options={formOptions(forms.data ?? [])}
        onChange={(next) => onChange({ formId: next ?? null })}
      />
      {teams.length > 0 && (
        <Select<string | null>
          className="scoring-person"
          aria-label={RESULTS.team}
          placeholder={RESULTS.anyTeam}
          allowClear={CLEARABLE}
          value={wanted.teamId}
          options={teams.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(next) => onChange({ teamId: next ?? null })}
        />
      )}
      <Select<AccountId | null>
        className="scoring-person"
        aria-label={RESULTS.agent}
        placeholder={RESULTS.anyAgent}
        allowClear={CLEARABLE}
        showSearch={{ optionFilterProp: 'label' }}
        value={agents.find(({ accountId }) => accountId === wanted.agentId)?.accountId ?? null}
        options={agents.map((person) => personOption(person))}
        onChange={(next) => onChange({ agentId: next ?? null })}
      />
    </>
  );
}

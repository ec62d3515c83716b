import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { measuresOf, monthlyMeasure, type Measure } from '../../../shared/domain/scoring/result-lines.ts';
import { RESULT_DEFINITIONS, RESULTS_BY_NAMES } from '../../../shared/domain/scoring/results.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { useChord } from '../../keys/keys.ts';
import { Chart } from '../reports/chart.tsx';
import { resultChart } from './model/result-chart.ts';
import type { ResultsTableProps } from './results-table.tsx';
import { RESULTS } from './results-text.ts';

/** One figure of all lines side by side; of the one that is picked, from month to month. */
export function ResultsChart({ by, lines, months }: Omit<ResultsTableProps, 'total'>): ReactNode {
  const [measure, setMeasure] = useState<Measure>(monthlyMeasure(by));
  const [key, setKey] = useState<string | null>(null);
  const chord = useChord('turnChart');
  const one = lines.find((line) => line.key === key);
  const data = resultChart(lines, months, by, { measure, key });
  const { name } = RESULT_DEFINITIONS[measure];
  return (
    <figure className="reports-figure">
      <figcaption className="reports-caption">
        {one ? (
          <>
            <b>{RESULTS.ofMonths(one.name)}</b>
            <Button size="small" onClick={() => setKey(null)}>
              {RESULTS.back}
            </Button>
          </>
        ) : (
          <Select<Measure>
            aria-label={RESULTS.measure}
            className="reports-period"
            value={measure}
            options={measuresOf(by).map((value) => ({ value, label: RESULT_DEFINITIONS[value].name }))}
            onChange={setMeasure}
          />
        )}
      </figcaption>
      {data.points.length === 0 ? (
        <EmptyState text={RESULTS.none} />
      ) : (
        <Chart
          label={one ? RESULTS.ofMonths(one.name) : RESULTS.chartOf(RESULTS_BY_NAMES[by], name)}
          data={data}
          onPick={(picked) => !one && setKey(picked)}
        />
      )}
      {data.left > 0 && <p className="reports-what">{RESULTS.left(data.left)}</p>}
      {!one && <p className="reports-what">{RESULTS.pick(chord)}</p>}
    </figure>
  );
}

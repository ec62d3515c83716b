import type { ReactNode } from 'react';
import {
  measuresOf,
  monthlyMeasure,
  type LineFigures,
  type ResultLine,
} from '../../../shared/domain/scoring/result-lines.ts';
import { RESULT_DEFINITIONS, RESULTS_BY_NAMES, type ResultsBy } from '../../../shared/domain/scoring/results.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { saidResult } from './model/result-chart.ts';
import { RESULTS } from './results-text.ts';

export interface ResultsTableProps {
  readonly by: ResultsBy;
  readonly lines: readonly ResultLine[];
  readonly months: readonly string[];
  /** Null: there is nothing to say of all lines together. */
  readonly total: LineFigures | null;
}

/** No line has it for its key: those are ids. */
const TOTAL = ' total';

/** Every figure line by line, and beside them the one that is compared from month to month. */
export function ResultsTable({ by, lines, months, total }: ResultsTableProps): ReactNode {
  const monthly = monthlyMeasure(by);
  const rows: readonly ResultLine[] = total ? [{ key: TOTAL, name: RESULTS.total, ...total }, ...lines] : lines;
  return (
    <div className="scoring-scroll">
      <DataTable<ResultLine>
        label={RESULTS.title}
        className="data-table reports-table"
        rows={rows}
        keyOf={({ key }) => key}
        rowClassName={({ key }) => (key === TOTAL ? 'reports-total' : undefined)}
        columns={[
          { head: RESULTS_BY_NAMES[by], kind: 'name', render: ({ name }) => name },
          ...measuresOf(by).map((measure): Column<ResultLine> => ({
            key: measure,
            head: RESULT_DEFINITIONS[measure].name,
            title: RESULT_DEFINITIONS[measure].says,
            kind: 'figure',
            render: ({ values }) => saidResult(measure, values[measure]),
          })),
          ...months.map((month, at): Column<ResultLine> => ({
            key: month,
            head: RESULTS.month(month, by === 'item'),
            title: RESULT_DEFINITIONS[monthly].name,
            kind: 'figure',
            render: (line) => <span className="muted">{saidResult(monthly, line.months[at])}</span>,
          })),
        ]}
      />
    </div>
  );
}

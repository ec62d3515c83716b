import { PrinterOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ReportTable } from '../../../shared/contract/reports.ts';
import { definitionOf, figureBehind } from '../../../shared/figures/definitions.ts';
import type { ColumnId } from '../../../shared/figures/ids.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { useChord, useKey } from '../../keys/keys.ts';
import type { Asked } from './ask.ts';
import { Chart } from './chart.tsx';
import { chartOf, firstCharted } from './chart-data.ts';
import { ReportPaper } from './report-paper.tsx';
import { CHART, BREAKDOWN_NAMES } from './text.ts';
import { useReportPrint } from './use-report-print.ts';

export interface ChartViewProps {
  readonly asked: Asked;
  /** With those lines only that say something. */
  readonly table: ReportTable;
  readonly columns: readonly ColumnId[];
  readonly onOpen: (column: ColumnId, key: string, name: string) => void;
}

/** One figure of the table as a chart, and on paper with the table below it. */
export function ChartView({ asked, table, columns, onOpen }: ChartViewProps): ReactNode {
  const [chosen, setChosen] = useState<ColumnId | null>(null);
  const column = chosen !== null && columns.includes(chosen) ? chosen : firstCharted(table, columns, asked.by);
  const data = chartOf(table, column, asked.by);
  const { name, says } = definitionOf(column);
  const { paper, failure, busy, print } = useReportPrint();
  const label = CHART.of(BREAKDOWN_NAMES[asked.by], name);
  const toPaper = (): void => void print(asked, { title: label, data, table, columns });
  const chord = useChord('turnChart');
  useKey('print', toPaper);
  return (
    <figure className="reports-figure">
      <figcaption className="reports-caption">
        <Select<ColumnId, { value: ColumnId; label: string }>
          aria-label={CHART.figure}
          className="reports-period"
          value={column}
          options={columns.map((value) => ({ value, label: definitionOf(value).name }))}
          onChange={setChosen}
        />
        <span className="reports-what">{says}</span>
        <Button icon={<PrinterOutlined aria-hidden />} loading={busy} onClick={toPaper}>
          {CHART.print}
        </Button>
      </figcaption>
      {failure && <FailureNote failure={failure} />}
      {data.points.length === 0 ? (
        <EmptyState text={CHART.none} />
      ) : (
        <Chart
          label={label}
          data={data}
          onPick={(key) => onOpen(column, key, data.points.find((point) => point.key === key)?.name ?? key)}
        />
      )}
      {data.left > 0 && <p className="reports-what">{CHART.left(data.left)}</p>}
      <p className="reports-what">{CHART.pick(definitionOf(figureBehind(column)).name, chord)}</p>
      {paper && <ReportPaper paper={paper} />}
    </figure>
  );
}

import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ReportTable } from '../../../shared/contract/reports.ts';
import { definitionOf, figureBehind, isOfCalls, valueOf, type Counts } from '../../../shared/figures/definitions.ts';
import type { ColumnId } from '../../../shared/figures/ids.ts';
import type { PeriodicReport } from '../../../shared/policy/pack-course.ts';
import { Answer } from '../../components/answer.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import type { Asked } from './ask.ts';
import { CallsDialog } from './calls-dialog.tsx';
import { ChartView } from './chart-view.tsx';
import { daysOf } from './periods.ts';
import { RowsDialog } from './rows-dialog.tsx';
import { saidOf } from './said.ts';
import { BREAKDOWN_NAMES, FILTER, TEXT } from './text.ts';
import { useReportTable } from './use-report-table.ts';

/** Where a number's orders are shown. */
interface Opened {
  readonly column: ColumnId;
  readonly key: string | null;
  readonly name: string;
}

export interface TableViewProps {
  readonly asked: Asked;
  /** Of the city's text; null: any figures. */
  readonly report: PeriodicReport | null;
  readonly columns: readonly ColumnId[];
}

/** The figures line by line; every number opens the orders behind it. */
export function TableView({ asked, report, columns }: TableViewProps): ReactNode {
  const { from, to, by, filter } = asked;
  const [opened, setOpened] = useState<Opened | null>(null);
  const table = useReportTable({ from, to, by, filter });
  return (
    <div className="reports-body">
      {report && <p className="reports-what">{whatOf(report)}</p>}
      {table.counting && (
        <p className="reports-what">
          <output>{FILTER.counting(table.counting.done, table.counting.of)}</output>{' '}
          <Button size="small" onClick={table.stop}>
            {FILTER.stop}
          </Button>
        </p>
      )}
      {table.stopped && (
        <EmptyState text={FILTER.stopped} action={<Button onClick={table.refresh}>{FILTER.again}</Button>} />
      )}
      <Answer query={table} skeleton={table.stopped ? null : undefined}>
        {({ rows, total }) => <Figures asked={asked} columns={columns} rows={rows} total={total} onOpen={setOpened} />}
      </Answer>
      <details className="reports-says">
        <summary>{TEXT.definitions}</summary>
        <dl>
          {columns.map((id) => (
            <div key={id}>
              <dt>{definitionOf(id).name}</dt>
              <dd>{definitionOf(id).says}</dd>
            </div>
          ))}
        </dl>
      </details>
      {opened && <Behind asked={asked} opened={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}

function whatOf({ to, article, dueWd }: PeriodicReport): string {
  return [TEXT.to(to, article), dueWd !== null && TEXT.due(dueWd)].filter(Boolean).join('，');
}

/** The orders, or the calls, behind a number. */
function Behind({ asked, opened, onClose }: { asked: Asked; opened: Opened; onClose: () => void }): ReactNode {
  const { from, to, by, filter } = asked;
  const { column, key, name } = opened;
  const figure = figureBehind(column);
  const title = TEXT.rowsOf(name, definitionOf(figure).name);
  if (isOfCalls(figure))
    return <CallsDialog title={title} asked={{ ...daysOf(asked, key), figure }} onClose={onClose} />;
  return <RowsDialog title={title} asked={{ from, to, by, filter, figure, key }} onClose={onClose} />;
}

/** A line of the table; the total has no key. */
interface Line {
  readonly key: string | null;
  readonly name: string;
  readonly counts: Counts;
}

interface FiguresProps {
  readonly asked: Asked;
  readonly columns: readonly ColumnId[];
  readonly rows: ReportTable['rows'];
  readonly total: Counts;
  readonly onOpen: (opened: Opened) => void;
}

function Figures({ asked, columns, rows, total, onOpen }: FiguresProps): ReactNode {
  const says = (counts: Counts): boolean => columns.some((id) => (valueOf(id, counts) ?? 0) !== 0);
  // A line that says nothing in these columns is left out. Calls belong to no unit: they may be in the total alone.
  const shown = rows.filter(({ counts }) => says(counts));
  if (shown.length === 0 && (asked.as === 'chart' || !says(total))) return <EmptyState text={TEXT.none} />;
  if (asked.as === 'table') return <Lines by={asked.by} columns={columns} rows={shown} total={total} onOpen={onOpen} />;
  return (
    <ChartView
      asked={asked}
      table={{ rows: shown, total }}
      columns={columns}
      onOpen={(column, key, name) => onOpen({ column, key, name })}
    />
  );
}

interface LinesProps extends Omit<FiguresProps, 'asked'> {
  readonly by: Asked['by'];
}

function Lines({ by, columns, rows, total, onOpen }: LinesProps): ReactNode {
  return (
    <div className="reports-scroll">
      <DataTable<Line>
        label={TEXT.table}
        className="data-table reports-table"
        rows={[{ key: null, name: TEXT.total, counts: total }, ...rows]}
        keyOf={({ key }) => key ?? TOTAL}
        rowClassName={({ key }) => (key === null ? 'reports-total' : undefined)}
        columns={[
          { head: BREAKDOWN_NAMES[by], kind: 'name', render: ({ name }) => name },
          ...columns.map((column): Column<Line> => {
            const { name: head, says: title } = definitionOf(column);
            return {
              head,
              title,
              kind: 'figure',
              render: (line) => <Value column={column} line={line} onOpen={onOpen} />,
            };
          }),
        ]}
      />
    </div>
  );
}

/** No line of a breakdown has it for its key: those are ids and dates. */
const TOTAL = ' total';

interface ValueProps {
  readonly column: ColumnId;
  readonly line: Line;
  readonly onOpen: (opened: Opened) => void;
}

function Value({ column, line: { key, name, counts }, onOpen }: ValueProps): ReactNode {
  const value = valueOf(column, counts);
  const said = saidOf(column, value);
  if (value === null || value === 0) return <span className="order-faint">{said}</span>;
  return (
    <Button
      type="link"
      size="small"
      aria-label={`${name} ${definitionOf(column).name} ${said}`}
      onClick={() => onOpen({ column, key, name })}
    >
      {said}
    </Button>
  );
}

import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { RowsAsked } from '../../../shared/contract/reports.ts';
import { definitionOf, figureBehind, isRate, valueOf, type Counts } from '../../../shared/figures/definitions.ts';
import { columnIdSchema, type ColumnId } from '../../../shared/figures/ids.ts';
import type { PeriodicReport } from '../../../shared/policy/pack-course.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { useDeskQuery } from '../../data/use-query.ts';
import type { Asked } from './ask.ts';
import { RowsDialog } from './rows-dialog.tsx';
import { BREAKDOWN_NAMES, TEXT } from './text.ts';

/** Where a number's orders are shown. */
interface Opened {
  readonly column: ColumnId;
  readonly key: string | null;
  readonly name: string;
}

/** The figures line by line; every number opens the orders behind it. */
export function TableView({ asked, report }: { asked: Asked; report: PeriodicReport | null }): ReactNode {
  const { from, to, by } = asked;
  const [opened, setOpened] = useState<Opened | null>(null);
  const table = useDeskQuery({
    key: ['reportTable', from, to, by],
    tables: [],
    run: (desk) => desk.reports.table({ from, to, by }),
  });
  const columns = report?.columns ?? columnIdSchema.options;
  // A line that says nothing in these columns is left out.
  const rows = (table.data?.rows ?? []).filter(({ counts }) => columns.some((id) => (valueOf(id, counts) ?? 0) !== 0));
  return (
    <div className="reports-body">
      {report && <p className="reports-what">{whatOf(report)}</p>}
      {table.failure && <FailureNote failure={table.failure} onRetry={table.refresh} />}
      {!table.data && !table.failure && <ListSkeleton rows={8} height={36} />}
      {table.data && rows.length === 0 && <EmptyState text={TEXT.none} />}
      {table.data && rows.length > 0 && (
        <div className="reports-scroll">
          <table className="work-table reports-table" aria-label={TEXT.table}>
            <thead>
              <tr>
                <th scope="col">{BREAKDOWN_NAMES[by]}</th>
                {columns.map((id) => (
                  <th key={id} scope="col" className="work-figure" title={definitionOf(id).says}>
                    {definitionOf(id).name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <Line
                name={TEXT.total}
                lineKey={null}
                counts={table.data.total}
                columns={columns}
                onOpen={setOpened}
                strong
              />
              {rows.map(({ key, name, counts }) => (
                <Line key={key} name={name} lineKey={key} counts={counts} columns={columns} onOpen={setOpened} />
              ))}
            </tbody>
          </table>
        </div>
      )}
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
      {opened && (
        <RowsDialog
          title={TEXT.rowsOf(opened.name, definitionOf(figureBehind(opened.column)).name)}
          asked={rowsAsked(asked, opened)}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}

function whatOf({ to, article, dueWd }: PeriodicReport): string {
  return [TEXT.to(to, article), dueWd !== null && TEXT.due(dueWd)].filter(Boolean).join('，');
}

function rowsAsked({ from, to, by }: Asked, { column, key }: Opened): Omit<RowsAsked, 'after'> {
  return { from, to, by, figure: figureBehind(column), key };
}

interface LineProps {
  readonly name: string;
  readonly lineKey: string | null;
  readonly counts: Counts;
  readonly columns: readonly ColumnId[];
  readonly onOpen: (opened: Opened) => void;
  readonly strong?: boolean;
}

function Line({ name, lineKey, counts, columns, onOpen, strong = false }: LineProps): ReactNode {
  return (
    <tr className={strong ? 'reports-total' : undefined}>
      <th scope="row">{name}</th>
      {columns.map((column) => {
        const value = valueOf(column, counts);
        const said = saidOf(column, value);
        return (
          <td key={column} className="work-figure num">
            {value === null || value === 0 ? (
              <span className="order-faint">{said}</span>
            ) : (
              <Button
                type="link"
                size="small"
                aria-label={`${name} ${definitionOf(column).name} ${said}`}
                onClick={() => onOpen({ column, key: lineKey, name })}
              >
                {said}
              </Button>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function saidOf(column: ColumnId, value: number | null): string {
  if (value === null) return TEXT.noRate;
  return isRate(column) ? `${(value * 100).toFixed(1)}%` : String(value);
}

import type { ReactNode } from 'react';
import type { OverviewRow } from '../../../shared/hall/overview.ts';
import { Answer } from '../../components/answer.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { useMinute } from '../../data/clock.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { TEXT } from './text.ts';

const SHOWN = 10;

/** How the city's orders stand by county and department, looked at anew each minute. */
export function UnitsOverview(): ReactNode {
  const minute = useMinute();
  const overview = useDeskQuery({
    key: ['hall-overview', minute],
    tables: [],
    run: (desk) => desk.hall.overview(),
    keepAcrossKeys: true,
  });
  return (
    <Answer query={overview}>
      {({ rows }) => (
        <div className="wall-units">
          <Units title={TEXT.counties} rows={ofKind(rows, 'county')} />
          <Units title={TEXT.departments} rows={ofKind(rows, 'department')} />
        </div>
      )}
    </Answer>
  );
}

function ofKind(rows: readonly OverviewRow[], kind: OverviewRow['kind']): readonly OverviewRow[] {
  return rows.filter((row) => row.kind === kind).slice(0, SHOWN);
}

function Units({ title, rows }: { title: string; rows: readonly OverviewRow[] }): ReactNode {
  return (
    <section className="panel" aria-label={title}>
      <h2 className="panel-title">{title}</h2>
      <DataTable
        label={title}
        className="wall-table"
        rows={rows}
        keyOf={({ unitId }) => unitId}
        empty={<p className="muted wall-none">{TEXT.noOrders}</p>}
        columns={[
          { head: TEXT.unit, kind: 'name', render: ({ name }) => name },
          { head: TEXT.openOrders, render: ({ open }) => open },
          { head: TEXT.near, render: ({ near }) => <span className={near > 0 ? 'wall-near' : undefined}>{near}</span> },
          {
            head: TEXT.overdue,
            render: ({ overdue }) => <span className={overdue > 0 ? 'wall-overdue' : undefined}>{overdue}</span>,
          },
        ]}
      />
    </section>
  );
}

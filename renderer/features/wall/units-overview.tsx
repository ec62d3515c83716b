import type { ReactNode } from 'react';
import type { OverviewRow } from '../../../shared/hall/overview.ts';
import { useMinute } from '../../data/clock.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { TEXT } from './text.ts';

const SHOWN = 10;

/** How the city's orders stand by county and department, looked at anew each minute. */
export function UnitsOverview(): ReactNode {
  const minute = useMinute();
  const { data } = useDeskQuery({
    key: ['hall-overview', minute],
    tables: [],
    run: (desk) => desk.hall.overview(),
    keepAcrossKeys: true,
  });
  const of = (kind: OverviewRow['kind']): readonly OverviewRow[] =>
    (data?.rows ?? []).filter((row) => row.kind === kind).slice(0, SHOWN);
  return (
    <div className="wall-units">
      <Units title={TEXT.counties} rows={of('county')} />
      <Units title={TEXT.departments} rows={of('department')} />
    </div>
  );
}

function Units({ title, rows }: { title: string; rows: readonly OverviewRow[] }): ReactNode {
  return (
    <section className="panel" aria-label={title}>
      <h2 className="panel-title">{title}</h2>
      {rows.length === 0 ? (
        <p className="muted wall-none">{TEXT.noOrders}</p>
      ) : (
        <table className="wall-table">
          <thead>
            <tr>
              {[TEXT.unit, TEXT.openOrders, TEXT.near, TEXT.overdue].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ unitId, name, open, near, overdue }) => (
              <tr key={unitId}>
                <th scope="row">{name}</th>
                <td>{open}</td>
                <td className={near > 0 ? 'wall-near' : ''}>{near}</td>
                <td className={overdue > 0 ? 'wall-overdue' : ''}>{overdue}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

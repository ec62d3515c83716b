import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { HallFigures } from '../../../shared/hall/figures.ts';
import { DataTable } from '../../components/data-table.tsx';
import { TEXT } from './text.ts';

/** Today's callers by hour beside the same weekday's median; the same as a table one key away. */
export function HoursChart({ hours, hour }: { hours: HallFigures['hours']; hour: number }): ReactNode {
  const [asTable, setAsTable] = useState(false);
  return (
    <section className="panel hall-hours" aria-label={TEXT.hoursTitle}>
      <h2 className="panel-title">
        {TEXT.hoursTitle}
        <Button size="small" className="hall-switch" onClick={() => setAsTable(!asTable)}>
          {asTable ? TEXT.showChart : TEXT.showTable}
        </Button>
      </h2>
      {asTable ? <HoursTable hours={hours} /> : <Bars hours={hours} hour={hour} />}
      <p className="faint hall-foot">{TEXT.hoursNote}</p>
    </section>
  );
}

function Bars({ hours, hour }: { hours: HallFigures['hours']; hour: number }): ReactNode {
  const most = Math.max(1, ...hours.flatMap(({ calls, median }) => [calls, median ?? 0]));
  const share = (value: number): string => `${(100 * value) / most}%`;
  return (
    <div className="hall-chart" role="img" aria-label={describe(hours)}>
      <div className="hall-bars">
        {hours.map(({ calls, median }, index) => (
          <div
            key={TEXT.hourName(index)}
            className={`hall-bar ${index === hour ? 'hall-bar-now' : ''}`}
            title={tip(index, calls, median)}
          >
            <span className="hall-bar-count num">{calls > 0 ? calls : ''}</span>
            <span className="hall-bar-space">
              <span className="hall-bar-fill" style={{ height: share(calls) }} />
              {median !== null && <span className="hall-bar-median" style={{ bottom: share(median) }} />}
            </span>
            <span className="hall-bar-hour num">{index}</span>
          </div>
        ))}
      </div>
      <p className="hall-legend">
        <span className="hall-legend-fill" /> {TEXT.calls} <span className="hall-legend-median" /> {TEXT.median}
      </p>
    </div>
  );
}

function tip(hour: number, calls: number, median: number | null): string {
  return `${TEXT.hourName(hour)}：${TEXT.calls} ${calls}，${TEXT.median} ${median ?? TEXT.noMedian}`;
}

function describe(hours: HallFigures['hours']): string {
  return hours.map(({ calls, median }, index) => tip(index, calls, median)).join('；');
}

function HoursTable({ hours }: { hours: HallFigures['hours'] }): ReactNode {
  return (
    <div className="hall-table-space">
      <DataTable
        label={TEXT.hoursTitle}
        className="hall-table"
        rows={hours.map((row, index) => ({ ...row, name: TEXT.hourName(index) }))}
        keyOf={({ name }) => name}
        columns={[
          { head: TEXT.hour, kind: 'name', render: ({ name }) => name },
          { head: TEXT.calls, render: ({ calls }) => calls },
          { head: TEXT.median, render: ({ median }) => median ?? '—' },
        ]}
      />
    </div>
  );
}

import type { ReactNode } from 'react';
import type { Forecast } from '../../../shared/hall/figures.ts';
import { DataTable } from '../../components/data-table.tsx';
import { duration } from '../../components/times.ts';
import { shareText, TEXT } from './text.ts';

/** What the next hours will ask for, and the assumptions it stands on. */
export function ForecastPanel({ forecast, within15 }: { forecast: Forecast; within15: number | null }): ReactNode {
  const { next, staffed, basis, factor, measured, talkSeconds, wrapUpSeconds, patienceSeconds } = forecast;
  const seconds = (value: number): string => duration(value * 1000);
  const names = [TEXT.fewer, TEXT.same, TEXT.more];
  return (
    <section className="panel hall-forecast" aria-label={TEXT.forecastTitle}>
      <h2 className="panel-title">{TEXT.forecastTitle}</h2>
      <DataTable
        label={TEXT.forecastTitle}
        className="hall-table"
        rows={next}
        keyOf={({ hour }) => hour}
        columns={[
          { head: TEXT.hour, kind: 'name', render: ({ hour }) => TEXT.hourName(hour) },
          { head: TEXT.expected, render: ({ calls }) => calls },
          { head: TEXT.agentsNeeded, render: ({ agents }) => agents ?? TEXT.tooMany },
        ]}
      />
      <h2 className="panel-title">{TEXT.staffedTitle}</h2>
      <DataTable
        label={TEXT.staffedTitle}
        className="hall-table"
        rows={staffed.map((row, index) => ({ ...row, name: names[index] ?? '' }))}
        keyOf={({ name }) => name}
        columns={[
          { head: TEXT.people, kind: 'name', render: ({ name }) => name },
          { head: TEXT.staffed, render: ({ agents }) => agents },
          { head: TEXT.answered, render: ({ answered }) => shareText(answered) },
          { head: TEXT.within, render: ({ within }) => shareText(within) },
        ]}
      />
      <p className="faint hall-foot">
        {TEXT.assumption}：{TEXT.basis[basis]}
        {basis === 'median' && `，${TEXT.factor(factor.toFixed(2))}`}。{TEXT.model}；
        {TEXT.times(seconds(talkSeconds), seconds(wrapUpSeconds), seconds(patienceSeconds))}
        {!measured && `（${TEXT.assumed}）`}。{within15 !== null && `${TEXT.promise(within15)}。`}
      </p>
    </section>
  );
}

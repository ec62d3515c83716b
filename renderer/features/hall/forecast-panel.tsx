import type { ReactNode } from 'react';
import type { Forecast } from '../../../shared/hall/figures.ts';
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
      <table className="hall-table">
        <thead>
          <tr>
            {[TEXT.hour, TEXT.expected, TEXT.agentsNeeded].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {next.map(({ hour, calls, agents }) => (
            <tr key={hour}>
              <th scope="row">{TEXT.hourName(hour)}</th>
              <td>{calls}</td>
              <td>{agents ?? TEXT.tooMany}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2 className="panel-title">{TEXT.staffedTitle}</h2>
      <table className="hall-table">
        <thead>
          <tr>
            {[TEXT.people, TEXT.staffed, TEXT.answered, TEXT.within].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {staffed.map(({ agents, answered, within }, index) => (
            <tr key={names[index]}>
              <th scope="row">{names[index]}</th>
              <td>{agents}</td>
              <td>{shareText(answered)}</td>
              <td>{shareText(within)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="faint hall-foot">
        {TEXT.assumption}：{TEXT.basis[basis]}
        {basis === 'median' && `，${TEXT.factor(factor.toFixed(2))}`}。{TEXT.model}；
        {TEXT.times(seconds(talkSeconds), seconds(wrapUpSeconds), seconds(patienceSeconds))}
        {!measured && `（${TEXT.assumed}）`}。{within15 !== null && `${TEXT.promise(within15)}。`}
      </p>
    </section>
  );
}

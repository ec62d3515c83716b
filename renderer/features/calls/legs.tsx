import type { ReactNode } from 'react';
import type { CallRecord } from '../../../shared/domain/call.ts';
import { msOf } from '../../../shared/instant.ts';
import { clockTimeSeconds, exactTime } from '../../components/times.ts';
import { legLength, legText } from './model.ts';
import { RECORDS } from './text.ts';
import './calls.css';

/** Every line of a call with its times and what came of it. H7. */
export function Legs({ record, names }: { record: CallRecord; names: readonly string[] }): ReactNode {
  const { legs } = record;
  if (legs.length === 0) return <p className="faint">{RECORDS.legsNone}</p>;
  // Who spoke is named in the order in which they came; the same person may have come twice.
  const spoken = legs.filter(({ party, answeredAt }) => party === 'agent' && answeredAt !== null);
  return (
    <ol className="calls-legs">
      {legs.map((leg) => {
        const place = spoken.indexOf(leg);
        const spokenBy = place < 0 ? undefined : (names[place] ?? names.at(-1));
        const length = legLength(leg);
        return (
          <li key={leg.legId} data-good={leg.answeredAt !== null}>
            <time className="num" dateTime={leg.startedAt} title={exactTime(msOf(leg.startedAt))}>
              {clockTimeSeconds(msOf(leg.startedAt))}
            </time>
            <span className="calls-leg-who">
              {RECORDS.parties[leg.party]} {spokenBy ?? leg.label}{' '}
              {leg.party === 'unit' && <span className="faint num">{leg.number}</span>}
            </span>
            <b>{legText(leg)}</b>
            <span className="faint num">{length ?? ''}</span>
          </li>
        );
      })}
    </ol>
  );
}

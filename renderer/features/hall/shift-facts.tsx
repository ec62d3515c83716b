import type { ReactNode } from 'react';
import type { ShiftState } from '../../../shared/hall/handover.ts';
import { msOf } from '../../../shared/instant.ts';
import { relativeDue } from '../../components/times.ts';
import { HANDOVER } from './handover-text.ts';

const NEAR_SHOWN = 8;

/** What is counted of a shift. @param now for how a day is called, ms */
export function ShiftFacts({ state, now }: { state: ShiftState; now: number }): ReactNode {
  const { near, desks } = state;
  const counts = [
    [HANDOVER.waiting, state.waiting],
    [HANDOVER.missed, state.missed],
    [HANDOVER.undispatched, state.undispatched],
    [HANDOVER.overdue, state.overdue],
    [HANDOVER.alarms, state.alarms],
  ] as const;
  return (
    <>
      <dl className="hall-counts">
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{count}</dd>
          </div>
        ))}
      </dl>
      <div>
        <h3 className="muted">{HANDOVER.near}</h3>
        {near.length === 0 && <p>{HANDOVER.none}</p>}
        {near.slice(0, NEAR_SHOWN).map(({ number, due }) => (
          <p key={number} className="num">
            {number} · {relativeDue(msOf(due), now)}
          </p>
        ))}
        {near.length > NEAR_SHOWN && <p className="muted">{HANDOVER.more(near.length - NEAR_SHOWN)}</p>}
      </div>
      <div>
        <h3 className="muted">{HANDOVER.desks}</h3>
        {desks.length === 0 && <p>{HANDOVER.none}</p>}
        {desks.map(({ person, drafts, unsent, here, signedIn }) => (
          <p key={person.accountId}>
            <span className="num">{person.jobNumber}</span> {person.name} · {HANDOVER.desk(drafts, unsent)}
            {!here && ` · ${HANDOVER.gone}`}
            {!signedIn && ` · ${HANDOVER.signedOut}`}
          </p>
        ))}
      </div>
    </>
  );
}

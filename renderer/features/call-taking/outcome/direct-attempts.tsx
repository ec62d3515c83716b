import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useUnits } from '../../../data/directory.ts';
import { DIRECT_OUTCOME_NAMES } from '../../../../shared/domain/call.ts';
import { msOf } from '../../../../shared/instant.ts';
import { clockTime } from '../../../components/times.ts';
import { useEntry } from '../drafts.tsx';
import { OUTCOME } from '../text.ts';

/** The units rung so far and what came of it; they go with the order whichever way it ends. */
export function DirectAttempts(): ReactNode {
  const attempts = useEntry(({ form }) => form.directAttempts);
  const units = useUnits();
  if (attempts.length === 0) return null;
  return (
    <ol className="ct-attempts" aria-label={OUTCOME.attempts}>
      {attempts.map((attempt) => {
        const good = attempt.outcome === 'answered';
        return (
          <li key={`${attempt.startedAt}-${attempt.unitId}`} data-good={good}>
            {good ? <CheckCircleFilled aria-hidden /> : <CloseCircleFilled aria-hidden />}
            <span className="num">{clockTime(msOf(attempt.startedAt))}</span>
            <span className="ellipsis">
              {units.find(({ id }) => id === attempt.unitId)?.shortName ?? attempt.unitId} {attempt.contactName}
            </span>
            <b>{DIRECT_OUTCOME_NAMES[attempt.outcome]}</b>
          </li>
        );
      })}
    </ol>
  );
}

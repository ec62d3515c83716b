import { PhoneOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { DIRECT_OUTCOME_NAMES, type DirectOutcome } from '../../../../shared/domain/call.ts';
import { msOf } from '../../../../shared/instant.ts';
import { duration } from '../../../components/times.ts';
import { useNow } from '../../../data/clock.ts';
import { FieldError } from '../draft/field.tsx';
import { fieldId } from '../focus.ts';
import { OUTCOME } from '../text.ts';
import type { Direct } from './use-direct.ts';

/** Whom to ring at this hour, and how far the ringing has come. */
export function DialState({ direct }: { direct: Direct }): ReactNode {
  const { contact, dial, progress, unitName } = direct;
  const person = dial ? { name: dial.contactName, phone: dial.phone } : contact;
  return (
    <div className="ct-dial" id={fieldId('direct')} tabIndex={-1}>
      {person && (
        <span className="ct-dial-person">
          <PhoneOutlined aria-hidden />
          {dial && <b>{unitName}</b>}
          <span>{person.name}</span>
          <span className="num">{person.phone}</span>
          {!dial && contact && <span className="faint">{OUTCOME.contactKinds[contact.kind]}</span>}
        </span>
      )}
      {dial && progress && (
        <output className="ct-dial-state" data-progress={progress}>
          {OUTCOME.progress[progress]} <Since at={dial.startedAt} />
        </output>
      )}
      <FieldError name="direct" />
    </div>
  );
}

function Since({ at }: { at: Parameters<typeof msOf>[0] }): ReactNode {
  const now = useNow('exchange');
  return <span className="num">{duration(now - msOf(at))}</span>;
}

export interface OutcomeChoicesProps {
  readonly choices: readonly DirectOutcome[];
  readonly onChoose: (outcome: DirectOutcome) => void;
}

/** What only the operator can say of a call to a unit. */
export function OutcomeChoices({ choices, onChoose }: OutcomeChoicesProps): ReactNode {
  return (
    <fieldset className="ct-choices" aria-label={OUTCOME.whatCame}>
      <span className="faint">{OUTCOME.whatCame}</span>
      {choices.map((outcome) => (
        <Button key={outcome} size="small" onClick={() => onChoose(outcome)}>
          {DIRECT_OUTCOME_NAMES[outcome]}
        </Button>
      ))}
    </fieldset>
  );
}

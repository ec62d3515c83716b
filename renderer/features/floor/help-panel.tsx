import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Help, SharedDraft } from '../../../shared/domain/floor.ts';
import { CATEGORY_NAMES } from '../../../shared/domain/order.ts';
import { msOf } from '../../../shared/instant.ts';
import { duration } from '../../components/times.ts';
import { useHallNow } from '../hall/clock.ts';
import { TEXT } from './text.ts';
import { useFloorCommand } from './use-floor-command.ts';

/** The 求助 of the chosen operator, with what they have written so far as they write it. */
export function HelpPanel({ help }: { help: Help }): ReactNode {
  const now = useHallNow();
  const command = useFloorCommand();
  const { callId, taker, since, draft, withheld } = help;
  const answer = async (): Promise<void> => {
    if (await command({ type: 'takeHelp', callId })) await command({ type: 'monitor', callId, mode: 'listen' });
  };
  return (
    <section className="floor-help" aria-label={TEXT.helpOpen}>
      <div className="floor-help-head">
        <strong>{TEXT.helpSince(duration(now - msOf(since)))}</strong>
        <span>{taker === null ? TEXT.notTaken : TEXT.takenBy(taker)}</span>
        <span className="floor-help-acts">
          {taker === null && (
            <Button size="small" type="primary" danger onClick={() => void answer()}>
              {TEXT.answerHelp}
            </Button>
          )}
          <Button size="small" onClick={() => void command({ type: 'closeHelp', callId })}>
            {TEXT.closeHelp}
          </Button>
        </span>
      </div>
      <h3 className="floor-subtitle">{TEXT.draft}</h3>
      {withheld && <p className="muted">{TEXT.withheld}</p>}
      {!withheld && (draft ? <DraftCopy draft={draft} /> : <p className="muted">{TEXT.noDraft}</p>)}
    </section>
  );
}

function DraftCopy({ draft }: { draft: SharedDraft }): ReactNode {
  const names = TEXT.draftFields;
  const caller = [draft.callerName, draft.callerPhone, draft.callerAddress].filter(Boolean).join(' · ');
  const marks = [draft.urgent && TEXT.urgent, draft.secret && TEXT.secret].filter(Boolean).join('、');
  const lines = [
    [names.category, draft.category ? CATEGORY_NAMES[draft.category] : ''],
    [names.content, draft.content],
    [names.subject, draft.subject],
    [names.place, draft.place],
    [names.accused, draft.accused],
    [names.unit, draft.unit],
    [names.caller, caller],
    [names.marks, marks],
  ] as const;
  return (
    <dl className="floor-draft" aria-live="off">
      {lines
        .filter(([name, value]) => value !== '' || name === names.content)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value === '' ? '—' : value}</dd>
          </div>
        ))}
    </dl>
  );
}

import { PhoneOutlined } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import type { MissedCall } from '../../../../shared/domain/calls/missed.ts';
import { may } from '../../../../shared/domain/people.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { ListSkeleton } from '../../../components/skeletons.tsx';
import { useLive } from '../../../data/live.ts';
import { useDeed } from '../../../data/use-deed.ts';
import { useDeskQuery } from '../../../data/use-query.ts';
import type { DeskClient } from '../../../host.ts';
import { useDraftStore } from '../../call-taking/drafts.tsx';
import { callRefOf } from '../../call-taking/model/call-watch.ts';
import { MISSED } from '../text.ts';
import { Acts } from './acts.tsx';
import { DropDialog } from './drop-dialog.tsx';
import { MissedTable } from './missed-table.tsx';
import { isOpen, shownRows } from './shown.ts';
import '../calls.css';

/** 漏接回拨: whoever nobody answered, shared by all desks; one operator takes one, so that nobody is rung twice. */
export function MissedScreen(): ReactNode {
  const go = useNavigation((navigation) => navigation.go);
  const inFront = useNavigation(({ screen }) => screen === 'missed');
  const actor = useLive(({ holder }) => holder?.actor ?? null);
  const telephony = useLive((live) => live.telephony);
  const drafts = useDraftStore();
  const deed = useDeed();
  const [showDone, setShowDone] = useState(false);
  const [dropping, setDropping] = useState<MissedCall | null>(null);
  const list = useDeskQuery({
    key: ['missed'],
    tables: ['calls'],
    run: ({ calls }) => calls.missed(),
    enabled: inFront,
  });
  const rows = list.data ?? [];
  const open = rows.filter(isOpen);
  const running = telephony?.call?.callId;
  const shown = shownRows(rows, showDone, running);

  const act = async (work: (client: DeskClient) => Promise<unknown>): Promise<void> => {
    await deed.act(work);
    list.refresh();
  };
  const callBack = (id: string): Promise<void> =>
    act(async ({ calls }) => useLive.getState().setTelephony(await calls.callBack({ id })));
  const write = async (): Promise<void> => {
    const call = telephony?.call;
    if (!call) return;
    if (await drafts.getState().open(callRefOf(call), call.callerNumber)) go('desk');
  };
  const hindrance =
    !telephony || telephony.agent.state === 'signedOut'
      ? MISSED.notSignedIn
      : telephony.agent.state === 'talking' || telephony.agent.state === 'ringing'
        ? MISSED.busy
        : null;

  return (
    <section className="calls" aria-label={MISSED.screen}>
      <div className="calls-bar">
        <b>
          <PhoneOutlined aria-hidden /> {MISSED.waiting(open.length)}
        </b>
        <Checkbox checked={showDone} onChange={({ target }) => setShowDone(target.checked)}>
          {MISSED.showDone}
        </Checkbox>
        {hindrance && <span className="faint">{hindrance}</span>}
      </div>
      <div>
        {deed.failure && <FailureNote failure={deed.failure} />}
        {list.failure && <FailureNote failure={list.failure} onRetry={list.refresh} />}
      </div>
      <div className="calls-body">
        {list.data ? (
          <MissedTable
            rows={shown}
            renderActs={(row) => (
              <Acts
                row={row}
                mine={row.claimedBy !== null && row.claimedBy.accountId === actor?.accountId}
                leads={actor !== null && may(actor, 'hall.control')}
                takes={actor !== null && may(actor, 'call.take')}
                busy={deed.busy}
                hindrance={hindrance}
                onClaim={() => void act(({ calls }) => calls.claim({ id: row.id }))}
                onRelease={() => void act(({ calls }) => calls.release({ id: row.id }))}
                onCallBack={() => void callBack(row.id)}
                onDrop={() => setDropping(row)}
                onWrite={running !== undefined && row.attempts.at(-1)?.callId === running ? () => void write() : null}
              />
            )}
          />
        ) : (
          !list.failure && <ListSkeleton rows={6} height={40} />
        )}
      </div>
      {dropping && (
        <DropDialog
          row={dropping}
          onClose={() => {
            setDropping(null);
            list.refresh();
          }}
        />
      )}
    </section>
  );
}

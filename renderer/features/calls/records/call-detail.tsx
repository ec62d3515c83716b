import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CallRow } from '../../../../shared/contract/calls.ts';
import { may } from '../../../../shared/domain/people.ts';
import type { Failure } from '../../../../shared/failure.ts';
import { msOf } from '../../../../shared/instant.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { Masked } from '../../../components/masked.tsx';
import { TextSkeleton } from '../../../components/skeletons.tsx';
import { exactTime } from '../../../components/times.ts';
import { failureOf } from '../../../data/failure-of.ts';
import { useLive } from '../../../data/live.ts';
import { useDesk } from '../../../data/use-desk.ts';
import { useDeskQuery } from '../../../data/use-query.ts';
import { ProposeBlockDialog } from '../blocks/propose-block-dialog.tsx';
import { CallScoring } from '../../scoring/call-scoring.tsx';
import { Legs } from '../legs.tsx';
import { outcomeText, talkedText, waitedText } from '../model.ts';
import { Recordings } from '../recordings.tsx';
import { RECORDS, UNKNOWN_NAMES, RECORDING } from '../text.ts';

/** One call beside the list: its lines, its recordings, the orders that were written in it. */
export function CallDetailPanel({ row, onClose }: { row: CallRow; onClose: () => void }): ReactNode {
  const go = useNavigation((navigation) => navigation.go);
  const actor = useLive(({ holder }) => holder?.actor ?? null);
  const [proposing, setProposing] = useState(false);
  const { data, failure, refresh } = useDeskQuery({
    key: ['call', row.callId],
    tables: ['calls'],
    run: ({ calls }) => calls.get({ callId: row.callId }),
  });
  const mayPropose = actor !== null && (may(actor, 'call.take') || may(actor, 'hall.control'));
  return (
    <aside className="calls-detail panel" aria-label={RECORDS.detail}>
      <div className="panel-title">
        <span className="num">{exactTime(msOf(row.queuedAt))}</span>
        <span className="calls-bar-end">
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined aria-hidden />}
            aria-label={RECORDS.close}
            onClick={onClose}
          />
        </span>
      </div>
      <div className="calls-detail-body">
        <Facts row={row} mayReveal={actor !== null && may(actor, 'personal.reveal')} />
        {row.unknown.length > 0 && (
          <div className="calls-unknown">
            <b>{RECORDS.unknown}</b>
            <p>{RECORDS.unknownWhy}</p>
            <p>{row.unknown.map((fact) => UNKNOWN_NAMES[fact]).join('、')}</p>
          </div>
        )}
        <section aria-label={RECORDS.legs}>
          <h3>{RECORDS.legs}</h3>
          <Legs record={row} names={row.people.map(({ name }) => name)} />
        </section>
        {failure && <FailureNote failure={failure} onRetry={refresh} />}
        {!data && !failure && <TextSkeleton rows={3} />}
        {data && (
          <>
            <section aria-label={RECORDING.title}>
              <h3>{RECORDING.title}</h3>
              <Recordings recordings={data.recordings} />
            </section>
            <section aria-label={RECORDS.orders}>
              <h3>{RECORDS.orders}</h3>
              {data.orders.length === 0 && <p className="faint">{RECORDS.ordersNone}</p>}
              <ul className="calls-orders">
                {data.orders.map(({ id, number }) => (
                  <li key={id}>
                    <button type="button" className="calls-open num" onClick={() => go('orders', { orderId: id })}>
                      {number}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          </>
        )}
        {actor && row.answeredAt !== null && !row.live && <CallScoring callId={row.callId} actor={actor} />}
        {mayPropose && row.direction === 'inbound' && (
          <div>
            <Button size="small" onClick={() => setProposing(true)}>
              {RECORDS.propose}
            </Button>
          </div>
        )}
      </div>
      {proposing && <ProposeBlockDialog callId={row.callId} onClose={() => setProposing(false)} />}
    </aside>
  );
}

function Facts({ row, mayReveal }: { row: CallRow; mayReveal: boolean }): ReactNode {
  const desk = useDesk();
  const [number, setNumber] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const reveal = async (): Promise<void> => {
    try {
      setNumber((await desk.calls.reveal({ callId: row.callId })).number);
      setFailure(null);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      RECORDS.number,
      <Masked
        key="number"
        label={RECORDS.number}
        value={number ?? row.callerNumber}
        revealed={number !== null}
        onReveal={mayReveal ? () => void reveal() : undefined}
        onHide={() => setNumber(null)}
      />,
    ],
    [RECORDS.direction, RECORDS.directions[row.direction]],
    [RECORDS.outcome, row.live ? RECORDS.live : outcomeText(row)],
    [RECORDS.waited, waitedText(row)],
    [RECORDS.talked, talkedText(row)],
    [RECORDS.dialled, row.direction === 'inbound' ? row.dialled : null],
    [RECORDS.who, row.people.map(({ name, jobNumber }) => `${name} ${jobNumber}`).join('、')],
  ];
  return (
    <>
      <dl className="calls-facts">
        {facts
          .filter(([, value]) => value !== null && value !== '')
          .map(([name, value]) => (
            <FactLine key={name} name={name} value={value} />
          ))}
      </dl>
      {failure && <FailureNote failure={failure} look="line" />}
    </>
  );
}

function FactLine({ name, value }: { name: string; value: ReactNode }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd className="num">{value}</dd>
    </>
  );
}

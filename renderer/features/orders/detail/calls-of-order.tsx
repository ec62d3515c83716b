import type { ReactNode } from 'react';
import type { Order } from '../../../../shared/domain/order.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { RelativeTime } from '../../../components/relative-time.tsx';
import { useDeskQuery } from '../../../data/use-query.ts';
import { Legs } from '../../calls/legs.tsx';
import { outcomeText, talkedText } from '../../calls/model.ts';
import { Recordings } from '../../calls/recordings.tsx';
import { RECORDS } from '../../calls/text.ts';
import { DETAIL } from '../text.ts';
import { Section } from './section.tsx';

/** The calls an order came from and was followed up in, as the exchange had them: lines, outcomes, recordings. H7, Z11. */
export function CallsOfOrder({ order }: { order: Order }): ReactNode {
  const refs = [order.call, ...order.life.followUps.map(({ call }) => call)];
  const rung = refs.some((ref) => ref?.source === 'exchange');
  const { data, failure, refresh } = useDeskQuery({
    key: ['calls-of', order.id],
    tables: ['calls'],
    run: ({ calls }) => calls.ofOrder({ orderId: order.id }),
    // Before the centre has the order it knows of no calls of it.
    enabled: rung && order.number !== null,
  });
  if (!rung || order.number === null) return null;
  // Offline the order itself is all there is; that is said once, by the desk's own line.
  if (failure)
    return failure.code === 'NOT_PERMITTED_OFFLINE' ? null : (
      <FailureNote failure={failure} look="line" onRetry={refresh} />
    );
  if (!data || data.length === 0) return null;
  return (
    <Section title={DETAIL.callsAndRecordings}>
      {data.map(({ record, recordings }) => (
        <div key={record.callId} className="calls-of-order">
          <div>
            {RECORDS.directions[record.direction]} <RelativeTime at={record.queuedAt} /> {outcomeText(record)}{' '}
            <span className="order-faint num">{talkedText(record)}</span>
          </div>
          <Legs record={record} names={[]} />
          {recordings.length > 0 && <Recordings recordings={recordings} />}
        </div>
      ))}
    </Section>
  );
}

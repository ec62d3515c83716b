import type { ReactNode } from 'react';
import type { Order } from '../../../../shared/domain/order.ts';
import { msOf } from '../../../../shared/instant.ts';
import { duration, exactTime } from '../../../components/times.ts';
import { DETAIL } from '../text.ts';
import { Facts, Section } from './section.tsx';

/** The call the order came from; `number` as it may be shown now. */
export function CallSection({ order, number }: { order: Order; number: string | null }): ReactNode {
  const { call } = order;
  if (!call) return null;
  const from = call.source === 'exchange' ? call.answeredAt : call.startedAt;
  const length = from && call.endedAt ? duration(msOf(call.endedAt) - msOf(from)) : null;
  const unanswered = call.source === 'exchange' && call.answeredAt === null;
  return (
    <Section title={call.source === 'manual' ? `${DETAIL.call}（${DETAIL.callManual}）` : DETAIL.call}>
      <Facts
        facts={[
          { label: DETAIL.phone, value: number && <span className="num">{number}</span> },
          { label: DETAIL.callAt, value: <span className="num">{exactTime(msOf(call.startedAt))}</span> },
          {
            label: DETAIL.callLength,
            value: unanswered ? DETAIL.callNotAnswered : length && <span className="num">{length}</span>,
          },
          { label: DETAIL.callManualReason, value: call.source === 'manual' ? call.reason : null },
        ]}
      />
    </Section>
  );
}

import type { ReactNode } from 'react';
import type { OrderDetail } from '../../../../shared/contract/desk.ts';
import { CHANNEL_NAMES, COMPLEXITY_NAMES } from '../../../../shared/domain/channel.ts';
import { REPLY_BY_NAMES, type Request } from '../../../../shared/domain/order.ts';
import { Moment } from './moment.tsx';
import { DETAIL } from '../text.ts';
import { Facts, Section } from './section.tsx';

/** What the caller asked. */
export function RequestSection({ detail, request }: { detail: OrderDetail; request: Request }): ReactNode {
  const { accused, occurredAt } = request;
  return (
    <Section title={DETAIL.request}>
      <p className="order-content">{request.content}</p>
      {request.wish && (
        <p className="order-content">
          <span className="order-inline-label">{DETAIL.wish}</span>
          {request.wish}
        </p>
      )}
      <Facts
        facts={[
          { label: DETAIL.subject, value: detail.subjectPath.join(' › ') },
          { label: DETAIL.channel, value: CHANNEL_NAMES[request.channel] },
          { label: DETAIL.complexity, value: COMPLEXITY_NAMES[detail.order.life.complexity] },
          { label: DETAIL.place, value: request.place },
          { label: DETAIL.occurredAt, value: occurredAt && <Moment at={occurredAt} /> },
          { label: DETAIL.accusedUnit, value: accused.unit },
          { label: DETAIL.accusedPerson, value: accused.person },
          { label: DETAIL.replyBy, value: REPLY_BY_NAMES[request.replyBy] },
          { label: DETAIL.followUp, value: request.followUp ? DETAIL.followUpYes : DETAIL.followUpNo },
        ]}
      />
    </Section>
  );
}

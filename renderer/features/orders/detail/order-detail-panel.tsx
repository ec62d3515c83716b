import './detail.css';
import type { ReactNode } from 'react';
import type { OrderDetail } from '../../../../shared/contract/desk.ts';
import type { OrderId } from '../../../../shared/domain/ids.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { FormSkeleton, TextSkeleton } from '../../../components/skeletons.tsx';
import { useDeskQuery } from '../../../data/use-query.ts';
import { useKey } from '../../../keys/keys.ts';
import { DETAIL } from '../text.ts';
import { ActBar } from '../../acts/act-bar.tsx';
import { AnswerSection } from './answer-section.tsx';
import { AttachmentsSection } from './attachments-section.tsx';
import { CallSection } from './call-section.tsx';
import { CallsOfOrder } from './calls-of-order.tsx';
import { CallerSection } from './caller-section.tsx';
import { Course } from './course.tsx';
import { DetailHead } from './detail-head.tsx';
import { LifeSections } from './life-sections.tsx';
import { RequestSection } from './request-section.tsx';
import { Stages } from './stages.tsx';
import { useReveal } from './use-reveal.ts';

export interface OrderDetailPanelProps {
  readonly id: OrderId;
  /** The screen is the one in front: its keys answer. */
  readonly inFront: boolean;
  readonly onClose: () => void;
}

/** One order, everything of it, for reading with a caller on the line. */
export function OrderDetailPanel({ id, inFront, onClose }: OrderDetailPanelProps): ReactNode {
  const { data, failure, loading, refresh } = useDeskQuery({
    key: ['order', id],
    tables: ['orders', 'outbox', 'units', 'subjects'],
    run: ({ orders }) => orders.get({ id }),
  });
  // It has left this person's sight, by recusal for one: what was read before is not shown a moment longer. J5.
  const gone = failure?.code === 'ORDER_NOT_FOUND' || failure?.code === 'RECUSED';
  return (
    <article className="order-panel" aria-label={DETAIL.title} aria-busy={loading}>
      {failure && <FailureNote failure={failure} onRetry={refresh} />}
      {data && !gone ? (
        <Content detail={data} inFront={inFront} onClose={onClose} />
      ) : (
        !failure && (
          <div className="order-body">
            <TextSkeleton rows={2} />
            <FormSkeleton fields={5} />
          </div>
        )
      )}
    </article>
  );
}

interface ContentProps {
  readonly detail: OrderDetail;
  readonly inFront: boolean;
  readonly onClose: () => void;
}

function Content({ detail, inFront, onClose }: ContentProps): ReactNode {
  const { order } = detail;
  const reveal = useReveal(order.id, DETAIL.title);
  const toggle = (): void => (reveal.detail ? reveal.hide() : void reveal.show());
  useKey('reveal', toggle, inFront && reveal.permitted);
  // What is written changes with each command; only who the caller is comes from the revealed copy.
  const shown = reveal.detail?.order ?? order;
  return (
    <>
      <DetailHead detail={detail} inFront={inFront} onClose={onClose} />
      <div className="order-body">
        <ActBar key={order.id} order={order} inFront={inFront} />
        <Stages key={`stages-${order.id}`} detail={detail} />
        <RequestSection detail={detail} request={shown.request} />
        <CallerSection request={shown.request} reveal={reveal} onToggle={toggle} />
        <AnswerSection order={order} />
        <LifeSections order={order} />
        <AttachmentsSection attachments={order.request.attachments} />
        <Course history={detail.history} />
        <CallSection order={order} number={shown.call?.number ?? null} />
        <CallsOfOrder key={`calls-${order.id}`} order={order} />
      </div>
    </>
  );
}

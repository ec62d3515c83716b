import { CheckOutlined, CloseOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { OrderDetail } from '../../../../shared/contract/desk.ts';
import { isRunning } from '../../../../shared/domain/order.ts';
import { Moment } from './moment.tsx';
import {
  CategoryTag,
  ModeTag,
  PendingTag,
  RepeatedTag,
  SecretTag,
  StateTag,
  UrgentTag,
} from '../../../components/tags.tsx';
import { useChord } from '../../../keys/keys.ts';
import { PrintButton } from '../../printing/print-button.tsx';
import { OrderNumber } from '../order-number.tsx';
import { DETAIL } from '../text.ts';
import { OwedTimes } from './owed-times.tsx';
import { DeadlineStrip } from './deadline-strip.tsx';

export interface DetailHeadProps {
  readonly detail: OrderDetail;
  /** The screen is the one in front: its keys answer. */
  readonly inFront: boolean;
  readonly onClose: () => void;
}

/** Which order, how it stands, and by when: stays in sight while the rest scrolls. */
export function DetailHead({ detail, inFront, onClose }: DetailHeadProps): ReactNode {
  const { order, unitName, pending } = detail;
  const { urgent, sensitivity, category } = order.request;
  const chord = useChord('back');
  return (
    <header className="order-head">
      <div className="order-head-line">
        <h2 className="order-number">
          <OrderNumber number={order.number} provisionalNumber={order.provisionalNumber} />
        </h2>
        <CopyButton number={order.number ?? order.provisionalNumber} />
        <PrintButton key={order.id} orderId={order.id} inFront={inFront} />
        <span className="order-spacer" />
        <Button
          type="text"
          icon={<CloseOutlined aria-hidden />}
          aria-label={DETAIL.close}
          title={`${DETAIL.close} (${chord})`}
          onClick={onClose}
        />
      </div>
      <div className="order-tags">
        <StateTag state={order.state} />
        {/* For a refusal the state says it all. */}
        {order.mode !== 'refusal' && <ModeTag mode={order.mode} />}
        <CategoryTag category={category} />
        {urgent && <UrgentTag />}
        {order.life.repeated && <RepeatedTag months={order.life.repeated.months} />}
        {sensitivity === 'secret' && <SecretTag />}
        {pending && <PendingTag />}
        <span className="order-head-facts">
          {unitName && <span>{unitName}</span>}
          <span>
            {order.createdBy.name} <span className="num">{order.createdBy.jobNumber}</span>
          </span>
          <Moment at={order.createdAt} />
          {order.urges > 0 && <span>{DETAIL.urges(order.urges)}</span>}
        </span>
      </div>
      {order.deadline && <DeadlineStrip deadline={order.deadline} running={isRunning(order.state)} />}
      <OwedTimes order={order} />
    </header>
  );
}

function CopyButton({ number }: { number: string }): ReactNode {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(number);
    setCopied(true);
  };
  return (
    <Button
      type="text"
      size="small"
      icon={copied ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
      aria-label={DETAIL.copyNumber}
      title={DETAIL.copyNumber}
      onClick={() => void copy()}
      onBlur={() => setCopied(false)}
    >
      {copied ? DETAIL.copied : null}
    </Button>
  );
}

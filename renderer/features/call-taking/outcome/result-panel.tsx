import { CheckCircleFilled, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigation } from '../../../app/navigation.ts';
import { limitSaid } from '../../../components/due.ts';
import { PrimaryButton } from '../../../components/primary-button.tsx';
import { useMinute } from '../../../data/clock.ts';
import { useDeskQuery } from '../../../data/use-query.ts';
import { useKey } from '../../../keys/keys.ts';
import { useDrafts, useDraftStore } from '../drafts.tsx';
import type { Done } from '../model/draft-state.ts';
import { RESULT } from '../text.ts';

/** What was just done, its number large enough to read to the caller; the official one appears when it arrives. */
export function ResultPanel({ done, active }: { done: Done; active: boolean }): ReactNode {
  const store = useDraftStore();
  const waiting = useDrafts((state) => state.entries.length);
  const now = useMinute('centre');
  const { data } = useDeskQuery({
    key: ['order', done.orderId],
    tables: ['orders'],
    run: (desk) => desk.orders.get({ id: done.orderId }),
  });
  const number = data?.order.number ?? done.number;
  const leave = (): void => store.getState().closeDone();
  useKey('primary', leave, active);
  useKey('back', leave, active);

  return (
    <section className="ct-result" aria-label={RESULT.title}>
      <p className="ct-result-kind">
        <CheckCircleFilled aria-hidden /> {RESULT.kinds[done.kind]}
        {done.unitName && done.kind === 'forward' && <b> → {done.unitName}</b>}
      </p>
      <output className="ct-number" aria-label={RESULT.number}>
        {number ?? done.provisionalNumber}
      </output>
      <p className="muted">
        {number
          ? number === done.provisionalNumber
            ? ''
            : RESULT.wasProvisional(done.provisionalNumber)
          : RESULT.provisional}
      </p>
      {done.deadline && (
        <p className="num">
          {limitSaid(done.deadline, now)}
          <span className="faint"> · {done.deadline.article}</span>
        </p>
      )}
      {done.kind === 'accept' && <p className="muted">{RESULT.afterDispatch}</p>}
      {done.summary && <p className="ct-result-summary muted">{done.summary}</p>}
      <div className="ct-result-actions">
        <CopyNumber key={number ?? done.provisionalNumber} number={number ?? done.provisionalNumber} />
        <Button onClick={() => useNavigation.getState().go('orders', { orderId: done.orderId })}>{RESULT.look}</Button>
        <PrimaryButton onClick={leave}>{waiting > 0 ? RESULT.next(waiting) : RESULT.finish}</PrimaryButton>
      </div>
    </section>
  );
}

function CopyNumber({ number }: { number: string }): ReactNode {
  const [copied, setCopied] = useState(false);
  const copy = (): void => void navigator.clipboard.writeText(number).then(() => setCopied(true));
  return (
    <Button icon={<CopyOutlined aria-hidden />} onClick={copy}>
      {copied ? RESULT.copied : RESULT.copy}
    </Button>
  );
}

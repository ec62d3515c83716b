import type { ReactNode } from 'react';
import type { OrderRow } from '../../../../shared/contract/desk.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { useLive } from '../../../data/live.ts';
import { useSettled } from '../../knowledge/use-settled.ts';
import { useDrafts } from '../drafts.tsx';
import { isTaken } from '../model/call-watch.ts';
import { activeEntry } from '../model/draft-state.ts';
import { CALLER } from '../text.ts';
import { CallerCard } from './caller-card.tsx';
import { ProgressEnquiry } from './progress-enquiry.tsx';
import { SimilarOrders } from './similar-orders.tsx';

const PAUSE_MS = 350;
const NONE: readonly OrderRow[] = [];

/** Left: who is calling. A ringing call shows its caller here at once; what is being written stays where it is. */
export function CallerColumn({ active }: { active: boolean }): ReactNode {
  const ringing = useLive(({ telephony }) =>
    telephony?.call?.state === 'ringing' ? telephony.call.callerNumber : null,
  );
  const orderId = useDrafts((state) => activeEntry(state)?.orderId ?? null);
  // Between drafts the caller on the line is still the one who matters.
  const onLine = useLive(
    ({ telephony }) => (isTaken(telephony?.call ?? null) ? telephony?.call?.callerNumber : null) ?? '',
  );
  const typed = useDrafts((state) => {
    const entry = activeEntry(state);
    return entry ? entry.form.caller.phone || (entry.call?.number ?? '') : onLine;
  });
  const phone = useSettled(typed.trim(), PAUSE_MS, orderId);

  return (
    <aside className="ct-caller" aria-label={CALLER.column}>
      {ringing !== null && (
        <CallerCard key={`ringing-${ringing}`} phone={ringing} ringing orderId={null} active={false} />
      )}
      {ringing === null && phone !== '' && (
        <CallerCard key={`${orderId}-${phone}`} phone={phone} ringing={false} orderId={orderId} active={active} />
      )}
      {ringing === null && phone === '' && <EmptyState text={orderId ? CALLER.noNumber : CALLER.noCall} />}
      {ringing === null && orderId !== null && phone === '' && <SimilarOrders except={NONE} />}
      {/* What one caller was told does not stay for the next. */}
      <ProgressEnquiry key={`progress-${orderId}`} />
    </aside>
  );
}

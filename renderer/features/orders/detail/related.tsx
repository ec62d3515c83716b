import type { ReactNode } from 'react';
import type { OrderId } from '../../../../shared/domain/ids.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { useDeskQuery } from '../../../data/use-query.ts';
import { LIFE } from './life-text.ts';
import { Section } from './section.tsx';

/** The orders that this one went into or came out of. */
export function Related({ order: { life } }: { order: Order }): ReactNode {
  const { mergedInto, splitFrom } = life;
  if (mergedInto === null && splitFrom === null) return null;
  return (
    <Section title={LIFE.related}>
      {mergedInto && <Link label={LIFE.mergedInto} id={mergedInto} />}
      {splitFrom && <Link label={LIFE.splitFrom} id={splitFrom} />}
    </Section>
  );
}

/** By its number where this person may see it: the order itself says no more of it. */
function Link({ label, id }: { label: string; id: OrderId }): ReactNode {
  const go = useNavigation(({ go: navigate }) => navigate);
  const { data } = useDeskQuery({ key: ['order', id], tables: ['orders'], run: ({ orders }) => orders.get({ id }) });
  const order = data?.order;
  return (
    <p>
      {label}{' '}
      {order ? (
        <button type="button" className="order-article num" onClick={() => go('orders', { orderId: id })}>
          {order.number ?? order.provisionalNumber}
        </button>
      ) : (
        <span className="order-faint">{LIFE.otherOrder}</span>
      )}
    </p>
  );
}

import type { ReactNode } from 'react';
import type { Order } from '../../../../shared/domain/order.ts';
import { may } from '../../../../shared/domain/people.ts';
import { useLive } from '../../../data/live.ts';
import { useDeskQuery } from '../../../data/use-query.ts';
import { Entries } from './entries.tsx';
import { LIFE } from './life-text.ts';

/** Who keeps away from this order, on whose word and why. Names are for those who decide about it. J5. */
export function Recused({ order: { life } }: { order: Order }): ReactNode {
  const decides = useLive(
    ({ session }) =>
      session !== null && (may(session.actor, 'order.dispatch') || may(session.actor, 'order.supervise')),
  );
  const colleagues = useDeskQuery({
    key: ['colleagues'],
    tables: [],
    run: (desk) => desk.office.colleagues(),
    enabled: decides && life.recused.length > 0,
  });
  const nameOf = (id: string): string => {
    const colleague = colleagues.data?.find((each) => each.id === id);
    return colleague ? `${colleague.name} ${colleague.jobNumber}` : LIFE.somebody;
  };
  return (
    <Entries
      title={LIFE.recused}
      entries={life.recused.map(({ at, by, accountId, reason }) => ({
        key: accountId,
        title: nameOf(accountId),
        at,
        by,
        body: reason,
      }))}
    />
  );
}

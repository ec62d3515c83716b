import type { ReactNode } from 'react';
import type { OrderChange } from '../../../shared/contract/office-rules.ts';
import { msOf } from '../../../shared/instant.ts';
import { limitName } from '../../../shared/policy/limit.ts';
import { useNavigation } from '../../app/navigation.ts';
import { DataTable } from '../../components/data-table.tsx';
import { dueTime } from '../../components/times.ts';
import { CHANGES } from './text.ts';

/** Rows drawn at once; the count says how many there are. */
const MOST = 200;

/** Whose limits would move, from when to when; an order's number leads to it. */
export function OrderChanges({ changes }: { changes: readonly OrderChange[] }): ReactNode {
  const go = useNavigation(({ go: navigate }) => navigate);
  if (changes.length === 0) return null;
  return (
    <>
      <DataTable
        label={CHANGES.title}
        className="rules-changes"
        rows={changes.slice(0, MOST)}
        keyOf={({ orderId }) => orderId}
        columns={[
          {
            head: CHANGES.order,
            kind: 'name',
            render: ({ orderId, number }) => (
              <button type="button" className="rules-order num" onClick={() => go('orders', { orderId })}>
                {number}
              </button>
            ),
          },
          { head: CHANGES.before, className: 'num', render: ({ before }) => said(before) },
          {
            head: CHANGES.after,
            className: 'num',
            render: ({ after, reason }) => (after === null && reason !== null ? reason : said(after)),
          },
          { head: CHANGES.article, render: ({ before, after }) => (after ?? before)?.article },
        ]}
      />
      {changes.length > MOST && <p className="faint">{CHANGES.more(MOST)}</p>}
    </>
  );
}

function said(deadline: OrderChange['before']): string {
  if (!deadline) return CHANGES.none;
  const { due, limit, provisional } = deadline;
  const until = dueTime(msOf(due)).slice(0, 16);
  return `${until}（${limitName(limit)}${provisional ? `，${CHANGES.provisional}` : ''}）`;
}

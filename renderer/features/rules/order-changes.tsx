import type { ReactNode } from 'react';
import type { OrderChange } from '../../../shared/contract/office-rules.ts';
import { msOf } from '../../../shared/instant.ts';
import { limitName } from '../../../shared/policy/limit.ts';
import { useNavigation } from '../../app/navigation.ts';
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
      <table className="rules-changes" aria-label={CHANGES.title}>
        <thead>
          <tr>
            <th scope="col">{CHANGES.order}</th>
            <th scope="col">{CHANGES.before}</th>
            <th scope="col">{CHANGES.after}</th>
            <th scope="col">{CHANGES.article}</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, MOST).map(({ orderId, number, before, after, reason }) => (
            <tr key={orderId}>
              <th scope="row">
                <button type="button" className="rules-order num" onClick={() => go('orders', { orderId })}>
                  {number}
                </button>
              </th>
              <td className="num">{said(before)}</td>
              <td className="num">{after === null && reason !== null ? reason : said(after)}</td>
              <td>{(after ?? before)?.article}</td>
            </tr>
          ))}
        </tbody>
      </table>
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

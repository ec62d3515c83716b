import { LockOutlined, ThunderboltOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { OrderRow } from '../../../shared/contract/desk.ts';
import { CATEGORY_NAMES, isRunning, MODE_NAMES } from '../../../shared/domain/order.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RemainingTime } from '../../components/remaining-time.tsx';
import { PendingTag, StateTag } from '../../components/tags.tsx';
import type { ColumnKey } from './columns.ts';
import { OrderNumber } from './order-number.tsx';
import { TEXT } from './text.ts';

/** What a row shows in a column. */
export function cellOf(key: ColumnKey, row: OrderRow): ReactNode {
  switch (key) {
    case 'number':
      return <OrderNumber number={row.number} provisionalNumber={row.provisionalNumber} />;
    case 'state':
      return (
        <>
          <StateTag state={row.state} />
          {row.pending && <PendingTag />}
        </>
      );
    case 'category':
      return CATEGORY_NAMES[row.category];
    case 'mode':
      return MODE_NAMES[row.mode];
    case 'summary':
      return <Summary row={row} />;
    case 'caller':
      return (
        <>
          <span className="orders-line">{row.callerName || TEXT.unnamed}</span>
          <span className="orders-line orders-faint num">{row.callerPhone}</span>
        </>
      );
    case 'unit':
      return <span className="orders-wrap2">{row.unitName ?? TEXT.noUnit}</span>;
    case 'due':
      return row.due && isRunning(row.state) ? <RemainingTime due={row.due} /> : TEXT.noDue;
    case 'createdAt':
      return <RelativeTime at={row.createdAt} />;
    case 'createdBy':
      return <span className="orders-line">{row.createdBy}</span>;
  }
}

function Summary({ row }: { row: OrderRow }): ReactNode {
  const where = [row.subject, row.place].filter(Boolean).join(' · ');
  return (
    <>
      <span className="orders-line">
        {row.urgent && (
          <span className="orders-urgent">
            <ThunderboltOutlined aria-hidden /> {TEXT.urgent}
          </span>
        )}
        {row.secret && (
          <span className="orders-secret">
            <LockOutlined aria-hidden /> {TEXT.secret}
          </span>
        )}
        {row.summary}
      </span>
      {where && <span className="orders-line orders-faint">{where}</span>}
    </>
  );
}

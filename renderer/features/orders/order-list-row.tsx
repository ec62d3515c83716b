import { memo, type ReactNode } from 'react';
import type { OrderRow } from '../../../shared/contract/desk.ts';
import { cellOf } from './order-cells.tsx';
import type { Column } from './columns.ts';

/** px; two lines of text, so that request and place, number and provisional number stand together. */
export const ROW_HEIGHT = 48;

export interface OrderListRowProps {
  readonly index: number;
  readonly row: OrderRow | undefined;
  readonly top: number;
  readonly columns: readonly Column[];
  readonly template: string;
  readonly marked: boolean;
  readonly open: boolean;
}

export function rowDomId(id: string): string {
  return `order-row-${id}`;
}

/** One order of the list, or the shape of one that is still being read. */
export const OrderListRow = memo(function OrderListRow(props: OrderListRowProps): ReactNode {
  const { index, row, top, columns, template, marked, open } = props;
  const style = { transform: `translateY(${top}px)`, height: ROW_HEIGHT, gridTemplateColumns: template };
  if (!row) {
    return (
      <div className="orders-row orders-row-coming" style={style} aria-hidden>
        {columns.map(({ key }) => (
          <div key={key} className="orders-cell">
            <span className="skeleton" style={{ width: key === 'summary' ? '70%' : '80%' }} />
          </div>
        ))}
      </div>
    );
  }
  const look = ['orders-row', marked && 'orders-marked', open && 'orders-opened'].filter(Boolean).join(' ');
  return (
    <div
      id={rowDomId(row.id)}
      className={look}
      style={style}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={marked}
      data-index={index}
    >
      {columns.map(({ key }) => (
        <div key={key} className={`orders-cell orders-cell-${key}`} role="gridcell">
          {cellOf(key, row)}
        </div>
      ))}
    </div>
  );
});

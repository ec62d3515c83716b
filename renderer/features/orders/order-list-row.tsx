import { memo, type ReactNode } from 'react';
import type { OrderRow } from '../../../shared/contract/desk.ts';
import { cellOf } from './order-cells.tsx';
import type { Column } from './columns.ts';
import { ROW_HEIGHT } from './rows-in-sight.ts';
import { TEXT } from './text.ts';

export interface OrderListRowProps {
  readonly index: number;
  readonly row: OrderRow | undefined;
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
  const { index, row, columns, template, marked, open } = props;
  const style = { transform: `translateY(${index * ROW_HEIGHT}px)`, height: ROW_HEIGHT, gridTemplateColumns: template };
  if (!row) {
    return (
      <tr className="orders-row orders-row-coming" style={style} aria-hidden>
        {columns.map(({ key }) => (
          <td key={key} className="orders-cell" aria-label={TEXT.coming}>
            <span className="skeleton" style={{ width: key === 'summary' ? '70%' : '80%' }} />
          </td>
        ))}
      </tr>
    );
  }
  const look = ['orders-row', marked && 'orders-marked', open && 'orders-opened'].filter(Boolean).join(' ');
  return (
    <tr
      id={rowDomId(row.id)}
      className={look}
      style={style}
      aria-rowindex={index + 2}
      aria-selected={marked}
      data-index={index}
    >
      {columns.map(({ key }) => (
        <td key={key} className={`orders-cell orders-cell-${key}`}>
          {cellOf(key, row)}
        </td>
      ))}
    </tr>
  );
});

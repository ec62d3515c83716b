import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { ReportRow } from '../../../shared/contract/reports.ts';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { CATEGORY_NAMES } from '../../../shared/domain/order.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { StateTag } from '../../components/tags.tsx';
import { OpenOrder } from './open-order.tsx';
import { TEXT } from './text.ts';

/** Which of the orders are chosen, and for what. */
export interface Choosing {
  readonly head: string;
  readonly labelOf: (number: string) => string;
  readonly chosen: readonly OrderId[];
  readonly onChoose: (chosen: readonly OrderId[]) => void;
}

export interface OrderRowsProps {
  readonly label: string;
  readonly rows: readonly ReportRow[];
  /** Null: nothing is to be chosen. */
  readonly choosing: Choosing | null;
  /** After the usual columns. */
  readonly more?: readonly Column<ReportRow>[];
  readonly empty?: ReactNode;
  /** Puts away what would stand over an order that is opened. */
  readonly onGo: () => void;
}

const NONE: readonly Column<ReportRow>[] = [];

/** The orders behind a figure or a topic. */
export function OrderRows({ label, rows, choosing, more = NONE, empty, onGo }: OrderRowsProps): ReactNode {
  return (
    <DataTable
      label={label}
      rows={rows}
      keyOf={({ orderId, day }) => `${orderId} ${day}`}
      empty={empty}
      columns={[
        ...(choosing ? [choosingColumn(choosing)] : []),
        {
          head: TEXT.number,
          render: ({ orderId, number }) => <OpenOrder orderId={orderId} number={number} onGo={onGo} />,
        },
        { head: TEXT.day, className: 'num data-nowrap', render: ({ day }) => day },
        { head: TEXT.unit, className: 'reports-unit', render: ({ unitName }) => unitName || TEXT.noneSuch },
        { head: TEXT.category, className: 'data-nowrap', render: ({ category }) => CATEGORY_NAMES[category] },
        { head: TEXT.state, render: ({ state }) => <StateTag state={state} /> },
        { head: TEXT.summary, className: 'data-wide', render: ({ summary }) => summary },
        ...more,
      ]}
    />
  );
}

function choosingColumn({ head, labelOf, chosen, onChoose }: Choosing): Column<ReportRow> {
  return {
    key: 'choose',
    head,
    render: ({ orderId, number }) => (
      <Checkbox
        aria-label={labelOf(number)}
        checked={chosen.includes(orderId)}
        onChange={({ target }) =>
          onChoose(target.checked ? [...chosen, orderId] : chosen.filter((id) => id !== orderId))
        }
      />
    ),
  };
}

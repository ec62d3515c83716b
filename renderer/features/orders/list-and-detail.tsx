import { Splitter } from 'antd';
import { useState, type ReactNode, type RefCallback, type RefObject } from 'react';
import type { OrderId } from '../../../shared/domain/ids.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { failureOf } from '../../data/failure-of.ts';
import { useKey } from '../../keys/keys.ts';
import { gridTemplate, type Column } from './columns.ts';
import { OrderDetailPanel } from './detail/order-detail-panel.tsx';
import { ListHeader } from './list-header.tsx';
import { OrderList, type Mark } from './order-list.tsx';
import type { ListQuery } from './query.ts';
import type { OrderRows } from './use-order-rows.ts';

export type { Mark } from './order-list.tsx';

/** The list keeps room for number, state, request and time limit at 1366 px. */
const DETAIL_WIDTH = '44%';

export const NO_MARK: Mark = { index: -1, id: null };

export interface ListAndDetailProps {
  readonly rows: OrderRows;
  /** Those there is room for. */
  readonly columns: readonly Column[];
  /** px of the list's box. */
  readonly height: number;
  /** Put on the element whose width the columns share. */
  readonly measure: RefCallback<HTMLDivElement>;
  readonly query: ListQuery;
  readonly units: readonly Unit[];
  readonly mark: Mark;
  readonly openId: OrderId | null;
  /** The screen is the one in front: its keys answer. */
  readonly inFront: boolean;
  readonly gridRef: RefObject<HTMLTableElement | null>;
  readonly onQuery: (change: Partial<ListQuery>) => void;
  readonly onMark: (mark: Mark) => void;
  readonly onOpen: (id: OrderId | null) => void;
  /** Over a list without rows. */
  readonly empty: ReactNode;
}

/** Orders, and the one that is open beside them. */
export function ListAndDetail(props: ListAndDetailProps): ReactNode {
  const { rows, columns, height, measure, query, units, mark, openId, inFront, gridRef } = props;
  const { onQuery, onMark, onOpen, empty } = props;
  const [detailWidth, setDetailWidth] = useState<number | string>(DETAIL_WIDTH);
  const close = (): void => {
    onOpen(null);
    gridRef.current?.focus();
  };
  useKey('back', close, inFront && openId !== null);
  return (
    <>
      {rows.error !== null && <FailureNote failure={failureOf(rows.error)} onRetry={rows.refresh} />}
      <Splitter className="orders-split" onResize={([, size]) => setDetailWidth(size ?? DETAIL_WIDTH)}>
        <Splitter.Panel min={480}>
          <div ref={measure} className="orders-list-box">
            <OrderList
              rows={rows}
              columns={columns}
              height={height}
              head={
                <ListHeader
                  columns={columns}
                  template={gridTemplate(columns)}
                  query={query}
                  units={units}
                  onQuery={onQuery}
                />
              }
              mark={mark}
              openId={openId}
              gridRef={gridRef}
              onMark={onMark}
              onOpen={({ id }) => onOpen(id)}
            />
            {rows.state.total === 0 && <div className="orders-empty">{empty}</div>}
          </div>
        </Splitter.Panel>
        {openId !== null && (
          <Splitter.Panel size={detailWidth} min={420} max="64%">
            <OrderDetailPanel key={openId} id={openId} inFront={inFront} onClose={close} />
          </Splitter.Panel>
        )}
      </Splitter>
    </>
  );
}

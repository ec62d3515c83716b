import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { OrderRow } from '../../../shared/contract/desk.ts';
import { gridTemplate, type Column } from './columns.ts';
import { movedIndex } from './moves.ts';
import { OrderListRow, ROW_HEIGHT, rowDomId } from './order-list-row.tsx';
import { TEXT } from './text.ts';
import type { OrderRows } from './use-order-rows.ts';
import { indexOf, rowAt, shiftOf } from './window-state.ts';

/** px of the sticky head, which scrolls inside the same box so that its columns stand exactly over the rows'. */
const HEAD_HEIGHT = 36;
const SKELETON_ROWS = 16;

/** The row the keyboard is on: kept by id while data changes; the index alone while its row is not yet read. */
export interface Mark {
  readonly index: number;
  readonly id: string | null;
}

export interface OrderListProps {
  readonly rows: OrderRows;
  readonly columns: readonly Column[];
  readonly head: ReactNode;
  readonly empty: ReactNode;
  readonly mark: Mark;
  readonly openId: string | null;
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly onMark: (mark: Mark) => void;
  readonly onOpen: (row: OrderRow) => void;
}

/** The order list: only what is on screen exists, however long the list. */
export function OrderList(props: OrderListProps): ReactNode {
  const { rows, columns, head, empty, mark, openId, gridRef, onMark, onOpen } = props;
  const { state } = rows;
  const total = state.total ?? SKELETON_ROWS;
  const template = gridTemplate(columns);
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: total,
    getScrollElement: () => gridRef.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    onChange: ({ range }) => {
      if (range) rows.show(range.startIndex, range.endIndex);
    },
  });
  const marked = (mark.id === null ? null : indexOf(state, mark.id)) ?? mark.index;
  useSteadyScroll(rows, virtualizer, gridRef, marked);

  const openAt = (index: number): void => {
    const row = index < 0 ? undefined : rowAt(state, index);
    if (!row) return;
    onMark({ index, id: row.id });
    onOpen(row);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      openAt(marked);
      return;
    }
    const { range } = virtualizer;
    const next = movedIndex(event.key, marked, state.total ?? 0, range ? range.endIndex - range.startIndex : 1);
    if (next === null) return;
    event.preventDefault();
    onMark({ index: next, id: rowAt(state, next)?.id ?? null });
    virtualizer.scrollToIndex(next, { align: 'auto' });
  };

  const markedRow = marked < 0 ? undefined : rowAt(state, marked);
  return (
    <div
      ref={gridRef}
      className="orders-grid"
      role="grid"
      tabIndex={0}
      aria-label={TEXT.list}
      aria-rowcount={state.total === null ? -1 : state.total + 1}
      aria-busy={state.answered !== state.generation}
      {...(markedRow ? { 'aria-activedescendant': rowDomId(markedRow.id) } : {})}
      onKeyDown={onKeyDown}
      onClick={({ target }) => openAt(indexUnder(target))}
    >
      {head}
      {state.total === 0 ? (
        empty
      ) : (
        <div className="orders-rows" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rowAt(state, index);
            return (
              <OrderListRow
                key={row?.id ?? index}
                index={index}
                row={row}
                top={start - HEAD_HEIGHT}
                columns={columns}
                template={template}
                marked={index === marked}
                open={row !== undefined && row.id === openId}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}

/** The row a click fell on, -1 for none: one listener serves every row. */
function indexUnder(target: EventTarget): number {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return Number(row?.dataset['index'] ?? -1);
}

/**
 * Keeps what the eye is on where it is when rows come in above it: the marked row if it is in sight, else the topmost
 * one. At the very top nothing is held, so that new orders are seen as they come. Another list starts at its top.
 */
function useSteadyScroll(
  rows: OrderRows,
  virtualizer: Virtualizer<HTMLDivElement, HTMLDivElement>,
  gridRef: RefObject<HTMLDivElement | null>,
  marked: number,
): void {
  const before = useRef({ state: rows.state, listKey: rows.listKey });
  useLayoutEffect(() => {
    const { state: old, listKey } = before.current;
    before.current = { state: rows.state, listKey: rows.listKey };
    const grid = gridRef.current;
    if (!grid || old === rows.state) return;
    if (listKey !== rows.listKey) {
      grid.scrollTop = 0;
      return;
    }
    const { range } = virtualizer;
    if (!range) return;
    const inSight = marked >= range.startIndex && marked <= range.endIndex;
    const top = grid.scrollTop > 0 ? rowAt(old, range.startIndex) : undefined;
    const anchor = (inSight ? rowAt(rows.state, marked) : undefined) ?? top;
    if (anchor) grid.scrollTop += shiftOf(old, rows.state, anchor.id) * ROW_HEIGHT;
  });
}

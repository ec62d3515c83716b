import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import type { OrderRow } from '../../../shared/contract/desk.ts';
import { gridTemplate, type Column } from './columns.ts';
import { movedIndex } from './moves.ts';
import { OrderListRow, rowDomId } from './order-list-row.tsx';
import { ROW_HEIGHT, rowsInSight, rowsToDraw, scrollTopFor, type RowRange } from './rows-in-sight.ts';
import { TEXT } from './text.ts';
import type { OrderRows } from './use-order-rows.ts';
import { indexOf, rowAt, shiftOf } from './window-state.ts';

const SKELETON_ROWS = 16;

/** The row the keyboard is on: kept by id while data changes; the index alone while its row is not yet read. */
export interface Mark {
  readonly index: number;
  readonly id: string | null;
}

export interface OrderListProps {
  readonly rows: OrderRows;
  readonly columns: readonly Column[];
  /** px of the box the list fills. */
  readonly height: number;
  readonly head: ReactNode;
  readonly mark: Mark;
  readonly openId: string | null;
  readonly gridRef: RefObject<HTMLTableElement | null>;
  readonly onMark: (mark: Mark) => void;
  readonly onOpen: (row: OrderRow) => void;
}

/** The order list: only what is on screen exists, however long the list. */
export function OrderList(props: OrderListProps): ReactNode {
  const { rows, columns, height, head, mark, openId, gridRef, onMark, onOpen } = props;
  const { state, show, rowOnceHere } = rows;
  const [top, setTop] = useState(0);
  const sight = rowsInSight(top, height);
  const total = state.total ?? SKELETON_ROWS;
  const template = gridTemplate(columns);
  const marked = (mark.id === null ? null : indexOf(state, mark.id)) ?? mark.index;
  const markedRow = marked < 0 ? undefined : rowAt(state, marked);
  useSteadyScroll(rows, sight, gridRef, marked);
  useEffect(() => show(sight.first, sight.last), [show, sight.first, sight.last]);

  const openRow = (index: number, row: OrderRow | null | undefined): void => {
    if (!row) return;
    onMark({ index, id: row.id });
    onOpen(row);
  };
  const openAt = (index: number): void => openRow(index, index < 0 ? null : rowAt(state, index));

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    const grid = event.currentTarget;
    if (event.target !== grid || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      // Whoever has just typed means the first of what they typed, not of what still stands here.
      if (marked >= 0) void rowOnceHere(marked).then((row) => openRow(marked, row));
      return;
    }
    const next = movedIndex(event.key, marked, state.total ?? 0, sight.last - sight.first);
    if (next === null) return;
    event.preventDefault();
    onMark({ index: next, id: rowAt(state, next)?.id ?? null });
    grid.scrollTop = scrollTopFor(next, grid.scrollTop, height);
  };

  return (
    <table
      ref={gridRef}
      className="orders-grid"
      role="grid"
      tabIndex={0}
      aria-label={TEXT.list}
      aria-rowcount={state.total === null ? -1 : state.total + 1}
      aria-busy={state.answered !== state.generation}
      {...(markedRow ? { 'aria-activedescendant': rowDomId(markedRow.id) } : {})}
      // By whole rows: within one nothing has to be drawn anew.
      onScroll={({ currentTarget }) => setTop(Math.floor(currentTarget.scrollTop / ROW_HEIGHT) * ROW_HEIGHT)}
      onKeyDown={onKeyDown}
      onClick={({ target }) => openAt(indexUnder(target))}
    >
      <thead className="orders-head">{head}</thead>
      <tbody className="orders-rows" style={{ height: total * ROW_HEIGHT }}>
        {rowsToDraw(sight, total).map((index) => {
          const row = rowAt(state, index);
          return (
            <OrderListRow
              key={row?.id ?? index}
              index={index}
              row={row}
              columns={columns}
              template={template}
              marked={index === marked}
              open={row !== undefined && row.id === openId}
            />
          );
        })}
      </tbody>
    </table>
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
  { state, listKey }: OrderRows,
  sight: RowRange,
  gridRef: RefObject<HTMLTableElement | null>,
  marked: number,
): void {
  const before = useRef({ state, listKey });
  useLayoutEffect(() => {
    const { state: old, listKey: oldKey } = before.current;
    before.current = { state, listKey };
    const grid = gridRef.current;
    if (!grid || old === state) return;
    if (oldKey !== listKey) {
      grid.scrollTop = 0;
      return;
    }
    const inSight = marked >= sight.first && marked <= sight.last;
    const topmost = grid.scrollTop > 0 ? rowAt(old, sight.first) : undefined;
    const anchor = (inSight ? rowAt(state, marked) : undefined) ?? topmost;
    if (anchor) grid.scrollTop += shiftOf(old, state, anchor.id) * ROW_HEIGHT;
  });
}

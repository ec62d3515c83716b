import './orders.css';
import { Splitter, type InputRef } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import type { OrderRow } from '../../../shared/contract/desk.ts';
import { orderIdSchema, type OrderId } from '../../../shared/domain/ids.ts';
import { useNavigation, type ScreenParams } from '../../app/navigation.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { failureOf } from '../../data/failure-of.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { useKey } from '../../keys/keys.ts';
import { ActiveFilters } from './active-filters.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import { OrderDetailPanel } from './detail/order-detail-panel.tsx';
import { EmptyList } from './empty-list.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { ListHeader } from './list-header.tsx';
import { gridTemplate } from './columns.ts';
import { OrderList, type Mark } from './order-list.tsx';
import { FIRST_QUERY, NO_REFINEMENT, withView, type ListQuery, type QuickView } from './query.ts';
import { TEXT } from './text.ts';
import { useColumns } from './use-columns.ts';
import { useOrderRows } from './use-order-rows.ts';
import { useViewCounts } from './use-view-counts.ts';

/** The list keeps room for number, state, request and time limit at 1366 px. */
const DETAIL_WIDTH = '44%';

const NO_MARK: Mark = { index: -1, id: null };

/** 工单: the list, and the order that is open beside it. */
export function OrdersScreen(): ReactNode {
  const [query, setQuery] = useState<ListQuery>(FIRST_QUERY);
  const [mark, setMark] = useState<Mark>(NO_MARK);
  const [openId, setOpenId] = useOpenOrder();
  const [detailWidth, setDetailWidth] = useState<number | string>(DETAIL_WIDTH);
  const rows = useOrderRows(query);
  const { chosen, fitting, height, measure, choose, failure: columnsFailure } = useColumns();
  const counts = useViewCounts();
  const units = useDeskQuery({ key: ['units'], tables: ['units'], run: (desk) => desk.units.list() }).data ?? [];
  const searchRef = useRef<InputRef>(null);
  const gridRef = useRef<HTMLTableElement>(null);
  const inFront = useNavigation(({ screen }) => screen === 'orders');

  const ask = (next: ListQuery): void => {
    setQuery(next);
    setMark(NO_MARK);
  };
  const change = (part: Partial<ListQuery>): void => ask({ ...query, ...part });
  const view = (name: QuickView): void => ask(withView(query, name));
  const toRows = (): void => {
    gridRef.current?.focus();
    if (mark.index < 0) setMark({ index: 0, id: null });
  };
  const close = (): void => {
    setOpenId(null);
    gridRef.current?.focus();
  };
  const open = (row: OrderRow): void => setOpenId(row.id);

  useKey('find', () => searchRef.current?.focus({ cursor: 'all' }), inFront);
  useKey('back', close, inFront && openId !== null);

  return (
    <section className="orders-screen" aria-label={TEXT.screen}>
      <FilterBar query={query} counts={counts} searchRef={searchRef} onView={view} onQuery={change} onLeave={toRows}>
        <FilterMenu query={query} units={units} onQuery={change} />
        <ColumnsMenu chosen={chosen} fitting={fitting} onChange={(keys) => void choose(keys)} />
      </FilterBar>
      <ActiveFilters total={rows.state.total} query={query} units={units} onQuery={change} />
      {columnsFailure && <FailureNote failure={columnsFailure} />}
      {rows.error !== null && <FailureNote failure={failureOf(rows.error)} onRetry={rows.refresh} />}
      <Splitter className="orders-split" onResize={([, width]) => setDetailWidth(width ?? DETAIL_WIDTH)}>
        <Splitter.Panel min={480}>
          <div ref={measure} className="orders-list-box">
            <OrderList
              rows={rows}
              columns={fitting}
              height={height}
              head={
                <ListHeader
                  columns={fitting}
                  template={gridTemplate(fitting)}
                  query={query}
                  units={units}
                  onQuery={change}
                />
              }
              mark={mark}
              openId={openId}
              gridRef={gridRef}
              onMark={setMark}
              onOpen={open}
            />
            {rows.state.total === 0 && (
              <div className="orders-empty">
                <EmptyList query={query} onClear={() => change(NO_REFINEMENT)} onShowAll={() => view('all')} />
              </div>
            )}
          </div>
        </Splitter.Panel>
        {openId !== null && (
          <Splitter.Panel size={detailWidth} min={420} max="64%">
            <OrderDetailPanel key={openId} id={openId} inFront={inFront} onClose={close} />
          </Splitter.Panel>
        )}
      </Splitter>
    </section>
  );
}

/** The order beside the list: chosen here, or asked for by another screen through the navigation. */
function useOpenOrder(): readonly [OrderId | null, (id: OrderId | null) => void] {
  const asked = useNavigation(({ screen, params }) => (screen === 'orders' ? params : null));
  const [heard, setHeard] = useState<ScreenParams | null>(null);
  const [openId, setOpenId] = useState<OrderId | null>(null);
  if (asked !== null && asked !== heard) {
    setHeard(asked);
    const wanted = orderIdSchema.safeParse(asked['orderId']);
    if (wanted.success) setOpenId(wanted.data);
  }
  return [openId, setOpenId];
}

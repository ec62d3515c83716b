import './orders.css';
import type { InputRef } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useUnits } from '../../data/directory.ts';
import { orderIdSchema, type OrderId } from '../../../shared/domain/ids.ts';
import { useNavigation, type ScreenParams } from '../../app/navigation.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { useKey } from '../../keys/keys.ts';
import { ActiveFilters } from './active-filters.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import { EmptyList } from './empty-list.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { ListAndDetail, NO_MARK, type Mark } from './list-and-detail.tsx';
import { FIRST_QUERY, NO_REFINEMENT, orderFilter, withView, type ListQuery, type QuickView } from './query.ts';
import { TEXT } from './text.ts';
import { useColumns } from './use-columns.ts';
import { useOrderRows } from './use-order-rows.ts';
import { useViewCounts } from './use-view-counts.ts';

/** 工单: the list, and the order that is open beside it. */
export function OrdersScreen(): ReactNode {
  const [query, setQuery] = useState<ListQuery>(FIRST_QUERY);
  const [mark, setMark] = useState<Mark>(NO_MARK);
  const [openId, setOpenId] = useOpenOrder();
  const rows = useOrderRows(orderFilter(query));
  const { chosen, fitting, height, measure, choose, failure: columnsFailure } = useColumns();
  const counts = useViewCounts();
  const units = useUnits();
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

  useKey('find', () => searchRef.current?.focus({ cursor: 'all' }), inFront);

  return (
    <section className="orders-screen" aria-label={TEXT.screen}>
      <FilterBar query={query} counts={counts} searchRef={searchRef} onView={view} onQuery={change} onLeave={toRows}>
        <FilterMenu query={query} units={units} onQuery={change} />
        <ColumnsMenu chosen={chosen} fitting={fitting} onChange={(keys) => void choose(keys)} />
      </FilterBar>
      <ActiveFilters total={rows.state.total} query={query} units={units} onQuery={change} />
      {columnsFailure && <FailureNote failure={columnsFailure} />}
      <ListAndDetail
        rows={rows}
        columns={fitting}
        height={height}
        measure={measure}
        query={query}
        units={units}
        mark={mark}
        openId={openId}
        inFront={inFront}
        gridRef={gridRef}
        onQuery={change}
        onMark={setMark}
        onOpen={setOpenId}
        empty={<EmptyList query={query} onClear={() => change(NO_REFINEMENT)} onShowAll={() => view('all')} />}
      />
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

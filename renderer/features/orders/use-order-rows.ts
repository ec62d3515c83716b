import { useEffect, useState, useSyncExternalStore } from 'react';
import { orderFilterSchema, type OrderFilter, type OrderRow } from '../../../shared/contract/desk.ts';
import { useLive, type Live } from '../../data/live.ts';
import { useDesk } from '../../data/use-desk.ts';
import { createRowWindow, type RowWindow, type RowWindowView } from './row-window.ts';

export interface OrderRows extends RowWindowView<OrderRow> {
  /** Names the list: rows of another one begin at the top. */
  readonly listKey: string;
  readonly show: RowWindow<OrderRow>['show'];
  readonly refresh: RowWindow<OrderRow>['refresh'];
  readonly rowOnceHere: RowWindow<OrderRow>['rowOnceHere'];
}

/** The rows the person asked for, kept true as orders change and windowed as the list scrolls. */
export function useOrderRows(wanted: OrderFilter): OrderRows {
  const desk = useDesk();
  const [rows] = useState(() => createRowWindow<OrderRow>());
  const view = useSyncExternalStore(rows.subscribe, rows.view);
  const listKey = JSON.stringify(wanted);

  useEffect(() => {
    const filter = orderFilterSchema.parse(JSON.parse(listKey));
    rows.open(listKey, (offset, limit) => desk.orders.list({ filter, offset, limit }));
  }, [desk, rows, listKey]);

  useEffect(
    () =>
      useLive.subscribe((now, before) => {
        if (touched(now) !== touched(before)) rows.refresh();
      }),
    [rows],
  );

  return { ...view, listKey, show: rows.show, refresh: rows.refresh, rowOnceHere: rows.rowOnceHere };
}

function touched({ generations }: Live): number {
  return generations.orders + generations.outbox + generations.units;
}

import type { OrderRecord, Row } from '../../shared/sync/feed.ts';

/** An order as the feed and the snapshot carry it. */
export function orderRow(data: OrderRecord): Row {
  return { entity: 'order', id: data.order.id, version: data.order.version, data };
}

/** A row of reference data, to be spread beside its entity. */
export function keyed<T extends { readonly id: string; readonly version: number }>(data: T) {
  return { id: data.id, version: data.version, data };
}

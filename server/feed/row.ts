import type { OrderRecord, Row } from '../../shared/sync/feed.ts';
import { recordFor, type OrderReader } from '../../shared/domain/visibility.ts';

/** An order as this reader gets it, in the feed and the snapshot alike; null where they may not have it. */
export function orderRow(record: OrderRecord, reader: OrderReader): Row | null {
  const data = recordFor(record, reader);
  return data && { entity: 'order', id: data.order.id, version: data.order.version, data };
}

/** A row of reference data, to be spread beside its entity. */
export function keyed<T extends { readonly id: string; readonly version: number }>(data: T) {
  return { id: data.id, version: data.version, data };
}

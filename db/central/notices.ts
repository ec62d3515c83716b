import type { Notice } from '../../shared/domain/notice.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Writer } from './database.ts';
import type { OrderScope } from './orders.ts';

/** Whose notices a reader may have; those about orders only with a right to see orders. */
export interface NoticeScope extends OrderScope {
  readonly orders: boolean;
}

const INSERT = `
INSERT INTO notices (id, order_id, unit_id, sensitivity, at, data)
SELECT (d->>'id')::uuid, (d->>'orderId')::uuid, d->>'unitId', d->>'sensitivity', (d->>'at')::timestamptz, d
FROM jsonb_array_elements($1::jsonb) d`;

export async function insertNotices(db: Writer, notices: readonly Notice[]): Promise<void> {
  if (notices.length > 0) await db.write(INSERT, [JSON.stringify(notices)]);
}

// Nobody hears of an order they are recused from. The centre's own staff get what is for them, not what is for units.
const FOR_READER = `sensitivity = ANY ($1::text[])
  AND CASE WHEN $2::text[] IS NULL THEN unit_id IS NULL ELSE unit_id = ANY ($2::text[]) END
  AND (order_id IS NULL OR $4::boolean)
  AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.id = n.order_id AND $3::uuid = ANY (o.recused))`;

/** Those of the notices that are for this reader. Index: notices_pkey, orders_pkey. */
export async function readNotices(db: Reader, scope: NoticeScope, ids: readonly string[]): Promise<Notice[]> {
  const rows = await db.read<{ data: Notice }>(
    `SELECT data FROM notices n WHERE ${FOR_READER} AND id = ANY ($5::uuid[]) ORDER BY id`,
    [scope.sensitivities, scope.units, scope.accountId, scope.orders, ids],
  );
  return rows.map(({ data }) => data);
}

/** Index: notices_pkey. */
export const NOTICE_PAGE = `
SELECT data FROM notices n WHERE ${FOR_READER} AND id > $5::uuid AND at > $6 ORDER BY id LIMIT $7`;

const SMALLEST_ID = '00000000-0000-0000-0000-000000000000';

/** The notices for this reader since an instant, by id. @param after the last id of the page before */
export async function noticePage(
  db: Reader,
  scope: NoticeScope,
  page: { readonly after: string | null; readonly since: Instant; readonly limit: number },
): Promise<Notice[]> {
  const { sensitivities, units, accountId, orders } = scope;
  const values = [sensitivities, units, accountId, orders, page.after ?? SMALLEST_ID, page.since, page.limit];
  return (await db.read<{ data: Notice }>(NOTICE_PAGE, values)).map(({ data }) => data);
}

/** Index: notices_at. */
export async function countNotices(db: Reader, scope: NoticeScope, since: Instant): Promise<number> {
  const rows = await db.read<{ total: number }>(
    `SELECT count(*) AS total FROM notices n WHERE ${FOR_READER} AND at > $5`,
    [scope.sensitivities, scope.units, scope.accountId, scope.orders, since],
  );
  return rows.at(0)?.total ?? 0;
}

/** Removes notices older than `until`; desks forget theirs by themselves. Index: notices_at. */
export async function forgetNotices(db: Writer, until: Instant): Promise<void> {
  await db.write('DELETE FROM notices WHERE at < $1', [until]);
}

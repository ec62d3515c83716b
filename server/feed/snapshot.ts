import { z } from 'zod';
import type { Reader } from '../../db/central/database.ts';
import { readHead } from '../../db/central/feed.ts';
import { countKnowledge, feedbackPage, manuscriptPage } from '../../db/central/knowledge.ts';
import { countNotices, noticePage } from '../../db/central/notices.ts';
import { closedOrders, countOrders, openOrders, type OrderScope } from '../../db/central/orders.ts';
import { countReference, readCentre, referencePage, type ReferenceEntity } from '../../db/central/reference.ts';
import { NOTICE_DAYS } from '../../shared/domain/notice.ts';
import type { OrderReader } from '../../shared/domain/visibility.ts';
import { fail } from '../../shared/failure.ts';
import { instant, instantSchema, type Instant } from '../../shared/instant.ts';
import type { Entity, OrderRecord, Row } from '../../shared/sync/feed.ts';
import { PULL_BATCH } from '../../shared/sync/protocol.ts';
import { knowledgeScopeOf, noticeScopeOf, orderScopeOf } from '../access/grants.ts';
import { positionEpoch } from './position.ts';
import { keyed, orderRow } from './row.ts';

export interface SnapshotPage {
  readonly rows: Row[];
  readonly next: string | null;
  readonly head: number;
  readonly epoch: string;
  /** Rows of the entity, on its first page. */
  readonly total: number;
}

const DAY_MS = 86_400_000;

/** Where an order snapshot stands: first all open orders by id, then the closed ones since `since` by closing time. */
const orderCursorSchema = z.discriminatedUnion('part', [
  z.object({ part: z.literal('open'), id: z.string().nullable(), since: instantSchema, total: z.int() }),
  z.object({
    part: z.literal('closed'),
    closedAt: instantSchema,
    id: z.string().nullable(),
    since: instantSchema,
    total: z.int(),
  }),
]);
type OrderCursor = z.infer<typeof orderCursorSchema>;

/**
 * One page of what this reader may see of an entity. The head is read before the rows: whatever changes while a desk
 * pages through is after it in the feed, so pulling from there makes the copy right.
 * @throws INVALID_INPUT where `after` is not a page's `next`
 */
export async function snapshot(
  db: Reader,
  reader: OrderReader,
  entity: Entity,
  after: string | null,
  nowMs: number,
): Promise<SnapshotPage> {
  const { seq, epoch } = await readHead(db);
  const page = await pageOf(db, reader, entity, after, nowMs);
  return { ...page, head: seq, epoch: await positionEpoch(db, epoch, reader) };
}

function pageOf(db: Reader, reader: OrderReader, entity: Entity, after: string | null, nowMs: number): Promise<Page> {
  if (entity === 'order') return orderPage(db, reader, after, nowMs);
  if (entity === 'notice') return noticesPage(db, reader, after, nowMs);
  if (entity === 'manuscript' || entity === 'feedback') return knowledgePage(db, reader, entity, after, nowMs);
  return rowPage(db, entity, after);
}

type Page = Pick<SnapshotPage, 'rows' | 'next' | 'total'>;

/** Desks take the total from the first page; counting again for each page would cost more than the page. */
const COUNTED = 0;

async function rowPage(db: Reader, entity: ReferenceEntity, after: string | null): Promise<Page> {
  const rows = await referenceRowsAfter(db, entity, after ?? '');
  const next = rows.length === PULL_BATCH ? (rows.at(-1)?.id ?? null) : null;
  return { rows, next, total: after === null ? await countReference(db, entity) : COUNTED };
}

async function referenceRowsAfter(db: Reader, entity: ReferenceEntity, after: string): Promise<Row[]> {
  switch (entity) {
    case 'article':
      return (await referencePage(db, entity, after, PULL_BATCH)).map((data) => ({ entity, ...keyed(data) }));
    case 'unit':
      return (await referencePage(db, entity, after, PULL_BATCH)).map((data) => ({ entity, ...keyed(data) }));
    case 'subject':
      return (await referencePage(db, entity, after, PULL_BATCH)).map((data) => ({ entity, ...keyed(data) }));
    case 'centre':
      return (await referencePage(db, entity, after, PULL_BATCH)).map((data) => ({ entity, ...keyed(data) }));
    case 'catalogue':
      return (await referencePage(db, entity, after, PULL_BATCH)).map((data) => ({ entity, ...keyed(data) }));
    case 'model':
      return (await referencePage(db, entity, after, PULL_BATCH)).map((data) => ({ entity, ...keyed(data) }));
    case 'tie':
      return (await referencePage(db, entity, after, PULL_BATCH)).map((data) => ({ entity, ...keyed(data) }));
    case 'synonym':
      return (await referencePage(db, entity, after, PULL_BATCH)).map((data) => ({ entity, ...keyed(data) }));
  }
}

/** Reports are looked at for a season; what came of older ones is in the articles. */
const FEEDBACK_DAYS = 90;

const COUNTS = { manuscript: 'manuscripts', feedback: 'feedback' } as const;

async function knowledgePage(
  db: Reader,
  reader: OrderReader,
  entity: 'manuscript' | 'feedback',
  after: string | null,
  nowMs: number,
): Promise<Page> {
  const scope = knowledgeScopeOf(reader);
  const since = instant(nowMs - FEEDBACK_DAYS * DAY_MS);
  if (after !== null && !z.uuid().safeParse(after).success) fail('INVALID_INPUT', { detail: 'after' });
  const rows: Row[] =
    entity === 'manuscript'
      ? (await manuscriptPage(db, scope, after, PULL_BATCH)).map((data) => ({ entity, ...keyed(data) }))
      : (await feedbackPage(db, scope, { after, since, limit: PULL_BATCH })).map((data) => ({
          entity,
          ...keyed(data),
        }));
  const next = rows.length === PULL_BATCH ? (rows.at(-1)?.id ?? null) : null;
  return { rows, next, total: after === null ? (await countKnowledge(db, scope, since))[COUNTS[entity]] : COUNTED };
}

async function noticesPage(db: Reader, reader: OrderReader, after: string | null, nowMs: number): Promise<Page> {
  const scope = noticeScopeOf(reader);
  const since = instant(nowMs - NOTICE_DAYS * DAY_MS);
  if (after !== null && !z.uuid().safeParse(after).success) fail('INVALID_INPUT', { detail: 'after' });
  const notices = await noticePage(db, scope, { after, since, limit: PULL_BATCH });
  const next = notices.length === PULL_BATCH ? (notices.at(-1)?.id ?? null) : null;
  const rows = notices.map((data): Row => ({ entity: 'notice', ...keyed(data) }));
  return { rows, next, total: after === null ? await countNotices(db, scope, since) : COUNTED };
}

async function orderPage(db: Reader, reader: OrderReader, after: string | null, nowMs: number): Promise<Page> {
  const scope = orderScopeOf(reader);
  const rowsOf = (records: readonly OrderRecord[]): Row[] =>
    records.flatMap((record) => orderRow(record, reader) ?? []);
  const cursor = after === null ? await firstCursor(db, scope, nowMs) : parseCursor(after);
  const { since, total } = cursor;
  if (cursor.part === 'open') {
    const records = await openOrders(db, scope, cursor.id, PULL_BATCH);
    const last = records.at(-1)?.order;
    const next: OrderCursor =
      last && records.length === PULL_BATCH
        ? { ...cursor, id: last.id }
        : { part: 'closed', closedAt: since, id: null, since, total };
    return { rows: rowsOf(records), next: JSON.stringify(next), total };
  }
  const records = await closedOrders(db, scope, cursor, PULL_BATCH);
  const last = records.at(-1)?.order;
  const next: OrderCursor | null =
    last?.closedAt && records.length === PULL_BATCH ? { ...cursor, closedAt: last.closedAt, id: last.id } : null;
  return { rows: rowsOf(records), next: next && JSON.stringify(next), total };
}

/** Closed orders stay on desks for the days the centre has set. H19, T4. */
async function firstCursor(db: Reader, scope: OrderScope, nowMs: number): Promise<OrderCursor> {
  const centre = await readCentre(db);
  const since: Instant = instant(nowMs - (centre?.retentionDays ?? 0) * DAY_MS);
  return { part: 'open', id: null, since, total: await countOrders(db, scope, since) };
}

function parseCursor(after: string): OrderCursor {
  try {
    return orderCursorSchema.parse(JSON.parse(after));
  } catch {
    return fail('INVALID_INPUT', { detail: 'after' });
  }
}

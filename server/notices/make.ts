import { randomBytes } from 'node:crypto';
import type { NewChange } from '../../db/central/feed.ts';
import { uuidV7, type AccountId, type ArticleId, type UnitId } from '../../shared/domain/ids.ts';
import type { Notice, NoticeKind } from '../../shared/domain/notice.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Permission } from '../../shared/domain/people.ts';
import { beijingDate, beijingMinute, instant, msOf, type Instant } from '../../shared/instant.ts';
import { NOTICE_TEXTS } from './text.ts';

/** A notice before it has its id and its words. */
export interface Telling {
  readonly kind: NoticeKind;
  /** Null: about no order. */
  readonly order: Pick<Order, 'id' | 'number' | 'provisionalNumber' | 'request'> | null;
  /** Whose people are told; null: the centre's own staff. */
  readonly unitId: UnitId | null;
  readonly permission: Permission;
  readonly due?: Instant | null;
  readonly unitName?: string;
  readonly what?: string;
  readonly articleId?: ArticleId;
  readonly scoringId?: string;
  /** Only this person of those who would be told. */
  readonly accountId?: AccountId;
}

export function makeNotice(telling: Telling, nowMs: number): Notice {
  const { kind, order, unitId, permission, due = null, unitName = '', what = '' } = telling;
  const number = order ? (order.number ?? order.provisionalNumber) : null;
  return {
    id: uuidV7(nowMs, randomBytes(10)),
    version: 1,
    kind,
    orderId: order?.id ?? null,
    orderNumber: number,
    unitId,
    permission,
    sensitivity: order?.request.sensitivity ?? 'normal',
    text: NOTICE_TEXTS[kind]({ number: number ?? '', unit: unitName, due: due ? dayAndTime(due) : '', what }).slice(
      0,
      500,
    ),
    at: instant(nowMs),
    due,
    ...(telling.articleId && { articleId: telling.articleId }),
    ...(telling.scoringId && { scoringId: telling.scoringId }),
    ...(telling.accountId && { accountId: telling.accountId }),
  };
}

/** The change that brings a notice to those it is for. */
export function noticeChange({ id, version, sensitivity, unitId }: Notice): NewChange {
  return { entity: 'notice', id, version, op: 'put', scope: { sensitivity, unitId } };
}

/** `11月23日 24:00` for the midnight that ends that day, as a person says when a limit ends. */
export function dayAndTime(at: Instant): string {
  const ms = msOf(at);
  const minute = beijingMinute(ms);
  const [, month = '', day = ''] = beijingDate(minute === 0 ? ms - 1 : ms).split('-');
  const time = minute === 0 ? '24:00' : `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  return `${Number(month)}月${Number(day)}日 ${time}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

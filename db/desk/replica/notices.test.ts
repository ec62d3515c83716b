import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unitIdSchema } from '../../../shared/domain/ids.ts';
import { EMPTY_LIFE } from '../../../shared/domain/life.ts';
import type { Notice } from '../../../shared/domain/notice.ts';
import type { Actor } from '../../../shared/domain/people.ts';
import { instant } from '../../../shared/instant.ts';
import { noticeNumber, OPERATOR, orderNumber, scratch, type Scratch } from '../desk-for-tests.ts';
import type { WritableDb } from '../sqlite.ts';
import { dropNoticesBefore, dropUnconfirmedNotices, noticesFor, putNotice } from './notices.ts';
import { putOrder } from './orders.ts';

let files: Scratch;
let db: WritableDb;

beforeEach(() => {
  files = scratch();
  db = files.replica();
});

afterEach(() => {
  db.close();
  files.remove();
});

function seen(actor: Actor): number[] {
  return noticesFor(db, actor).map((id) => parseInt(id.slice(-12), 16));
}

function person(grants: Partial<Actor['grants']>): Actor {
  return { ...OPERATOR, grants: { ...OPERATOR.grants, permissions: ['order.view', 'order.dispatch'], ...grants } };
}

const put = (n: number, more: Partial<Notice> = {}): boolean => putNotice(db, noticeNumber(n, more), 1);

describe('notices', () => {
  it('are for whoever has their permission and unit, newest first', () => {
    const odd = unitIdSchema.parse('u-odd');
    put(1);
    put(2);
    put(3, { permission: 'order.supervise' });
    put(4, { unitId: odd, permission: 'order.handle' });
    expect(seen(person({}))).toEqual([2, 1]);
    expect(seen(person({ permissions: ['order.supervise'] }))).toEqual([3]);
    expect(seen(person({ units: [odd], permissions: ['order.handle'] }))).toEqual([4]);
    expect(seen(person({ units: [unitIdSchema.parse('u-even')], permissions: ['order.handle'] }))).toEqual([]);
  });

  it('T17, J5: of a 保密 order reach only those who may see it, and none whoever is recused', () => {
    put(1, { sensitivity: 'secret' });
    expect(seen(person({}))).toEqual([]);
    expect(seen(person({ sensitivities: ['normal', 'secret'] }))).toEqual([1]);
    const by = orderNumber(1).createdBy;
    const recused = [{ at: instant(0), by, accountId: OPERATOR.accountId, reason: '亲属' }];
    const record = { order: orderNumber(2, { life: { ...EMPTY_LIFE, recused } }), history: [] };
    putOrder(db, { server: record, effective: record, pending: false }, 1, null);
    put(2, { orderId: orderNumber(2).id });
    put(3, { orderId: orderNumber(3).id });
    expect(seen(person({}))).toEqual([3]);
  });

  it('are new once', () => {
    expect(put(1)).toBe(true);
    expect(put(1)).toBe(false);
  });

  it('go with their time, or when a fresh copy no longer has them', () => {
    put(1);
    put(2);
    putNotice(db, noticeNumber(2), 2);
    dropUnconfirmedNotices(db, 2);
    expect(seen(person({}))).toEqual([2]);
    expect(dropNoticesBefore(db, noticeNumber(3).at)).toBe(1);
    expect(seen(person({}))).toEqual([]);
  });
});

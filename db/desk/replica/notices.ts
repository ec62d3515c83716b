import { noticeSchema, type Notice } from '../../../shared/domain/notice.ts';
import type { Actor } from '../../../shared/domain/people.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { ReadableDb, Value, WritableDb } from '../sqlite.ts';
import { whereOf } from './scope.ts';

const KNOWN = `SELECT version FROM notices WHERE id = ?`;
const ONE = `SELECT data FROM notices WHERE id = ?`;
const PUT = `INSERT INTO notices (id, version, generation, at, order_id, unit_id, permission, secret, data)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET version = excluded.version, generation = excluded.generation, at = excluded.at,
  order_id = excluded.order_id, unit_id = excluded.unit_id, permission = excluded.permission,
  secret = excluded.secret, data = excluded.data`;
const DROP = `DELETE FROM notices WHERE id = ?`;
const DROP_UNCONFIRMED = `DELETE FROM notices WHERE generation < ?`;
// index notices_by_time
const DROP_OLD = `DELETE FROM notices WHERE at < ?`;
// primary key (account_id, rid) and the orders' own
const RECUSED = `SELECT o.id FROM order_recusals r JOIN orders o ON o.rid = r.rid WHERE r.account_id = :me`;

/** The list statements, for the test that looks at their plans. */
export const NOTICE_SETS = [KNOWN, ONE, DROP_OLD] as const;

/** @returns whether this desk had not heard of it before */
export function putNotice(db: WritableDb, notice: Notice, generation: number): boolean {
  const known = db.get<{ version: number }>(KNOWN, [notice.id]);
  const { id, version, at, orderId, unitId, permission, sensitivity } = notice;
  const secret = sensitivity === 'secret' ? 1 : 0;
  db.run(PUT, [id, version, generation, at, orderId, unitId, permission, secret, JSON.stringify(notice)]);
  return known === undefined;
}

export function dropNotice(db: WritableDb, id: string): void {
  db.run(DROP, [id]);
}

/** Takes out what a whole snapshot did not bring. */
export function dropUnconfirmedNotices(db: WritableDb, generation: number): void {
  db.run(DROP_UNCONFIRMED, [generation]);
}

/** @returns how many went */
export function dropNoticesBefore(db: WritableDb, before: Instant): number {
  return db.run(DROP_OLD, [before]);
}

/** Ids of what is for this person, newest first: by permission, unit and sensitivity, and of no order they are recused from. */
export function noticesFor(db: ReadableDb, actor: Actor): string[] {
  const { sql, params } = noticeQuery(actor);
  return db.all<{ id: string }>(sql, params).map(({ id }) => id);
}

export function findNotice(db: ReadableDb, id: string): Notice | null {
  const row = db.get<{ data: string }>(ONE, [id]);
  return row ? noticeSchema.parse(JSON.parse(row.data)) : null;
}

/** For the test that looks at the plans. */
export function noticeQuery({ accountId, grants }: Actor): { sql: string; params: Record<string, Value> } {
  const conditions = [
    'permission IN (SELECT value FROM json_each(:permissions))',
    `CASE secret WHEN 1 THEN 'secret' ELSE 'normal' END IN (SELECT value FROM json_each(:sensitivities))`,
    `(order_id IS NULL OR order_id NOT IN (${RECUSED}))`,
    // what answers one person is nobody else's, though others hold the same rights
    `coalesce(json_extract(data, '$.accountId'), :me) = :me`,
  ];
  const params: Record<string, Value> = {
    permissions: JSON.stringify(grants.permissions),
    sensitivities: JSON.stringify(grants.sensitivities),
    me: accountId,
  };
  if (grants.units === 'all') conditions.push('unit_id IS NULL');
  else {
    conditions.push('unit_id IN (SELECT value FROM json_each(:units))');
    params['units'] = JSON.stringify(grants.units);
  }
  return { sql: `SELECT id FROM notices INDEXED BY notices_by_time ${whereOf(conditions)} ORDER BY at DESC`, params };
}

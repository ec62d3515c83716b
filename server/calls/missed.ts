import { randomBytes } from 'node:crypto';
import { findCalls } from '../../db/central/calls.ts';
import type { Writer } from '../../db/central/database.ts';
import {
  insertMissed,
  lockMissed,
  lockMissedByAttempt,
  lockOpenMissed,
  missedList,
  updateMissed,
  type MissedData,
  type MissedRow,
} from '../../db/central/missed-calls.ts';
import type { CallRecord } from '../../shared/domain/call.ts';
import { CLAIM_MS, type MissedCall } from '../../shared/domain/calls/missed.ts';
import { plainNumber } from '../../shared/domain/calls/settings.ts';
import { uuidV7, type CallId } from '../../shared/domain/ids.ts';
import { may, type Actor } from '../../shared/domain/people.ts';
import { fail } from '../../shared/failure.ts';
import { instant, msOf, type Instant } from '../../shared/instant.ts';
import { maskPhone } from '../../shared/text/mask.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { now, type Service } from '../service.ts';
import { auditOf, tellCalls, writeCallAudit } from './log.ts';

/** Finished rows are listed this long, days. */
const LISTED_DAYS = 3;
const LIST_LIMIT = 500;
/** Shorter ones are extensions and withheld numbers: nobody to ring back. */
const SHORTEST_NUMBER = 5;

/** 漏接: in the transaction that keeps the call. One row for each number, however often they rang. @returns whether the list changed */
export async function noteMissed(db: Writer, record: CallRecord, nowMs: number, closedToo: boolean): Promise<boolean> {
  const missed = record.outcome === 'abandoned' || (record.outcome === 'refused' && record.closed !== 'blocked');
  const number = plainNumber(record.callerNumber);
  if (record.direction === 'outbound' || !missed || number.length < SHORTEST_NUMBER) return false;
  if (record.outcome === 'refused' && !closedToo) return false;
  const own = waitOf(record);
  const open = await lockOpenMissed(db, number);
  if (!open) {
    await insertMissed(db, uuidV7(nowMs, randomBytes(10)), number, {
      number: record.callerNumber,
      firstAt: record.queuedAt,
      lastAt: record.queuedAt,
      calls: [record.callId],
      waitedSeconds: own,
      closed: record.outcome === 'refused',
      attempts: [],
      endedAt: null,
      note: '',
    });
    return true;
  }
  if (open.data.calls.includes(record.callId)) return false;
  const { data } = open;
  const waits = [data.waitedSeconds, own].filter((wait) => wait !== null);
  await updateMissed(db, open.id, {
    ...open,
    data: {
      ...data,
      lastAt: record.queuedAt > data.lastAt ? record.queuedAt : data.lastAt,
      calls: [...data.calls, record.callId],
      waitedSeconds: waits.length === 0 ? null : Math.max(...waits),
      closed: data.closed && record.outcome === 'refused',
    },
  });
  return true;
}

function waitOf({ queuedAt, endedAt, outcome }: CallRecord): number | null {
  if (outcome === 'refused') return 0;
  return endedAt === null ? null : Math.floor((msOf(endedAt) - msOf(queuedAt)) / 1000);
}

/** The caller is being served: they need not be rung back any more. @returns whether the list changed */
export async function noteCame(db: Writer, record: CallRecord, at: Instant): Promise<boolean> {
  const number = plainNumber(record.callerNumber);
  if (record.direction === 'outbound' || record.answeredAt === null || number.length < SHORTEST_NUMBER) return false;
  const open = await lockOpenMissed(db, number);
  if (!open || record.answeredAt < open.data.lastAt) return false;
  await updateMissed(db, open.id, { ...over(open, 'came', at), data: { ...open.data, endedAt: at } });
  return true;
}

/** A ringing back was answered, or has ended. @returns whether the list changed */
export async function noteAttempt(db: Writer, record: CallRecord, at: Instant): Promise<boolean> {
  if (record.direction === 'inbound') return false;
  const row = await lockMissedByAttempt(db, record.callId);
  if (!row) return false;
  const answered = record.answeredAt !== null;
  const attempts = row.data.attempts.map((one) => (one.callId === record.callId ? { ...one, answered } : one));
  const data = { ...row.data, attempts };
  await updateMissed(
    db,
    row.id,
    answered ? { ...over(row, 'reached', at), data: { ...data, endedAt: at } } : { ...row, data },
  );
  return true;
}

function over(row: MissedRow, state: 'reached' | 'came' | 'dropped', at: Instant): Omit<MissedRow, 'id'> {
  return { ...row, state, data: { ...row.data, endedAt: at } };
}

/** The list as this person may see it. */
export async function listMissed(service: Service, actor: Actor): Promise<MissedCall[]> {
  const since = instant(service.nowMs() - LISTED_DAYS * 86_400_000);
  return (await missedList(service.db, since, LIST_LIMIT)).map((row) => shown(row, service.nowMs(), actor));
}

function shown(row: MissedRow, nowMs: number, actor: Actor): MissedCall {
  const { number, calls, ...data } = row.data;
  const lapsed = row.state === 'claimed' && row.claimedBy !== actor.accountId && isLapsed(row, nowMs);
  const by = lapsed || row.claimedBy === null ? null : { accountId: row.claimedBy, name: row.claimedName ?? '' };
  return {
    ...data,
    id: row.id,
    number: maskPhone(number),
    state: lapsed ? 'waiting' : row.state,
    times: calls.length,
    claimedBy: by,
    claimedAt: lapsed ? null : row.claimedAt,
    attempts: [...data.attempts],
  };
}

/** A claim ends by itself where nobody has dialled from it for a while. */
function isLapsed({ claimedAt, data }: MissedRow, nowMs: number): boolean {
  const last = data.attempts.at(-1);
  if (last && last.answered === null) return false;
  const since = Math.max(claimedAt ? msOf(claimedAt) : 0, last ? msOf(last.at) : 0);
  return nowMs - since >= CLAIM_MS;
}

/**
 * Takes a row, so that no colleague rings the same caller.
 * @throws MISSED_GONE where it is over, MISSED_CLAIMED where somebody else has it
 */
export async function claimMissed(service: Service, session: LiveSession, id: string): Promise<void> {
  const at = now(service);
  const { accountId } = session.actor;
  await service.db.transaction(async (tx) => {
    const row = await openRow(tx, id);
    if (row.claimedBy !== null && row.claimedBy !== accountId && !isLapsed(row, service.nowMs()))
      fail('MISSED_CLAIMED', { detail: row.claimedName });
    await updateMissed(tx, id, { ...row, state: 'claimed', claimedBy: accountId, claimedAt: at });
    await tellCalls(tx);
  });
}

/** Gives it back to everybody; a supervisor may do it for somebody else. */
export async function releaseMissed(service: Service, session: LiveSession, id: string): Promise<void> {
  await service.db.transaction(async (tx) => {
    const row = await openRow(tx, id);
    if (row.claimedBy !== session.actor.accountId && !may(session.actor, 'hall.control'))
      fail('MISSED_CLAIMED', { detail: row.claimedName });
    await updateMissed(tx, id, { ...row, state: 'waiting', claimedBy: null, claimedAt: null });
    await tellCalls(tx);
  });
}

/** Nobody will ring them any more, for a reason that is kept. */
export async function dropMissed(service: Service, session: LiveSession, id: string, note: string): Promise<void> {
  const at = now(service);
  await service.db.transaction(async (tx) => {
    const row = await openRow(tx, id);
    const theirs = row.claimedBy === session.actor.accountId || may(session.actor, 'hall.control');
    if (!theirs) fail('MISSED_CLAIMED', { detail: row.claimedName });
    const data: MissedData = { ...row.data, note, endedAt: at };
    await updateMissed(tx, id, { ...row, state: 'dropped', data });
    await writeCallAudit(tx, [auditOf(session, at, 'call.missedDropped', id, { note })]);
  });
}

/** What a claimed row is dialled with. @throws MISSED_GONE, MISSED_CLAIMED where it is not theirs */
export async function numberToRing(service: Service, { actor }: LiveSession, id: string): Promise<string> {
  return service.db.transaction(async (tx) => {
    const row = await openRow(tx, id);
    if (row.claimedBy !== actor.accountId) fail('MISSED_CLAIMED', { detail: row.claimedName });
    return row.data.number;
  });
}

/** Links the call that rings them back. */
export async function linkAttempt(service: Service, { actor }: LiveSession, id: string, callId: CallId): Promise<void> {
  const at = now(service);
  await service.db.transaction(async (tx) => {
    const row = await lockMissed(tx, id);
    if (!row) return;
    const attempt = { callId, by: actor.accountId, byName: actor.name, at, answered: null };
    await updateMissed(tx, id, { ...row, data: { ...row.data, attempts: [...row.data.attempts, attempt] } });
    // A busy line may have come to its end before its call was linked.
    const [record] = await findCalls(tx, [callId]);
    if (record && (record.answeredAt !== null || record.endedAt !== null)) await noteAttempt(tx, record, at);
    await tellCalls(tx);
  });
}

async function openRow(tx: Writer, id: string): Promise<MissedRow> {
  const row = await lockMissed(tx, id);
  if (!row || (row.state !== 'waiting' && row.state !== 'claimed')) fail('MISSED_GONE');
  return row;
}

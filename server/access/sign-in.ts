import { randomBytes } from 'node:crypto';
import * as accounts from '../../db/central/accounts.ts';
import type { AuditEntry } from '../../db/central/audit.ts';
import { seenAtDesk } from '../../db/central/desks.ts';
import type { Writer } from '../../db/central/database.ts';
import { writeLog } from '../../db/central/log.ts';
import * as sessions from '../../db/central/sessions.ts';
import type { CentralSession } from '../../shared/contract/central.ts';
import { uuidV7, type AccountId, type DeskId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { fail, failure, type Failure, FailureError } from '../../shared/failure.ts';
import { beijingMinute, instant, msOf, type Instant } from '../../shared/instant.ts';
import { now, type Service } from '../service.ts';
import { actorOf } from './grants.ts';
import { hashPassword, isOutdated, verifyNobody, verifyPassword } from './passwords.ts';
import { newToken, tokenHash } from './tokens.ts';

/** A session nobody uses ends after this; every use moves the end on. */
export const SESSION_MS = 12 * 3600_000;
const TRIES = 5;
const LOCK_MS = 15 * 60_000;
/** A use is written down at most this often. */
const SLIDE_MS = 60_000;

export interface SignIn {
  readonly jobNumber: string;
  readonly password: string;
  readonly deskId: DeskId;
  readonly deskName: string;
  readonly takeOver: boolean;
  /** Token of the session that this desk had until now, of somebody else. */
  readonly inPlaceOf?: string | undefined;
}

/** A session in use, with its person as the centre knows them now. */
export interface LiveSession {
  readonly id: string;
  readonly deskId: DeskId;
  readonly actor: Actor;
}

/**
 * Signs an account in on a desk. One session per account: a second one is refused, or takes over where that is asked.
 * @param leaseDays how long the desk may then be used by this account without reaching the centre
 * @throws BAD_CREDENTIALS, ACCOUNT_LOCKED, ACCOUNT_DISABLED, DEMO_ACCOUNT_REFUSED, SIGNED_IN_ELSEWHERE
 */
export async function signIn(service: Service, request: SignIn, leaseDays: number): Promise<CentralSession> {
  const accountId = await checkPassword(service, request);
  const at = now(service);
  const expiresAt = instant(service.nowMs() + SESSION_MS);
  const token = newToken();
  const { deskId, deskName } = request;
  const actor = await service.db.transaction(async (tx) => {
    await accounts.lockAccount(tx, accountId);
    const [row] = await accounts.accountGrants(tx, [accountId]);
    if (!row) fail('BAD_CREDENTIALS');
    const older = await sessions.liveSessionOf(tx, accountId);
    const elsewhere = older && msOf(older.expiresAt) > service.nowMs() && older.deskId !== deskId ? older : null;
    if (elsewhere && !request.takeOver) {
      fail('SIGNED_IN_ELSEWHERE', { detail: `${elsewhere.deskName}，${clock(elsewhere.signedInAt)} 登录` });
    }
    if (older) {
      const endedBy = elsewhere ? 'SESSION_TAKEN_OVER' : older.deskId === deskId ? 'NOT_SIGNED_IN' : 'SESSION_EXPIRED';
      await sessions.endSession(tx, older.id, at, endedBy);
    }
    const id = uuidV7(service.nowMs(), randomBytes(10));
    await sessions.insertSession(tx, {
      id,
      tokenHash: tokenHash(token),
      accountId,
      deskId,
      deskName,
      signedInAt: at,
      expiresAt,
    });
    await seenAtDesk(tx, deskId, accountId, at);
    await endFormer(tx, request, accountId, at);
    const detail = { deskName, takenOverFrom: elsewhere?.deskName ?? null };
    await writeLog(tx, {
      at,
      audit: [{ at, accountId, deskId, action: 'auth.signIn', subject: null, detail }],
      notices: older ? [{ type: 'sessionEnded', sessionId: older.id }] : [],
    });
    return actorOf(row);
  });
  return { token, actor, expiresAt, leaseUntil: instant(service.nowMs() + leaseDays * 86_400_000) };
}

/** A desk has one person at a time: whoever was there before did not have to sign out first. */
async function endFormer(tx: Writer, request: SignIn, accountId: AccountId, at: Instant): Promise<void> {
  const former = request.inPlaceOf ? await sessions.sessionByToken(tx, tokenHash(request.inPlaceOf)) : null;
  if (!former || former.deskId !== request.deskId || former.accountId === accountId) return;
  if (!(await sessions.endSession(tx, former.id, at, 'NOT_SIGNED_IN'))) return;
  await writeLog(tx, {
    at,
    audit: [signOutEntry(former, at)],
    notices: [{ type: 'sessionEnded', sessionId: former.id }],
  });
}

function signOutEntry({ accountId, deskId }: { accountId: AccountId; deskId: DeskId }, at: Instant): AuditEntry {
  return { at, accountId, deskId, action: 'auth.signOut', subject: null, detail: {} };
}

async function checkPassword(service: Service, request: SignIn): Promise<AccountId> {
  const { db, nowMs, demo } = service;
  const at = now(service);
  const account = await accounts.countTry(db, request.jobNumber, at, TRIES, instant(nowMs() + LOCK_MS));
  if (!account) {
    const until = await accounts.lockedUntil(db, request.jobNumber, at);
    if (until) {
      fail('ACCOUNT_LOCKED', { detail: `${clock(until)} 解锁`, retryAfterMs: Math.max(0, msOf(until) - nowMs()) });
    }
    await verifyNobody(request.password);
    return refuseTry(service, request, null, failure('BAD_CREDENTIALS'));
  }
  if (!(await verifyPassword(request.password, account.password))) {
    return refuseTry(service, request, account.id, failure('BAD_CREDENTIALS'));
  }
  await accounts.clearTries(db, account.id);
  if (account.disabled) return refuseTry(service, request, account.id, failure('ACCOUNT_DISABLED'));
  if (account.demo && !demo) return refuseTry(service, request, account.id, failure('DEMO_ACCOUNT_REFUSED'));
  if (isOutdated(account.password)) await accounts.setPassword(db, account.id, await hashPassword(request.password));
  return account.id;
}

async function refuseTry(
  service: Service,
  { jobNumber, deskId, deskName }: SignIn,
  accountId: AccountId | null,
  reason: Failure,
): Promise<never> {
  const at = now(service);
  const entry: AuditEntry = {
    at,
    accountId,
    deskId,
    action: 'auth.signInRefused',
    subject: jobNumber,
    detail: { code: reason.code, deskName },
  };
  await service.db.transaction((tx) => writeLog(tx, { at, audit: [entry] }));
  throw new FailureError(reason);
}

/**
 * The session behind a token; using it moves its end on.
 * @throws NOT_SIGNED_IN, SESSION_EXPIRED, SESSION_TAKEN_OVER, ACCOUNT_DISABLED
 */
export async function continueSession(service: Service, token: string): Promise<LiveSession> {
  const { db, nowMs } = service;
  const session = await sessions.sessionByToken(db, tokenHash(token));
  if (!session) fail('NOT_SIGNED_IN');
  if (session.endedAt) fail(session.endedBy ?? 'SESSION_EXPIRED');
  if (msOf(session.expiresAt) <= nowMs()) fail('SESSION_EXPIRED');
  const [row] = await accounts.accountGrants(db, [session.accountId]);
  if (!row) fail('NOT_SIGNED_IN');
  if (row.disabled) fail('ACCOUNT_DISABLED');
  if (row.demo && !service.demo) fail('DEMO_ACCOUNT_REFUSED');
  if (nowMs() - msOf(session.usedAt) >= SLIDE_MS) {
    await sessions.slideSession(db, session, now(service), instant(nowMs() + SESSION_MS));
    await seenAtDesk(db, session.deskId, session.accountId, now(service));
  }
  return { id: session.id, deskId: session.deskId, actor: actorOf(row) };
}

/** Ends the session; what the desk has still to send it sends in its own name. */
export async function signOut(service: Service, session: LiveSession): Promise<void> {
  const at = now(service);
  await service.db.transaction(async (tx) => {
    if (!(await sessions.endSession(tx, session.id, at, 'NOT_SIGNED_IN'))) return;
    const { accountId } = session.actor;
    await writeLog(tx, {
      at,
      audit: [signOutEntry({ accountId, deskId: session.deskId }, at)],
      notices: [{ type: 'sessionEnded', sessionId: session.id }],
    });
  });
}

function clock(at: Instant): string {
  const minute = beijingMinute(msOf(at));
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

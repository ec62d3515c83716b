import { randomBytes } from 'node:crypto';
import * as accounts from '../../db/central/accounts.ts';
import type { AuditDetail } from '../../db/central/audit.ts';
import type { Writer } from '../../db/central/database.ts';
import { writeLog, type Notice } from '../../db/central/log.ts';
import { referenceRows } from '../../db/central/reference.ts';
import { endSession, liveSessionOf } from '../../db/central/sessions.ts';
import type { Account } from '../../shared/contract/central.ts';
import { accountIdSchema, uuidV7, type AccountId, type UnitId } from '../../shared/domain/ids.ts';
import type { RoleId } from '../../shared/domain/people.ts';
import { fail, type FailureCode } from '../../shared/failure.ts';
import type { Instant } from '../../shared/instant.ts';
import { now, type Service } from '../service.ts';
import { hashPassword, requireStrong, verifyPassword } from './passwords.ts';
import type { LiveSession } from './sign-in.ts';

/** Who does it: null for the command line. */
export type By = Pick<LiveSession, 'actor' | 'deskId'> | null;

export interface NewPerson {
  readonly jobNumber: string;
  readonly name: string;
  readonly password: string;
  readonly unitId: UnitId | null;
  readonly roles: readonly RoleId[];
  readonly secret: boolean;
}

/** @throws PASSWORD_TOO_WEAK; INVALID_INPUT where the job number is taken; UNIT_NOT_FOUND */
export async function createPerson(service: Service, by: By, person: NewPerson): Promise<Account> {
  requireStrong(person.password, person.jobNumber);
  const password = await hashPassword(person.password);
  const { jobNumber, name, unitId, roles, secret } = person;
  const id = accountIdSchema.parse(uuidV7(service.nowMs(), randomBytes(10)));
  return change(
    service,
    by,
    id,
    'people.create',
    { jobNumber, name, unitId, roles: [...roles], secret },
    async (tx, at) => {
      await requireUnit(tx, unitId);
      const account = { id, jobNumber, name, unitId, secret, demo: false, password, roles, createdAt: at };
      if (!(await accounts.insertAccount(tx, account)))
        fail('INVALID_INPUT', { detail: `工号 ${jobNumber} 已有人使用` });
      return [];
    },
  );
}

/** What somebody may do and see from now on; their desks are told. */
export async function setAccess(
  service: Service,
  by: By,
  access: {
    readonly id: AccountId;
    readonly roles: readonly RoleId[];
    readonly unitId: UnitId | null;
    readonly secret: boolean;
  },
): Promise<Account> {
  const { id, roles, unitId, secret } = access;
  return change(service, by, id, 'people.setAccess', { roles: [...roles], unitId, secret }, async (tx) => {
    await requireUnit(tx, unitId);
    await accounts.updateAccess(tx, id, access);
    return [{ type: 'grantsChanged', accountId: id }];
  });
}

/** A disabled account's session ends at once, and its commands are refused from then on. */
export async function setDisabled(service: Service, by: By, id: AccountId, disabled: boolean): Promise<Account> {
  return change(service, by, id, 'people.setDisabled', { disabled }, async (tx, at) => {
    await accounts.setDisabled(tx, id, disabled);
    return disabled ? endLive(tx, id, at, 'ACCOUNT_DISABLED') : [];
  });
}

/** Gives an account another password, unlocks it and ends its session. */
export async function resetPassword(service: Service, by: By, id: AccountId, password: string): Promise<Account> {
  const person = await accounts.findAccount(service.db, id);
  if (!person) fail('INVALID_INPUT', { detail: '没有这个工号' });
  requireStrong(password, person.jobNumber);
  const hash = await hashPassword(password);
  return change(service, by, id, 'people.resetPassword', {}, async (tx, at) => {
    await accounts.setPassword(tx, id, hash);
    return endLive(tx, id, at, 'SESSION_EXPIRED');
  });
}

/** @throws BAD_CREDENTIALS, PASSWORD_TOO_WEAK */
export async function changeOwnPassword(service: Service, session: LiveSession, current: string, next: string) {
  const { accountId, jobNumber } = session.actor;
  const stored = await accounts.passwordOf(service.db, accountId);
  if (!stored || !(await verifyPassword(current, stored))) fail('BAD_CREDENTIALS');
  requireStrong(next, jobNumber);
  const hash = await hashPassword(next);
  await change(service, session, accountId, 'auth.changePassword', {}, async (tx) => {
    await accounts.setPassword(tx, accountId, hash);
    return [];
  });
}

async function change(
  service: Service,
  by: By,
  id: AccountId,
  action: string,
  detail: AuditDetail,
  work: (tx: Writer, at: Instant) => Promise<Notice[]>,
): Promise<Account> {
  const at = now(service);
  return service.db.transaction(async (tx) => {
    await accounts.lockAccount(tx, id);
    const notices = await work(tx, at);
    const account = await accounts.findAccount(tx, id);
    if (!account) fail('INVALID_INPUT', { detail: '没有这个工号' });
    const who = { accountId: by?.actor.accountId ?? null, deskId: by?.deskId ?? null };
    await writeLog(tx, { at, audit: [{ at, ...who, action, subject: id, detail }], notices });
    return account;
  });
}

async function endLive(tx: Writer, id: AccountId, at: Instant, code: FailureCode): Promise<Notice[]> {
  const session = await liveSessionOf(tx, id);
  if (!session) return [];
  await endSession(tx, session.id, at, code);
  return [{ type: 'sessionEnded', sessionId: session.id }];
}

async function requireUnit(tx: Writer, unitId: UnitId | null): Promise<void> {
  if (unitId !== null && (await referenceRows(tx, 'unit', [unitId])).length === 0) fail('UNIT_NOT_FOUND');
}

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deskIdSchema } from '../../shared/domain/ids.ts';
import type { Database } from '../../db/central/database.ts';
import { verifyAudit } from '../../db/central/audit.ts';
import { readHead } from '../../db/central/feed.ts';
import { instant } from '../../shared/instant.ts';
import {
  addPerson,
  memoryDatabase,
  refusalOf,
  testClock,
  testService,
  type TestPerson,
} from '../../tests/support/central.ts';
import type { Service } from '../service.ts';
import { setAccess, setDisabled } from './people.ts';
import { continueSession, signIn, signOut } from './sign-in.ts';

const PASSWORD = 'korrekt9pferd';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const LEASE_DAYS = 7;

describe('signing in', () => {
  let db: Database;
  let clock = testClock();
  let prepared: Service;
  let service: Service;
  let person: TestPerson;
  beforeAll(async () => {
    db = await memoryDatabase();
    prepared = await testService(db, clock.nowMs);
  }, 60_000);
  afterAll(() => db.close());
  beforeEach(async () => {
    clock = testClock();
    service = { ...prepared, nowMs: clock.nowMs };
    person = await addPerson(service, { password: PASSWORD });
  });

  const desk = () => deskIdSchema.parse(randomUUID());
  const attempt = (password: string, options: { deskId?: ReturnType<typeof desk>; takeOver?: boolean } = {}) =>
    signIn(
      service,
      {
        jobNumber: person.jobNumber,
        password,
        deskId: options.deskId ?? desk(),
        deskName: '一号座席',
        takeOver: options.takeOver ?? false,
      },
      LEASE_DAYS,
    );

  it('gives a session, the person with their grants, and a lease for offline work', async () => {
    const session = await attempt(PASSWORD);
    expect(session.actor).toMatchObject({ jobNumber: person.jobNumber, roles: ['operator'] });
    expect(session.actor.grants).toMatchObject({ sensitivities: ['normal'], units: 'all' });
    expect(session.leaseUntil).toBe(instant(clock.nowMs() + LEASE_DAYS * 24 * HOUR_MS));
    expect((await continueSession(service, session.token)).actor.accountId).toBe(person.id);
  });

  it('ends the session that the desk had until then, and no other desk’s', async () => {
    const before = await addPerson(service, { password: PASSWORD });
    const here = desk();
    const by = (who: { jobNumber: string }, deskId: ReturnType<typeof desk>, inPlaceOf?: string) =>
      signIn(
        service,
        { jobNumber: who.jobNumber, password: PASSWORD, deskId, deskName: '', takeOver: true, inPlaceOf },
        LEASE_DAYS,
      );
    const first = await by(before, here);
    await by(person, desk(), first.token);
    expect((await continueSession(service, first.token)).actor.accountId).toBe(before.id);
    await by(person, here, first.token);
    expect(await refusalOf(continueSession(service, first.token))).toBe('NOT_SIGNED_IN');
  });

  it('answers an unknown job number like a wrong password', async () => {
    const unknown = signIn(
      service,
      { jobNumber: 'nobody', password: PASSWORD, deskId: desk(), deskName: '', takeOver: false },
      LEASE_DAYS,
    );
    expect(await refusalOf(unknown)).toBe('BAD_CREDENTIALS');
    expect(await refusalOf(attempt('falsch1234'))).toBe('BAD_CREDENTIALS');
  });

  it('locks for 15 minutes after five failures, even for the right password', async () => {
    for (let n = 0; n < 5; n += 1) expect(await refusalOf(attempt('falsch1234'))).toBe('BAD_CREDENTIALS');
    expect(await refusalOf(attempt(PASSWORD))).toBe('ACCOUNT_LOCKED');
    clock.advance(15 * MINUTE_MS - 1);
    expect(await refusalOf(attempt(PASSWORD))).toBe('ACCOUNT_LOCKED');
    clock.advance(1);
    expect(await refusalOf(attempt(PASSWORD))).toBeNull();
  });

  it('counts failures in a row: a success in between begins anew', async () => {
    for (let n = 0; n < 4; n += 1) await refusalOf(attempt('falsch1234'));
    expect(await refusalOf(attempt(PASSWORD))).toBeNull();
    for (let n = 0; n < 4; n += 1) await refusalOf(attempt('falsch1234'));
    expect(await refusalOf(attempt(PASSWORD, { takeOver: true }))).toBeNull();
  });

  it('counts tries made at the same moment', async () => {
    const tries = await Promise.all(Array.from({ length: 8 }, () => refusalOf(attempt('falsch1234'))));
    expect(tries.filter((code) => code === 'BAD_CREDENTIALS')).toHaveLength(5);
    expect(tries.filter((code) => code === 'ACCOUNT_LOCKED')).toHaveLength(3);
  });

  it('is refused while the account works at another desk, naming desk and time', async () => {
    await attempt(PASSWORD);
    clock.advance(MINUTE_MS);
    await expect(attempt(PASSWORD)).rejects.toMatchObject({
      failure: { code: 'SIGNED_IN_ELSEWHERE', detail: '一号座席，10:00 登录' },
    });
  });

  it('takes over where asked: the older session says so from then on', async () => {
    const older = await attempt(PASSWORD);
    const newer = await attempt(PASSWORD, { takeOver: true });
    expect(await refusalOf(continueSession(service, older.token))).toBe('SESSION_TAKEN_OVER');
    expect(await refusalOf(continueSession(service, newer.token))).toBeNull();
  });

  it('needs no taking over at the same desk, nor after the older session has run out', async () => {
    const deskId = desk();
    await attempt(PASSWORD, { deskId });
    expect(await refusalOf(attempt(PASSWORD, { deskId }))).toBeNull();
    clock.advance(12 * HOUR_MS);
    expect(await refusalOf(attempt(PASSWORD))).toBeNull();
  });

  it('keeps a session alive for 12 hours after its last use', async () => {
    const { token } = await attempt(PASSWORD);
    clock.advance(12 * HOUR_MS - 1);
    expect(await refusalOf(continueSession(service, token))).toBeNull();
    clock.advance(12 * HOUR_MS - 1);
    expect(await refusalOf(continueSession(service, token))).toBeNull();
    clock.advance(12 * HOUR_MS);
    expect(await refusalOf(continueSession(service, token))).toBe('SESSION_EXPIRED');
  });

  it('ends with signing out', async () => {
    const { token } = await attempt(PASSWORD);
    await signOut(service, await continueSession(service, token));
    expect(await refusalOf(continueSession(service, token))).toBe('NOT_SIGNED_IN');
  });

  it('follows the account: disabling ends it, new roles show at the next use', async () => {
    const { token } = await attempt(PASSWORD);
    await setAccess(service, null, { id: person.id, roles: ['handler'], unitId: null, secret: true });
    const { actor } = await continueSession(service, token);
    expect(actor.roles).toEqual(['handler']);
    expect(actor.grants.sensitivities).toEqual(['normal', 'secret']);
    await setDisabled(service, null, person.id, true);
    expect(await refusalOf(continueSession(service, token))).toBe('ACCOUNT_DISABLED');
    expect(await refusalOf(attempt(PASSWORD))).toBe('ACCOUNT_DISABLED');
  });

  it('refuses demo accounts where the centre is in earnest', async () => {
    person = await addPerson(service, { password: PASSWORD, demo: true });
    expect(await refusalOf(attempt(PASSWORD))).toBe('DEMO_ACCOUNT_REFUSED');
    service = { ...service, demo: true };
    expect(await refusalOf(attempt(PASSWORD))).toBeNull();
  });

  it('leaves every try in the audit log', async () => {
    await refusalOf(attempt('falsch1234'));
    await attempt(PASSWORD);
    const rows = await db.read<{ action: string }>('SELECT action FROM audit WHERE account_id = $1 ORDER BY id', [
      person.id,
    ]);
    expect(rows.map(({ action }) => action)).toEqual(['auth.signInRefused', 'auth.signIn']);
    expect(await verifyAudit(db, await readHead(db))).toMatchObject({ ok: true });
  });
});

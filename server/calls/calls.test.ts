import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountGrants } from '../../db/central/accounts.ts';
import { verifyAudit } from '../../db/central/audit.ts';
import { keepCall } from '../../db/central/calls.ts';
import type { Database } from '../../db/central/database.ts';
import { readHead } from '../../db/central/feed.ts';
import type { CallRecord } from '../../shared/domain/call.ts';
import { firstCallSettings } from '../../shared/domain/calls/settings.ts';
import type { RoleId } from '../../shared/domain/people.ts';
import { instant } from '../../shared/instant.ts';
import { packOf } from '../../shared/policy/packs.ts';
import { addDesk, addPerson, memoryDatabase, refusalOf, testClock, testService } from '../../tests/support/central.ts';
import { actorOf } from '../access/grants.ts';
import type { LiveSession } from '../access/sign-in.ts';
import type { Service } from '../service.ts';
import { abandonedCall } from './test-support.ts';
import { blocksFor, decideBlock, endDueBlocks, liftBlock, proposeBlock } from './blocks.ts';
import { keepBook } from './book.ts';
import { figuresOf, listCalls, revealNumber } from './list.ts';
import { openPlan } from './live-plan.ts';
import { claimMissed, dropMissed, linkAttempt, listMissed, numberToRing, releaseMissed } from './missed.ts';
import { callSettings, changeCallSettings, setAgentSkills } from './settings.ts';

const DAY_MS = 86_400_000;

describe('calls as the centre keeps them', () => {
  const clock = testClock();
  let db: Database;
  let service: Service;
  let wang: LiveSession;
  let li: LiveSession;
  let leader: LiveSession;
  let second: LiveSession;
  let made = 0;

  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, clock.nowMs);
    await openPlan(service);
    const signedIn = async (role: RoleId): Promise<LiveSession> => {
      const person = await addPerson(service, { roles: [role] });
      const desk = await addDesk(service, person);
      const [row] = await accountGrants(db, [person.id]);
      if (!row) throw new Error('no such account');
      return { id: `session-${person.jobNumber}`, actor: actorOf(row), deskId: desk.id };
    };
    [wang, li, leader, second] = [
      await signedIn('operator'),
      await signedIn('operator'),
      await signedIn('shiftSupervisor'),
      await signedIn('shiftSupervisor'),
    ];
  }, 60_000);
  afterAll(() => db.close());

  /** A call that came and went at the clock's time. @param waitSeconds null where its end was not heard */
  function call(number: string, change: Partial<CallRecord> = {}, waitSeconds: number | null = 20): CallRecord {
    made += 1;
    return { ...abandonedCall(`call-${made}`, number, clock.nowMs(), waitSeconds), ...change };
  }
  const answeredBy = (session: LiveSession): Partial<CallRecord> => ({
    answeredAt: instant(clock.nowMs() + 5000),
    outcome: 'answered',
    agentId: session.actor.accountId,
    agents: [session.actor.accountId],
  });
  /** Told to the book as the hall tells it. */
  async function told(record: CallRecord, closedToo = true): Promise<void> {
    const book = keepBook(service, () => closedToo);
    book.ended(record);
    await book.settled();
    clock.advance(60_000);
  }
  const open = async () =>
    (await listMissed(service, wang.actor)).filter(({ state }) => state === 'waiting' || state === 'claimed');
  const missedOf = async (ending: string) => {
    const found = (await listMissed(service, wang.actor)).find(({ number }) => number.endsWith(ending));
    if (!found) throw new Error(`nobody ending in ${ending} is listed`);
    return found;
  };

  describe('漏接', () => {
    it('a caller who gives up is to be rung back: one row for each number, with the longest wait', async () => {
      await told(call('13800000001', {}, 20));
      await told(call('+86 138 0000 0001', {}, 45));
      await told(call('13800000001', {}, null));
      expect(await missedOf('0001')).toMatchObject({
        number: '138****0001',
        state: 'waiting',
        times: 3,
        waitedSeconds: 45,
        closed: false,
      });
      expect(await open()).toHaveLength(1);
    });

    it('told twice it is one call, and whoever cannot be rung back is not listed', async () => {
      const twice = call('13800000002');
      await told(twice);
      await told(twice);
      expect(await missedOf('0002')).toMatchObject({ times: 1 });
      await told(call('anonymous'));
      await told(call('110'));
      await told(call('13800000003', { outcome: 'refused', closed: 'blocked' }));
      await told(call('13800000003', { outcome: 'refused', closed: 'night' }), false);
      expect((await open()).map(({ number }) => number)).toEqual(['138****0001', '138****0002']);
    });

    it('Z1: whoever rang outside the hours is listed as such', async () => {
      await told(call('13800000004', { outcome: 'refused', closed: 'night' }));
      expect(await missedOf('0004')).toMatchObject({ closed: true, waitedSeconds: 0 });
    });

    it('two operators cannot take the same one, also when both ask at once', async () => {
      const { id } = await missedOf('0001');
      const outcomes = await Promise.allSettled([claimMissed(service, wang, id), claimMissed(service, li, id)]);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const { claimedBy } = await missedOf('0001');
      const loser = claimedBy?.accountId === wang.actor.accountId ? li : wang;
      expect(await refusalOf(claimMissed(service, loser, id))).toBe('MISSED_CLAIMED');
      expect(await refusalOf(numberToRing(service, loser, id))).toBe('MISSED_CLAIMED');
      expect(await refusalOf(releaseMissed(service, loser, id))).toBe('MISSED_CLAIMED');
      await releaseMissed(service, leader, id);
      await claimMissed(service, wang, id);
      expect(await numberToRing(service, wang, id)).toBe('13800000001');
    });

    it('links the call that rings them, in vain and then answered', async () => {
      const { id } = await missedOf('0001');
      const vain = call('13800000001', { direction: 'outbound', outcome: 'unreached' });
      await linkAttempt(service, wang, id, vain.callId);
      expect((await missedOf('0001')).attempts).toMatchObject([{ callId: vain.callId, answered: null }]);
      await told(vain);
      expect(await missedOf('0001')).toMatchObject({ state: 'claimed', attempts: [{ answered: false }] });
      const reached = call('13800000001', { direction: 'outbound', ...answeredBy(wang) });
      await linkAttempt(service, wang, id, reached.callId);
      await told(reached);
      expect(await missedOf('0001')).toMatchObject({
        state: 'reached',
        attempts: [{ answered: false }, { answered: true }],
      });
      expect(await refusalOf(claimMissed(service, li, id))).toBe('MISSED_GONE');
    });

    async function claimedRow(number: string): Promise<{ id: string; ringing: CallRecord }> {
      await told(call(number));
      const { id } = await missedOf(number.slice(-4));
      await claimMissed(service, wang, id);
      return { id, ringing: call(number, { direction: 'outbound', outcome: 'unreached' }) };
    }

    it('a ringing back is over as it is answered', async () => {
      const { id, ringing } = await claimedRow('13800000005');
      await linkAttempt(service, wang, id, ringing.callId);
      const book = keepBook(service, () => true);
      book.seen({ ...ringing, ...answeredBy(wang), endedAt: null });
      await book.settled();
      expect(await missedOf('0005')).toMatchObject({ state: 'reached', attempts: [{ answered: true }] });
    });

    it('a ringing back whose call ended before it was linked does not ring for ever', async () => {
      const { id, ringing } = await claimedRow('13800000006');
      await told(ringing);
      await linkAttempt(service, wang, id, ringing.callId);
      expect(await missedOf('0006')).toMatchObject({ state: 'claimed', attempts: [{ answered: false }] });
      await dropMissed(service, wang, id, '空号');
    });

    it('a claim nobody dials from is anybody’s again after ten minutes', async () => {
      const { id } = await missedOf('0002');
      await claimMissed(service, wang, id);
      clock.advance(9 * 60_000);
      expect(await refusalOf(claimMissed(service, li, id))).toBe('MISSED_CLAIMED');
      clock.advance(60_000);
      expect((await listMissed(service, li.actor)).find((row) => row.id === id)?.state).toBe('waiting');
      await claimMissed(service, li, id);
    });

    it('goes away when the caller reaches us by themselves, already while they speak', async () => {
      const book = keepBook(service, () => true);
      book.seen(call('013800000002', { ...answeredBy(li), endedAt: null }));
      await book.settled();
      expect(await missedOf('0002')).toMatchObject({ state: 'came' });
    });

    it('is dropped only with a reason, which is logged', async () => {
      const { id } = await missedOf('0004');
      expect(await refusalOf(dropMissed(service, wang, id, '空号'))).toBe('MISSED_CLAIMED');
      await claimMissed(service, wang, id);
      await dropMissed(service, wang, id, '空号');
      expect(await missedOf('0004')).toMatchObject({ state: 'dropped', note: '空号' });
      expect(await open()).toEqual([]);
    });
  });

  describe('the record', () => {
    it('of a call that a restart of the service swallowed is marked with what is not known', async () => {
      const before = keepBook(service, () => true);
      const waiting = call('13800000010', {}, null);
      const speaking = call('13800000011', { ...answeredBy(wang), endedAt: null });
      const stays = call('13800000012', {}, null);
      for (const record of [waiting, speaking, stays]) before.seen(record);
      await before.settled();
      const after = keepBook(service, () => true);
      after.rebuilt(new Set([stays.callId]));
      await after.settled();
      const { rows } = await listCalls(service, leader, {
        mine: false,
        from: instant(clock.nowMs() - DAY_MS),
        to: instant(clock.nowMs() + DAY_MS),
        agentId: null,
        outcomes: [],
        direction: null,
        digits: '1380000001',
        after: null,
      });
      const shown = rows.map(({ callId, live, unknown }) => ({ callId, live, unknown }));
      expect(shown).toContainEqual({
        callId: waiting.callId,
        live: false,
        unknown: ['endedAt', 'answeredAt', 'outcome'],
      });
      expect(shown).toContainEqual({ callId: speaking.callId, live: false, unknown: ['endedAt'] });
      expect(shown).toContainEqual({ callId: stays.callId, live: true, unknown: [] });
      // Its end is learned after all, from a node that heard it.
      after.ended({ ...speaking, endedAt: instant(clock.nowMs()) });
      await after.settled();
      const rest = await listCalls(service, wang, {
        mine: true,
        from: instant(clock.nowMs() - DAY_MS),
        to: instant(clock.nowMs() + DAY_MS),
        agentId: null,
        outcomes: [],
        direction: null,
        digits: '13800000011',
        after: null,
      });
      expect(rest.rows).toMatchObject([{ unknown: [], callerNumber: '138****0011' }]);
    });

    it('once finished is never changed', async () => {
      const done = call('13800000013', answeredBy(wang));
      expect(await keepCall(db, done, false)).toBe(true);
      expect(await keepCall(db, { ...done, outcome: 'abandoned' }, false)).toBe(false);
      expect(await keepCall(db, done, true)).toBe(false);
    });

    it('T2: everybody’s calls are for supervisors and inspectors; a number in full is logged', async () => {
      const mine = {
        mine: false,
        from: instant(0),
        to: instant(clock.nowMs()),
        agentId: null,
        outcomes: [],
        direction: null,
        digits: '',
        after: null,
      };
      expect(await refusalOf(listCalls(service, wang, mine))).toBe('NOT_PERMITTED');
      expect(await refusalOf(figuresOf(service, wang, mine.from, mine.to))).toBe('NOT_PERMITTED');
      const own = call('13800000014', answeredBy(wang));
      await told(own);
      expect(await revealNumber(service, wang, own.callId)).toBe('13800000014');
      expect(await refusalOf(revealNumber(service, li, own.callId))).toBe('CALL_NOT_FOUND');
      expect(
        await db.read(`SELECT 1 FROM audit WHERE action = 'call.numberSeen' AND subject = $1`, [own.callId]),
      ).toHaveLength(1);
    });

    it('is read in pages that join without gap or repetition', async () => {
      const from = instant(clock.nowMs());
      for (let n = 0; n < 230; n += 1)
        await keepCall(db, { ...call(`1390000${1000 + n}`), queuedAt: instant(clock.nowMs() + (n % 7)) }, false);
      const to = instant(clock.nowMs() + 1000);
      const seen: string[] = [];
      for (let after: { queuedAt: CallRecord['queuedAt']; callId: CallRecord['callId'] } | null = null; ;) {
        const page: Awaited<ReturnType<typeof listCalls>> = await listCalls(service, leader, {
          mine: false,
          from,
          to,
          agentId: null,
          outcomes: ['abandoned'],
          direction: 'inbound',
          digits: '',
          after,
        });
        seen.push(...page.rows.map(({ callId }) => callId));
        const last = page.rows.at(-1);
        if (!page.more || !last) break;
        after = { queuedAt: last.queuedAt, callId: last.callId };
      }
      expect(seen).toHaveLength(230);
      expect(new Set(seen).size).toBe(230);
    });
  });

  describe('T17: 黑名单', () => {
    it('an operator proposes, another person consents with an end, and only then is anybody turned away', async () => {
      const plan = await openPlan(service);
      const nuisance = call('13800000020', answeredBy(wang));
      await told(nuisance);
      const ringing = () => ({
        dialled: '12345',
        direction: 'inbound' as const,
        callerNumber: '13800000020',
        queuedAt: instant(clock.nowMs()),
      });
      await proposeBlock(service, wang, { callId: nuisance.callId, number: null, reason: '一天内骚扰三十次' });
      expect(await refusalOf(proposeBlock(service, li, { callId: null, number: '13800000020', reason: '骚扰' }))).toBe(
        'BLOCK_EXISTS',
      );
      await plan.reload();
      expect(plan.plan.closed(ringing())).toBeNull();
      const [proposed] = await blocksFor(service, leader.actor);
      expect(proposed).toMatchObject({ state: 'proposed', number: '138****0020', until: null });
      const id = proposed?.id ?? '';
      const decision = { id, consent: true, note: '同意', days: 7 };
      clock.advance(1000);
      await decideBlock(service, leader, decision);
      expect(await refusalOf(decideBlock(service, second, decision))).toBe('BLOCK_DECIDED');
      await plan.reload();
      clock.advance(1000);
      expect(plan.plan.closed(ringing())).toBe('blocked');
      await told(call('13800000020', { outcome: 'refused', closed: 'blocked' }));
      expect((await blocksFor(service, leader.actor))[0]).toMatchObject({
        state: 'active',
        turnedAway: 1,
        decidedBy: { name: leader.actor.name },
      });
      // An operator sees what they proposed and nothing else.
      expect(await blocksFor(service, wang.actor)).toHaveLength(1);
      expect(await blocksFor(service, li.actor)).toEqual([]);
      clock.advance(7 * DAY_MS);
      expect(plan.plan.closed(ringing())).toBeNull();
      await endDueBlocks(service, instant(clock.nowMs()));
      expect((await blocksFor(service, leader.actor))[0]?.state).toBe('ended');
    });

    it('nobody consents to their own proposal, a refusal has a reason, and one can be lifted before its date', async () => {
      await proposeBlock(service, leader, { callId: null, number: '13800000021', reason: '辱骂' });
      const id = (await blocksFor(service, second.actor))[0]?.id ?? '';
      expect(await refusalOf(decideBlock(service, leader, { id, consent: true, note: '', days: 3 }))).toBe('BLOCK_OWN');
      expect(await refusalOf(decideBlock(service, second, { id, consent: false, note: '', days: 3 }))).toBe(
        'REASON_REQUIRED',
      );
      await decideBlock(service, second, { id, consent: true, note: '', days: 3 });
      await liftBlock(service, second, id, '已道歉');
      expect(await refusalOf(liftBlock(service, second, id, '已道歉'))).toBe('BLOCK_DECIDED');
      const plan = await openPlan(service);
      expect(
        plan.plan.closed({
          dialled: '',
          direction: 'inbound',
          callerNumber: '13800000021',
          queuedAt: instant(clock.nowMs()),
        }),
      ).toBeNull();
    });
  });

  describe('settings', () => {
    it('are changed by one at a time, and what they were is not overwritten unread', async () => {
      const { settings } = await callSettings(service);
      const next = await changeCallSettings(service, leader, { ...settings, positionEvery: 60 });
      expect(next).toMatchObject({ version: settings.version + 1, positionEvery: 60 });
      expect(await refusalOf(changeCallSettings(service, second, { ...settings, positionEvery: 20 }))).toBe(
        'SETTINGS_CHANGED',
      );
    });

    it('H1, T1: the hours of a line that is open around the clock cannot be narrowed', async () => {
      const { settings, hoursRule } = await callSettings(service);
      expect(hoursRule).toMatchObject({ hours: 'always', rule: 'H1', article: '第二条' });
      const narrow = { ...settings, hours: firstCallSettings(true).hours };
      expect(await refusalOf(changeCallSettings(service, leader, narrow))).toBe('HOURS_BY_RULE');
      expect(packOf('tonghua').telephone).toMatchObject({ hours: 'always', rule: 'T1' });
      expect(packOf('zaozhuang').telephone).toMatchObject({ hours: 'workingHours', rule: 'Z1' });
      const elsewhere = { ...service, pack: packOf('zaozhuang') };
      expect((await changeCallSettings(elsewhere, leader, narrow)).hours.always).toBe(false);
    });

    it('skills are of the centre’s own list', async () => {
      const { accountId } = wang.actor;
      await setAgentSkills(service, leader, accountId, [{ skillId: 'dialect', level: 4 }]);
      expect((await callSettings(service)).agents.find((agent) => agent.accountId === accountId)?.skills).toEqual([
        { skillId: 'dialect', level: 4 },
      ]);
      expect(await refusalOf(setAgentSkills(service, leader, accountId, [{ skillId: 'singing', level: 4 }]))).toBe(
        'INVALID_INPUT',
      );
    });
  });

  it('leaves an audit log that is whole', async () => {
    expect(await verifyAudit(db, await readHead(db))).toMatchObject({ ok: true });
  });
});

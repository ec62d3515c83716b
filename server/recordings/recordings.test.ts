import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { accountGrants } from '../../db/central/accounts.ts';
import type { Database } from '../../db/central/database.ts';
import { findRecording, listPurges, recordingsOf } from '../../db/central/recordings.ts';
import type { CallId, OrderId } from '../../shared/domain/ids.ts';
import type { RoleId } from '../../shared/domain/people.ts';
import { fail } from '../../shared/failure.ts';
import { instant } from '../../shared/instant.ts';
import {
  addDesk,
  addPerson,
  forwarded,
  memoryDatabase,
  outcomes,
  refusalOf,
  testClock,
  testService,
  type RequestLike,
} from '../../tests/support/central.ts';
import { answeredCall } from '../../tests/support/scoring.ts';
import { actorOf } from '../access/grants.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { callDetail, callsOfOrder } from '../calls/list.ts';
import { openPlan } from '../calls/live-plan.ts';
import type { Service } from '../service.ts';
import { agentId, startShift } from '../telephony/test-support/shift.ts';
import { keepDoor } from '../telephony/doorkeeper.ts';
import { OPEN_PLAN } from '../telephony/plan.ts';
import { virtualScheduler } from '../telephony/test-support/virtual-scheduler.ts';
import { openRecording, readRecording, recordingLooks } from './library.ts';
import { startRecorder } from './recorder.ts';
import { deletePastRecordings } from './retention.ts';
import { openVault, type Vault } from './vault.ts';

const DAY_MS = 86_400_000;

describe('recordings', () => {
  const clock = testClock();
  let db: Database;
  let service: Service;
  let folder = '';
  let vault: Vault;
  const people = new Map<string, LiveSession>();

  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, clock.nowMs);
    await openPlan(service);
    folder = mkdtempSync(join(tmpdir(), 'hotline-recordings-'));
    vault = openVault(folder, [randomBytes(32)]);
  }, 60_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await db.close();
  });

  async function session(name: string, role: RoleId, secret = false): Promise<LiveSession> {
    const known = people.get(name);
    if (known) return known;
    const person = await addPerson(service, { roles: [role], secret });
    const desk = await addDesk(service, person);
    const [row] = await accountGrants(db, [person.id]);
    if (!row) throw new Error('no such account');
    const signedIn: LiveSession = { id: name, actor: actorOf(row), deskId: desk.id };
    people.set(name, signedIn);
    return signedIn;
  }

  /** An answered call by this operator, with a recording of it in the vault. */
  async function recorded(by: LiveSession): Promise<{ callId: CallId; recordingId: string; bytes: Buffer }> {
    const callId = await answeredCall(service, by, clock.nowMs(), 55);
    const at = instant(clock.nowMs());
    const endedAt = instant(clock.nowMs() + 60_000);
    const recordingId = `${callId}-r1`;
    const bytes = randomBytes(1_200_000);
    const kept = await vault.keep(recordingId, at, bytes);
    await db.write(
      `INSERT INTO recordings (id, call_id, started_at, ended_at, state, bytes, sha256, file)
       VALUES ($1, $2, $3, $4, 'kept', $5, $6, $7)`,
      [recordingId, callId, at, endedAt, kept.bytes, kept.sha256, kept.file],
    );
    return { callId, recordingId, bytes };
  }

  async function heard(by: LiveSession, recordingId: string): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for (let offset: number | null = 0; offset !== null;) {
      const piece: Awaited<ReturnType<typeof readRecording>> = await readRecording(service, vault, by, {
        recordingId,
        offset,
      });
      pieces.push(Buffer.from(piece.base64, 'base64'));
      offset = piece.next;
    }
    return Buffer.concat(pieces);
  }

  it('are taken from the exchange as calls end, kept sealed, and dropped there', async () => {
    const wang = agentId(1007);
    const scheduler = virtualScheduler();
    const recorders: ReturnType<typeof startRecorder>[] = [];
    const {
      exchange,
      clock: time,
      says,
      signInReady,
    } = await startShift({
      port: (own) => {
        recorders.push(startRecorder(service, own, vault));
        keepDoor({
          port: own,
          plan: OPEN_PLAN,
          scheduler,
          positionEvery: () => 0,
          records: () => true,
          log: { warn: () => undefined },
        });
        return own;
      },
    });
    await signInReady(wang);
    const callId = exchange.placeCall('13800005521', { patienceMs: 600_000 });
    await time.pass(1000);
    await says(wang, 'answer');
    await time.pass(4000);
    exchange.callerHangsUp(callId);
    await time.pass(0);
    for (const recorder of recorders) await recorder.settled();
    const [row] = await recordingsOf(db, [callId]);
    expect(row).toMatchObject({ state: 'kept', callId });
    const wav =
      row?.file && row.bytes && row.sha256
        ? await vault.read(row.id, { file: row.file, bytes: row.bytes, sha256: row.sha256 })
        : Buffer.alloc(0);
    expect(wav.subarray(0, 4).toString()).toBe('RIFF');
    expect(wav.length).toBe(44 + 4 * 16_000);
    expect(await refusalOf(exchange.fetchRecording(`${callId}-r1`))).toBe('CALL_GONE');
  });

  it('that were left at the exchange by a failure are fetched again; what it has lost is marked so', async () => {
    const wang = agentId(1008);
    let broken = true;
    const { exchange, clock: time, says, signInReady } = await startShift({ startMs: clock.nowMs() + DAY_MS });
    await signInReady(wang);
    const callId = exchange.placeCall('13800005521', { patienceMs: 600_000 });
    await time.pass(1000);
    await says(wang, 'answer');
    await exchange.startRecording(callId);
    await time.pass(1000);
    const failing = {
      ...exchange,
      fetchRecording: (id: string) => (broken ? fail('EXCHANGE_UNREACHABLE') : exchange.fetchRecording(id)),
    };
    const recorder = startRecorder(service, failing, vault, time);
    exchange.callerHangsUp(callId);
    await time.pass(0);
    await recorder.settled();
    expect((await findRecording(db, `${callId}-r1`))?.state).toBe('fetching');
    broken = false;
    // Nobody asks for it: a minute after the failure it is tried again.
    await time.pass(60_000);
    await recorder.settled();
    expect((await findRecording(db, `${callId}-r1`))?.state).toBe('kept');
    await db.write(
      `INSERT INTO recordings (id, call_id, started_at, ended_at, state) VALUES ('gone-r1', 'gone', now(), now(), 'fetching')`,
    );
    // Nor here: each link is a time to look for what is left.
    exchange.dropLink();
    exchange.restoreLink();
    await time.pass(0);
    await recorder.settled();
    expect((await findRecording(db, 'gone-r1'))?.state).toBe('lost');
    recorder.stop();
  });

  it('T2: are heard only after saying why, and who heard them and why is kept', async () => {
    const wang = await session('wang', 'operator');
    const leader = await session('leader', 'shiftSupervisor', true);
    const { callId, recordingId, bytes } = await recorded(wang);
    expect(await refusalOf(readRecording(service, vault, leader, { recordingId, offset: 0 }))).toBe('NOT_PERMITTED');
    expect(await openRecording(service, vault, leader, { recordingId, why: '核对诉求' })).toMatchObject({
      bytes: bytes.length,
    });
    expect((await heard(leader, recordingId)).equals(bytes)).toBe(true);
    expect(await recordingLooks(service, leader, recordingId)).toMatchObject([
      { name: leader.actor.name, why: '核对诉求' },
    ]);
    expect(
      await db.read(`SELECT 1 FROM audit WHERE action = 'recording.heard' AND subject = $1`, [recordingId]),
    ).toHaveLength(1);
    clock.advance(31 * 60_000);
    expect(await refusalOf(readRecording(service, vault, leader, { recordingId, offset: 0 }))).toBe('NOT_PERMITTED');
    expect((await callDetail(service, wang, callId)).recordings).toMatchObject([{ id: recordingId, state: 'kept' }]);
  });

  it('are for who spoke in them, for supervisors and inspectors, and nobody else', async () => {
    const wang = await session('wang', 'operator');
    const { recordingId } = await recorded(wang);
    const why = '复听';
    expect(await openRecording(service, vault, wang, { recordingId, why })).toMatchObject({ bytes: 1_200_000 });
    expect(
      await openRecording(service, vault, await session('inspector', 'qualityInspector'), { recordingId, why }),
    ).toMatchObject({});
    for (const [name, role] of [
      ['li', 'operator'],
      ['dispatcher', 'dispatcher'],
      ['administrator', 'administrator'],
    ] as const)
      expect(await refusalOf(openRecording(service, vault, await session(name, role), { recordingId, why }))).toBe(
        'NOT_PERMITTED',
      );
  });

  it('J5: of a secret order are not for whoever may not see it, nor for the recused', async () => {
    const wang = await session('wang', 'operator');
    const leader = await session('leader', 'shiftSupervisor', true);
    const plain = await session('inspector', 'qualityInspector');
    const { callId, recordingId } = await recorded(wang);
    const orderId = await orderOf(callId, { sensitivity: 'secret' });
    const why = '核对诉求';
    expect(await refusalOf(openRecording(service, vault, plain, { recordingId, why }))).toBe('NOT_PERMITTED');
    expect(await refusalOf(callsOfOrder(service, plain, orderId))).toBe('ORDER_NOT_FOUND');
    expect(await openRecording(service, vault, leader, { recordingId, why })).toMatchObject({});
    expect(await callsOfOrder(service, leader, orderId)).toMatchObject([
      { record: { callId, callerNumber: '138****5521' }, recordings: [{ id: recordingId }] },
    ]);
    await db.write(`UPDATE orders SET data = jsonb_set(data, '{life,recused}', $2::jsonb) WHERE id = $1::uuid`, [
      orderId,
      JSON.stringify([
        {
          accountId: leader.actor.accountId,
          reason: '亲属',
          at: instant(clock.nowMs()),
          by: { accountId: wang.actor.accountId, jobNumber: 'T1', name: '甲' },
        },
      ]),
    ]);
    expect(await refusalOf(openRecording(service, vault, leader, { recordingId, why }))).toBe('NOT_PERMITTED');
  });

  it('Z11: one that was altered on the disk is not played, and nobody is told that it was fine', async () => {
    const wang = await session('wang', 'operator');
    const { recordingId } = await recorded(wang);
    const { file } = (await findRecording(db, recordingId)) ?? { file: null };
    chmodSync(join(folder, file ?? ''), 0o600);
    writeFileSync(join(folder, file ?? ''), randomBytes(5000));
    expect(await refusalOf(openRecording(service, vault, wang, { recordingId, why: '复听' }))).toBe(
      'RECORDING_DAMAGED',
    );
  });

  it('Z11: past their time are deleted with a record; those an open order needs are held until it is archived', async () => {
    const wang = await session('wang', 'operator');
    const [jammed, loose, needed] = [await recorded(wang), await recorded(wang), await recorded(wang)];
    const orderId = await orderOf(needed.callId, {});
    const { file } = (await findRecording(db, loose.recordingId)) ?? { file: null };
    clock.advance(179 * DAY_MS);
    expect(await deletePastRecordings(service, vault)).toBeNull();
    clock.advance(2 * DAY_MS);
    // One whose file cannot be taken away keeps no other beyond its time, and goes in a later round.
    const stays = (await findRecording(db, jammed.recordingId))?.file;
    const stuck: Vault = {
      ...vault,
      remove: (name) => (name === stays ? Promise.reject(new Error('EACCES')) : vault.remove(name)),
    };
    const round = await deletePastRecordings(service, stuck);
    expect(round).toMatchObject({ days: 180, held: 2 });
    expect(await listPurges(db, 5)).toEqual([round]);
    expect((await findRecording(db, jammed.recordingId))?.state).toBe('kept');
    expect(await deletePastRecordings(service, vault)).toMatchObject({ deleted: 1, held: 2 });
    expect(existsSync(join(folder, file ?? ''))).toBe(false);
    expect(await findRecording(db, loose.recordingId)).toMatchObject({ state: 'deleted', file: null });
    expect(await refusalOf(openRecording(service, vault, wang, { recordingId: loose.recordingId, why: '复听' }))).toBe(
      'RECORDING_GONE',
    );
    expect((await callDetail(service, wang, loose.callId)).recordings).toMatchObject([{ state: 'deleted' }]);
    expect(
      await db.read(`SELECT 1 FROM audit WHERE action = 'recording.deleted' AND subject = $1`, [loose.recordingId]),
    ).toHaveLength(1);
    expect((await findRecording(db, needed.recordingId))?.state).toBe('kept');
    await db.write(`UPDATE orders SET data = data || '{"state": "archived"}' WHERE id = $1::uuid`, [orderId]);
    expect(await deletePastRecordings(service, vault)).toMatchObject({ deleted: 1, held: 1 });
  });

  /** An order written in that call. */
  async function orderOf(callId: CallId, request: RequestLike): Promise<OrderId> {
    const person = await addPerson(service, { roles: ['operator'], secret: true });
    const desk = await addDesk(service, person);
    const at = instant(clock.nowMs());
    const call = { source: 'exchange', callId, number: '13800005521', startedAt: at, answeredAt: at, endedAt: null };
    const body = forwarded('u-one', request);
    const command = desk.say({ ...body, payload: { ...z.looseObject({}).parse(body.payload), call } });
    expect(outcomes(await desk.push(command))[0]).toMatch(/^HB/u);
    return command.aggregateId;
  }
});

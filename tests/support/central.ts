import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { insertAccount } from '../../db/central/accounts.ts';
import type { Database } from '../../db/central/database.ts';
import { insertDesk, seenAtDesk } from '../../db/central/desks.ts';
import { openPglite } from '../../db/central/pglite.ts';
import { putSubjects, putUnits } from '../../db/central/reference.ts';
import { hashPassword } from '../../server/access/passwords.ts';
import { tokenHash } from '../../server/access/tokens.ts';
import { deliver, type Answer } from '../../server/commands/deliver.ts';
import type { Service } from '../../server/service.ts';
import { prepareCentre } from '../../server/start-up.ts';
import type { Central, CentralSession } from '../../shared/contract/central.ts';
import { accountIdSchema, deskIdSchema, unitIdSchema, type AccountId, type DeskId } from '../../shared/domain/ids.ts';
import type { RoleId } from '../../shared/domain/people.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import { failureSchema, type FailureCode } from '../../shared/failure.ts';
import { instant, msOf } from '../../shared/instant.ts';
import { packOf } from '../../shared/policy/packs.ts';
import { envelopeSchema, type Envelope } from '../../shared/sync/envelope.ts';
import { migratedFolder } from './migrated-folder.ts';

export type CentralClient = ContractRouterClient<Central>;

/** Saturday 21 November 2026, 10:00 in Beijing. */
export const MORNING_MS = Date.parse('2026-11-21T02:00:00.000Z');

/** A clock that stands until it is moved. */
export interface TestClock {
  readonly nowMs: () => number;
  advance(ms: number): void;
}

export function testClock(startMs = MORNING_MS): TestClock {
  let ms = startMs;
  return {
    nowMs: () => ms,
    advance: (by) => {
      ms += by;
    },
  };
}

/** A migrated database in memory. */
export async function memoryDatabase(): Promise<Database> {
  return openPglite(null, await migratedFolder());
}

/** The centre's inner parts over a database, without doors: two open units, one subject. */
export async function testService(db: Database, nowMs: () => number): Promise<Service> {
  const service: Service = { db, log: pino({ level: 'silent' }), pack: packOf('hebi'), demo: false, nowMs };
  await prepareCentre(service);
  await putUnits(db, [unit('u-one'), unit('u-two'), unit('u-closed', false)]);
  await putSubjects(db, []);
  return service;
}

function unit(id: string, open = true): Unit {
  return {
    id: unitIdSchema.parse(id),
    parentId: null,
    name: `${id}局`,
    shortName: id,
    level: 'department',
    duties: '',
    contacts: [],
    open,
    version: 1,
  };
}

export interface TestPerson {
  readonly id: AccountId;
  readonly jobNumber: string;
}

let people = 0;

/** An account with these roles; `password` costs a derivation, so it is only made where it is used. */
export async function addPerson(
  service: Service,
  options: {
    readonly roles?: readonly RoleId[];
    readonly unit?: string;
    readonly secret?: boolean;
    readonly demo?: boolean;
    readonly password?: string;
  } = {},
): Promise<TestPerson> {
  people += 1;
  const jobNumber = `T${people}`;
  const id = accountIdSchema.parse(randomUUID());
  await insertAccount(service.db, {
    id,
    jobNumber,
    name: `话务员${people}`,
    unitId: options.unit === undefined ? null : unitIdSchema.parse(options.unit),
    secret: options.secret ?? false,
    demo: options.demo ?? false,
    password: options.password === undefined ? '' : await hashPassword(options.password),
    roles: options.roles ?? ['operator'],
    createdAt: instant(service.nowMs()),
  });
  return { id, jobNumber };
}

/** A desk with somebody signed in, that speaks to `deliver` itself. */
export interface TestDesk {
  readonly id: DeskId;
  readonly person: TestPerson;
  /** A command in the desk's next place. */
  say(body: CommandLike): Envelope;
  push(...commands: readonly Envelope[]): Promise<Answer>;
}

export interface CommandLike {
  readonly type: string;
  readonly payload: unknown;
  readonly orderId?: string;
  readonly deskSeq?: number;
  readonly actor?: AccountId;
  readonly recordedMs?: number;
}

const TOKEN = 'desk-token';
let desks = 0;

export async function addDesk(service: Service, person: TestPerson): Promise<TestDesk> {
  const id = deskIdSchema.parse(randomUUID());
  const at = instant(service.nowMs());
  desks += 1;
  const code = desks.toString(36).toUpperCase().padStart(4, '0');
  await insertDesk(service.db, { id, code, name: `座席${code}`, tokenHash: tokenHash(TOKEN) }, at);
  await seenAtDesk(service.db, id, person.id, at);
  let last = 0;
  return {
    id,
    person,
    say: (body) => {
      last = body.deskSeq ?? last + 1;
      return envelope(id, 1, last, person.id, service.nowMs(), body);
    },
    push: async (...commands) => {
      const [answer] = await deliver(service, [
        { credential: { deskId: id, token: TOKEN }, deskId: id, deskEpoch: 1, commands },
      ]);
      if (!answer) throw new Error('no answer');
      return answer;
    },
  };
}

function envelope(
  deskId: DeskId,
  deskEpoch: number,
  deskSeq: number,
  actor: AccountId,
  nowMs: number,
  body: CommandLike,
): Envelope {
  return envelopeSchema.parse({
    commandId: randomUUID(),
    deskId,
    deskEpoch,
    deskSeq,
    aggregateId: body.orderId ?? randomUUID(),
    baseVersion: 0,
    type: body.type,
    typeVersion: 1,
    payload: body.payload,
    actor: body.actor ?? actor,
    recordedAt: instant(body.recordedMs ?? nowMs),
    clockOffset: 0,
  });
}

export interface RequestLike {
  readonly content?: string;
  readonly sensitivity?: 'normal' | 'secret';
  readonly identity?: 'named' | 'anonymous';
  readonly channel?: string;
  readonly category?: string;
  readonly place?: string;
  readonly subjectId?: string;
  readonly urgent?: boolean;
  /** Who is complained of, where it is one of ours. */
  readonly accusedUnit?: string;
  readonly provisionalNumber?: string;
  readonly caller?: { readonly name: string; readonly phone: string; readonly address: string };
}

function taken(request: RequestLike) {
  return {
    request: {
      ...(request.channel === undefined ? {} : { channel: request.channel }),
      category: request.category ?? 'help',
      subjectId: request.subjectId ?? null,
      content: request.content ?? '小区门口的路灯三天不亮了',
      wish: '尽快修好',
      place: request.place ?? '',
      occurredAt: null,
      accused: { unit: '', person: '', unitId: request.accusedUnit ?? null },
      urgent: request.urgent ?? false,
      identity: request.identity ?? 'named',
      sensitivity: request.sensitivity ?? 'normal',
      caller: request.caller ?? { name: '王某', phone: '19900001234', address: '' },
      replyBy: 'phone',
      followUp: true,
      attachments: [],
    },
    call: null,
    articlesRead: [],
    directAttempts: [],
    provisionalNumber: request.provisionalNumber ?? '待编-TEST-0001',
  };
}

/** 即办 */
export function answered(request: RequestLike = {}): CommandLike {
  return {
    type: 'order.answerImmediately',
    payload: { ...taken(request), answer: { text: '已告知报修电话', articles: [] } },
  };
}

/** 转办 */
export function forwarded(unitId: string, request: RequestLike = {}): CommandLike {
  return { type: 'order.forward', payload: { ...taken(request), unitId, note: '' } };
}

/** 催办 */
export function urged(orderId: string): CommandLike {
  return { type: 'order.urge', orderId, payload: { reason: '来电人着急', call: null } };
}

/** 查看个人信息 */
export function looked(orderId: string): CommandLike {
  return { type: 'personal.look', orderId, payload: { field: 'phone', where: '工单详情' } };
}

/** What the outcomes of an answer are, in short: a number, or the code of a refusal. */
export function outcomes(answer: Answer | Awaited<ReturnType<CentralClient['sync']['push']>>): (string | null)[] {
  if ('failure' in answer) return [answer.failure.code];
  return answer.receipts.map(({ outcome }) => (outcome.kind === 'accepted' ? outcome.number : outcome.failure.code));
}

/** A socket to a running centre, with the session and desk of whoever sits there. */
export interface Seat {
  readonly client: CentralClient;
  readonly deskId: DeskId;
  signIn(jobNumber: string, password: string, takeOver?: boolean): Promise<CentralSession>;
  enrol(): Promise<void>;
  say(body: CommandLike): Envelope;
  push(...commands: readonly Envelope[]): ReturnType<CentralClient['sync']['push']>;
  /** The same desk, at another process of the centre. */
  pushTo(centreUrl: string, ...commands: readonly Envelope[]): ReturnType<CentralClient['sync']['push']>;
  close(): void;
}

export function openSeat(centreUrl: string, deskName = '一号座席'): Seat {
  const deskId = deskIdSchema.parse(randomUUID());
  const sockets: WebSocket[] = [];
  const headers: Record<string, string> = {};
  let session: CentralSession | null = null;
  let offsetMs = 0;
  let deskEpoch = 0;
  let last = 0;

  function connect(url: string): CentralClient {
    const websocket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws`);
    sockets.push(websocket);
    return createORPCClient(new RPCLink({ websocket, headers: () => headers }));
  }
  const client = connect(centreUrl);
  return {
    client,
    deskId,
    signIn: async (jobNumber, password, takeOver = false) => {
      session = await client.auth.signIn({ jobNumber, password, deskId, deskName, takeOver });
      headers['authorization'] = `Bearer ${session.token}`;
      offsetMs = msOf((await client.system.info()).now) - Date.now();
      return session;
    },
    enrol: async () => {
      const { token, deskEpoch: epoch } = await client.desk.enrol({ deskId, name: deskName, fresh: false });
      headers['x-desk'] = `${deskId}.${token}`;
      deskEpoch = epoch;
    },
    say: (body) => {
      if (!session) throw new Error('nobody is signed in here');
      last = body.deskSeq ?? last + 1;
      return envelope(deskId, deskEpoch, last, session.actor.accountId, Date.now() + offsetMs, body);
    },
    push: (...commands) => client.sync.push({ deskId, deskEpoch, commands: [...commands] }),
    pushTo: (otherUrl, ...commands) => connect(otherUrl).sync.push({ deskId, deskEpoch, commands: [...commands] }),
    close: () => {
      for (const socket of sockets) socket.close();
    },
  };
}

/** The code a refused call bears, or null where it was not refused. */
export async function refusalOf(call: Promise<unknown>): Promise<FailureCode | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof Error && 'failure' in error) return failureSchema.parse(error.failure).code;
    if (error instanceof Error && 'data' in error) return failureSchema.parse(error.data).code;
    throw error;
  }
}

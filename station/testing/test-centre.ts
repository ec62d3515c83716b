// A small centre for tests of the desk: the contract's own words kept in memory, decided by the same `transition`.
import { implement, ORPCError } from '@orpc/server';
import { RequestHeadersPlugin, type RequestHeadersPluginContext } from '@orpc/server/plugins';
import { RPCHandler } from '@orpc/server/ws';
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { central, type LiveEvent } from '../../shared/contract/central.ts';
import type { TelephonyView } from '../../shared/domain/call.ts';
import type { Rules } from '../../shared/domain/outcome.ts';
import { transition } from '../../shared/domain/transition.ts';
import { FailureError, fail, failure, type Failure } from '../../shared/failure.ts';
import { instant } from '../../shared/instant.ts';
import { SHIPPED_CALENDAR } from '../../shared/policy/calendar.ts';
import { packOf } from '../../shared/policy/packs.ts';
import { bodyOf, type Envelope, type Receipt } from '../../shared/sync/envelope.ts';
import type { Change, Entity, OrderRecord, Row } from '../../shared/sync/feed.ts';
import { CENTRE_ROW } from './centre-row.ts';
import { draftRoutes, newDraftDesk } from './draft-desk.ts';
import { partOf } from './file-parts.ts';
import { noCalls } from './no-calls.ts';
import { REFUSED } from './test-centre-refused.ts';
import type { TestAccount, TestCentre, TestCentreOptions } from './test-centre-types.ts';

interface Desk {
  token: string;
  epoch: number;
  last: number;
  receipts: Map<number, Receipt>;
}

export async function startTestCentre(options: TestCentreOptions): Promise<TestCentre> {
  const nowMs = options.nowMs ?? Date.now;
  const now = () => instant(nowMs());
  const orders = new Map<string, OrderRecord>();
  const rows = new Map<string, Row>();
  const feed: { seq: number; entity: Entity; id: string }[] = [];
  const desks = new Map<string, Desk>();
  const byCommand = new Map<string, Receipt>();
  const sessions = new Map<string, TestAccount>();
  const listeners = new Set<(event: LiveEvent) => void>();
  const taken: Envelope[] = [];
  const pushes: Envelope[][] = [];
  const files = new Map<string, Buffer>();
  const calls: string[] = [];
  const drafts = newDraftDesk();
  let unitOpen = true;
  let epoch = 'first';
  let opened = 0;
  let numbers = 0;
  let loseAnswer = false;
  let intercept: TestCentre['intercept'] = () => undefined;

  const rules: Rules = {
    pack: packOf('hebi'),
    calendar: SHIPPED_CALENDAR,
    unit: (id) => {
      const unit = options.units.find((candidate) => candidate.id === id);
      return unit ? { ...unit, open: unit.open && unitOpen } : null;
    },
    subject: (id) => (options.subjects ?? []).find((subject) => subject.id === id) ?? null,
    related: (id) => orders.get(id)?.order ?? null,
  };

  const head = (): number => feed.at(-1)?.seq ?? 0;
  const put = (row: Row): void => {
    rows.set(`${row.entity} ${row.id}`, row);
    if (row.entity === 'order') orders.set(row.id, row.data);
    feed.push({ seq: head() + 1, entity: row.entity, id: row.id });
  };
  const say = (event: LiveEvent): void => {
    for (const listener of listeners) listener(event);
  };
  put({ entity: 'centre', id: 'centre', version: 1, data: CENTRE_ROW });
  for (const data of options.units) put({ entity: 'unit', id: data.id, version: data.version, data });
  for (const data of options.subjects ?? []) put({ entity: 'subject', id: data.id, version: data.version, data });
  for (const data of options.articles ?? []) put({ entity: 'article', id: data.id, version: data.version, data });

  function take(envelope: Envelope): Receipt {
    const account = options.accounts.find(({ actor }) => actor.accountId === envelope.actor);
    const command = bodyOf(envelope);
    const before = orders.get(envelope.aggregateId) ?? null;
    const outcome =
      account && command
        ? transition({
            order: before?.order ?? null,
            orderId: envelope.aggregateId,
            command,
            actor: account.actor,
            rules,
            nowMs: nowMs(),
          })
        : { ok: false as const, failure: failure(account ? 'COMMAND_TYPE_UNKNOWN' : 'ACCOUNT_DISABLED') };
    const base = { commandId: envelope.commandId, deskSeq: envelope.deskSeq, at: now() };
    if (!outcome.ok) return { ...base, outcome: { kind: 'refused', failure: outcome.failure }, serverSeq: head() };
    taken.push(envelope);
    if (!outcome.order) return { ...base, outcome: { kind: 'accepted', version: 0, number: null }, serverSeq: head() };
    const version = (before?.order.version ?? 0) + 1;
    const number = outcome.order.number ?? `HB2611-${String((numbers += 1)).padStart(6, '0')}`;
    const order = { ...outcome.order, version, number };
    put({
      entity: 'order',
      id: order.id,
      version,
      data: { order, history: [...(before?.history ?? []), ...outcome.history] },
    });
    return { ...base, outcome: { kind: 'accepted', version, number }, serverSeq: head() };
  }

  const os = implement(central)
    .$context<RequestHeadersPluginContext>()
    .use(async ({ next, path }) => {
      try {
        calls.push(path.join('.'));
        await intercept(path.join('.'));
        return await next();
      } catch (error) {
        if (error instanceof FailureError)
          throw new ORPCError('FAILURE', { status: 422, message: error.failure.code, data: error.failure });
        throw error;
      }
    });
  const tokenOf = (headers: Headers | undefined): string =>
    (headers?.get('authorization') ?? '').replace('Bearer ', '');
  const account = (headers: Headers | undefined): TestAccount =>
    sessions.get(tokenOf(headers)) ?? fail(tokenOf(headers) ? 'SESSION_EXPIRED' : 'NOT_SIGNED_IN');
  const deskOf = (headers: Headers | undefined): Desk => {
    const [id = '', token] = (headers?.get('x-desk') ?? '').split('.');
    const desk = desks.get(id);
    return desk && desk.token === token ? desk : fail('DESK_UNKNOWN');
  };
  const idle: TelephonyView = {
    agent: { state: 'signedOut', since: now(), restReason: null, wrapUpEndsAt: null },
    call: null,
    queue: { waiting: 0, longestSince: null, agentsReady: 0 },
    supervisors: [],
    help: null,
    phone: null,
    at: now(),
  };

  const router = os.router({
    system: {
      info: os.system.info.handler(() => ({
        version: '1',
        protocol: 1,
        protocolFloor: options.protocolFloor?.() ?? 1,
        city: 'hebi',
        name: CENTRE_ROW.name,
        demo: true,
        phoneUrl: null,
        now: now(),
      })),
    },
    auth: {
      signIn: os.auth.signIn.handler(({ input }) => {
        const found = options.accounts.find(({ actor }) => actor.jobNumber === input.jobNumber);
        if (!found || found.password !== input.password) return fail('BAD_CREDENTIALS');
        if (input.inPlaceOf !== undefined) sessions.delete(input.inPlaceOf);
        opened += 1;
        const token = `session-${opened}`;
        sessions.set(token, found);
        return {
          token,
          actor: found.actor,
          expiresAt: instant(nowMs() + 12 * 3600_000),
          leaseUntil: instant(nowMs() + (options.leaseMs ?? 7 * 86_400_000)),
        };
      }),
      self: os.auth.self.handler(({ context }) => ({ actor: account(context.reqHeaders).actor })),
      signOut: os.auth.signOut.handler(({ context }) => {
        sessions.delete(tokenOf(context.reqHeaders));
        return {};
      }),
      changePassword: os.auth.changePassword.handler(({ input, context }) => {
        const found = account(context.reqHeaders);
        found.password = found.password === input.current ? input.next : fail('BAD_CREDENTIALS');
        return {};
      }),
    },
    desk: {
      enrol: os.desk.enrol.handler(({ input, context }) => {
        account(context.reqHeaders);
        const before = desks.get(input.deskId);
        const desk = {
          token: `desk-${desks.size}-${(before?.epoch ?? 0) + 1}`,
          epoch: (before?.epoch ?? 0) + 1,
          last: 0,
          receipts: new Map<number, Receipt>(),
        };
        desks.set(input.deskId, desk);
        return { token: desk.token, deskEpoch: desk.epoch, code: '7K2M' };
      }),
    },
    sync: {
      push: os.sync.push.handler(({ input, context }) => {
        const desk = deskOf(context.reqHeaders);
        if (input.deskEpoch !== desk.epoch) fail('DESK_UNKNOWN');
        pushes.push(input.commands);
        const receipts: Receipt[] = [];
        let expected: number | null = null;
        for (const envelope of input.commands) {
          if (envelope.deskSeq > desk.last + 1) {
            expected = desk.last + 1;
            break;
          }
          const known = byCommand.get(envelope.commandId) ?? desk.receipts.get(envelope.deskSeq);
          const receipt = known ? { ...known, deskSeq: envelope.deskSeq } : take(envelope);
          byCommand.set(envelope.commandId, receipt);
          desk.receipts.set(envelope.deskSeq, receipt);
          desk.last = Math.max(desk.last, envelope.deskSeq);
          receipts.push(receipt);
        }
        if (loseAnswer) {
          loseAnswer = false;
          for (const client of sockets.clients) client.terminate();
        }
        setImmediate(() => {
          say({ type: 'head', head: head() });
        });
        return { receipts, expected, now: now() };
      }),
      attach: os.sync.attach.handler(({ input, context }) => {
        deskOf(context.reqHeaders);
        const held = files.get(input.id) ?? Buffer.alloc(0);
        const grown = Buffer.concat([held.subarray(0, input.offset), Buffer.from(input.chunk, 'base64')]);
        const whole = grown.length >= input.size;
        if (whole && createHash('sha256').update(grown).digest('hex') !== input.sha256) {
          files.delete(input.id);
          return { received: 0 };
        }
        files.set(input.id, grown);
        return { received: grown.length };
      }),
      pull: os.sync.pull.handler(({ input, context }) => {
        account(context.reqHeaders);
        if (input.protocol < (options.protocolFloor?.() ?? 1)) fail('DESK_TOO_OLD');
        if (input.epoch !== epoch)
          return { kind: 'resync' as const, reason: input.epoch === null ? ('first' as const) : ('epoch' as const) };
        const steps = feed.filter(({ seq }) => seq > input.cursor).slice(0, 3);
        const changes = steps.map(({ seq, entity, id }): Change => {
          const row = rows.get(`${entity} ${id}`);
          return row ? { op: 'put', seq, row } : { op: 'drop', seq, entity, id };
        });
        const cursor = steps.at(-1)?.seq ?? input.cursor;
        return { kind: 'changes' as const, changes, cursor, head: head(), more: cursor < head(), now: now() };
      }),
      snapshot: os.sync.snapshot.handler(({ input, context }) => {
        account(context.reqHeaders);
        const all = [...rows.values()]
          .filter((row) => row.entity === input.entity)
          .toSorted((one, other) => one.id.localeCompare(other.id));
        const page = all.filter((row) => input.after === null || row.id > input.after).slice(0, 2);
        const last = page.at(-1);
        const next = last && last.id !== all.at(-1)?.id ? last.id : null;
        return { rows: page, next, head: head(), epoch, total: all.length };
      }),
    },
    live: {
      events: os.live.events.handler(async function* ({ context, signal }) {
        account(context.reqHeaders);
        const waiting: LiveEvent[] = [
          { type: 'head', head: head() },
          { type: 'telephony', view: idle },
        ];
        let wake = (): void => undefined;
        const listener = (event: LiveEvent): void => {
          waiting.push(event);
          wake();
        };
        listeners.add(listener);
        signal?.addEventListener('abort', () => {
          wake();
        });
        try {
          for (;;) {
            if (signal?.aborted === true) return;
            yield* waiting.splice(0);
            if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
          }
        } finally {
          listeners.delete(listener);
        }
      }),
    },
    telephony: {
      view: os.telephony.view.handler(() => idle),
      command: os.telephony.command.handler(({ input }): TelephonyView => {
        const state = input.type === 'ready' ? 'ready' : 'busy';
        return { ...idle, agent: { ...idle.agent, state } };
      }),
    },
    phone: { access: os.phone.access.handler(() => null) },
    floor: REFUSED.floor,
    hall: REFUSED.hall,
    knowledge: { ...REFUSED.knowledge, file: os.knowledge.file.handler(({ input }) => partOf(files, input)) },
    draftHandover: draftRoutes(drafts),
    ...REFUSED.figures,
    people: REFUSED.people,
    calls: noCalls(),
    models: REFUSED.models,
    wording: REFUSED.wording,
    office: {
      setCatalogue: os.office.setCatalogue.handler(({ input, context }) => {
        const { actor } = account(context.reqHeaders);
        const { subjectId: id, unitId, note } = input;
        if (unitId === null) return null;
        const updatedBy = { accountId: actor.accountId, jobNumber: actor.jobNumber, name: actor.name };
        const entry = { id, version: 1, unitId, note, updatedBy, updatedAt: now() };
        put({ entity: 'catalogue', id, version: 1, data: entry });
        say({ type: 'head', head: head() });
        return entry;
      }),
      ...REFUSED.office,
    },
  });

  const handler = new RPCHandler(router, { plugins: [new RequestHeadersPlugin<RequestHeadersPluginContext>()] });
  let sockets: WebSocketServer;
  let server: Server;
  let port = 0;
  async function up(): Promise<void> {
    server = createServer();
    sockets = new WebSocketServer({ server, path: '/ws' });
    sockets.on('connection', (socket) => {
      void handler.upgrade(socket, { context: {} });
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
  }
  await up();

  return {
    url: `http://127.0.0.1:${port}`,
    orders,
    taken,
    pushes,
    files,
    calls,
    drafts,
    signedIn: () => [...sessions.values()].map(({ actor }) => actor.jobNumber),
    setActor: (actor) => {
      for (const one of options.accounts) if (one.actor.accountId === actor.accountId) one.actor = actor;
    },
    get unitOpen() {
      return unitOpen;
    },
    set unitOpen(open) {
      unitOpen = open;
    },
    get intercept() {
      return intercept;
    },
    set intercept(next) {
      intercept = next;
    },
    loseNextAnswer: () => {
      loseAnswer = true;
    },
    forget: () => {
      epoch = `${epoch} again`;
      desks.clear();
      byCommand.clear();
      orders.clear();
      for (const [key, row] of rows) if (row.entity === 'order') rows.delete(key);
    },
    put: (row) => {
      put(row);
      say({ type: 'head', head: head() });
    },
    drop: (entity, id) => {
      rows.delete(`${entity} ${id}`);
      feed.push({ seq: head() + 1, entity, id });
      say({ type: 'head', head: head() });
    },
    say,
    down: async () => {
      for (const client of sockets.clients) client.terminate();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
    up,
  };
}

/** For tests that refuse on purpose. */
export function refusing(path: string, reason: Failure): (called: string) => void {
  return (called) => {
    if (called === path) throw new FailureError(reason);
  };
}

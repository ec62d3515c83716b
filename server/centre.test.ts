import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPglite } from '../db/central/pglite.ts';
import type { LiveEvent } from '../shared/contract/central.ts';
import { attachmentIdSchema } from '../shared/domain/ids.ts';
import { answered, openSeat, outcomes, refusalOf, type Seat } from '../tests/support/central.ts';
import { startCentre, type Centre } from './centre.ts';
import { PROTOCOL } from '../shared/sync/protocol.ts';
import { DEMO_PASSWORD } from './demo/accounts.ts';

const log = pino({ level: 'silent' });
const START_MS = 300_000;

describe('the centre, through its door', () => {
  let folder: string;
  let centre: Centre;
  const seats: Seat[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hotline-centre-'));
    centre = await start(true);
  }, START_MS);
  afterAll(async () => {
    for (const seat of seats) seat.close();
    await centre.stop();
    rmSync(folder, { recursive: true });
  }, START_MS);

  const start = (demo: boolean) =>
    startCentre({
      databaseUrl: null,
      dataDir: folder,
      host: '127.0.0.1',
      port: 0,
      city: 'hebi',
      demo,
      log,
      telephony: null,
    });
  const seat = (name?: string): Seat => {
    const opened = openSeat(centre.url, name);
    seats.push(opened);
    return opened;
  };
  const seated = async (jobNumber: string): Promise<Seat> => {
    const opened = seat();
    await opened.signIn(jobNumber, DEMO_PASSWORD, true);
    await opened.enrol();
    return opened;
  };
  /** Reads on without ending the stream, as `for await` would. */
  const until = async (events: AsyncIterator<LiveEvent>, type: LiveEvent['type']): Promise<LiveEvent> => {
    for (;;) {
      const step = await events.next();
      if (step.done) throw new Error(`the stream ended without ${type}`);
      if (step.value.type === type) return step.value;
    }
  };

  it('tells anybody who it is, and nobody anything else', async () => {
    const { client } = seat();
    expect(await client.system.info()).toMatchObject({ city: 'hebi', demo: true, protocol: PROTOCOL });
    expect(await refusalOf(client.sync.pull({ cursor: 0, epoch: null, protocol: PROTOCOL }))).toBe('NOT_SIGNED_IN');
    expect(await refusalOf(client.people.list())).toBe('NOT_SIGNED_IN');
    expect(await refusalOf(client.telephony.view())).toBe('NOT_SIGNED_IN');
  });

  it('takes a command, tells the other desks at once, and feeds it to them', async () => {
    const [first, second] = [await seated('1001'), await seated('1002')];
    const { head, epoch } = await second.client.sync.snapshot({ entity: 'centre', after: null, protocol: PROTOCOL });
    const events = await second.client.live.events();
    expect(await until(events, 'head')).toEqual({ type: 'head', head });
    const command = first.say(answered());
    const { receipts } = await first.push(command);
    expect(await until(events, 'head')).toEqual({ type: 'head', head: receipts.at(0)?.serverSeq });
    const pulled = await second.client.sync.pull({ cursor: head, epoch, protocol: PROTOCOL });
    expect(pulled).toMatchObject({ kind: 'changes', changes: [{ op: 'put', row: { id: command.aggregateId } }] });
  });

  it('lets a desk deliver after its person has signed out, in their name', async () => {
    const operator = await seated('1003');
    const command = operator.say(answered());
    await operator.client.auth.signOut();
    expect(outcomes(await operator.push(command))).toEqual([expect.stringMatching(/^HB\d{4}-\d{6}$/)]);
  });

  it('tells the desk that is taken over, and ends its stream', async () => {
    const older = await seated('1004');
    const events = await older.client.live.events();
    await until(events, 'head');
    await seated('1004');
    expect(await until(events, 'sessionEnded')).toMatchObject({ failure: { code: 'SESSION_TAKEN_OVER' } });
    expect((await events.next()).done).toBe(true);
    expect(await refusalOf(older.client.telephony.view())).toBe('SESSION_TAKEN_OVER');
  });

  it('takes an attachment in chunks, once each, and checks what arrived', async () => {
    const operator = await seated('1005');
    const id = attachmentIdSchema.parse(crypto.randomUUID());
    const bytes = Buffer.from('一份附件的内容'.repeat(1000));
    const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
    const chunk = async (offset: number, part: Buffer) =>
      (await operator.client.sync.attach({ id, sha256, size: bytes.length, offset, chunk: part.toString('base64') }))
        .received;
    expect(await chunk(0, bytes.subarray(0, 4000))).toBe(4000);
    expect(await chunk(0, bytes.subarray(0, 4000))).toBe(4000);
    expect(await chunk(9000, bytes.subarray(9000))).toBe(4000);
    expect(await chunk(4000, Buffer.alloc(bytes.length - 4000))).toBe(0);
    expect(await chunk(0, bytes)).toBe(bytes.length);
  });

  it('lets only those manage people who may, and tells what was wrong', async () => {
    const operator = await seated('1006');
    const administrator = await seated('1901');
    expect(await refusalOf(operator.client.people.list())).toBe('NOT_PERMITTED');
    const person = { jobNumber: '7001', name: '新来的', unitId: null, roles: ['operator' as const], secret: false };
    expect(await refusalOf(administrator.client.people.create({ ...person, password: 'kurz1' }))).toBe(
      'PASSWORD_TOO_WEAK',
    );
    const made = await administrator.client.people.create({ ...person, password: 'lang-genug-1' });
    expect(made).toMatchObject({ jobNumber: '7001', roles: ['operator'], demo: false });
    expect(await refusalOf(administrator.client.people.create({ ...person, password: 'lang-genug-1' }))).toBe(
      'INVALID_INPUT',
    );
    const newcomer = seat();
    await newcomer.signIn('7001', 'lang-genug-1');
    const events = await newcomer.client.live.events();
    await administrator.client.people.setRoles({ id: made.id, roles: ['handler'], unitId: null, secret: false });
    expect(await until(events, 'grantsChanged')).toEqual({ type: 'grantsChanged' });
    expect((await newcomer.client.auth.self()).actor).toMatchObject({ jobNumber: '7001', roles: ['handler'] });
  });

  it('says which field was not understood', async () => {
    const answer = await fetch(`${centre.url}/api/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jobNumber: '!', password: 'x', deskId: 'x', deskName: '', takeOver: false }),
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ data: { code: 'INVALID_INPUT', detail: 'jobNumber' } });
  });

  it('answers the machines around it: health, metrics, the interface and its page', async () => {
    const get = async (path: string) => {
      const answer = await fetch(`${centre.url}${path}`);
      return { status: answer.status, headers: answer.headers, body: await answer.text() };
    };
    expect((await get('/health')).body).toContain('"status":"ok"');
    expect((await get('/metrics')).body).toMatch(/^hotline_commands_total\{outcome="accepted"\} \d+$/m);
    expect(JSON.parse((await get('/api/openapi.json')).body)).toMatchObject({ paths: { '/sync/push': {} } });
    const page = await get('/api/docs');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.body).not.toMatch(/<script|https?:\/\//);
    expect((await get('/nowhere')).status).toBe(404);
  });

  it.each([
    ['another site', '/ws', 'https://elsewhere.example', 403],
    ['another path', '/else', undefined, 404],
  ])('opens no socket to %s', async (_what, path, origin, status) => {
    const headers = { connection: 'Upgrade', upgrade: 'websocket', ...(origin === undefined ? {} : { origin }) };
    const statusCode = new Promise((resolve, reject) => {
      request(`${centre.url}${path}`, { headers })
        .on('response', (response) => resolve(response.statusCode))
        .on('error', reject)
        .end();
    });
    expect(await statusCode).toBe(status);
  });

  it('lets nobody else near its folder, and opens it again after a stop', async () => {
    await expect(openPglite(folder)).rejects.toThrow('CENTRE_FOLDER_IN_USE');
    await centre.stop();
    centre = await start(true);
    expect((await fetch(`${centre.url}/health`)).status).toBe(200);
  });

  it('does not start in earnest on a demo database', async () => {
    await centre.stop();
    await expect(start(false)).rejects.toThrow('DEMO_ACCOUNT_REFUSED');
    centre = await start(true);
  });
});

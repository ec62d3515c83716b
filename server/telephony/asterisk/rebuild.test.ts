import { describe, expect, it } from 'vitest';
import { accountIdSchema, callIdSchema, type AccountId } from '../../../shared/domain/ids.ts';
import { instant } from '../../../shared/instant.ts';
import * as law from '../call-model.ts';
import type { ExchangeCall, ExchangeEvent, Snapshot } from '../port.ts';
import { createFloor } from './floor.ts';
import { AriError, type AriLink } from './link.ts';
import type { KeptAgent, KeptCall, Memory } from './memory.ts';
import { createPhones } from './phones.ts';
import { rebuild } from './rebuild.ts';

const WANG = accountIdSchema.parse('00000000-0000-7000-8000-000000001007');
const AT = instant(1_763_800_000_000);
const NOW_MS = 1_763_800_060_000;

const queued = law.incoming(callIdSchema.parse('c.1'), '13800005521', '12345', AT);
const talking = law.answered(law.ringing(queued, WANG, AT), WANG, AT);

const stasis = (data: string) => ({ app_name: 'Stasis', app_data: `hotline,${data}` });
const CALLER = { ...lineOf('c.1'), dialplan: stasis('inbound,12345,') };
const OPERATOR = { ...lineOf('c.1-2'), dialplan: stasis('leg') };

function lineOf(id: string) {
  const creationtime = '2025-11-22T08:26:40.000+0000';
  return { id, name: `PJSIP/${id}`, state: 'Up', caller: { number: '13800005521' }, creationtime };
}

interface Exchange {
  readonly channels: readonly object[];
  readonly bridges?: readonly { readonly id: string; readonly channels: readonly string[] }[];
  readonly calls?: readonly KeptCall[];
  readonly agents?: readonly [AccountId, KeptAgent][];
  readonly startedMs?: number;
}

/** What an exchange in this state is taken for after a link, and what it is then told. */
async function rebuilt({ channels, bridges = [], calls = [], agents = [], startedMs = 0 }: Exchange) {
  const said: string[] = [];
  const answers: Readonly<Record<string, unknown>> = {
    channels,
    bridges: bridges.map((bridge) => ({ name: 'hotline', ...bridge })),
    'endpoints/PJSIP': [{ technology: 'PJSIP', resource: '8001', state: 'online' }],
    'recordings/stored': [],
  };
  const link: AriLink = {
    start: () => undefined,
    request(method, uri) {
      if (method === 'GET') return Promise.resolve(answers[uri] ?? []);
      said.push(`${method} ${uri}`);
      return Promise.resolve(null);
    },
    download: () => Promise.reject(new AriError(404, 'none')),
    isUp: () => true,
    stop: () => Promise.resolve(),
  };
  const memory: Memory = {
    keepCall: () => Promise.resolve(),
    forgetCall: () => undefined,
    keepAgent: () => Promise.resolve(),
    forgetAgent: () => Promise.resolve(),
    read: () => Promise.resolve({ calls, agents: new Map(agents) }),
  };
  const events: ExchangeEvent[] = [];
  const floor = createFloor({
    link,
    memory,
    phones: createPhones(link, null, { media: null }),
    log: { warn: () => undefined },
    emit: (event) => events.push(event),
    nowMs: () => NOW_MS,
    app: 'hotline',
    line: 'PJSIP/{number}@line',
  });
  floor.startedMs = startedMs;
  await rebuild(floor);
  const [up] = events;
  if (up?.type !== 'link' || up.state !== 'up') throw new Error('the link did not come up first');
  return { snapshot: up.snapshot satisfies Snapshot, said, floor };
}

function kept(call: ExchangeCall): KeptCall {
  return { call, channels: { 'c.1/1': 'c.1', 'c.1/2': 'c.1-2' }, take: null };
}

describe('after a link', () => {
  it('a talk that goes on is as it was, and is not touched where nothing has to be', async () => {
    const bridges = [{ id: 'c.1-main', channels: ['c.1', 'c.1-2'] }];
    const { snapshot, said } = await rebuilt({ channels: [CALLER, OPERATOR], bridges, calls: [kept(talking)] });
    expect(snapshot.calls).toMatchObject([{ callId: 'c.1', state: 'talking', agent: WANG }]);
    expect(said).toEqual(['POST channels/c.1/variable?variable=TIMEOUT(absolute)&value=0']);
  });

  it('a caller who hung up meanwhile has ended at a time nobody knows, and leaves no line behind', async () => {
    const { snapshot, said } = await rebuilt({ channels: [OPERATOR], calls: [kept(talking)] });
    expect(snapshot.calls).toMatchObject([{ callId: 'c.1', state: 'ended', endedBy: 'caller', endedAt: null }]);
    expect(said).toContain('DELETE channels/c.1-2?reason_code=16');
  });

  it('a caller whom the dialplan has taken back is no call of ours any more, and keeps their line', async () => {
    const taken = { ...CALLER, dialplan: { app_name: 'Queue', app_data: 'hotline-alone,,,,10' } };
    const call = { ...kept(queued), channels: { 'c.1/1': 'c.1' } };
    const { snapshot, said, floor } = await rebuilt({ channels: [taken], calls: [call] });
    expect(snapshot.calls).toMatchObject([{ callId: 'c.1', state: 'ended', endedAt: null }]);
    expect(said).toEqual([]);
    expect(floor.sessions.size).toBe(0);
  });

  it('whoever was handed over again is another call than the one that ended', async () => {
    const again = { ...CALLER, dialplan: stasis('inbound,12345,1') };
    const { snapshot } = await rebuilt({ channels: [again] });
    expect(snapshot.calls).toMatchObject([{ callId: 'c.1r1', state: 'queued', callerNumber: '13800005521' }]);
  });

  it('lines and bridges of nobody’s call are taken down; strangers’ are left alone', async () => {
    const stranger = { ...lineOf('x.9'), dialplan: { app_name: 'Dial', app_data: '' } };
    const bridges = [{ id: 'c.7-main', channels: [] }];
    const { said } = await rebuilt({ channels: [{ ...OPERATOR, id: 'c.7-2' }, stranger], bridges });
    expect(said.toSorted()).toEqual(['DELETE bridges/c.7-main', 'DELETE channels/c.7-2']);
  });

  it('operators are who was kept, and a phone is there where the exchange says so', async () => {
    const agents: [AccountId, KeptAgent][] = [
      [WANG, { state: { state: 'ready' }, device: { kind: 'desk', extension: '8001' } }],
    ];
    const { snapshot } = await rebuilt({ channels: [], agents });
    expect(snapshot.agents).toEqual([{ agent: WANG, state: { state: 'ready' } }]);
    expect(snapshot.devices).toEqual([{ agent: WANG, state: 'online' }]);
  });

  it('a phone that the exchange has not found is gone, unless it has only just been started', async () => {
    const agents: [AccountId, KeptAgent][] = [
      [WANG, { state: { state: 'ready' }, device: { kind: 'desk', extension: '8002' } }],
    ];
    expect((await rebuilt({ channels: [], agents })).snapshot.devices).toEqual([{ agent: WANG, state: 'offline' }]);
    const fresh = await rebuilt({ channels: [], agents, startedMs: NOW_MS - 5000 });
    expect(fresh.snapshot.devices).toEqual([]);
  });
});

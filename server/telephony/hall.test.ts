import { describe, expect, it } from 'vitest';
import { agentId, startShift } from './test-support/shift.ts';

const wang = agentId(1007);
const li = agentId(1008);
const caller = '13800005521';
const patient = { patienceMs: 600_000 };

describe('an operator', () => {
  it('is not signed in until they say so, and 签入 gives 示忙', async () => {
    const { hall, says } = await startShift();
    expect(hall.view(wang).agent.state).toBe('signedOut');
    expect((await says(wang, 'signIn')).agent.state).toBe('busy');
  });

  it('answers, talks, hangs up, wraps up and is ready again by themselves', async () => {
    const { clock, exchange, hall, records, says, signInReady } = await startShift();
    await signInReady(wang);
    const callId = exchange.placeCall(caller, patient);
    await clock.pass(0);
    expect(hall.view(wang)).toMatchObject({ agent: { state: 'ringing' }, call: { callId, state: 'ringing' } });

    await clock.pass(4000);
    const talking = await says(wang, 'answer');
    expect(talking).toMatchObject({ agent: { state: 'talking' }, call: { callId, state: 'talking', muted: false } });

    await clock.pass(60_000);
    const ended = await says(wang, 'hangUp');
    expect(ended).toMatchObject({ agent: { state: 'wrapUp' }, call: { callId, state: 'ended', endedBy: 'agent' } });
    expect(records).toMatchObject([{ callId, callerNumber: caller, agentId: wang, outcome: 'answered' }]);

    await clock.pass(29_000);
    expect(hall.view(wang).agent.state).toBe('wrapUp');
    await clock.pass(1000);
    expect(hall.view(wang)).toMatchObject({ agent: { state: 'ready' }, call: null });
  });

  it('extends wrap-up and ends it early', async () => {
    const { clock, exchange, hall, says, signInReady } = await startShift();
    await signInReady(wang);
    exchange.placeCall(caller, patient);
    await clock.pass(0);
    await says(wang, 'answer');
    await says(wang, 'hangUp');
    const before = hall.view(wang).agent.wrapUpEndsAt ?? '';
    const extended = await says(wang, 'extendWrapUp');
    expect(Date.parse(extended.agent.wrapUpEndsAt ?? '') - Date.parse(before)).toBe(60_000);
    await clock.pass(45_000);
    expect(hall.view(wang).agent.state).toBe('wrapUp');
    expect((await says(wang, 'endWrapUp')).agent.state).toBe('ready');
    await clock.pass(120_000);
    expect(hall.view(wang).agent.state).toBe('ready');
  });

  it('rests with a reason, and is not rung while resting', async () => {
    const { clock, exchange, hall, says, signInReady } = await startShift();
    await signInReady(wang);
    expect((await says(wang, 'rest')).agent).toMatchObject({ state: 'rest', restReason: 'meal' });
    exchange.placeCall(caller, patient);
    await clock.pass(1000);
    expect(hall.view(wang)).toMatchObject({ agent: { state: 'rest' }, queue: { waiting: 1 } });
    await says(wang, 'ready');
    expect(hall.view(wang).agent).toMatchObject({ state: 'ringing', restReason: null });
  });

  it('cannot sign out, rest or be ready in the middle of a call', async () => {
    const { clock, exchange, refusal, says, signInReady } = await startShift();
    await signInReady(wang);
    exchange.placeCall(caller, patient);
    await clock.pass(0);
    expect(await refusal(wang, 'signOut')).toBe('AGENT_STATE');
    await says(wang, 'answer');
    for (const command of ['signOut', 'ready', 'busy', 'rest', 'extendWrapUp', 'endWrapUp'] as const)
      expect(await refusal(wang, command)).toBe('AGENT_STATE');
  });

  it('is refused what the call does not allow, each with its own code', async () => {
    const { clock, exchange, refusal, says, signInReady } = await startShift();
    expect(await refusal(wang, 'answer')).toBe('AGENT_STATE');
    await signInReady(wang);
    expect(await refusal(wang, 'answer')).toBe('CALL_GONE');
    exchange.placeCall(caller, patient);
    await clock.pass(0);
    expect(await refusal(wang, 'hold')).toBe('CALL_STATE');
    await says(wang, 'answer');
    for (const command of ['answer', 'retrieve', 'unmute', 'toggle', 'conference', 'completeTransfer'] as const)
      expect(await refusal(wang, command)).toBe('CALL_STATE');
    await says(wang, 'hangUp');
    expect(await refusal(wang, 'hangUp')).toBe('CALL_GONE');
  });

  it('signs in again after a reload without losing state or call', async () => {
    const { clock, exchange, says, signInReady } = await startShift();
    await signInReady(wang);
    exchange.placeCall(caller, patient);
    await clock.pass(0);
    await says(wang, 'answer');
    expect((await says(wang, 'signIn')).agent.state).toBe('talking');
  });

  it('signs out and is told nothing more', async () => {
    const { clock, exchange, hall, says, signInReady, views } = await startShift();
    await signInReady(wang);
    expect((await says(wang, 'signOut')).agent.state).toBe('signedOut');
    const told = views.length;
    exchange.placeCall(caller, patient);
    await clock.pass(1000);
    expect(views).toHaveLength(told);
    expect(hall.view(wang).queue.waiting).toBe(1);
  });
});

describe('the distribution', () => {
  it('rings the operator who has been idle longest', async () => {
    const { clock, exchange, hall, says, signInReady } = await startShift();
    await signInReady(wang, li);
    await says(wang, 'busy');
    await clock.pass(1000);
    await says(wang, 'ready');
    exchange.placeCall(caller, patient);
    await clock.pass(0);
    expect(hall.view(li).agent.state).toBe('ringing');
    expect(hall.view(wang).agent.state).toBe('ready');
  });

  it('sets an operator who does not answer 示忙 and moves the call on, ahead of later callers', async () => {
    const { clock, exchange, hall, says, signInReady } = await startShift();
    await signInReady(wang);
    const first = exchange.placeCall(caller, patient);
    await clock.pass(1000);
    exchange.placeCall('13900000000', patient);
    await clock.pass(19_000);
    expect(hall.view(wang)).toMatchObject({ agent: { state: 'busy' }, call: null, queue: { waiting: 2 } });
    await signInReady(li);
    expect(hall.view(li).call?.callId).toBe(first);
    await says(li, 'answer');
    expect(hall.view(li).call).toMatchObject({ callId: first, state: 'talking' });
  });

  it('moves a call on at once when the operator rejects it', async () => {
    const { clock, exchange, hall, says, signInReady } = await startShift();
    await signInReady(wang, li);
    const callId = exchange.placeCall(caller, patient);
    await clock.pass(0);
    await says(wang, 'hangUp');
    expect(hall.view(wang).agent.state).toBe('busy');
    expect(hall.view(li).call?.callId).toBe(callId);
  });

  it('records an abandoned call with its waiting time, and gives its operator back their place', async () => {
    const { clock, exchange, hall, records, signInReady } = await startShift();
    await signInReady(wang, li);
    exchange.placeCall(caller, { patienceMs: 7000 });
    await clock.pass(7000);
    expect(records).toHaveLength(1);
    const [record] = records;
    expect(record).toMatchObject({ outcome: 'abandoned', agentId: null, answeredAt: null });
    expect(Date.parse(record?.endedAt ?? '') - Date.parse(record?.queuedAt ?? '')).toBe(7000);
    expect(hall.view(wang)).toMatchObject({ agent: { state: 'ready' }, call: null });
    exchange.placeCall(caller, patient);
    await clock.pass(0);
    expect(hall.view(wang).agent.state).toBe('ringing');
  });

  it('leaves the picking to an exchange that does it itself', async () => {
    const { clock, exchange, signInReady } = await startShift({
      port: (own) => ({ ...own, capabilities: { ...own.capabilities, acd: 'vendor' } }),
    });
    await signInReady(wang);
    exchange.placeCall(caller, patient);
    await clock.pass(1000);
    expect(exchange.calls()).toMatchObject([{ state: 'queued', agent: null }]);
  });

  it('tells everybody the counters, gathered, and with the longest waiting', async () => {
    const { clock, exchange, hall, says, views } = await startShift();
    await says(wang, 'signIn');
    await says(li, 'signIn');
    await clock.pass(1000);
    views.length = 0;
    exchange.placeCall('13800000001', patient);
    const since = hall.view(wang).queue.longestSince;
    exchange.placeCall('13800000002', patient);
    exchange.placeCall('13800000003', patient);
    await clock.pass(1000);
    expect(views.map(({ agent }) => agent).toSorted()).toEqual([wang, li].toSorted());
    expect(views.at(-1)?.view.queue).toEqual({ waiting: 3, longestSince: since, agentsReady: 0 });
    expect(since).not.toBeNull();
  });
});

describe('a desk that is lost', () => {
  it('takes a ready operator out, and passes on a call that was ringing there', async () => {
    const { clock, exchange, hall, signInReady } = await startShift();
    await signInReady(wang, li);
    hall.deskGone(wang);
    expect(hall.view(wang).agent.state).toBe('busy');
    const callId = exchange.placeCall(caller, patient);
    await clock.pass(0);
    expect(hall.view(li).agent.state).toBe('ringing');
    hall.deskGone(li);
    await clock.pass(0);
    expect(hall.view(li)).toMatchObject({ agent: { state: 'busy' }, call: null });
    expect(exchange.calls()).toMatchObject([{ callId, state: 'queued' }]);
  });

  it('lets the call go on, and is not made ready by the end of wrap-up', async () => {
    const { clock, exchange, hall, says, signInReady } = await startShift();
    await signInReady(wang);
    const callId = exchange.placeCall(caller, patient);
    await clock.pass(0);
    await says(wang, 'answer');
    hall.deskGone(wang);
    await clock.pass(60_000);
    expect(hall.view(wang)).toMatchObject({ agent: { state: 'talking' }, call: { state: 'talking' } });
    exchange.callerHangsUp(callId);
    await clock.pass(30_000);
    expect(hall.view(wang).agent.state).toBe('busy');
  });

  it('that comes back is ready after wrap-up as usual', async () => {
    const { clock, exchange, hall, says, signInReady } = await startShift();
    await signInReady(wang);
    exchange.placeCall(caller, patient);
    await clock.pass(0);
    await says(wang, 'answer');
    hall.deskGone(wang);
    hall.deskBack(wang);
    await says(wang, 'hangUp');
    await clock.pass(30_000);
    expect(hall.view(wang).agent.state).toBe('ready');
  });

  it('has its phone unplugged: it is shown, nobody rings it, and the call comes once it is there again', async () => {
    const { exchange, hall, clock, signInReady } = await startShift();
    await signInReady(wang);
    exchange.phoneGoes(wang, 'offline');
    exchange.placeCall('13800005521', { patienceMs: 600_000 });
    await clock.pass(5000);
    expect(hall.view(wang)).toMatchObject({ agent: { state: 'ready' }, phone: 'offline', queue: { agentsReady: 0 } });
    exchange.phoneGoes(wang, 'online');
    await clock.pass(0);
    expect(hall.view(wang)).toMatchObject({ agent: { state: 'ringing' }, phone: 'online' });
  });

  it('is told of a phone that goes while they rest', async () => {
    const { exchange, hall, says, signInReady } = await startShift();
    await signInReady(wang);
    await says(wang, 'rest');
    exchange.phoneGoes(wang, 'offline');
    expect(hall.view(wang)).toMatchObject({ agent: { state: 'rest' }, phone: 'offline' });
  });
});

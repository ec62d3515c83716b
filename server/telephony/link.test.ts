import { describe, expect, it } from 'vitest';
import { fail } from '../../shared/failure.ts';
import { createHall } from './hall.ts';
import { agentId, startShift, type Shift } from './test-support/shift.ts';

const wang = agentId(1007);
const li = agentId(1008);

async function talking(options: Parameters<typeof startShift>[0] = {}): Promise<Shift & { callId: string }> {
  const shift = await startShift(options);
  await shift.signInReady(wang);
  const callId = shift.exchange.placeCall('13800005521', { patienceMs: 600_000 });
  await shift.clock.pass(0);
  await shift.says(wang, 'answer');
  return { ...shift, callId };
}

describe('a lost link to the exchange', () => {
  it('refuses what needs the exchange and keeps what does not', async () => {
    const { exchange, refusal, says, hall, signInReady } = await talking();
    await signInReady(li);
    exchange.dropLink();
    expect(await refusal(wang, 'hold')).toBe('EXCHANGE_UNREACHABLE');
    expect(hall.view(wang).agent.state).toBe('talking');
    expect((await says(li, 'rest')).agent.state).toBe('rest');
  });

  it('leaves the call going, and finds it again as it is', async () => {
    const { exchange, clock, hall, callId, says } = await talking();
    exchange.dropLink();
    await clock.pass(10_000);
    exchange.restoreLink();
    await clock.pass(0);
    expect(hall.view(wang)).toMatchObject({ agent: { state: 'talking' }, call: { callId, state: 'talking' } });
    expect((await says(wang, 'hold')).call?.state).toBe('held');
  });

  it('rings nobody until it stands again, then serves who waited', async () => {
    const { exchange, clock, hall, signInReady } = await startShift();
    await signInReady(wang);
    exchange.dropLink();
    exchange.placeCall('13800005521', { patienceMs: 600_000 });
    await clock.pass(5000);
    expect(hall.view(wang).agent.state).toBe('ready');
    exchange.restoreLink();
    await clock.pass(0);
    expect(hall.view(wang).agent.state).toBe('ringing');
  });

  it('records a call that ended meanwhile once, with the time the exchange kept', async () => {
    const { exchange, clock, hall, records } = await talking();
    exchange.dropLink();
    const endedMs = clock.nowMs() + 5000;
    await clock.pass(5000);
    for (const call of exchange.calls()) exchange.callerHangsUp(call.callId);
    await clock.pass(5000);
    expect(records).toEqual([]);
    exchange.restoreLink();
    await clock.pass(0);
    expect(records).toMatchObject([{ outcome: 'answered', agentId: wang, endedAt: new Date(endedMs).toISOString() }]);
    expect(hall.view(wang)).toMatchObject({ agent: { state: 'wrapUp' }, call: { state: 'ended', endedBy: 'caller' } });
    exchange.dropLink();
    exchange.restoreLink();
    await clock.pass(0);
    expect(records).toHaveLength(1);
  });

  it('invents no time for a call the exchange kept nothing of', async () => {
    const { exchange, clock, hall, records } = await talking({ exchange: { remembersEnded: false } });
    exchange.dropLink();
    for (const call of exchange.calls()) exchange.callerHangsUp(call.callId);
    exchange.restoreLink();
    await clock.pass(0);
    expect(records).toMatchObject([{ outcome: 'answered', endedAt: null }]);
    expect(hall.view(wang)).toMatchObject({ agent: { state: 'wrapUp' }, call: { state: 'ended', endedBy: null } });
    expect(hall.view(wang).call?.legs.map((leg) => leg.cause)).toEqual(['linkLost', 'linkLost']);
  });

  it('sets an operator whose phone stopped ringing meanwhile 示忙, and offers the call again', async () => {
    const { exchange, clock, hall, signInReady } = await startShift();
    await signInReady(wang, li);
    exchange.placeCall('13800005521', { patienceMs: 600_000 });
    await clock.pass(0);
    exchange.dropLink();
    await clock.pass(30_000);
    exchange.restoreLink();
    await clock.pass(0);
    expect(hall.view(wang).agent.state).toBe('busy');
    expect(hall.view(li).agent.state).toBe('ringing');
  });

  it('a service that starts again finds operators and calls from the exchange alone', async () => {
    const { exchange, clock, callId, signInReady } = await talking();
    await signInReady(li);
    exchange.dropLink();
    const fresh = createHall({ port: exchange, wrapUpSeconds: 30, scheduler: clock });
    await clock.pass(0);
    expect(fresh.view(wang)).toMatchObject({ agent: { state: 'talking' }, call: { callId } });
    expect(fresh.view(li).agent.state).toBe('ready');
  });
});

describe('an exchange with a wire of 80 ms', () => {
  it('never rings a caller who hung up while the phone was being reached', async () => {
    const { exchange, clock, hall, records, signInReady } = await startShift({ exchange: { latencyMs: 80 } });
    await signInReady(wang);
    const callId = exchange.placeCall('13800005521', { patienceMs: 600_000 });
    await clock.pass(40);
    exchange.callerHangsUp(callId);
    await clock.pass(2000);
    expect(hall.view(wang)).toMatchObject({ agent: { state: 'ready' }, call: null });
    expect(records).toMatchObject([{ callId, outcome: 'abandoned' }]);
  });

  it('answers a key that was pressed twice once', async () => {
    const { exchange, clock, hall, signInReady } = await startShift({ exchange: { latencyMs: 80 } });
    await signInReady(wang);
    exchange.placeCall('13800005521', { patienceMs: 600_000 });
    await clock.pass(100);
    const first = hall.command(wang, { type: 'answer' });
    const second = hall.command(wang, { type: 'answer' });
    second.catch(() => undefined);
    await clock.pass(200);
    expect((await first).call?.state).toBe('talking');
    await expect(second).rejects.toMatchObject({ failure: { code: 'CALL_STATE' } });
  });

  it('passes the call on when the desk went while its phone was being reached', async () => {
    const { exchange, clock, hall, signInReady } = await startShift({ exchange: { latencyMs: 80 } });
    await signInReady(wang);
    exchange.placeCall('13800005521', { patienceMs: 600_000 });
    await clock.pass(40);
    hall.deskGone(wang);
    await clock.pass(2000);
    expect(hall.view(wang)).toMatchObject({ agent: { state: 'busy' }, call: null, queue: { waiting: 1 } });
  });

  it('rings one phone for one caller, however slow the phone is to be reached', async () => {
    const { exchange, clock, hall, signInReady } = await startShift({ exchange: { latencyMs: 400 } });
    await signInReady(wang);
    exchange.placeCall('13800005521', { patienceMs: 600_000 });
    await clock.pass(10);
    await signInReady(li);
    expect(hall.view(wang).agent.state).toBe('ringing');
    expect(hall.view(li).agent.state).toBe('ready');
  });

  it('finds open requests for a supervisor with their calls when the service starts again, and none that was closed', async () => {
    const { exchange, clock, says, callId, hall } = await talking();
    await says(wang, 'askHelp');
    hall.help.take(hall.help.all()[0]?.callId ?? fail('CALL_GONE'), '王班长');
    await clock.pass(0);
    exchange.dropLink();
    const fresh = createHall({ port: exchange, wrapUpSeconds: 30, scheduler: clock });
    await clock.pass(0);
    expect(fresh.help.all()).toMatchObject([{ callId, agent: wang, taker: '王班长', draft: null }]);
    expect(fresh.view(wang).help).toEqual(hall.view(wang).help);
    await says(wang, 'endHelp');
    exchange.dropLink();
    const later = createHall({ port: exchange, wrapUpSeconds: 30, scheduler: clock });
    await clock.pass(0);
    expect(later.help.all()).toEqual([]);
  });

  it('records a call once, though the exchange says everything twice', async () => {
    const { exchange, records } = await startShift({
      port: (own) => ({
        ...own,
        onEvent: (listener) =>
          own.onEvent((event) => {
            listener(event);
            listener(event);
          }),
      }),
    });
    exchange.callerHangsUp(exchange.placeCall('13800005521', { patienceMs: 600_000 }));
    expect(records).toHaveLength(1);
  });
});

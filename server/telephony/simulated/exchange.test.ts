import { describe, expect, it } from 'vitest';
import type { CallId } from '../../../shared/domain/ids.ts';
import type { ExchangeEvent } from '../port.ts';
import { agentId, startShift, type Shift } from '../test-support/shift.ts';

const wang = agentId(1007);
const CALLER = '13800005521';

async function talking(): Promise<Shift & { callId: CallId; events: ExchangeEvent[] }> {
  const shift = await startShift();
  const events: ExchangeEvent[] = [];
  shift.exchange.onEvent((event) => events.push(event));
  await shift.signInReady(wang);
  const callId = shift.exchange.placeCall(CALLER, { patienceMs: 600_000, dialled: '12345*2' });
  await shift.clock.pass(0);
  await shift.says(wang, 'answer');
  return { ...shift, callId, events };
}

const refusedWith = (code: string) => ({ failure: { code } });

describe('a recording on the simulated exchange', () => {
  it('begins where it is asked for, is whole when the call ends, and is silent while paused', async () => {
    const { exchange, clock, callId, events, says } = await talking();
    await exchange.startRecording(callId);
    expect(exchange.calls()[0]?.recording).toBe('on');
    await clock.pass(3000);
    await exchange.pauseRecording(callId);
    expect(exchange.calls()[0]?.recording).toBe('paused');
    await clock.pass(2000);
    await exchange.resumeRecording(callId);
    await clock.pass(1000);
    await says(wang, 'hangUp');
    const whole = events.findLast((event) => event.type === 'recording');
    expect(whole).toMatchObject({ callId, bytes: 44 + 6000 * 16 });
    const wav = Buffer.from(await exchange.fetchRecording(`${callId}-r1`));
    expect(wav.toString('latin1', 0, 4)).toBe('RIFF');
    const loudest = (fromMs: number, toMs: number): number =>
      Math.max(...Array.from({ length: (toMs - fromMs) * 8 }, (_, i) => wav.readInt16LE(44 + (fromMs * 8 + i) * 2)));
    expect(loudest(0, 2900)).toBeGreaterThan(1000);
    expect(loudest(3000, 5000)).toBe(0);
    expect(loudest(5000, 6000)).toBeGreaterThan(1000);
  });

  it('is refused before the call is answered, and twice', async () => {
    const { exchange, callId } = await talking();
    const waiting = exchange.placeCall('13900000000', { patienceMs: 60_000 });
    await expect(exchange.startRecording(waiting)).rejects.toMatchObject(refusedWith('CALL_STATE'));
    await exchange.startRecording(callId);
    await expect(exchange.startRecording(callId)).rejects.toMatchObject(refusedWith('CALL_STATE'));
  });

  it('is told again after each link until it is dropped', async () => {
    const { exchange, callId, events, says } = await talking();
    await exchange.startRecording(callId);
    await says(wang, 'hangUp');
    exchange.dropLink();
    exchange.restoreLink();
    expect(events.filter((event) => event.type === 'recording')).toHaveLength(2);
    await exchange.dropRecording(`${callId}-r1`);
    exchange.dropLink();
    exchange.restoreLink();
    expect(events.filter((event) => event.type === 'recording')).toHaveLength(2);
    await expect(exchange.fetchRecording(`${callId}-r1`)).rejects.toMatchObject(refusedWith('CALL_GONE'));
    await expect(exchange.dropRecording(`${callId}-r1`)).rejects.toMatchObject(refusedWith('CALL_GONE'));
  });
});

describe('words and digits on the simulated exchange', () => {
  it('tells the caller their place, and ends a refused call at once', async () => {
    const { exchange, records } = await startShift();
    const callId = exchange.placeCall(CALLER, { patienceMs: 60_000 });
    await exchange.announce(callId, { kind: 'position', place: 3 });
    await exchange.refuse(callId, 'night');
    expect(exchange.said().map(({ announcement }) => announcement)).toEqual([{ kind: 'position', place: 3 }, 'night']);
    expect(exchange.calls()).toEqual([]);
    expect(records).toMatchObject([{ callId, outcome: 'abandoned' }]);
    await expect(exchange.announce(callId, { kind: 'sorry' })).rejects.toMatchObject(refusedWith('CALL_GONE'));
  });

  it('sends digits to whom the agent speaks with, and to nobody on hold', async () => {
    const { exchange, callId, says } = await talking();
    await exchange.sendDtmf(callId, wang, '1#');
    expect(exchange.dtmf()).toEqual([{ callId, digits: '1#' }]);
    await says(wang, 'hold');
    await expect(exchange.sendDtmf(callId, wang, '2')).rejects.toMatchObject(refusedWith('CALL_STATE'));
  });

  it('keeps the number that was called', async () => {
    const { exchange } = await talking();
    expect(exchange.calls()[0]?.dialled).toBe('12345*2');
  });
});

describe('phones on the simulated exchange', () => {
  it('rings nobody whose phone is unplugged, and tells of it', async () => {
    const { exchange, clock, hall, signInReady } = await startShift();
    const events: ExchangeEvent[] = [];
    exchange.onEvent((event) => events.push(event));
    await signInReady(wang);
    exchange.phoneGoes(wang, 'offline');
    const states = events.flatMap((event) => (event.type === 'device' ? [event.state] : []));
    expect(states).toEqual(['online', 'offline']);
    const callId = exchange.placeCall(CALLER, { patienceMs: 60_000 });
    await clock.pass(0);
    expect(exchange.calls()).toMatchObject([{ callId, state: 'queued' }]);
    expect(hall.view(wang).agent.state).toBe('ready');
  });

  it('knows what each agent speaks through', async () => {
    const { exchange } = await startShift();
    await exchange.signIn(wang);
    expect(exchange.deviceOf(wang)).toEqual({ kind: 'page' });
    await exchange.signIn(wang, { kind: 'desk', extension: '8001' });
    await exchange.signIn(wang);
    expect(exchange.deviceOf(wang)).toEqual({ kind: 'desk', extension: '8001' });
    expect(await exchange.phoneAccess(wang)).toBeNull();
  });
});

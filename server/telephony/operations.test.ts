import { describe, expect, it } from 'vitest';
import type { AgentCommand, Leg, LiveCall } from '../../shared/domain/call.ts';
import { unitIdSchema } from '../../shared/domain/ids.ts';
import { agentId, startShift, type Shift } from './test-support/shift.ts';

const wang = agentId(1007);
const li = agentId(1008);

/** A shift in which 1007 talks to a caller. */
async function talking(): Promise<Shift & { callId: LiveCall['callId'] }> {
  const shift = await startShift();
  await shift.signInReady(wang);
  const callId = shift.exchange.placeCall('13800005521', { patienceMs: 600_000 });
  await shift.clock.pass(0);
  await shift.says(wang, 'answer');
  return { ...shift, callId };
}

/** Talking, with an answered unit in the ear and the caller hearing music. */
async function consulting(): Promise<Shift & { callId: LiveCall['callId'] }> {
  const shift = await talking();
  await shift.says(wang, 'consult');
  await shift.clock.pass(3000);
  return shift;
}

function consultAt(number: string): AgentCommand {
  return { type: 'consult', unitId: unitIdSchema.parse('u-gjj'), number, label: '公积金中心 王主任' };
}

/** `party:state` of each leg, in the order in which they came. */
function legs(call: { legs: readonly Leg[] } | null | undefined): string[] {
  return (call?.legs ?? []).map((leg) => `${leg.party}:${leg.state}`);
}

describe('hold and mute', () => {
  it('gives the caller music, and back', async () => {
    const { says } = await talking();
    const held = await says(wang, 'hold');
    expect(held.call?.state).toBe('held');
    expect(legs(held.call)).toEqual(['caller:held', 'agent:talking']);
    const back = await says(wang, 'retrieve');
    expect(back.call?.state).toBe('talking');
    expect(legs(back.call)).toEqual(['caller:talking', 'agent:talking']);
  });

  it('mutes and unmutes once each', async () => {
    const { says, refusal } = await talking();
    expect((await says(wang, 'mute')).call?.muted).toBe(true);
    expect(await refusal(wang, 'mute')).toBe('CALL_STATE');
    expect((await says(wang, 'unmute')).call?.muted).toBe(false);
  });

  it('ends for the caller who hangs up in the music', async () => {
    const { says, exchange, hall, callId } = await talking();
    await says(wang, 'hold');
    exchange.callerHangsUp(callId);
    expect(hall.view(wang)).toMatchObject({ agent: { state: 'wrapUp' }, call: { state: 'ended', endedBy: 'caller' } });
  });
});

describe('a consultation', () => {
  it('dials, rings and is answered, while the caller hears music', async () => {
    const { says, clock, hall } = await talking();
    const dialing = await says(wang, consultAt('0392-1111'));
    expect(dialing.call).toMatchObject({ state: 'consulting', consultWith: 'unit' });
    expect(legs(dialing.call)).toEqual(['caller:held', 'agent:talking', 'unit:dialing']);
    expect(dialing.call?.legs.at(-1)).toMatchObject({ unitId: 'u-gjj', label: '公积金中心 王主任' });
    await clock.pass(1000);
    expect(legs(hall.view(wang).call).at(-1)).toBe('unit:ringing');
    await clock.pass(2000);
    expect(legs(hall.view(wang).call).at(-1)).toBe('unit:talking');
  });

  it.each([
    ['0392-2222', 'busy', 1500],
    ['0392-3333', 'declined', 3000],
    ['0392-4444', 'noAnswer', 31_000],
    ['0392-0000', 'badNumber', 1500],
  ])('with %s fails as %s and leaves the caller held', async (number, cause, afterMs) => {
    const { says, clock, hall } = await talking();
    await says(wang, consultAt(number));
    await clock.pass(afterMs - 1);
    expect(hall.view(wang).call?.state).toBe('consulting');
    await clock.pass(1);
    const { call } = hall.view(wang);
    expect(call).toMatchObject({ state: 'held', consultWith: null });
    expect(call?.legs.at(-1)).toMatchObject({ state: 'failed', cause, answeredAt: null });
    expect((await says(wang, 'retrieve')).call?.state).toBe('talking');
  });

  it('can be tried again with another number after it failed', async () => {
    const { says, clock, hall } = await talking();
    await says(wang, consultAt('0392-2222'));
    await clock.pass(1500);
    await says(wang, consultAt('0392-1111'));
    await clock.pass(3000);
    expect(legs(hall.view(wang).call)).toEqual(['caller:held', 'agent:talking', 'unit:failed', 'unit:talking']);
  });

  it('toggles between the two, one of whom always hears music', async () => {
    const { says } = await consulting();
    const toCaller = await says(wang, 'toggle');
    expect(toCaller.call?.consultWith).toBe('caller');
    expect(legs(toCaller.call)).toEqual(['caller:talking', 'agent:talking', 'unit:held']);
    const toUnit = await says(wang, 'toggle');
    expect(legs(toUnit.call)).toEqual(['caller:held', 'agent:talking', 'unit:talking']);
  });

  it('is cancelled back to the caller, also while it rings', async () => {
    const { says, clock, hall } = await talking();
    await says(wang, 'consult');
    await clock.pass(1500);
    const back = await says(wang, 'cancelConsult');
    expect(back.call).toMatchObject({ state: 'talking', consultWith: null });
    await clock.pass(60_000);
    expect(legs(hall.view(wang).call)).toEqual(['caller:talking', 'agent:talking', 'unit:left']);
  });

  it('takes 挂断 as the unit while the unit is in the ear, and as the caller after a toggle', async () => {
    const { says } = await consulting();
    expect((await says(wang, 'hangUp')).call?.state).toBe('talking');
    const second = await consulting();
    await second.says(wang, 'toggle');
    expect((await second.says(wang, 'hangUp')).call?.state).toBe('ended');
  });

  it('leaves the caller held when the unit hangs up first', async () => {
    const { exchange, hall, callId } = await consulting();
    exchange.unitHangsUp(callId);
    expect(hall.view(wang).call).toMatchObject({ state: 'held', consultWith: null });
  });

  it('goes on with the unit when the caller hangs up meanwhile', async () => {
    const { exchange, hall, says, callId, refusal } = await consulting();
    exchange.callerHangsUp(callId);
    expect(hall.view(wang).call?.state).toBe('talking');
    expect(legs(hall.view(wang).call)).toEqual(['caller:left', 'agent:talking', 'unit:talking']);
    expect(await refusal(wang, 'hold')).toBe('CALL_GONE');
    expect((await says(wang, 'hangUp')).call).toMatchObject({ state: 'ended', endedBy: 'agent' });
  });

  it('refuses a second one, three-way and transfer before the unit has answered', async () => {
    const { says, refusal } = await talking();
    await says(wang, 'consult');
    for (const command of ['consult', 'blindTransfer', 'toggle', 'conference', 'completeTransfer', 'hold'] as const)
      expect(await refusal(wang, command)).toBe('CALL_STATE');
  });
});

describe('three-way', () => {
  it('connects all three, and goes on with two when one of them leaves', async () => {
    const { says, exchange, hall, callId } = await consulting();
    const three = await says(wang, 'conference');
    expect(three.call).toMatchObject({ state: 'conference', consultWith: null });
    expect(legs(three.call)).toEqual(['caller:talking', 'agent:talking', 'unit:talking']);
    exchange.unitHangsUp(callId);
    expect(hall.view(wang).call?.state).toBe('talking');
    expect((await says(wang, 'hold')).call?.state).toBe('held');
  });

  it('is left by the operator, and the two others stay connected until one hangs up', async () => {
    const { says, exchange, records, callId } = await consulting();
    await says(wang, 'conference');
    const left = await says(wang, 'completeTransfer');
    expect(left).toMatchObject({ agent: { state: 'wrapUp' }, call: { state: 'ended', endedBy: 'agent' } });
    expect(exchange.calls()).toMatchObject([{ callId, state: 'talking', agent: null }]);
    expect(records).toHaveLength(0);
    exchange.unitHangsUp(callId);
    expect(records).toMatchObject([{ callId, agentId: wang, outcome: 'answered' }]);
  });

  it('ends for all when the operator hangs up', async () => {
    const { says, exchange } = await consulting();
    await says(wang, 'conference');
    expect((await says(wang, 'hangUp')).call).toMatchObject({ state: 'ended', endedBy: 'agent' });
    expect(exchange.calls()).toEqual([]);
  });

  it('goes on between operator and unit when the caller leaves', async () => {
    const { says, exchange, hall, callId } = await consulting();
    await says(wang, 'conference');
    exchange.callerHangsUp(callId);
    expect(hall.view(wang)).toMatchObject({ agent: { state: 'talking' }, call: { state: 'talking' } });
    exchange.unitHangsUp(callId);
    expect(hall.view(wang)).toMatchObject({ agent: { state: 'wrapUp' }, call: { endedBy: 'unit' } });
  });
});

describe('a transfer', () => {
  it('attended: connects the two and frees the operator; the call ends by itself in time', async () => {
    const { says, exchange, records, clock, callId } = await consulting();
    expect((await says(wang, 'completeTransfer')).agent.state).toBe('wrapUp');
    expect(legs(exchange.calls()[0])).toEqual(['caller:talking', 'agent:left', 'unit:talking']);
    await clock.pass(60_000);
    expect(records).toMatchObject([{ callId, agentId: wang }]);
  });

  it('blind: frees the operator at once, and the unit gets the caller', async () => {
    const { says, exchange, clock } = await talking();
    expect((await says(wang, 'blindTransfer')).agent.state).toBe('wrapUp');
    expect(legs(exchange.calls()[0])).toEqual(['caller:held', 'agent:left', 'unit:dialing']);
    await clock.pass(3000);
    expect(exchange.calls()).toMatchObject([{ state: 'talking', agent: null }]);
  });

  it('blind to a unit that is busy: the caller comes back to the front of the queue and to an operator', async () => {
    const { says, exchange, hall, clock, callId, records } = await talking();
    exchange.placeCall('13900000000', { patienceMs: 600_000 });
    await says(wang, { type: 'blindTransfer', unitId: null, number: '0392-2222', label: '' });
    await says(li, 'signIn');
    await clock.pass(1500);
    await says(li, 'ready');
    expect(hall.view(li).call).toMatchObject({ callId, state: 'ringing' });
    await says(li, 'answer');
    await says(li, 'hangUp');
    expect(records).toMatchObject([{ callId, agentId: li, outcome: 'answered' }]);
  });
});

describe('a supervisor', () => {
  const shiftSupervisor = agentId(2001);

  it('listens, whispers and barges in without becoming a party of the call', async () => {
    const { exchange, callId, says } = await talking();
    for (const mode of ['listen', 'whisper', 'barge'] as const) {
      await exchange.monitor(callId, shiftSupervisor, mode);
      expect(exchange.calls()[0]?.monitors).toEqual([{ supervisor: shiftSupervisor, mode }]);
    }
    await exchange.stopMonitor(callId, shiftSupervisor);
    expect(exchange.calls()[0]?.monitors).toEqual([]);
    await exchange.monitor(callId, shiftSupervisor, 'listen');
    await says(wang, 'hangUp');
    expect(exchange.calls()).toEqual([]);
  });

  it('takes a call over: the operator wraps up, the supervisor talks', async () => {
    const { exchange, hall, callId, says } = await talking();
    await says(shiftSupervisor, 'signIn');
    await exchange.takeOver(callId, shiftSupervisor);
    expect(hall.view(wang).agent.state).toBe('wrapUp');
    expect(hall.view(shiftSupervisor)).toMatchObject({ agent: { state: 'talking' }, call: { callId } });
  });

  it('takes a call down', async () => {
    const { exchange, hall, callId } = await talking();
    await exchange.forceHangUp(callId);
    expect(hall.view(wang).call).toMatchObject({ state: 'ended', endedBy: 'supervisor' });
  });
});

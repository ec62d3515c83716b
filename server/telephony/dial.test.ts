import { describe, expect, it } from 'vitest';
import type { LiveCall } from '../../shared/domain/call.ts';
import { agentId, startShift, type Shift } from './test-support/shift.ts';

const follower = agentId(1401);

/** A shift in which 1401 rings somebody. */
async function dialling(number = '13800005521'): Promise<Shift> {
  const shift = await startShift();
  await shift.says(follower, 'signIn');
  await shift.says(follower, { type: 'dial', number, label: '诉求人' });
  return shift;
}

function legs(call: LiveCall | null): string[] {
  return (call?.legs ?? []).map((leg) => `${leg.party}:${leg.state}`);
}

describe('T15: ringing the caller for a 回访', () => {
  it('opens the own line at once, rings the other one, and counts from its answer', async () => {
    const { hall, clock } = await dialling();
    expect(hall.view(follower)).toMatchObject({
      agent: { state: 'talking' },
      call: { direction: 'outbound', callerNumber: '13800005521', answeredAt: null },
    });
    expect(legs(hall.view(follower).call)).toEqual(['agent:talking', 'caller:dialing']);
    await clock.pass(1000);
    expect(legs(hall.view(follower).call)).toEqual(['agent:talking', 'caller:ringing']);
    await clock.pass(2000);
    const { call } = hall.view(follower);
    expect(legs(call)).toEqual(['agent:talking', 'caller:talking']);
    expect(call?.answeredAt).not.toBeNull();
  });

  it.each([
    ['0392-2222', 'busy'],
    ['0392-3333', 'declined'],
    ['0392-4444', 'noAnswer'],
    ['0392-0000', 'badNumber'],
  ])('says why %s was not reached: %s', async (number, cause) => {
    const { views, clock } = await dialling(number);
    await clock.pass(31_000);
    const ended = views.map(({ view }) => view.call).findLast((call) => call?.state === 'ended');
    expect(ended?.answeredAt).toBeNull();
    expect(ended?.legs.find(({ party }) => party === 'caller')).toMatchObject({ state: 'failed', cause });
  });

  it('brings nobody a caller afterwards who was not waiting for one', async () => {
    const { hall, clock, says } = await dialling();
    await says(follower, 'hangUp');
    expect(hall.view(follower).agent.state).toBe('wrapUp');
    await clock.pass(31_000);
    expect(hall.view(follower).agent.state).toBe('busy');
  });

  it('can be hung up while it rings, and not held before it is answered', async () => {
    const { refusal, says, hall } = await dialling();
    expect(await refusal(follower, 'hold')).toBe('CALL_STATE');
    await says(follower, 'hangUp');
    expect(hall.view(follower).call).toMatchObject({ state: 'ended', endedBy: 'agent' });
  });

  it('is refused in the middle of another call, and to nobody signed in', async () => {
    const { refusal } = await dialling();
    expect(await refusal(follower, 'dial')).toBe('AGENT_STATE');
    expect(await refusal(agentId(1402), 'dial')).toBe('AGENT_STATE');
  });

  it('leaves a caller who waits to the others, and the figures of those who rang as they are', async () => {
    const { exchange, hall, clock, says, records } = await dialling();
    exchange.placeCall('13800007777', { patienceMs: 600_000 });
    await clock.pass(3000);
    expect(hall.view(follower).call?.callerNumber).toBe('13800005521');
    await says(follower, 'hangUp');
    expect(records.filter(({ direction }) => direction === 'inbound')).toEqual([]);
  });
});

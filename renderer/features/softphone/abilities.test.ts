import { describe, expect, it } from 'vitest';
import { telephonyViewSchema, type AgentState, type Leg, type TelephonyView } from '../../../shared/domain/call.ts';
import { agentHindrance, callHindrance, type CallControl } from './abilities.ts';
import { WHY } from './text.ts';

const AT = '2026-11-21T05:00:00.000Z';

function leg(party: Leg['party'], state: Leg['state'], answered: boolean): object {
  const answeredAt = answered ? AT : null;
  const base = { legId: party, label: '', number: '1', unitId: null, cause: null, startedAt: AT, endedAt: null };
  return { ...base, party, state, answeredAt };
}

function view(agent: AgentState, call: string | null = null, legs: readonly object[] = []): TelephonyView {
  return telephonyViewSchema.parse({
    agent: { state: agent, since: AT, restReason: null, wrapUpEndsAt: null },
    call: call && {
      callId: 'c1',
      direction: 'inbound',
      callerNumber: '13800005521',
      state: call,
      muted: false,
      consultWith: null,
      legs,
      queuedAt: AT,
      ringingAt: AT,
      answeredAt: null,
      endedAt: null,
      endedBy: null,
    },
    queue: { waiting: 0, longestSince: null, agentsReady: 0 },
    at: AT,
  });
}

const CALLER = leg('caller', 'talking', true);
const WAITING = leg('caller', 'held', true);
const CONTROLS: readonly CallControl[] = ['answer', 'mute', 'hold', 'consult', 'conference', 'transfer', 'hangUp'];

function usable(given: TelephonyView | null): readonly CallControl[] {
  return CONTROLS.filter((control) => callHindrance(given, control) === null);
}

describe('what the bar offers', () => {
  it('is nothing without a call, and says so', () => {
    expect(usable(view('ready'))).toEqual([]);
    expect(callHindrance(view('ready'), 'hold')).toBe(WHY.noCall);
  });

  it('is answering or declining while it rings', () => {
    expect(usable(view('ringing', 'ringing', [CALLER]))).toEqual(['answer', 'hangUp']);
  });

  it('is everything but answering and three-way once one speaks', () => {
    expect(usable(view('talking', 'talking', [CALLER]))).toEqual(['mute', 'hold', 'consult', 'transfer', 'hangUp']);
  });

  it('waits for the unit to answer before three-way and transfer', () => {
    const ringing = view('talking', 'consulting', [WAITING, leg('unit', 'ringing', false)]);
    expect(usable(ringing)).toEqual(['mute', 'hangUp']);
    expect(callHindrance(ringing, 'conference')).toBe(WHY.unitNotAnswered);
    const answered = view('talking', 'consulting', [WAITING, leg('unit', 'talking', true)]);
    expect(usable(answered)).toEqual(['mute', 'conference', 'transfer', 'hangUp']);
  });

  it('offers a new consultation after a unit did not answer', () => {
    expect(callHindrance(view('talking', 'held', [WAITING, leg('unit', 'failed', false)]), 'consult')).toBeNull();
  });

  it('offers no transfer of a caller who has gone', () => {
    const alone = view('talking', 'talking', [leg('caller', 'left', true), leg('unit', 'talking', true)]);
    expect(callHindrance(alone, 'transfer')).toBe(WHY.callerGone);
    expect(callHindrance(alone, 'hangUp')).toBeNull();
  });

  it('treats a call that has ended as none', () => {
    expect(usable(view('wrapUp', 'ended', [leg('caller', 'left', true)]))).toEqual([]);
  });

  it('names the true cause while the exchange cannot be asked or nobody is signed in there', () => {
    expect(callHindrance(null, 'answer')).toBe(WHY.noExchange);
    expect(callHindrance(view('signedOut'), 'answer')).toBe(WHY.notSignedIn);
  });
});

describe('changing one’s state', () => {
  it('waits for the end of the call', () => {
    expect(agentHindrance(view('talking', 'talking', [CALLER]), 'busy')).toBe(WHY.inCall);
    expect(agentHindrance(view('ringing', 'ringing', [CALLER]), 'signOut')).toBe(WHY.inCall);
  });

  it('is free in between', () => {
    expect(agentHindrance(view('busy'), 'ready')).toBeNull();
    expect(agentHindrance(view('wrapUp'), 'extendWrapUp')).toBeNull();
    expect(agentHindrance(view('ready'), 'extendWrapUp')).toBe(WHY.notWrapUp);
  });
});

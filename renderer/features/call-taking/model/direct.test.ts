import { describe, expect, it } from 'vitest';
import { legSchema, liveCallSchema, type Leg, type LegCause, type LiveCall } from '../../../../shared/domain/call.ts';
import { unitIdSchema } from '../../../../shared/domain/ids.ts';
import { instant } from '../../../../shared/instant.ts';
import { attemptOf, legOfDial, nextStep, outcomeOfLeg, progressOf, startDial } from './direct.ts';

const NOON = Date.parse('2026-11-20T04:00:00.000Z');
const at = (seconds: number) => instant(NOON + seconds * 1000);
const GJJ = unitIdSchema.parse('u-gjj');
const LIAISON = { kind: 'liaison', name: '李工', phone: '0392-3310001', from: 480, to: 1080 } as const;

function leg(legId: string, state: Leg['state'], more: Partial<Leg> = {}): Leg {
  return legSchema.parse({
    legId,
    party: 'unit',
    label: '公积金中心',
    number: '0392-3310001',
    unitId: GJJ,
    state,
    cause: null,
    startedAt: at(10),
    answeredAt: null,
    endedAt: null,
    ...more,
  });
}

function call(state: LiveCall['state'], legs: readonly Leg[]): LiveCall {
  return liveCallSchema.parse({
    callId: 'c-1',
    direction: 'inbound',
    callerNumber: '13800005521',
    state,
    muted: false,
    consultWith: null,
    legs: [{ ...leg('l-caller', 'talking'), party: 'caller', unitId: null }, ...legs],
    queuedAt: at(-20),
    ringingAt: at(-10),
    answeredAt: at(0),
    endedAt: null,
    endedBy: null,
  });
}

const dial = startDial(GJJ, LIAISON, call('talking', []), at(9));

describe('a 直办 leg', () => {
  it('is followed from dialling to the three-way call', () => {
    expect(progressOf(dial, call('talking', []))).toBe('dialing');
    expect(progressOf(dial, call('consulting', [leg('l-1', 'ringing')]))).toBe('ringing');
    expect(progressOf(dial, call('consulting', [leg('l-1', 'talking', { answeredAt: at(20) })]))).toBe('talking');
    expect(progressOf(dial, call('conference', [leg('l-1', 'talking', { answeredAt: at(20) })]))).toBe('conference');
    expect(progressOf(dial, call('talking', [leg('l-1', 'held', { answeredAt: at(20) })]))).toBe('held');
  });

  it('is over, not failed, when the unit had answered and left', () => {
    const left = leg('l-1', 'left', { answeredAt: at(20), endedAt: at(50), cause: 'hungUp' });
    expect(progressOf(dial, call('talking', [left]))).toBe('over');
    expect(outcomeOfLeg(left)).toBeNull();
  });

  it.each<[LegCause, string]>([
    ['busy', 'busy'],
    ['noAnswer', 'noAnswer'],
    ['declined', 'declined'],
    ['badNumber', 'badNumber'],
    ['hungUp', 'noAnswer'],
    ['linkLost', 'noAnswer'],
  ])('that ended by %s before anyone answered is recorded as %s', (cause, outcome) => {
    expect(outcomeOfLeg(leg('l-1', 'failed', { cause, endedAt: at(30) }))).toBe(outcome);
  });

  it('says nothing while it is still ringing', () => {
    expect(outcomeOfLeg(leg('l-1', 'ringing'))).toBeNull();
  });

  it('of an earlier attempt is not taken for the new one', () => {
    const first = leg('l-1', 'failed', { cause: 'busy', endedAt: at(12) });
    const again = startDial(GJJ, LIAISON, call('talking', [first]), at(20));
    expect(legOfDial(again, call('talking', [first]))).toBeNull();
    expect(legOfDial(again, call('consulting', [first, leg('l-2', 'ringing')]))?.legId).toBe('l-2');
  });

  it("is kept with the exchange's own times where it has them", () => {
    const failed = leg('l-1', 'failed', { cause: 'busy', endedAt: at(12) });
    expect(attemptOf(dial, failed, 'busy', at(99))).toEqual({
      unitId: GJJ,
      contactName: '李工',
      phone: '0392-3310001',
      startedAt: at(10),
      answeredAt: null,
      endedAt: at(12),
      outcome: 'busy',
    });
    const running = leg('l-1', 'talking', { answeredAt: at(20) });
    expect(attemptOf(dial, running, 'answered', at(99))).toMatchObject({ answeredAt: at(20), endedAt: at(99) });
  });

  it('dialled by hand has no leg: the operator says what came of it', () => {
    const byHand = startDial(GJJ, LIAISON, null, at(9));
    expect(progressOf(byHand, call('talking', [leg('l-1', 'ringing')]))).toBe('byHand');
    expect(attemptOf(byHand, null, 'noAnswer', at(40))).toMatchObject({ startedAt: at(9), endedAt: at(40) });
  });
});

describe('the next step of a 直办', () => {
  const failed = attemptOf(dial, null, 'busy', at(30));
  const answered = { ...failed, outcome: 'answered' } as const;

  it('rings the unit first, then joins, then closes', () => {
    expect(nextStep(null, [])).toBe('call');
    expect(nextStep('ringing', [])).toBe('wait');
    expect(nextStep('talking', [])).toBe('join');
    expect(nextStep('conference', [])).toBe('close');
    expect(nextStep('over', [])).toBe('close');
    expect(nextStep(null, [failed, answered])).toBe('close');
  });

  it('becomes a 转办 after an attempt that came to nothing, until the unit is rung again', () => {
    expect(nextStep(null, [failed])).toBe('forward');
    expect(nextStep(null, [{ ...failed, outcome: 'notSolved' }])).toBe('forward');
    expect(nextStep('ringing', [failed])).toBe('wait');
  });
});

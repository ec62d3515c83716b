import { describe, expect, it } from 'vitest';
import { firstCallSettings } from '../../shared/domain/calls/settings.ts';
import { SHIPPED_CALENDAR } from '../../shared/policy/calendar.ts';
import { keepDoor } from './doorkeeper.ts';
import { OPEN_PLAN, planOf, type CallPlan } from './plan.ts';
import { agentId, startShift, type Shift } from './test-support/shift.ts';

const wang = agentId(1007);
const patient = { patienceMs: 600_000 };
const CLOSED: CallPlan = planOf({
  settings: { ...firstCallSettings(false), hours: { always: false, workingDays: [], otherDays: [] } },
  skills: new Map(),
  blocks: [],
  calendar: SHIPPED_CALENDAR,
});

interface Door extends Shift {
  readonly warnings: string[];
  /** What callers heard: its kind, with the place, or why they were turned away. */
  readonly heard: () => string[];
}

async function withDoor(
  options: { plan?: CallPlan; every?: number; records?: boolean; latencyMs?: number } = {},
): Promise<Door> {
  const { plan = OPEN_PLAN, every = 30, records = true, latencyMs = 0 } = options;
  const warnings: string[] = [];
  const shift = await startShift({
    hall: { plan },
    exchange: { latencyMs },
    port: (exchange) => {
      keepDoor({
        port: exchange,
        plan,
        scheduler: { nowMs: () => exchange.nowMs(), setTimer: (delay, run) => clock().setTimer(delay, run) },
        positionEvery: () => every,
        records: () => records,
        log: { warn: (_what, message) => void warnings.push(message) },
      });
      return exchange;
    },
  });
  const made = shift.clock;
  function clock(): Shift['clock'] {
    return made;
  }
  return {
    ...shift,
    warnings,
    heard: () =>
      shift.exchange.said().map(({ announcement }) => {
        if (typeof announcement === 'string') return announcement;
        return announcement.kind === 'position' ? `position ${announcement.place}` : announcement.kind;
      }),
  };
}

describe('who stands at the door', () => {
  it('tells a caller that calls are recorded, then their place, again and again, until they are served', async () => {
    const { exchange, clock, heard, says, signInReady } = await withDoor();
    exchange.placeCall('13800000001', patient);
    exchange.placeCall('13800000002', patient);
    await clock.pass(1000);
    expect(heard()).toEqual(['recordingNotice', 'recordingNotice']);
    await clock.pass(34_000);
    expect(heard().slice(2)).toEqual(['position 1', 'position 2']);
    await signInReady(wang);
    await says(wang, 'answer');
    await clock.pass(29_000);
    expect(heard().slice(4)).toEqual(['position 1']);
    await clock.pass(300);
    expect(heard()).toHaveLength(5);
  });

  it('announces no place where the centre does not want it, and no recording where nothing is recorded', async () => {
    const { exchange, clock, heard, says, hall, signInReady } = await withDoor({ every: 0, records: false });
    await signInReady(wang);
    exchange.placeCall('13800000001', patient);
    await clock.pass(10_000);
    await says(wang, 'answer');
    expect(heard()).toEqual([]);
    expect(hall.view(wang).call?.recording).toBe('off');
  });

  it('turns away whom the centre does not serve now, once, and the record says why', async () => {
    const { exchange, clock, heard, records, signInReady } = await withDoor({ plan: CLOSED });
    await signInReady(wang);
    exchange.placeCall('13800000001', patient);
    await clock.pass(60_000);
    // The shift is on a Saturday.
    expect(heard()).toEqual(['holiday']);
    expect(records).toMatchObject([{ outcome: 'refused', closed: 'holiday', endedBy: 'exchange', agentId: null }]);
  });

  it('turns them away after a lost link too', async () => {
    const { exchange, clock, heard } = await withDoor({ plan: CLOSED });
    exchange.dropLink();
    exchange.placeCall('13800000001', patient);
    await clock.pass(5000);
    expect(heard()).toEqual([]);
    exchange.restoreLink();
    await clock.pass(100);
    expect(heard()).toEqual(['holiday']);
  });

  it('has every answered call recorded from the answer on, once, and again after a lost link', async () => {
    const { exchange, clock, hall, says, signInReady, warnings } = await withDoor();
    await signInReady(wang);
    exchange.placeCall('13800000001', patient);
    await clock.pass(1000);
    expect(hall.view(wang).call?.recording).toBe('off');
    await says(wang, 'answer');
    expect(hall.view(wang).call?.recording).toBe('on');
    exchange.dropLink();
    exchange.restoreLink();
    await clock.pass(100);
    expect(hall.view(wang).call?.recording).toBe('on');
    expect(warnings).toEqual([]);
  });

  it('keeps nothing of what is said while the operator has paused the recording', async () => {
    const { exchange, clock, hall, says, refusal, signInReady } = await withDoor();
    await signInReady(wang);
    exchange.placeCall('13800000001', patient);
    await clock.pass(1000);
    expect(await refusal(wang, 'pauseRecording')).not.toBeNull();
    await says(wang, 'answer');
    await says(wang, 'pauseRecording');
    await clock.pass(5000);
    expect(hall.view(wang).call?.recording).toBe('paused');
    await says(wang, 'resumeRecording');
    expect(hall.view(wang).call?.recording).toBe('on');
  });

  it('tells whoever is rung from here that the call is recorded', async () => {
    const { clock, hall, heard, says } = await withDoor();
    await says(wang, 'signIn');
    await says(wang, 'dial');
    await clock.pass(1000);
    expect(heard()).toEqual([]);
    await clock.pass(3000);
    expect(heard()).toEqual(['recordingNotice']);
    expect(hall.view(wang).call?.recording).toBe('on');
  });
});

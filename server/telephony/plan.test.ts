import { describe, expect, it } from 'vitest';
import { callIdSchema } from '../../shared/domain/ids.ts';
import { firstCallSettings, type CallSettings } from '../../shared/domain/calls/settings.ts';
import { instant } from '../../shared/instant.ts';
import { SHIPPED_CALENDAR } from '../../shared/policy/calendar.ts';
import { lineOf, planOf, type PlanData } from './plan.ts';
import { agentId, startShift } from './test-support/shift.ts';

const [first] = firstCallSettings(false).lines;
if (!first) throw new Error('a centre begins with a line');
const settings: CallSettings = {
  ...firstCallSettings(false),
  lines: [
    first,
    { ...first, number: '12345*2', name: '企业专席', skillId: 'enterprise', minLevel: 3, priority: 2 },
    {
      ...first,
      number: '12349',
      name: '方言',
      skillId: 'dialect',
      widen: [
        { afterSeconds: 20, skillId: 'dialect', minLevel: 1 },
        { afterSeconds: 60, skillId: null, minLevel: 1 },
      ],
      minLevel: 3,
    },
  ],
  callers: [{ number: '0392-3355001', name: '某企业', skillId: 'enterprise', priority: 5 }],
};
const wang = agentId(1007);
const li = agentId(1008);
const zhao = agentId(1009);
const data: PlanData = {
  settings,
  skills: new Map([
    [wang, [{ skillId: 'dialect', level: 2 }]],
    [li, [{ skillId: 'dialect', level: 4 }]],
  ]),
  blocks: [],
  calendar: SHIPPED_CALENDAR,
};
const patient = { patienceMs: 600_000 };

describe('the queue of a call', () => {
  it.each([
    ['12345', '热线'],
    ['12345*2', '企业专席'],
    ['12345*9', '热线'],
    ['999', '热线'],
    ['12349*1', '方言'],
  ])('%s is answered by %s', (dialled, line) => {
    expect(lineOf(settings, dialled).name).toBe(line);
  });

  it('is that of a known caller before that of the number they dialled', async () => {
    const { exchange } = await startShift();
    exchange.placeCall('03923355001', patient);
    const [call] = exchange.calls();
    expect(call && planOf(data).want(call, 0)).toMatchObject({ skillId: 'enterprise', minLevel: 1, priority: 5 });
  });
});

describe('distribution by skill', () => {
  it('rings who has the skill, though another has been idle longer, and lets others pass one whom nobody can serve', async () => {
    const { exchange, hall, clock, signInReady } = await startShift({ hall: { plan: planOf(data) } });
    await signInReady(zhao, wang);
    const dialect = exchange.placeCall('13800000001', { ...patient, dialled: '12349' });
    await clock.pass(100);
    expect(exchange.calls()).toMatchObject([{ callId: dialect, state: 'queued' }]);
    exchange.placeCall('13800000002', patient);
    await clock.pass(100);
    expect(hall.view(zhao).call?.callerNumber).toBe('13800000002');
    expect(hall.view(wang).agent.state).toBe('ready');
    await signInReady(li);
    expect(hall.view(li).call?.callId).toBe(dialect);
  });

  it('asks for less after a while, and in the end for nobody in particular', async () => {
    const { exchange, hall, clock, says, signInReady } = await startShift({ hall: { plan: planOf(data) } });
    await signInReady(zhao, wang);
    exchange.placeCall('13800000001', { ...patient, dialled: '12349' });
    await clock.pass(19_999);
    expect([hall.view(zhao).agent.state, hall.view(wang).agent.state]).toEqual(['ready', 'ready']);
    await clock.pass(1);
    expect([hall.view(zhao).agent.state, hall.view(wang).agent.state]).toEqual(['ready', 'ringing']);
    await says(wang, 'hangUp');
    await clock.pass(39_999);
    expect(hall.view(zhao).agent.state).toBe('ready');
    await clock.pass(1);
    expect(hall.view(zhao).agent.state).toBe('ringing');
  });

  it('serves the higher priority first, and who waited longer among equals', async () => {
    const plan = planOf({ ...data, skills: new Map([[wang, [{ skillId: 'enterprise', level: 5 }]]]) });
    const { exchange, hall, clock, says, signInReady } = await startShift({ hall: { plan } });
    const waiting: (readonly [number: string, dialled: string])[] = [
      ['13800000001', '12345'],
      ['13800000002', '12345*2'],
      ['03923355001', '12345'],
      ['13800000003', '12345'],
    ];
    for (const [number, dialled] of waiting) {
      exchange.placeCall(number, { ...patient, dialled });
      await clock.pass(1000);
    }
    const served: string[] = [];
    await signInReady(wang);
    for (let round = 0; round < 4; round += 1) {
      served.push(hall.view(wang).call?.callerNumber ?? '');
      await says(wang, 'answer');
      await says(wang, 'hangUp');
      await says(wang, 'endWrapUp');
      await clock.pass(0);
    }
    expect(served).toEqual(['03923355001', '13800000002', '13800000001', '13800000003']);
  });

  it('takes up what the centre changes while callers wait', async () => {
    let current = planOf(data);
    const { exchange, hall, clock, signInReady } = await startShift({
      hall: {
        plan: {
          want: (call, nowMs) => current.want(call, nowMs),
          closed: (call) => current.closed(call),
          serves: (agent, need) => current.serves(agent, need),
        },
      },
    });
    await signInReady(zhao);
    exchange.placeCall('13800000001', { ...patient, dialled: '12349' });
    await clock.pass(1000);
    expect(hall.view(zhao).agent.state).toBe('ready');
    current = planOf({ ...data, skills: new Map([[zhao, [{ skillId: 'dialect', level: 5 }]]]) });
    hall.replan();
    await clock.pass(0);
    expect(hall.view(zhao).agent.state).toBe('ringing');
  });
});

describe('who is not served', () => {
  const at = (local: string): string => instant(Date.parse(`${local}:00.000+08:00`));
  const closedAt = (local: string, number = '13800000001'): string | null => {
    const plan = planOf({
      ...data,
      settings: { ...settings, hours: firstCallSettings(true).hours },
      blocks: [
        {
          number: '13800000009',
          from: instant(Date.parse('2026-11-20T00:00:00Z')),
          until: instant(Date.parse('2026-11-21T00:00:00Z')),
        },
      ],
    });
    return plan.closed({
      dialled: '12345',
      direction: 'inbound',
      callerNumber: number,
      queuedAt: instant(Date.parse(at(local))),
    });
  };

  it('Z1: outside the working hours, by the night or by the holiday', () => {
    expect(closedAt('2026-11-20T10:00')).toBeNull();
    expect(closedAt('2026-11-20T20:00')).toBe('night');
    expect(closedAt('2026-11-22T10:00')).toBe('holiday');
  });

  it('T17: a blocked number, until its date and not a moment longer', () => {
    expect(closedAt('2026-11-20T10:00', '+8613800000009')).toBe('blocked');
    expect(closedAt('2026-11-20T07:59', '13800000009')).toBe('night');
    expect(closedAt('2026-11-23T10:00', '13800000009')).toBeNull();
  });

  it('is rung at nobody, and counted by no bar', async () => {
    const plan = planOf({ ...data, settings: { ...settings, hours: { ...settings.hours, always: false } } });
    const { exchange, hall, clock, signInReady } = await startShift({ hall: { plan } });
    await signInReady(zhao);
    exchange.placeCall('13800000001', patient);
    await clock.pass(1000);
    expect(hall.view(zhao)).toMatchObject({ agent: { state: 'ready' }, queue: { waiting: 0 } });
    expect(callIdSchema.parse(exchange.calls()[0]?.callId)).not.toBe('');
  });
});

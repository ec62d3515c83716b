import { describe, expect, it } from 'vitest';
import { FailureError, type FailureCode } from '../../shared/failure.ts';
import type { FloorCommand, SharedDraft } from '../../shared/domain/floor.ts';
import { callIdSchema, type AccountId } from '../../shared/domain/ids.ts';
import { createFloorControl, floorRecord, type FloorControl } from './floor.ts';
import { floorView, helpView } from './floor-view.ts';
import { agentId, startShift, type Shift } from './test-support/shift.ts';

const OPERATOR = agentId(1);
const OTHER = agentId(2);
const SUPERVISOR = agentId(9);
const WANG = { accountId: SUPERVISOR, name: '王班长' };

interface Room extends Shift {
  /** Messages: from whom, to whom, what. */
  readonly told: unknown[];
  readonly control: FloorControl;
  readonly acts: (command: FloorCommand) => Promise<void>;
  readonly refuses: (command: FloorCommand) => Promise<FailureCode | null>;
}

/** One operator speaks with a caller, another one waits for calls. */
async function room(): Promise<Room & { readonly callId: ReturnType<Shift['exchange']['placeCall']> }> {
  const shift = await startShift();
  const told: unknown[] = [];
  const control = createFloorControl(shift.hall, shift.exchange, (...said) => Promise.resolve(void told.push(said)));
  await shift.signInReady(OPERATOR);
  const callId = shift.exchange.placeCall('13800005521', { patienceMs: 600_000 });
  await shift.clock.pass(10);
  await shift.says(OPERATOR, 'answer');
  await shift.signInReady(OTHER);
  const acts = async (command: FloorCommand): Promise<void> => {
    const done = control.act(WANG, command);
    done.catch(() => undefined);
    await shift.clock.pass(0);
    return done;
  };
  const refuses = async (command: FloorCommand): Promise<FailureCode | null> => {
    try {
      await acts(command);
      return null;
    } catch (error) {
      if (error instanceof FailureError) return error.failure.code;
      throw error;
    }
  };
  return { ...shift, told, control, acts, refuses, callId };
}

const FACTS = {
  day: () => ({ calls: 3, talkMs: 90_000 }),
  skills: () => [{ skillId: 'dialect', level: 3 }],
  desk: () => null,
};

function monitors({ exchange }: Shift): unknown {
  return exchange.calls().flatMap((call) => call.monitors);
}

const nameOf = (accountId: AccountId) => ({
  accountId,
  jobNumber: accountId.slice(-4),
  name: `员${accountId.slice(-1)}`,
});

describe('侦听, 耳语, 插入', () => {
  it('follow each other in one call without leaving it', async () => {
    const given = await room();
    for (const mode of ['listen', 'whisper', 'barge'] as const) {
      await given.acts({ type: 'monitor', callId: given.callId, mode });
      expect(monitors(given)).toEqual([{ supervisor: SUPERVISOR, mode }]);
    }
    await given.acts({ type: 'stopMonitor', callId: given.callId });
    expect(monitors(given)).toEqual([]);
  });

  it('tell the operator of whoever whispers or joins, and of a listener only where they asked for help', async () => {
    const given = await room();
    const shown = (): unknown => given.hall.view(OPERATOR).supervisors;
    await given.acts({ type: 'monitor', callId: given.callId, mode: 'listen' });
    expect(shown()).toEqual([]);
    await given.says(OPERATOR, 'askHelp');
    expect(shown()).toEqual([{ mode: 'listen' }]);
    await given.says(OPERATOR, 'endHelp');
    await given.acts({ type: 'monitor', callId: given.callId, mode: 'whisper' });
    expect(shown()).toEqual([{ mode: 'whisper' }]);
  });

  it('take a supervisor who waits for calls off the distribution, and hear nothing more once they wait again', async () => {
    const given = await room();
    await given.signInReady(SUPERVISOR);
    await given.acts({ type: 'monitor', callId: given.callId, mode: 'listen' });
    expect(given.hall.view(SUPERVISOR).agent.state).toBe('busy');
    await given.control.leaveCalls(SUPERVISOR);
    expect(monitors(given)).toEqual([]);
  });

  it('sign a supervisor in who is not, with the phone of their desk: whoever hears has a line', async () => {
    const given = await room();
    const device = { kind: 'desk', extension: '8003' } as const;
    await given.acts({ type: 'monitor', callId: given.callId, mode: 'listen', device });
    expect(given.hall.view(SUPERVISOR).agent.state).toBe('busy');
    expect(given.exchange.deviceOf(SUPERVISOR)).toEqual(device);
    expect(monitors(given)).toEqual([{ supervisor: SUPERVISOR, mode: 'listen' }]);
  });

  it('hear one call at a time', async () => {
    const given = await room();
    const second = given.exchange.placeCall('13800005522', { patienceMs: 600_000 });
    await given.clock.pass(10);
    await given.says(OTHER, 'answer');
    await given.acts({ type: 'monitor', callId: given.callId, mode: 'listen' });
    await given.acts({ type: 'monitor', callId: second, mode: 'listen' });
    const heard = given.exchange.calls().filter((call) => call.monitors.length > 0);
    expect(heard.map(({ callId }) => callId)).toEqual([second]);
  });

  it('are refused to a supervisor who speaks themselves, and for a call that is over', async () => {
    const given = await room();
    await given.signInReady(SUPERVISOR);
    given.exchange.placeCall('13800005523', { patienceMs: 600_000 });
    given.exchange.placeCall('13800005524', { patienceMs: 600_000 });
    await given.clock.pass(10);
    await given.says(SUPERVISOR, 'answer');
    expect(await given.refuses({ type: 'monitor', callId: given.callId, mode: 'listen' })).toBe('AGENT_STATE');
    given.exchange.callerHangsUp(given.callId);
    expect(await given.refuses({ type: 'monitor', callId: given.callId, mode: 'listen' })).toBe('CALL_GONE');
  });
});

describe('拦截 and 强拆', () => {
  it('put the supervisor in the operator’s place, who writes up what was said and is told by whom', async () => {
    const given = await room();
    await given.acts({ type: 'takeOver', callId: given.callId });
    expect(given.hall.view(SUPERVISOR)).toMatchObject({ agent: { state: 'talking' }, call: { callId: given.callId } });
    expect(given.hall.view(OPERATOR)).toMatchObject({ agent: { state: 'wrapUp' }, call: { endedBy: 'supervisor' } });
  });

  it('end the call for all', async () => {
    const given = await room();
    await given.acts({ type: 'forceHangUp', callId: given.callId, reason: '辱骂' });
    expect(given.exchange.calls()).toEqual([]);
    expect(given.hall.view(OPERATOR)).toMatchObject({ agent: { state: 'wrapUp' }, call: { endedBy: 'supervisor' } });
  });
});

describe('setting somebody’s state', () => {
  it('makes a ready operator busy, ends a wrap-up, and signs out', async () => {
    const given = await room();
    await given.acts({ type: 'forceBusy', agent: OTHER });
    expect(given.hall.view(OTHER).agent.state).toBe('busy');
    await given.acts({ type: 'forceSignOut', agent: OTHER });
    expect(given.hall.view(OTHER).agent.state).toBe('signedOut');
    await given.says(OPERATOR, 'hangUp');
    await given.acts({ type: 'endWrapUp', agent: OPERATOR });
    expect(given.hall.view(OPERATOR).agent.state).toBe('ready');
  });

  it('is refused while they speak', async () => {
    const given = await room();
    expect(await given.refuses({ type: 'forceBusy', agent: OPERATOR })).toBe('AGENT_STATE');
    expect(await given.refuses({ type: 'forceSignOut', agent: OPERATOR })).toBe('AGENT_STATE');
    expect(await given.refuses({ type: 'endWrapUp', agent: OTHER })).toBe('AGENT_STATE');
  });

  it('does not pretend that a desk is there which has gone', async () => {
    const given = await room();
    await given.says(OPERATOR, 'hangUp');
    given.hall.deskGone(OPERATOR);
    await given.acts({ type: 'endWrapUp', agent: OPERATOR });
    expect(given.hall.view(OPERATOR).agent.state).toBe('busy');
  });
});

it('强制示闲 puts a rested operator back among those who wait, and says nothing to one who speaks', async () => {
  const given = await room();
  await given.says(OTHER, 'rest');
  await given.acts({ type: 'forceReady', agent: OTHER });
  expect(given.hall.view(OTHER).agent.state).toBe('ready');
  expect(await given.refuses({ type: 'forceReady', agent: OPERATOR })).toBe('AGENT_STATE');
});

describe('代接', () => {
  /** Nobody is free, and two wait. */
  async function waiting() {
    const given = await room();
    await given.says(OTHER, 'busy');
    const [first, second] = ['13800005531', '13800005532'].map((number) =>
      given.exchange.placeCall(number, { patienceMs: 600_000 }),
    );
    if (!first || !second) throw new Error('two callers');
    await given.clock.pass(10);
    return { ...given, first, second };
  }
  const state = ({ hall }: Shift) => hall.view(SUPERVISOR).agent.state;

  it('rings the supervisor for the caller they chose, not for who is next, and they talk', async () => {
    const given = await waiting();
    await given.acts({ type: 'pick', callId: given.second });
    await given.clock.pass(10);
    expect(given.hall.view(SUPERVISOR)).toMatchObject({
      agent: { state: 'ringing' },
      call: { callId: given.second, state: 'ringing' },
    });
    await given.says(SUPERVISOR, 'answer');
    expect(given.hall.view(SUPERVISOR).call).toMatchObject({ callId: given.second, state: 'talking' });
    expect(given.hall.calls.get(given.first)).toMatchObject({ state: 'queued' });
  });

  it('leaves a caller who was not answered where they were, and the supervisor out of the distribution', async () => {
    const given = await waiting();
    const { queuedAt } = given.hall.calls.get(given.first) ?? {};
    await given.acts({ type: 'pick', callId: given.first });
    await given.clock.pass(20_000);
    expect(given.hall.calls.get(given.first)).toMatchObject({ state: 'queued', queuedAt });
    expect(state(given)).toBe('busy');
    await given.acts({ type: 'pick', callId: given.first });
    await given.clock.pass(10);
    given.exchange.callerHangsUp(given.first);
    await given.clock.pass(10);
    expect(state(given)).toBe('busy');
  });

  it('is refused for a caller who rings elsewhere, speaks, or has gone', async () => {
    const given = await waiting();
    expect(await given.refuses({ type: 'pick', callId: given.callId })).toBe('CALL_STATE');
    await given.says(OTHER, 'ready');
    expect(await given.refuses({ type: 'pick', callId: given.first })).toBe('CALL_STATE');
    given.exchange.callerHangsUp(given.second);
    await given.clock.pass(10);
    expect(await given.refuses({ type: 'pick', callId: given.second })).toBe('CALL_GONE');
  });

  it('is on record with the call', () => {
    const callId = callIdSchema.parse('c-1');
    expect(floorRecord({ type: 'pick', callId }, () => null)).toEqual({
      action: 'hall.pick',
      subject: callId,
      detail: { agent: null },
    });
  });
});

describe('求助班长', () => {
  it('is asked in a call alone, shown on the operator’s bar, and ends with the call', async () => {
    const given = await room();
    expect(await given.refusal(OTHER, 'askHelp')).toBe('CALL_GONE');
    const asked = await given.says(OPERATOR, 'askHelp');
    expect(asked.help).toMatchObject({ taker: null });
    await given.acts({ type: 'takeHelp', callId: given.callId });
    expect(given.hall.view(OPERATOR).help).toMatchObject({ taker: '王班长' });
    given.exchange.callerHangsUp(given.callId);
    expect(given.hall.help.all()).toEqual([]);
    expect(given.hall.view(OPERATOR).help).toBeNull();
  });

  it('ends where the supervisor takes the call over', async () => {
    const given = await room();
    await given.says(OPERATOR, 'askHelp');
    await given.acts({ type: 'takeOver', callId: given.callId });
    expect(given.hall.help.all()).toEqual([]);
    expect(given.hall.view(SUPERVISOR).help).toBeNull();
  });

  it('takes a draft only from whoever asked', async () => {
    const given = await room();
    expect(() => given.hall.help.share(given.callId, OPERATOR, DRAFT)).toThrow('CALL_GONE');
    await given.says(OPERATOR, 'askHelp');
    expect(() => given.hall.help.share(given.callId, OTHER, DRAFT)).toThrow('CALL_GONE');
    given.hall.help.share(given.callId, OPERATOR, DRAFT);
    expect(given.hall.help.all()[0]?.draft).toEqual(DRAFT);
  });
});

const DRAFT: SharedDraft = {
  category: 'complaint',
  subject: '',
  content: '噪音扰民',
  place: '',
  accused: '',
  unit: '',
  urgent: false,
  secret: true,
  callerName: '张三丰',
  callerPhone: '13800005521',
  callerAddress: '淇滨区九州路100号3单元',
};

describe('what a supervisor sees', () => {
  it('H19: masks numbers, names and addresses', async () => {
    const given = await room();
    await given.says(OPERATOR, 'askHelp');
    given.hall.help.share(given.callId, OPERATOR, DRAFT);
    const [help] = given.hall.help.all();
    if (!help) throw new Error('the help is open');
    const seen = helpView(help, { permissions: [], sensitivities: ['normal', 'secret'], units: 'all' }, nameOf);
    const floor = floorView(given.hall, given.exchange.capabilities, nameOf, given.clock.nowMs(), FACTS);
    expect(JSON.stringify([seen, floor])).not.toMatch(/13800005521|张三丰|100号/);
    expect(seen.draft?.content).toBe('噪音扰民');
  });

  it('T23: has nothing of a 保密 request that is not theirs to see', async () => {
    const given = await room();
    await given.says(OPERATOR, 'askHelp');
    given.hall.help.share(given.callId, OPERATOR, DRAFT);
    const [help] = given.hall.help.all();
    if (!help) throw new Error('the help is open');
    const seen = helpView(help, { permissions: [], sensitivities: ['normal'], units: 'all' }, nameOf);
    expect(seen).toMatchObject({ draft: null, withheld: true });
  });

  it('is everybody with state and call, and who waits', async () => {
    const given = await room();
    given.exchange.placeCall('13800005522', { patienceMs: 600_000 });
    given.exchange.placeCall('13800005523', { patienceMs: 600_000 });
    await given.clock.pass(10);
    await given.acts({ type: 'monitor', callId: given.callId, mode: 'listen' });
    const floor = floorView(given.hall, given.exchange.capabilities, nameOf, given.clock.nowMs(), FACTS);
    expect(floor.agents.map(({ state, call }) => [state, call?.monitors.length ?? null])).toEqual([
      ['talking', 1],
      ['ringing', 0],
      // The supervisor, who was signed in to listen.
      ['busy', null],
    ]);
    expect(floor.waiting.map(({ number }) => number)).toEqual(['138****5523']);
  });
});

describe('小休 that a supervisor agrees to', () => {
  it('begins when they do, stays out of the way while a call is there, and is no more when refused', async () => {
    const given = await room();
    const { hall, refuses, acts } = given;
    expect(hall.askRest(OTHER, 'meal').agent).toMatchObject({ state: 'ready', restAsked: { reason: 'meal' } });
    const floor = floorView(hall, given.exchange.capabilities, nameOf, given.clock.nowMs(), FACTS);
    expect(floor.agents.map(({ restAsked }) => restAsked?.reason ?? null)).toEqual([null, 'meal']);
    await acts({ type: 'agreeRest', agent: OTHER });
    expect(hall.view(OTHER).agent).toMatchObject({ state: 'rest', restReason: 'meal', restAsked: null });
    expect(await refuses({ type: 'agreeRest', agent: OTHER })).toBe('AGENT_STATE');

    hall.askRest(OPERATOR, 'restroom');
    expect(await refuses({ type: 'agreeRest', agent: OPERATOR })).toBe('AGENT_STATE');
    expect(hall.view(OPERATOR).agent.restAsked).not.toBeNull();
    await acts({ type: 'refuseRest', agent: OPERATOR });
    expect(hall.view(OPERATOR).agent).toMatchObject({ state: 'talking', restAsked: null });
  });

  it('a message goes to the operator under the supervisor’s name, and its words stand in the audit log', async () => {
    const { acts, told } = await room();
    await acts({ type: 'message', agent: OTHER, text: '请协助方言来电' });
    expect(told).toEqual([['王班长', OTHER, '请协助方言来电']]);
    const said = floorRecord({ type: 'message', agent: OTHER, text: '请协助方言来电' }, () => null);
    expect(said).toEqual({ action: 'hall.message', subject: OTHER, detail: { text: '请协助方言来电' } });
  });
});

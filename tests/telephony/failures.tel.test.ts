import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually, pause } from './support/eventually.ts';
import { hears, startTestExchange, type TestExchange } from './support/hall-of-phones.ts';
import type { Line } from './support/line.ts';
import { hireOperator, startRealShift, type Operator, type RealShift } from './support/shift.ts';

const CALLER = '13800005521';

let exchange: TestExchange;
let wang: Operator;
let li: Operator;
let shift: RealShift;

beforeAll(async () => {
  exchange = await startTestExchange();
  wang = await hireOperator(exchange, 1);
  li = await hireOperator(exchange, 2);
});
afterAll(() => exchange.stop());
beforeEach(async () => {
  shift = await startRealShift(exchange, [wang, li]);
});
afterEach(async () => {
  for (const line of exchange.world.lines()) line.hangUp();
  for (const { phone } of [wang, li]) for (const line of phone.lines()) line.hangUp();
  await eventually(() => {
    if (shift.hall.calls.size > 0) throw new Error('a call is still alive');
  }, 40_000);
  // The exchange remembers who is signed in, across services: the next test begins with nobody.
  for (const { id } of [wang, li]) {
    if (shift.hall.view(id).agent.state !== 'signedOut') await shift.hall.command(id, { type: 'signOut' });
  }
  await shift.stop();
  await eventually(async () => {
    if ((await channels()) > 0) throw new Error('a line is still up: a ghost call');
  }, 40_000);
});

/** Lines at the exchange. */
async function channels(): Promise<number> {
  const lines = (await exchange.asterisk.console('core show channels concise')).split('\n');
  return lines.filter((line) => line.includes('!')).length;
}

/** 1001 talks to a caller, and each hears the other. */
async function talking(): Promise<Line> {
  await shift.signInReady(wang);
  const caller = await exchange.callFrom(CALLER);
  await talks(wang, caller);
  return caller;
}

async function talks(operator: Operator, caller: Line): Promise<void> {
  await eventually(() => {
    expect(shift.hall.view(operator.id)).toMatchObject({ agent: { state: 'talking' }, call: { state: 'talking' } });
    expect(hears(caller)).toEqual(['agent']);
    expect(operator.phone.lines().at(-1) && hears(operator.phone.lines().at(-1) ?? caller)).toEqual(['caller']);
  });
}

describe('a link that is gone for ten seconds', () => {
  it('leaves the talk going; a caller who hung up meanwhile leaves no ghost, and who came meanwhile is served', async () => {
    const first = await talking();
    await shift.signInReady(li);
    const second = await exchange.callFrom('13900001234');
    await talks(li, second);
    shift.wire.cut('pulled');
    await eventually(() => expect(shift.links('down')).toBe(1), 20_000);
    second.hangUp();
    await pause(5000);
    expect(hears(first)).toEqual(['agent']);
    const third = await exchange.callFrom('13700001111');
    await pause(5000);
    shift.wire.heal();
    await eventually(() => expect(shift.links('up')).toBe(2), 20_000);
    expect(shift.hall.view(wang.id)).toMatchObject({ agent: { state: 'talking' }, call: { state: 'talking' } });
    // Ended without a time: nobody heard when.
    expect(shift.records).toMatchObject([{ callerNumber: '13900001234', outcome: 'answered', endedAt: null }]);
    // The dialplan kept the new caller, and hands them over once we are back.
    await eventually(() => expect(shift.hall.view(li.id).agent.state).toBe('talking'), 20_000);
    await talks(li, third);
    expect(li.phone.lines().filter((line) => line.state() === 'up')).toHaveLength(1);
  }, 60_000);
});

describe('an exchange that is started again', () => {
  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'after %s: calls are over, nobody is stuck, the next call is served',
    async (signal) => {
      await talking();
      await exchange.asterisk.stop(signal);
      await eventually(() => expect(shift.links('down')).toBe(1), 20_000);
      await exchange.asterisk.start();
      await eventually(() => expect(shift.links('up')).toBe(2), 20_000);
      for (const { phone } of [wang, li]) await phone.register();
      expect(shift.records).toMatchObject([{ callerNumber: CALLER, outcome: 'answered' }]);
      await eventually(() => expect(shift.hall.view(wang.id).agent.state).toBe('ready'));
      const next = await exchange.callFrom('13900001234');
      await talks(wang, next);
    },
    60_000,
  );
});

describe('a service that is started again', () => {
  it('finds its operators and calls at the exchange, who waits and who talks', async () => {
    const caller = await talking();
    const waiting = await exchange.callFrom('13900001234');
    await eventually(() => expect(shift.hall.view(wang.id).queue.waiting).toBe(1));
    const callId = shift.hall.view(wang.id).call?.callId;
    // As when its process is killed: not a word of goodbye.
    shift.wire.cut('pulled');
    const old = shift;
    shift = await startRealShift(exchange, [wang, li]);
    await eventually(() =>
      expect(shift.hall.view(wang.id)).toMatchObject({
        agent: { state: 'talking' },
        call: { callId, state: 'talking' },
        queue: { waiting: 1 },
      }),
    );
    expect(hears(caller)).toEqual(['agent']);
    await shift.hall.command(wang.id, { type: 'hold' });
    await eventually(() => expect(hears(caller)).toEqual(['music']));
    await shift.signInReady(li);
    await talks(li, waiting);
    await old.stop();
  });
});

describe('a phone that vanishes', () => {
  it('mid-call: the caller is not dropped, and is answered by another', async () => {
    const caller = await talking();
    await shift.signInReady(li);
    wang.phone.lines().at(-1)?.vanish();
    // Asterisk notices by itself after rtp_timeout.
    await eventually(() => expect(shift.hall.view(li.id).agent.state).toBe('talking'), 50_000);
    await talks(li, caller);
    expect(shift.hall.view(wang.id).agent.state).not.toBe('talking');
  }, 70_000);
});

describe('two at once', () => {
  it('a caller who hangs up as the phone is answered leaves nobody talking to nobody', async () => {
    await shift.signInReady(wang);
    for (let round = 0; round < 5; round += 1) {
      const caller = await exchange.callFrom(CALLER);
      await pause(round * 12);
      caller.hangUp();
      await eventually(() => expect(caller.state()).toBe('ended'));
      await eventually(async () => expect(await channels()).toBe(0));
      await eventually(() => expect(['ready', 'busy']).toContain(shift.hall.view(wang.id).agent.state));
      await shift.hall.command(wang.id, { type: 'ready' });
    }
  }, 60_000);
});

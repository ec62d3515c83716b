import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { telephonyViewSchema, type TelephonyView } from '../../../shared/domain/call.ts';
import type { PhoneAccess } from '../../../shared/domain/phone.ts';
import { instant } from '../../../shared/instant.ts';
import type { HeldLine, Invite } from './invite.ts';
import { startPhone, type AgentEvents, type Line, type PhoneState } from './phone.ts';

const WS = 'wss://pbx.example.cn/ws';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

function credentials(lifeMs: number, password = 'p1'): PhoneAccess {
  return { wsUrl: WS, uri: 'sip:a@pbx', user: 'a', password, expiresAt: instant(Date.now() + lifeMs) };
}

/** A phone before an exchange in the test's hand. */
async function phone(
  options: { access?: () => Promise<PhoneAccess | null>; microphone?: () => Promise<MediaStream> } = {},
) {
  const said: string[] = [];
  const now: { state: PhoneState; lines: readonly HeldLine[] } = { state: 'off', lines: [] };
  let events: AgentEvents | null = null;
  const stream = new EventTarget() as MediaStream;
  const running = startPhone({
    access: options.access ?? (() => Promise.resolve(credentials(600_000))),
    allowed: WS,
    connect: (access, heard) => {
      events = heard;
      return Promise.resolve({
        start: () => said.push(`start ${access.password}`),
        renew: ({ password }) => said.push(`renew ${password}`),
        stop: () => said.push('stop'),
      });
    },
    microphone: {
      open: options.microphone ?? (() => Promise.resolve(stream)),
      close: () => said.push('microphone closed'),
    },
    nowMs: () => Date.now(),
    tell: (state, lines) => Object.assign(now, { state, lines }),
  });
  await vi.advanceTimersByTimeAsync(0);
  const exchange = (): AgentEvents => {
    if (!events) throw new Error('the phone has not connected');
    return events;
  };
  function rings(invite: Partial<Invite> = {}): Line & { readonly done: string[] } {
    const done: string[] = [];
    const line = {
      invite: { callId: 'c1', leg: 'ring', answerNow: false, ...invite } as const,
      done,
      answer: () => void done.push('answered'),
      end: () => void done.push('ended'),
      renegotiate: () => void done.push('renegotiated'),
      mute: (muted: boolean) => void done.push(muted ? 'muted' : 'unmuted'),
    };
    exchange().invited(line);
    return line;
  }
  return { running, said, now, exchange, rings };
}

function viewOf(callId: string | null, muted = false): TelephonyView {
  const at = instant(0);
  const call = callId && {
    callId,
    direction: 'inbound',
    callerNumber: '1',
    state: 'talking',
    muted,
    consultWith: null,
    legs: [],
    queuedAt: at,
    ringingAt: at,
    answeredAt: at,
    endedAt: null,
    endedBy: null,
  };
  const agent = { state: 'talking', since: at, restReason: null, wrapUpEndsAt: null };
  return telephonyViewSchema.parse({ agent, call, queue: { waiting: 0, longestSince: null, agentsReady: 0 }, at });
}

describe('registration', () => {
  it('is ready once the exchange has it', async () => {
    const { now, said, exchange } = await phone();
    expect([now.state, said]).toEqual(['starting', ['start p1']]);
    exchange().registered();
    expect(now.state).toBe('ready');
  });

  it('is none where the exchange has no such phones', async () => {
    const { now, said } = await phone({ access: () => Promise.resolve(null) });
    expect([now.state, said]).toEqual(['off', []]);
  });

  it('is renewed before its credentials end, without a new connection', async () => {
    let asked = 0;
    const access = () => Promise.resolve(credentials(600_000, `p${(asked += 1)}`));
    const { said } = await phone({ access });
    await vi.advanceTimersByTimeAsync(539_000);
    expect(said).toEqual(['start p1']);
    await vi.advanceTimersByTimeAsync(2000);
    expect(said).toEqual(['start p1', 'renew p2']);
  });

  it('with a short life is renewed at half of it', async () => {
    let asked = 0;
    const access = () => Promise.resolve(credentials(30_000, `p${(asked += 1)}`));
    const { said } = await phone({ access });
    await vi.advanceTimersByTimeAsync(15_100);
    expect(said).toContain('renew p2');
  });

  it('is tried again while the service does not answer', async () => {
    let tries = 0;
    const access = () => ((tries += 1) < 3 ? Promise.reject(new Error('away')) : Promise.resolve(credentials(600_000)));
    const { now, said } = await phone({ access });
    expect(now.state).toBe('lost');
    await vi.advanceTimersByTimeAsync(3100);
    expect(said).toEqual(['start p1']);
  });

  it('is made anew when asked to, after sleep or signing in', async () => {
    const { said, running } = await phone();
    running.again();
    await vi.advanceTimersByTimeAsync(0);
    expect(said).toEqual(['start p1', 'renew p1']);
  });

  it('asks for new credentials where the exchange refuses these', async () => {
    const { said, exchange } = await phone();
    exchange().lost('refused');
    await vi.advanceTimersByTimeAsync(1100);
    expect(said).toEqual(['start p1', 'renew p1']);
  });

  it('is not tried at an address that this page may not reach', async () => {
    const access = () => Promise.resolve({ ...credentials(600_000), wsUrl: 'wss://other.example.cn/ws' });
    const { now, said } = await phone({ access });
    expect([now.state, said]).toEqual(['reload', []]);
  });

  it('renegotiates the call in hand when the way to the exchange is back, because the network may be another', async () => {
    const { rings, exchange } = await phone();
    const line = rings();
    exchange().established(line);
    exchange().registered();
    expect(line.done).toEqual([]);
    exchange().lost('network');
    exchange().registered();
    expect(line.done).toEqual(['renegotiated']);
  });
});

describe('a line', () => {
  it('rings until it is answered, and closes the microphone when it has ended', async () => {
    const { running, now, rings, exchange, said } = await phone();
    const line = rings();
    expect(now.lines).toEqual([{ callId: 'c1', state: 'ringing' }]);
    expect(running.answer('other')).toBe(false);
    expect(running.answer('c1')).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(line.done).toEqual(['answered']);
    exchange().established(line);
    expect(now.lines).toEqual([{ callId: 'c1', state: 'talking' }]);
    exchange().ended(line);
    expect(now.lines).toEqual([]);
    expect(said).toContain('microphone closed');
  });

  it('is answered once, however often the key is pressed', async () => {
    const { running, rings } = await phone();
    const line = rings();
    running.answer(null);
    running.answer(null);
    await vi.advanceTimersByTimeAsync(0);
    expect(line.done).toEqual(['answered']);
  });

  it('answers by itself where the person has consented already', async () => {
    const { rings } = await phone();
    const line = rings({ leg: 'monitor', answerNow: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(line.done).toEqual(['answered']);
  });

  it('goes to somebody else where there is no microphone, and says so', async () => {
    const { rings, now } = await phone({ microphone: () => Promise.reject(new Error('NotAllowedError')) });
    const line = rings();
    await vi.advanceTimersByTimeAsync(0);
    expect(line.done).toEqual(['ended']);
    expect(now.state).toBe('noMicrophone');
  });

  it('follows the service: muted with it, and ended once its call is gone for some seconds', async () => {
    const { running, rings, exchange } = await phone();
    const line = rings();
    exchange().established(line);
    running.follow(viewOf('c1', true));
    expect(line.done).toEqual(['muted']);
    running.follow(viewOf(null));
    await vi.advanceTimersByTimeAsync(2000);
    running.follow(null);
    running.follow(viewOf(null));
    expect(line.done).toEqual(['muted']);
    await vi.advanceTimersByTimeAsync(1500);
    running.follow(viewOf(null));
    expect(line.done).toEqual(['muted', 'ended']);
  });

  it('of a supervisor who hears another’s call is not ended for that', async () => {
    const { running, rings, exchange } = await phone();
    const line = rings({ leg: 'monitor', answerNow: true });
    exchange().established(line);
    running.follow(viewOf(null));
    await vi.advanceTimersByTimeAsync(10_000);
    running.follow(viewOf(null));
    expect(line.done).not.toContain('ended');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GUARD_SECONDS } from '../../server/telephony/asterisk/guard.ts';
import { startExchangeCentre, type ExchangeCentre } from './support/centre.ts';
import { eventually, pause } from './support/eventually.ts';
import { hears, startTestExchange, VOICES, type TestExchange } from './support/hall-of-phones.ts';
import type { Line } from './support/line.ts';
import type { Phone } from './support/phone.ts';

const ALONE = '8009';

let exchange: TestExchange;
let centre: ExchangeCentre;
let phone: Phone;

beforeAll(async () => {
  exchange = await startTestExchange({ alone: [ALONE] });
  phone = await exchange.deskPhone(ALONE);
  phone.onRing((line) => {
    line.sound.speak(VOICES.agent);
    line.answer();
  });
  centre = await startExchangeCentre(exchange.asterisk);
});
afterAll(async () => {
  await centre.remove();
  await exchange.stop();
});

/** The service speaks to the exchange, and the stand-in's phone is free. */
async function atWork(): Promise<void> {
  await eventually(async () => {
    const globals = await exchange.asterisk.console('dialplan show globals');
    const beat = Number(/HOTLINE_BEAT=(\d+)/.exec(globals)?.[1] ?? 0);
    expect(Date.now() / 1000 - beat).toBeLessThan(4);
    expect(phone.lines().some((line) => line.state() === 'up')).toBe(false);
  }, 20_000);
}

/** The caller is served by the desk phone that stands in while the service is away. */
async function servedAlone(caller: Line): Promise<void> {
  await eventually(() => expect(hears(caller)).toEqual(['agent']), 25_000);
  caller.hangUp();
}

async function waits(caller: Line): Promise<void> {
  await eventually(() => expect(hears(caller)).toEqual(['music']));
  expect(phone.lines().filter((line) => line.state() === 'up')).toEqual([]);
}

describe('the service as it is started in earnest', () => {
  it('has callers wait with music for longer than the dialplan would let them alone', async () => {
    await atWork();
    const waiting = await exchange.callFrom('13800005521');
    await waits(waiting);
    await pause(GUARD_SECONDS * 1000 + 2000);
    await waits(waiting);
    expect(waiting.state()).toBe('up');
    waiting.hangUp();
  }, 90_000);

  it('once it is killed, leaves those who wait and those who come to the desk phones', async () => {
    await atWork();
    const waiting = await exchange.callFrom('13800005521');
    await waits(waiting);
    await centre.kill();
    await servedAlone(waiting);
    await servedAlone(await exchange.callFrom('13900001234'));
    await centre.restart();
    await atWork();
    const next = await exchange.callFrom('13700001111');
    await waits(next);
    expect(next.state()).toBe('up');
    next.hangUp();
  }, 90_000);

  it('frozen with its connections open, loses nobody: neither who waits nor who comes', async () => {
    await atWork();
    const waiting = await exchange.callFrom('13800005521');
    await waits(waiting);
    centre.freeze();
    await servedAlone(waiting);
    // The dialplan goes by the beat, which is old by now.
    const caller = await exchange.callFrom('13900001234');
    await servedAlone(caller);
    expect(caller.state()).toBe('ended');
    centre.thaw();
    await atWork();
    // The one who was taken back is nobody's call any more, and the next one is served.
    const next = await exchange.callFrom('13700001111');
    await waits(next);
    next.hangUp();
  }, 90_000);
});

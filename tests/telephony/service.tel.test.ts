import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExchangeCentre, type ExchangeCentre } from './support/centre.ts';
import { eventually, pause } from './support/eventually.ts';
import { hears, startTestExchange, VOICES, type TestExchange } from './support/hall-of-phones.ts';
import type { Line } from './support/line.ts';
import type { Phone } from './support/phone.ts';

const ALONE = '8009';
/** More than HOTLINE_STALE of extensions.conf. */
const STALE_MS = 10_000;

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
  it('has callers wait with music, and leaves them to the desk phones once it is killed', async () => {
    await atWork();
    const waiting = await exchange.callFrom('13800005521');
    await waits(waiting);
    waiting.hangUp();
    await centre.kill();
    await servedAlone(await exchange.callFrom('13900001234'));
    await centre.restart();
    await atWork();
    const next = await exchange.callFrom('13700001111');
    await waits(next);
    expect(next.state()).toBe('up');
    next.hangUp();
  }, 90_000);

  it('frozen with its connections open, loses nobody who comes', async () => {
    await atWork();
    centre.freeze();
    // The dialplan goes by the beat, and the last one is young for some seconds yet.
    await pause(STALE_MS);
    const caller = await exchange.callFrom('13900001234');
    await servedAlone(caller);
    expect(caller.state()).toBe('ended');
    centre.thaw();
    await atWork();
  }, 90_000);
});

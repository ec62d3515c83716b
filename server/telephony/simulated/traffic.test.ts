import { describe, expect, it } from 'vitest';
import { seededRandom } from '../scheduler.ts';
import { virtualScheduler } from '../test-support/virtual-scheduler.ts';
import type { SimulatedExchange } from './doors.ts';
import { createSimulatedExchange } from './exchange.ts';
import { startTraffic } from './traffic.ts';

const HOUR = 3_600_000;

async function anHour(seed: number, mostWaiting: number): Promise<{ rung: string[]; most: number }> {
  const clock = virtualScheduler();
  const exchange: SimulatedExchange = createSimulatedExchange({ scheduler: clock, random: seededRandom(seed) });
  exchange.connect();
  const rung: string[] = [];
  let most = 0;
  exchange.onEvent((event) => {
    if (event.type === 'call' && event.what === 'queued') rung.push(`${event.at} ${event.call.callerNumber}`);
    most = Math.max(most, exchange.calls().length);
  });
  const stop = startTraffic({
    exchange,
    scheduler: clock,
    random: seededRandom(seed + 1),
    numbers: ['13800000001', '13800000002', '13800000003', '13800000004', '13800000005'],
    meanSeconds: 60,
    mostWaiting,
  });
  await clock.pass(HOUR);
  stop();
  const before = rung.length;
  await clock.pass(HOUR);
  expect(rung).toHaveLength(before);
  expect(exchange.calls()).toEqual([]);
  return { rung, most };
}

describe('demo traffic', () => {
  it('rings about as often as asked, from known numbers, again and again', async () => {
    const { rung } = await anHour(7, 100);
    expect(rung.length).toBeGreaterThan(30);
    expect(rung.length).toBeLessThan(70);
    const numbers = rung.map((line) => line.split(' ')[1]);
    expect(new Set(numbers).size).toBe(5);
  });

  it('never lets more wait than allowed', async () => {
    expect((await anHour(7, 1)).most).toBe(1);
  });

  it('is the same for the same seed and another for another', async () => {
    expect(await anHour(7, 3)).toEqual(await anHour(7, 3));
    expect((await anHour(7, 3)).rung).not.toEqual((await anHour(8, 3)).rung);
  });
});

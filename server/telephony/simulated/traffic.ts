import { drawBetween } from './units.ts';
import type { SimulatedExchange } from './doors.ts';
import type { Cancel, Random, Scheduler } from '../scheduler.ts';

export interface TrafficOptions {
  readonly exchange: Pick<SimulatedExchange, 'placeCall' | 'calls'>;
  readonly scheduler: Scheduler;
  readonly random: Random;
  /** Who rings: drawn from these, so that known callers ring again. At least one. */
  readonly numbers: readonly [string, ...string[]];
  /** Mean time between two calls, seconds. */
  readonly meanSeconds: number;
  /** How long a caller waits, as [least, most] seconds. */
  readonly patienceSeconds?: readonly [number, number];
  /** With so many callers waiting nobody else rings. */
  readonly mostWaiting?: number;
}

/** Callers who ring by themselves at a gentle pace, for the demo city. @returns what stops them */
export function startTraffic(options: TrafficOptions): Cancel {
  const { exchange, scheduler, random, numbers, meanSeconds } = options;
  const { patienceSeconds = [40, 150], mostWaiting = 3 } = options;
  let cancel: Cancel = () => undefined;

  function next(): void {
    // Exponential gaps: calls come independently of each other, as they do at a real hotline.
    cancel = scheduler.setTimer(-Math.log(1 - random()) * meanSeconds * 1000, () => {
      next();
      ring();
    });
  }

  function ring(): void {
    const live = exchange.calls();
    const waiting = live.filter((call) => call.state === 'queued' || call.state === 'ringing').length;
    const number = numbers[Math.floor(random() * numbers.length)] ?? numbers[0];
    const patienceMs = drawBetween(patienceSeconds, random) * 1000;
    if (waiting >= mostWaiting || live.some((call) => call.callerNumber === number)) return;
    exchange.placeCall(number, { patienceMs });
  }

  next();
  return () => {
    cancel();
  };
}

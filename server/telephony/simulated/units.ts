import type { Random } from '../scheduler.ts';

/** What a dialled number does. */
export type UnitBehaviour = 'answers' | 'busy' | 'declines' | 'noAnswer' | 'badNumber';

/** How long the line takes, as [least, most] milliseconds. */
export interface LineTiming {
  /** From dialling to the ringing tone. */
  readonly connect: readonly [number, number];
  /** From ringing to the unit's answer. */
  readonly answer: readonly [number, number];
  /** From ringing to being declined. */
  readonly decline: readonly [number, number];
  /** From dialling to the busy tone. */
  readonly busy: readonly [number, number];
  /** From dialling to the announcement that the number does not exist. */
  readonly badNumber: readonly [number, number];
  /** Ringing without an answer before the exchange gives up. */
  readonly ringLimit: number;
  /** How long caller and unit talk after the operator has left them. */
  readonly afterTransfer: readonly [number, number];
}

/** As a public line behaves. */
export const REAL_TIMING: LineTiming = {
  connect: [1200, 2600],
  answer: [2500, 9000],
  decline: [2000, 6000],
  busy: [1200, 2500],
  badNumber: [900, 1800],
  ringLimit: 30_000,
  afterTransfer: [20_000, 120_000],
};

/** Shares of the calls to units that come out otherwise than answered, in this order; the rest answers. */
const OTHERWISE: readonly (readonly [UnitBehaviour, number])[] = [
  ['noAnswer', 0.12],
  ['busy', 0.09],
  ['declines', 0.04],
  ['badNumber', 0.02],
];

/** What a unit does this time, when nobody has said what its number does. */
export function drawBehaviour(random: Random): UnitBehaviour {
  let left = random();
  for (const [behaviour, share] of OTHERWISE) {
    if (left < share) return behaviour;
    left -= share;
  }
  return 'answers';
}

export function drawBetween([least, most]: readonly [number, number], random: Random): number {
  return Math.round(least + (most - least) * random());
}

/** When a process that dies is started again. Never given up: without the station nobody at this desk can work. */
const DELAYS_MS = [0, 500, 2_000, 5_000, 15_000] as const;

/** A process that has lived this long is well again. */
const WELL_AFTER_MS = 60_000;

/** This many deaths within {@link WELL_AFTER_MS} of each other are told to the person. */
const ALARM_AT = 3;

export interface Restart {
  /** Wait this long before starting again, ms. */
  readonly delayMs: number;
  /** Somebody should be told: it keeps dying. */
  readonly alarm: boolean;
  /** Deaths in a row, this one included, oldest first, as ms since 1970; hand it back at the next death. */
  readonly deaths: readonly number[];
}

/**
 * Decides what to do about a process that has just died.
 * @param deaths as the last decision left them; empty at first
 * @param nowMs time of this death
 */
export function afterDeath(deaths: readonly number[], nowMs: number): Restart {
  const last = deaths.at(-1);
  const row = last !== undefined && nowMs - last < WELL_AFTER_MS ? [...deaths, nowMs] : [nowMs];
  const delayMs = DELAYS_MS[Math.min(row.length, DELAYS_MS.length) - 1] ?? 0;
  return { delayMs, alarm: row.length >= ALARM_AT, deaths: row.slice(-DELAYS_MS.length) };
}

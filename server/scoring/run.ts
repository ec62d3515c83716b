import { repeat } from '../repeat.ts';
import type { Service } from '../service.ts';
import { lapseScorings } from './appeal.ts';
import { drawOwed } from './draw.ts';

/** Periods end at midnight and appeals with a day: a minute more does not matter. */
const PAUSE_MS = 60_000;

/** Draws what the plans are owed and ends what nobody has confirmed, by the centre's clock. @returns stops it */
export function startScoring(service: Service): () => Promise<void> {
  // Apart, so that neither waits for the other to succeed.
  const stops = [
    repeat(service.log, 'drawing calls to score', PAUSE_MS, () => drawOwed(service)),
    repeat(service.log, 'ending scores that nobody confirmed', PAUSE_MS, () => lapseScorings(service)),
  ];
  return async () => void (await Promise.all(stops.map((stop) => stop())));
}

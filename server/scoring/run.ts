import { repeat } from '../repeat.ts';
import type { Service } from '../service.ts';
import { lapseScorings } from './appeal.ts';
import { drawOwed } from './draw.ts';

/** Periods end at midnight and appeals with a day: a minute more does not matter. */
const PAUSE_MS = 60_000;

/** Draws what the plans are owed and ends what nobody has confirmed, by the centre's clock. @returns stops it */
export function startScoring(service: Service): () => Promise<void> {
  return repeat(service.log, 'scoring', PAUSE_MS, async () => {
    await drawOwed(service);
    await lapseScorings(service);
  });
}

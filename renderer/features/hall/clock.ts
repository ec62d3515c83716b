import { createContext, use } from 'react';
import { useNow } from '../../data/clock.ts';

/** The moment at which the hall stands still because nothing comes from the centre; null while it is live. */
export const StandsStill = createContext<number | null>(null);

/** The exchange's time, which does not go on where what is shown is old: no timer may look alive that is not. */
export function useHallNow(): number {
  const still = use(StandsStill);
  const now = useNow('exchange');
  return still ?? now;
}

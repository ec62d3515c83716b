import { beijingDate, msOf, type Instant } from '../../../../shared/instant.ts';
import type { DeskClient } from '../../../host.ts';
import { dayName } from '../../../components/times.ts';
import { useMinute } from '../../../data/clock.ts';
import { useDeskQuery } from '../../../data/use-query.ts';

export type PolicyPreview = Awaited<ReturnType<DeskClient['policy']['preview']>>;

/** The city's rules as they stand today; asked again when the day changes, because the deadline does. */
export function usePolicy(): PolicyPreview | undefined {
  const today = beijingDate(useMinute('centre'));
  return useDeskQuery({ key: ['policy', today], tables: ['centre'], run: (desk) => desk.policy.preview() }).data;
}

/** The last day of a limit as people say it: 12月4日. A limit ends at 24:00 (Civil Code art. 203), the next day's 00:00. */
export function lastDay(due: Instant, nowMs: number): string {
  return dayName(msOf(due) - 1, nowMs);
}

import type { LimitQuery } from '../../../../shared/policy/choose.ts';
import { addDays } from '../../../../shared/policy/calendar.ts';
import { dueOf, type Deadline, type DueAnswer } from '../../../../shared/policy/deadline.ts';
import { parseLimit } from '../../../../shared/policy/limit.ts';
import type { Pack } from '../../../../shared/policy/pack.ts';
import { beijingDate, msOf } from '../../../../shared/instant.ts';
import { countedDays, type Counted, type Days } from './days.ts';

/** What is tried, as the panel holds it. */
export interface Trial extends Omit<LimitQuery, 'startMs' | 'statutory' | 'filing'> {
  /** Null: now, whenever it is looked at. */
  readonly startMs: number | null;
  readonly filing: boolean;
  /** Null: no statute sets another limit. */
  readonly statutory: { readonly source: string; readonly dueMs: number | null } | null;
}

export const FIRST_TRIAL: Trial = {
  channel: 'hotline',
  category: 'complaint',
  complexity: 'clear',
  units: 1,
  mode: 'forward',
  urgency: 'general',
  startMs: null,
  filing: false,
  statutory: null,
};

/** What the pack answers; null while a statute is named but not its limit. */
export function tried(pack: Pack, trial: Trial, { calendar }: Days, nowMs: number): DueAnswer | null {
  const { startMs, statutory, ...rest } = trial;
  const query = { ...rest, startMs: startMs ?? nowMs };
  if (statutory === null) return dueOf(pack, { ...query, statutory: null }, calendar);
  const { source, dueMs } = statutory;
  if (source.trim() === '' || dueMs === null) return null;
  return dueOf(pack, { ...query, statutory: { source: source.trim(), dueMs } }, calendar);
}

/** How a limit in working days came to its end; null for one that is not counted in them. */
export function countingOf(pack: Pack, deadline: Deadline, days: Days): Counted | null {
  if (parseLimit(deadline.limit).kind !== 'workingDays') return null;
  const last = beijingDate(msOf(deadline.due) - 1);
  const first = beijingDate(msOf(deadline.startedAt));
  return countedDays(days, pack.settings.countReceiptDay ? first : addDays(first, 1), last);
}

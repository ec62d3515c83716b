import { beijingMinute, msOf } from '../../shared/instant.ts';
import type { Deadline } from '../../shared/policy/deadline.ts';
import { limitName } from '../../shared/policy/limit.ts';
import { dayName, relativeTime } from './times.ts';

/**
 * When a limit ends as people say it: `12月4日止` for one that ends with a day (24:00, Civil Code art. 203, which is the
 * next day's 00:00), `今天 21:40 止` for one in hours.
 */
export function dueSaid(dueMs: number, nowMs: number): string {
  return beijingMinute(dueMs) === 0 ? `${dayName(dueMs - 1, nowMs)}止` : `${relativeTime(dueMs, nowMs)} 止`;
}

/** A limit and its end: `10 个工作日，12月4日止`, `12 小时，今天 21:40 止`, `当场`. */
export function limitSaid({ limit, due }: Pick<Deadline, 'limit' | 'due'>, nowMs: number): string {
  return limit === 'atOnce' ? limitName(limit) : `${limitName(limit)}，${dueSaid(msOf(due), nowMs)}`;
}

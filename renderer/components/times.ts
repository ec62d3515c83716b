import { beijingDate, beijingMinute, BEIJING_OFFSET_MS, startOfBeijingDate } from '../../shared/instant.ts';
import { SHIPPED_CALENDAR, workingDaysBetween, type Calendar } from '../../shared/policy/calendar.ts';
import { workingTimeLeft } from '../../shared/policy/remaining.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const two = (value: number): string => String(value).padStart(2, '0');

/** `13:02`, Beijing. */
export function clockTime(ms: number): string {
  const minute = beijingMinute(ms);
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** `13:02:11`, Beijing. */
export function clockTimeSeconds(ms: number): string {
  return `${clockTime(ms)}:${two(Math.floor(ms / 1000) % 60)}`;
}

/** `2026-11-21 13:02:11`, Beijing: the exact instant, for hovering and screen readers. */
export function exactTime(ms: number): string {
  return `${beijingDate(ms)} ${clockTimeSeconds(ms)}`;
}

/** The last second of a limit: one that ends at 24:00 is said as a person says it, not as the midnight of the next day. */
export function dueTime(dueMs: number): string {
  return exactTime(dueMs - 1000);
}

/** `11月18日`, with the year where it is not this one. */
export function dayName(ms: number, nowMs: number): string {
  const local = new Date(ms + BEIJING_OFFSET_MS);
  const day = `${local.getUTCMonth() + 1}月${local.getUTCDate()}日`;
  const year = local.getUTCFullYear();
  return year === new Date(nowMs + BEIJING_OFFSET_MS).getUTCFullYear() ? day : `${year}年${day}`;
}

/** A time as an operator says it: 今天 13:02, 昨天 09:10, 明天 00:00, 11月18日, 2025年3月2日. */
export function relativeTime(ms: number, nowMs: number): string {
  const days = Math.round((startOfBeijingDate(beijingDate(ms)) - startOfBeijingDate(beijingDate(nowMs))) / DAY_MS);
  if (days === 0) return `今天 ${clockTime(ms)}`;
  if (days === -1) return `昨天 ${clockTime(ms)}`;
  if (days === 1) return `明天 ${clockTime(ms)}`;
  return dayName(ms, nowMs);
}

/** The same of a limit: one that ends at 24:00 is of the day that ends then, 今天 23:59. */
export function relativeDue(dueMs: number, nowMs: number): string {
  return relativeTime(dueMs - 1000, nowMs);
}

/** `0:41`, `12:05`, `1:02:09`: how long something lasts, counted in seconds. Never negative. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60) % 60;
  const hours = Math.floor(seconds / 3600);
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

/** 不到 1 分钟, 12 分钟, 3 小时 5 分钟, 2 天: a length of time in a sentence. */
export function spoken(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  if (minutes < 1) return '不到 1 分钟';
  if (minutes < 60) return `${minutes} 分钟`;
  if (minutes < 24 * 60) {
    const rest = minutes % 60;
    return `${Math.floor(minutes / 60)} 小时${rest > 0 ? ` ${rest} 分钟` : ''}`;
  }
  return `${Math.floor(minutes / (24 * 60))} 天`;
}

export interface Remaining {
  /** `near`: less than one working day is left. */
  readonly level: 'ample' | 'near' | 'overdue';
  /** 余 2 工作日 3 小时, 余 3 小时, 超期 1 工作日, 超期 2 小时. */
  readonly text: string;
}

/**
 * How long is left until a deadline, in working days and the hours of today that remain.
 * @param nowMs by the centre's clock
 * @param calendar the centre's own, where its closures are to count
 */
export function remaining(dueMs: number, nowMs: number, calendar: Calendar = SHIPPED_CALENDAR): Remaining {
  if (nowMs >= dueMs) {
    const days = Math.abs(workingDaysBetween(dueMs, nowMs + 1, calendar));
    if (days >= 1) return { level: 'overdue', text: `超期 ${days} 工作日` };
    return { level: 'overdue', text: `超期 ${unit(nowMs - dueMs)}` };
  }
  const { days, hours } = workingTimeLeft(nowMs, dueMs, calendar);
  if (days === 0) return { level: 'near', text: `余 ${unit(dueMs - nowMs)}` };
  return {
    level: days < 2 ? 'near' : 'ample',
    text: `余 ${days} 工作日${hours > 0 ? ` ${hours} 小时` : ''}`,
  };
}

function unit(ms: number): string {
  return ms >= HOUR_MS ? `${Math.floor(ms / HOUR_MS)} 小时` : `${Math.max(1, Math.floor(ms / 60_000))} 分钟`;
}

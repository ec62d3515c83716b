import type { CallRecord, Leg } from '../../../shared/domain/call.ts';
import { LEG_CAUSE_NAMES } from '../../../shared/domain/call.ts';
import { msOf, type Instant } from '../../../shared/instant.ts';
import { duration } from '../../components/times.ts';
import { CLOSED_NAMES, OUTCOME_NAMES, RECORDS, UNKNOWN_NAMES } from './text.ts';

/** How long the caller waited, as `0:41`; null where its end is not known or nobody waited. */
export function waitedText({ direction, queuedAt, answeredAt, endedAt, outcome }: CallRecord): string | null {
  const until = answeredAt ?? endedAt;
  if (direction === 'outbound' || outcome === 'refused' || until === null) return null;
  return duration(msOf(until) - msOf(queuedAt));
}

/** How long was spoken; null where nobody spoke or the end is not known. */
export function talkedText({ answeredAt, endedAt }: Pick<CallRecord, 'answeredAt' | 'endedAt'>): string | null {
  return answeredAt && endedAt ? duration(msOf(endedAt) - msOf(answeredAt)) : null;
}

/** What came of a call, in words. */
export function outcomeText({ outcome, closed, unknown }: Pick<CallRecord, 'outcome' | 'closed' | 'unknown'>): string {
  if (unknown.includes('outcome')) return UNKNOWN_NAMES.outcome;
  return closed === null ? OUTCOME_NAMES[outcome] : `${OUTCOME_NAMES[outcome]} · ${CLOSED_NAMES[closed]}`;
}

/** What came of one line: 已接通, 占线, 未接, 拒接, 空号. */
export function legText({ answeredAt, state, cause }: Leg): string {
  if (answeredAt !== null) return RECORDS.legAnswered;
  if (cause !== null) return LEG_CAUSE_NAMES[cause];
  return state === 'failed' || state === 'left' ? LEG_CAUSE_NAMES.noAnswer : RECORDS.legOpen;
}

/** How long a line was spoken on. */
export function legLength({ answeredAt, endedAt }: Pick<Leg, 'answeredAt' | 'endedAt'>): string | null {
  return answeredAt && endedAt ? duration(msOf(endedAt) - msOf(answeredAt)) : null;
}

/** `1.2 MB` */
export function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** 95.2 %; a dash where there is nothing to measure. */
export function rateText(part: number, whole: number): string {
  return whole === 0 ? '—' : `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)}%`;
}

/** The time of day of an instant as minutes, written `08:30`. */
export function minuteText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** `08:30` as minutes after midnight; 24:00 is the end of the day. Null where it is no time. */
export function minuteOf(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text.trim()) ?? [];
  if (hours === undefined || minutes === undefined || Number(minutes) > 59) return null;
  const minute = Number(hours) * 60 + Number(minutes);
  return minute <= 24 * 60 ? minute : null;
}

/** Never negative. */
export function lengthMs(startedAt: Instant, endedAt: Instant): number {
  return Math.max(0, msOf(endedAt) - msOf(startedAt));
}

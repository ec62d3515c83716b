import { beijingDate, beijingMinute, msOf, type Instant } from '../instant.ts';
import type { Deadline } from '../policy/deadline.ts';
import { limitName } from '../policy/limit.ts';

/** A date that is left to the pen. */
export const BLANK_DATE = '　　　年　　月　　日';

/** 2026年11月20日; room for the pen where there is none yet. */
export function dateOf(at: Instant | null | undefined): string {
  return at ? dateAt(msOf(at)) : BLANK_DATE;
}

/** @param ms milliseconds since 1970 */
export function dateAt(ms: number): string {
  const [year = '', month = '', day = ''] = beijingDate(ms).split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** 2026年11月20日 9:05 */
export function momentOf(at: Instant | null | undefined): string {
  if (!at) return '';
  const minute = beijingMinute(msOf(at));
  return `${dateAt(msOf(at))} ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

/** 5 个工作日，2026年11月27日24时前: the day that ends at midnight, and not the one that begins. */
export function limitWords(deadline: Deadline | null): string {
  if (deadline === null) return '';
  const end = endOf(deadline.due);
  const provisional = deadline.provisional ? '（暂定）' : '';
  return deadline.limit === 'statutory'
    ? `法定时限，${end}前${provisional}`
    : `${limitName(deadline.limit)}，${end}前${provisional}`;
}

/** The instant at which a limit ends, as a form says it. */
export function endOf(due: Instant): string {
  const ms = msOf(due);
  const minute = beijingMinute(ms);
  if (minute === 0) return `${dateAt(ms - 1)}24时`;
  return `${dateAt(ms)}${Math.floor(minute / 60)}时${minute % 60 === 0 ? '' : `${minute % 60}分`}`;
}

/** The pieces that say something, one to a line. */
export function together(...pieces: readonly (string | null | undefined | false)[]): string {
  return pieces.filter((piece): piece is string => typeof piece === 'string' && piece.trim() !== '').join('\n');
}

import { z } from 'zod';

/** A limit as the packs write it: `5wd` working days, `12h` hours, `atOnce`, `1dBeforeDue` (so long before another limit ends), `statutory` (another text's date). */
export const limitTextSchema = z.string().regex(/^(?:[1-9]\d?wd|[1-9]\d{0,2}h|atOnce|statutory|[1-9]dBeforeDue)$/);

export type Limit =
  | { readonly kind: 'workingDays' | 'hours' | 'daysBeforeDue'; readonly count: number }
  | { readonly kind: 'atOnce' | 'statutory' };

/** @throws RangeError for a text that is no limit; packs are validated before they get here */
export function parseLimit(text: string): Limit {
  if (text === 'atOnce' || text === 'statutory') return { kind: text };
  const [, digits, unit] = /^(\d+)(wd|h|dBeforeDue)$/.exec(text) ?? [];
  if (digits === undefined) throw new RangeError(`not a limit: ${text}`);
  const kind = unit === 'wd' ? 'workingDays' : unit === 'h' ? 'hours' : 'daysBeforeDue';
  return { kind, count: Number(digits) };
}

/** A measure to tell which of two limits is shorter before any calendar is asked: hours, a working day taken for 24. */
export function nominalHours(text: string): number {
  const limit = parseLimit(text);
  if (!('count' in limit)) return 0;
  return limit.kind === 'hours' ? limit.count : limit.count * 24;
}

/** As a person says it: `5 个工作日`, `12 小时`, `当场`, `期满前 1 日`, `法定时限`. */
export function limitName(text: string): string {
  const limit = parseLimit(text);
  switch (limit.kind) {
    case 'atOnce':
      return '当场';
    case 'statutory':
      return '法定时限';
    case 'hours':
      return `${limit.count} 小时`;
    case 'workingDays':
      return `${limit.count} 个工作日`;
    case 'daysBeforeDue':
      return `期满前 ${limit.count} 日`;
  }
}

import { describe, expect, it } from 'vitest';
import { instant } from '../../shared/instant.ts';
import { SHIPPED_CALENDAR } from '../../shared/policy/calendar.ts';
import { packOf } from '../../shared/policy/packs.ts';
import { reportTimer, standingTimers, unitsTimer } from './standing.ts';

const ms = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const at = (text: string) => instant(ms(text));

describe('what the clock watches whatever orders there are', () => {
  const report = (city: string, every: string) => {
    const found = packOf(city).reports.find((one) => one.every === every);
    if (!found) throw new Error(`${city} has no report for each ${every}`);
    return found;
  };
  const next = (city: string, every: string, after: string) =>
    reportTimer(report(city, every), SHIPPED_CALENDAR, ms(after)).at;

  it('J16: the quarter’s report on the first working morning of the next quarter', () => {
    expect(next('jilin', 'quarter', '2026-05-12 10:00')).toBe(at('2026-07-01 08:30'));
    // The first days of October are holidays.
    expect(next('jilin', 'quarter', '2026-09-30 23:59')).toBe(at('2026-10-08 08:30'));
    expect(next('jilin', 'quarter', '2026-10-08 08:30')).toBe(at('2027-01-04 08:30'));
  });

  it('T19: the month’s report on the first working morning of the next month', () => {
    expect(next('tonghua', 'month', '2026-11-20 10:00')).toBe(at('2026-12-01 08:30'));
    expect(next('tonghua', 'month', '2026-07-31 10:00')).toBe(at('2026-08-03 08:30'));
  });

  it('H18: the units’ sign-ins at the end of each working day', () => {
    expect(unitsTimer(SHIPPED_CALENDAR, ms('2026-11-20 10:00')).at).toBe(at('2026-11-20 18:00'));
    expect(unitsTimer(SHIPPED_CALENDAR, ms('2026-11-20 18:00')).at).toBe(at('2026-11-23 18:00'));
  });

  it('has one timer for each report of the pack, and one for the units', () => {
    const pack = packOf('tonghua');
    const timers = standingTimers(pack, SHIPPED_CALENDAR, ms('2026-11-20 10:00'));
    expect(timers).toHaveLength(pack.reports.length + 1);
    expect(new Set(timers.map(({ about }) => about)).size).toBe(timers.length);
  });
});

import { describe, expect, it } from 'vitest';
import { instant, msOf } from '../instant.ts';
import { calendarOf, SHIPPED_CALENDAR, type Calendar } from './calendar.ts';
import { packChange, redue } from './changes.ts';
import type { LimitQuery } from './choose.ts';
import { dueOf, type Deadline } from './deadline.ts';
import { extended } from './milestones.ts';
import { packOf } from './packs.ts';
import { packSchema, type Pack } from './pack.ts';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const tonghua = packOf('tonghua');

/** As a State Council notice might set 2027: New Year's Day joined to the weekend by 调休. */
const ANNOUNCED = calendarOf({
  knownUntil: '2027-12-31',
  holidays: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'],
  workdays: ['2027-01-09'],
  closures: [],
});

const QUERY: LimitQuery = {
  channel: 'hotline',
  category: 'complaint',
  complexity: 'clear',
  units: 1,
  mode: 'forward',
  urgency: 'general',
  startMs: at('2026-12-29T10:00:00'),
};

function deadline(
  query: Partial<LimitQuery> = {},
  pack: Pack = tonghua,
  calendar: Calendar = SHIPPED_CALENDAR,
): Deadline {
  const { deadline: answer } = dueOf(pack, { ...QUERY, ...query }, calendar);
  if (!answer) throw new Error('no deadline');
  return answer;
}

describe('a provisional deadline', () => {
  it('is worked out again when the calendar is extended, to what the longer calendar gives at once', () => {
    const before = deadline();
    expect(before).toMatchObject({ provisional: true, due: instant(at('2027-01-07T00:00:00')) });
    expect(redue(before, tonghua, ANNOUNCED)).toEqual(deadline({}, tonghua, ANNOUNCED));
    expect(redue(before, tonghua, ANNOUNCED)).toMatchObject({
      provisional: false,
      due: instant(at('2027-01-08T00:00:00')),
    });
  });

  it('T9: that closes a window is worked out from its limit', () => {
    const before = deadline({ mode: 'extension-request' });
    expect(redue(before, tonghua, ANNOUNCED)).toEqual(deadline({ mode: 'extension-request' }, tonghua, ANNOUNCED));
  });

  it('T9: of an extension runs on from the limit before it', () => {
    const first = deadline({ startMs: at('2026-12-21T10:00:00') });
    const second = extended(tonghua, first, 5, SHIPPED_CALENDAR);
    expect(first.provisional).toBe(false);
    expect(second.provisional).toBe(true);
    expect(redue(second, tonghua, ANNOUNCED)).toEqual(extended(tonghua, first, 5, ANNOUNCED));
  });

  it('stays as it is once settled, whatever closure is added, and where a statute sets it', () => {
    const closed = calendarOf({ knownUntil: '2026-12-31', holidays: [], workdays: [], closures: ['2026-11-24'] });
    const settled = deadline({ startMs: at('2026-11-20T10:00:00') });
    expect(redue(settled, tonghua, closed)).toBe(settled);
    const statutory = deadline({ statutory: { source: '某法', dueMs: at('2027-03-01T00:00:00') } });
    expect(redue(statutory, tonghua, ANNOUNCED)).toBe(statutory);
  });

  it('is not worked out by another city’s pack', () => {
    expect(() => redue(deadline(), packOf('hebi'), ANNOUNCED)).toThrow(RangeError);
  });
});

describe('a changed pack', () => {
  const newer = packSchema.parse({
    ...tonghua,
    version: 2,
    limits: tonghua.limits.map((limit) => (limit.id === 'T8' ? { ...limit, limit: '3wd' } : limit)),
  });
  const query = { ...QUERY, startMs: at('2026-11-20T10:00:00') };
  const old = deadline(query);

  it('lists what would change, and changes nothing', () => {
    const urgent = { ...query, urgency: 'urgent' as const };
    const orders = [
      { id: 'a', query, deadline: old },
      { id: 'b', query: urgent, deadline: deadline(urgent) },
    ];
    expect(packChange(orders, tonghua, newer, SHIPPED_CALENDAR)).toEqual([
      { id: 'a', before: old, after: deadline(query, newer), reason: null },
    ]);
    expect(msOf(deadline(query, newer).due)).toBeLessThan(msOf(old.due));
    expect(old.packVersion).toBe(1);
  });

  it('leaves granted extensions and orders of other versions alone', () => {
    const granted = extended(tonghua, old, 5, SHIPPED_CALENDAR);
    const orders = [
      { id: 'a', query, deadline: granted },
      { id: 'b', query, deadline: deadline(query, newer) },
    ];
    expect(packChange(orders, tonghua, newer, SHIPPED_CALENDAR)).toEqual([]);
  });

  it('says why an order would have no limit any more', () => {
    const without = packSchema.parse({ ...newer, limits: newer.limits.filter(({ id }) => id === 'T6-direct') });
    const [change] = packChange([{ id: 'a', query, deadline: old }], tonghua, without, SHIPPED_CALENDAR);
    expect(change).toMatchObject({ after: null, reason: expect.stringContaining('没有') as unknown });
  });

  it('gives a limit to an order that had none', () => {
    const [change] = packChange([{ id: 'a', query, deadline: null }], tonghua, newer, SHIPPED_CALENDAR);
    expect(change).toMatchObject({ before: null, after: { limit: '3wd', packVersion: 2 } });
  });
});

import { describe, expect, it } from 'vitest';
import { SHIPPED_CALENDAR } from '../../../../shared/policy/calendar.ts';
import { packOf } from '../../../../shared/policy/packs.ts';
import { countingOf, FIRST_TRIAL, tried } from './trial.ts';

const DAYS = { calendar: SHIPPED_CALENDAR, closures: new Set<string>() };
const START = Date.parse('2026-09-30T16:00:00+08:00');

describe('试算', () => {
  it('T8: gives the engine’s own answer, and the days it counted', () => {
    const pack = packOf('tonghua');
    const answer = tried(pack, { ...FIRST_TRIAL, startMs: START }, DAYS, 0);
    expect(answer?.deadline).toMatchObject({ rule: 'T8', due: '2026-10-13T16:00:00.000Z' });
    expect(answer?.deadline && countingOf(pack, answer.deadline, DAYS)?.counted).toEqual([
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-12',
      '2026-10-13',
    ]);
  });

  it('begins now where no start is given', () => {
    expect(tried(packOf('tonghua'), FIRST_TRIAL, DAYS, START)?.deadline?.startedAt).toBe('2026-09-30T08:00:00.000Z');
  });

  it('T10: a statute’s limit prevails, once it is known whole', () => {
    const pack = packOf('tonghua');
    const named = { ...FIRST_TRIAL, statutory: { source: '行政许可法第四十二条', dueMs: null } };
    expect(tried(pack, named, DAYS, START)).toBeNull();
    const whole = { ...named, statutory: { ...named.statutory, dueMs: START + 86_400_000 } };
    expect(tried(pack, whole, DAYS, START)?.deadline).toMatchObject({
      statutory: '行政许可法第四十二条',
      due: '2026-10-01T08:00:00.000Z',
    });
  });

  it('T8: hours are not counted in days', () => {
    const pack = packOf('tonghua');
    const answer = tried(pack, { ...FIRST_TRIAL, urgency: 'urgent' }, DAYS, START);
    expect(answer?.deadline && countingOf(pack, answer.deadline, DAYS)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { instant } from '../../../../shared/instant.ts';
import { manualCallErrors, newManualCall } from './manual-call.ts';

const NOW = Date.parse('2026-11-20T04:00:00.000Z');
const GOOD = {
  ...newManualCall(NOW - 600_000, '13800005521'),
  endedAt: instant(NOW - 300_000),
  reason: '断网期间接听',
};

describe('补录', () => {
  it('is accepted with number, real times and reason', () => {
    expect(manualCallErrors(GOOD, NOW)).toEqual({});
  });

  it('may be written while the caller is still on the line', () => {
    expect(manualCallErrors({ ...GOOD, endedAt: null }, NOW)).toEqual({});
  });

  it('ends after it began', () => {
    expect(manualCallErrors({ ...GOOD, endedAt: GOOD.startedAt }, NOW)).toEqual({ callEnd: '结束时间须晚于开始时间' });
  });

  it('is not in the future', () => {
    const future = { ...GOOD, startedAt: instant(NOW + 1000), endedAt: instant(NOW + 2000) };
    expect(Object.keys(manualCallErrors(future, NOW))).toEqual(['callStart', 'callEnd']);
  });

  it('asks for a number and a reason', () => {
    expect(Object.keys(manualCallErrors({ ...GOOD, number: '不详', reason: ' ' }, NOW))).toEqual([
      'callNumber',
      'callReason',
    ]);
  });
});

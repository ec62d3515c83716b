import { describe, expect, it } from 'vitest';
import { callBackAttemptSchema, type MissedCall } from '../../../../shared/domain/calls/missed.ts';
import { shownRows } from './shown.ts';

function row(state: MissedCall['state'], callId: string | null = null): Pick<MissedCall, 'state' | 'attempts'> {
  const at = '2026-11-21T05:00:00.000Z';
  const by = '00000000-0000-7000-8000-000000001001';
  const rang = { callId, at, by, byName: '王敏', answered: true };
  return { state, attempts: callId === null ? [] : [callBackAttemptSchema.parse(rang)] };
}

describe('the list of callers to be rung back', () => {
  it('holds whoever waits or was taken on, and the others where they are asked for', () => {
    const rows = [row('waiting'), row('claimed'), row('dropped')];
    expect(shownRows(rows, false, undefined)).toEqual(rows.slice(0, 2));
    expect(shownRows(rows, true, undefined)).toEqual(rows);
  });

  it('keeps whoever is being spoken with until it is written down, though they were reached', () => {
    const rows = [row('reached', 'out-1'), row('reached', 'out-0')];
    expect(shownRows(rows, false, 'out-1')).toEqual(rows.slice(0, 1));
    expect(shownRows(rows, false, undefined)).toEqual([]);
  });
});

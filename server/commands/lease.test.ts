import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DeskAccountRow } from '../../db/central/desks.ts';
import { accountIdSchema, deskIdSchema } from '../../shared/domain/ids.ts';
import { instant } from '../../shared/instant.ts';
import { MORNING_MS } from '../../tests/support/central.ts';
import { leaseRefusal } from './lease.ts';

const DAY_MS = 86_400_000;
const LEASE_DAYS = 7;

describe('who may have written a command on a desk', () => {
  const seen: DeskAccountRow = {
    deskId: deskIdSchema.parse(randomUUID()),
    accountId: accountIdSchema.parse(randomUUID()),
    firstAt: instant(MORNING_MS),
    lastAt: instant(MORNING_MS + DAY_MS),
  };
  const code = (days: number, clockOffset: number | null, arrivedDays: number): string | undefined =>
    leaseRefusal(
      { recordedAt: instant(MORNING_MS + days * DAY_MS), clockOffset },
      seen,
      LEASE_DAYS,
      MORNING_MS + arrivedDays * DAY_MS,
    )?.code;

  it('nobody who has never signed in there online', () => {
    const envelope = { recordedAt: instant(MORNING_MS), clockOffset: 0 };
    expect(leaseRefusal(envelope, undefined, LEASE_DAYS, MORNING_MS)?.code).toBe('NOT_PERMITTED');
  });

  it('who signed in there, up to the end of the lease after they were last seen', () => {
    expect(code(0, 0, 0)).toBeUndefined();
    expect(code(8, 0, 30)).toBeUndefined();
    expect(code(10, 0, 30)).toBe('OFFLINE_LEASE_ENDED');
  });

  it('not before they ever signed in there', () => {
    expect(code(-2, 0, 0)).toBe('NOT_PERMITTED');
  });

  it('by the centre’s time where the desk’s clock is known to be wrong', () => {
    expect(code(-400, 400 * DAY_MS, 1)).toBeUndefined();
    expect(code(3, 20 * DAY_MS, 30)).toBe('OFFLINE_LEASE_ENDED');
  });

  it('whatever a clock in the future says: it was written when it arrived at the latest', () => {
    expect(code(500, 0, 2)).toBeUndefined();
  });
});

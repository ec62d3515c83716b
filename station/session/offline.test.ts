import { describe, expect, it } from 'vitest';
import type { Credential } from '../../db/desk/outbox/credentials.ts';
import { roleIdSchema, type Permission } from '../../shared/domain/people.ts';
import { instant } from '../../shared/instant.ts';
import { actor } from '../testing/desk-for-tests.ts';
import { afterWrongPassword, offlineActor, offlineObstacle } from './offline.ts';
import { makeVerifier, verifies } from './verifier.ts';

const NOW = Date.parse('2026-11-20T04:00:00.000Z');
const MINUTE = 60_000;

const credential: Credential = {
  actor: actor('1001'),
  salt: '',
  verifier: '',
  leaseUntil: instant(NOW + MINUTE),
  lastOnlineAt: instant(NOW - MINUTE),
  failures: 0,
  lockedUntil: null,
};

describe('signing in offline', () => {
  it('is for whoever has signed in here online, until the lease ends', () => {
    expect(offlineObstacle(null, NOW)?.code).toBe('OFFLINE_SIGN_IN_UNKNOWN');
    expect(offlineObstacle(credential, NOW)).toBeNull();
    expect(offlineObstacle(credential, NOW + MINUTE)?.code).toBe('OFFLINE_LEASE_ENDED');
  });

  it('is locked for a quarter of an hour by the fifth wrong password, and says for how long', () => {
    expect(afterWrongPassword({ failures: 3 }, NOW)).toEqual({ failures: 4, lockedUntil: null });
    const locked = afterWrongPassword({ failures: 4 }, NOW);
    expect(locked).toEqual({ failures: 0, lockedUntil: instant(NOW + 15 * MINUTE) });
    const later = { ...credential, ...locked, leaseUntil: instant(NOW + 60 * MINUTE) };
    expect(offlineObstacle(later, NOW + 14 * MINUTE)).toMatchObject({ code: 'ACCOUNT_LOCKED', retryAfterMs: MINUTE });
    expect(offlineObstacle(later, NOW + 15 * MINUTE)).toBeNull();
  });

  it('leaves nothing that decides over others', () => {
    const { permissions } = offlineActor(actor('1101', 'shiftSupervisor')).grants;
    expect(permissions).toContain('order.create');
    expect(permissions).not.toContain('hall.control');
    expect(permissions).not.toContain('order.viewSecret');
  });

  it('T9, H5: leaves a unit its own handling, and nobody a decision over others', () => {
    expect(offlineActor(actor('1301', 'handler')).grants.permissions).toContain('order.handle');
    const decisions = new Set<Permission>([
      'order.dispatch',
      'order.supervise',
      'order.followUp',
      'order.inspect',
      'order.sign',
      'order.instruct',
      'order.review',
    ]);
    for (const role of roleIdSchema.options) {
      const { permissions } = offlineActor(actor('1', role)).grants;
      expect([role, permissions.filter((permission) => decisions.has(permission))]).toEqual([role, []]);
    }
  });
});

describe('what the desk keeps of a password', () => {
  it('tells the right one from a wrong one, and is different each time', async () => {
    const one = await makeVerifier('口令abc123');
    const other = await makeVerifier('口令abc123');
    expect(one.verifier).not.toBe(other.verifier);
    expect(await verifies('口令abc123', one)).toBe(true);
    expect(await verifies('口令abc124', one)).toBe(false);
    expect(JSON.stringify(one)).not.toContain('abc123');
  });
});

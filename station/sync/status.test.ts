import { describe, expect, it } from 'vitest';
import type { DeskSession } from '../../shared/contract/desk.ts';
import { failure } from '../../shared/failure.ts';
import { instant } from '../../shared/instant.ts';
import { actor } from '../testing/desk-for-tests.ts';
import { syncStatus, type SyncFacts } from './status.ts';

const NOW = instant(Date.parse('2026-11-20T04:00:00.000Z'));
const session: DeskSession = { actor: actor('1001'), kind: 'online', leaseUntil: NOW };
const well: SyncFacts = {
  link: { up: true },
  session,
  ended: null,
  tooOld: false,
  unknown: false,
  unsent: 0,
  refused: 0,
  moving: false,
  progress: null,
  lastSyncedAt: NOW,
  clockOffset: 0,
};
const down = { up: false, tried: true, cause: failure('NO_NETWORK'), since: NOW } as const;

describe('the state of the sync', () => {
  it.each([
    ['synced', {}],
    ['syncing', { unsent: 1 }],
    ['syncing', { moving: true }],
    ['attention', { refused: 1, unsent: 1 }],
    ['offline', { link: down, refused: 1, unsent: 1 }],
    ['offline', { session: null }],
  ] as const)('is %s with %j', (state, more) => {
    expect(syncStatus({ ...well, ...more }).state).toBe(state);
  });

  it.each([
    ['NO_NETWORK', { link: down, session: null }],
    ['NOT_SIGNED_IN', { session: null }],
    ['SESSION_TAKEN_OVER', { session: null, ended: failure('SESSION_TAKEN_OVER') }],
    ['SESSION_EXPIRED', { session: { ...session, kind: 'offline' } }],
    ['DESK_TOO_OLD', { tooOld: true }],
    ['DESK_UNKNOWN', { unknown: true }],
  ] as const)('names the true cause %s', (code, more) => {
    expect(syncStatus({ ...well, ...more }).cause?.code).toBe(code);
  });

  it('counts since when only while the link is down', () => {
    expect(syncStatus({ ...well, link: down }).since).toBe(NOW);
    expect(syncStatus({ ...well, session: null }).since).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { syncStatusSchema, type SyncStatus } from '../../../shared/contract/desk.ts';
import { failure, type FailureCode } from '../../../shared/failure.ts';
import { linkOf } from './link.ts';

function status(state: SyncStatus['state'], cause: FailureCode | null): SyncStatus {
  return syncStatusSchema.parse({
    state,
    cause: cause && failure(cause),
    since: null,
    unsent: 0,
    refused: 0,
    progress: null,
    lastSyncedAt: null,
    clockOffset: null,
  });
}

describe('whether the centre can be reached', () => {
  it('is not the same as whether somebody is signed in there', () => {
    expect(linkOf(status('offline', 'CENTRE_UNREACHABLE'))).toBe('down');
    expect(linkOf(status('offline', 'NO_NETWORK'))).toBe('down');
    expect(linkOf(status('offline', 'NOT_SIGNED_IN'))).toBe('up');
    expect(linkOf(status('offline', 'SESSION_EXPIRED'))).toBe('up');
  });

  it('is yes while anything is being synced or waits for a person', () => {
    expect(linkOf(status('syncing', null))).toBe('up');
    expect(linkOf(status('attention', null))).toBe('up');
  });

  it('is not guessed before the station has spoken', () => {
    expect(linkOf(null)).toBe('unknown');
  });
});

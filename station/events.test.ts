import { describe, expect, it } from 'vitest';
import type { DeskEvent, SyncStatus } from '../shared/contract/desk.ts';
import { failure } from '../shared/failure.ts';
import { instant } from '../shared/instant.ts';
import { createEvents } from './events.ts';

const status: SyncStatus = {
  state: 'synced',
  cause: null,
  since: null,
  unsent: 0,
  refused: 0,
  progress: null,
  lastSyncedAt: null,
  clockOffset: null,
};

function make() {
  const events = createEvents({
    sync: () => status,
    telephony: () => null,
    session: () => ({ current: null, ended: failure('SESSION_EXPIRED') }),
  });
  return { events, feed: events.subscribe(undefined) };
}

async function read(feed: AsyncGenerator<DeskEvent>, count: number): Promise<DeskEvent[]> {
  const seen: DeskEvent[] = [];
  while (seen.length < count) {
    const next = await feed.next();
    if (next.done === true) break;
    seen.push(next.value);
  }
  return seen;
}

describe('what a window is told', () => {
  it('begins with how things stand', async () => {
    const { events, feed } = make();
    expect(await read(feed, 3)).toEqual([
      { type: 'sync', status },
      { type: 'telephony', view: null },
      { type: 'session', session: null, ended: failure('SESSION_EXPIRED') },
    ]);
    events.close();
  });

  it('gathers the tables of many commits', async () => {
    const { events, feed } = make();
    await read(feed, 3);
    events.tables(['orders']);
    events.tables(['orders', 'outbox']);
    expect(await read(feed, 1)).toEqual([{ type: 'tables', tables: ['orders', 'outbox'] }]);
    events.close();
  });

  it('is the latest of each kind, but every notice', async () => {
    const { events, feed } = make();
    await read(feed, 3);
    events.sync({ ...status, unsent: 1 });
    events.sync({ ...status, unsent: 2 });
    const at = instant(0);
    events.notice(failure('STORE_FULL'), at);
    events.notice(failure('STORE_CORRUPT'), at);
    expect(await read(feed, 3)).toMatchObject([
      { type: 'sync', status: { unsent: 2 } },
      { type: 'notice', notice: { failure: { code: 'STORE_FULL' } } },
      { type: 'notice', notice: { failure: { code: 'STORE_CORRUPT' } } },
    ]);
    events.close();
  });

  it('keeps why a session ended until it has been read', async () => {
    const { events, feed } = make();
    await read(feed, 3);
    events.session(null, failure('SESSION_TAKEN_OVER'));
    events.session(null, null);
    expect(await read(feed, 1)).toMatchObject([{ type: 'session', ended: { code: 'SESSION_TAKEN_OVER' } }]);
    events.close();
  });

  it('ends with the station', async () => {
    const { events, feed } = make();
    await read(feed, 3);
    const end = feed.next();
    events.close();
    expect((await end).done).toBe(true);
  });
});

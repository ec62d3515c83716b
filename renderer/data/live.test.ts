import { beforeEach, describe, expect, it } from 'vitest';
import { deskSessionSchema, tableSchema } from '../../shared/contract/desk.ts';
import { telephonyViewSchema } from '../../shared/domain/call.ts';
import { failure } from '../../shared/failure.ts';
import { instant } from '../../shared/instant.ts';
import { applyEvent, useLive } from './live.ts';

const WANG = deskSessionSchema.parse({
  actor: {
    accountId: '00000000-0000-7000-8000-000000001007',
    jobNumber: '1007',
    name: '王晓梅',
    unitId: null,
    roles: ['operator'],
    grants: { permissions: [], sensitivities: ['normal'], units: 'all' },
  },
  kind: 'online',
  leaseUntil: '2026-11-28T00:00:00.000Z',
});

beforeEach(() => useLive.setState(useLive.getInitialState(), true));

describe('a session', () => {
  it('that ends by itself leaves the screens up, with the reason', () => {
    applyEvent({ type: 'session', session: WANG, ended: null });
    applyEvent({ type: 'session', session: null, ended: failure('SESSION_EXPIRED') });
    expect(useLive.getState()).toMatchObject({ session: null, holder: WANG, ended: { code: 'SESSION_EXPIRED' } });
  });

  it('begun again clears the reason', () => {
    applyEvent({ type: 'session', session: null, ended: failure('SESSION_TAKEN_OVER') });
    applyEvent({ type: 'session', session: WANG, ended: null });
    expect(useLive.getState().ended).toBeNull();
  });

  it('gives its screens up only when its holder leaves', () => {
    applyEvent({ type: 'session', session: WANG, ended: null });
    applyEvent({ type: 'session', session: null, ended: null });
    expect(useLive.getState().holder).toBe(WANG);
    useLive.getState().leave();
    expect(useLive.getState().holder).toBeNull();
  });
});

describe('a change', () => {
  it('moves the tables it names and no other', () => {
    applyEvent({ type: 'tables', tables: ['orders', 'outbox'] });
    applyEvent({ type: 'tables', tables: ['orders'] });
    const { generations } = useLive.getState();
    expect(generations).toMatchObject({ orders: 2, outbox: 1 });
    expect(tableSchema.options.filter((table) => generations[table] > 0)).toEqual(['orders', 'outbox']);
  });
});

describe('the exchange', () => {
  const viewAt = (ms: number) => {
    const at = instant(ms);
    return telephonyViewSchema.parse({
      agent: { state: 'ready', since: at, restReason: null, wrapUpEndsAt: null },
      call: null,
      queue: { waiting: 0, longestSince: null, agentsReady: 1 },
      at,
    });
  };
  const minutesAhead = (): number => Math.round(useLive.getState().exchangeOffset / 60_000);

  it('lends its clock to the timers', () => {
    applyEvent({ type: 'telephony', view: viewAt(Date.now() + 3_600_000) });
    expect(minutesAhead()).toBe(60);
  });

  it('is not taken to be late because the station has kept its last view', () => {
    applyEvent({
      type: 'sync',
      status: {
        state: 'synced',
        cause: null,
        since: null,
        unsent: 0,
        refused: 0,
        progress: null,
        lastSyncedAt: null,
        clockOffset: 120_000,
      },
    });
    applyEvent({ type: 'telephony', view: viewAt(Date.now() - 600_000) });
    expect(minutesAhead()).toBe(2);
    applyEvent({ type: 'telephony', view: viewAt(Date.now() + 60_000) });
    expect(minutesAhead()).toBe(1);
  });
});

describe('a notice', () => {
  it('stays in the list after it was put away', () => {
    useLive.getState().notify(failure('STORE_FULL'));
    const [notice] = useLive.getState().notices;
    useLive.getState().dismissNotice(notice?.id ?? 0);
    expect(useLive.getState().notices).toMatchObject([{ failure: { code: 'STORE_FULL' }, dismissed: true }]);
  });
});

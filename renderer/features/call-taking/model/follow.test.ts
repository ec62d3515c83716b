import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { telephonyViewSchema, type LiveCall, type TelephonyView } from '../../../../shared/domain/call.ts';
import { draftSchema, emptyForm, type Draft } from '../../../../shared/domain/draft.ts';
import { unitIdSchema } from '../../../../shared/domain/ids.ts';
import { failure, FailureError, type Failure } from '../../../../shared/failure.ts';
import { instant } from '../../../../shared/instant.ts';
import { unfinishedAttempt } from './call-watch.ts';
import { startDial } from './direct.ts';
import { activeEntry } from './draft-state.ts';
import { createDraftStore, type DraftGateway } from './draft-store.ts';
import { followSurroundings, type Surroundings } from './follow.ts';

const NOON = Date.parse('2026-11-20T04:00:00.000Z');
const at = (seconds: number) => instant(NOON + seconds * 1000);
const GJJ = unitIdSchema.parse('u-gjj');

function view(state: LiveCall['state'], more: object = {}, callId = 'c-1'): TelephonyView {
  return telephonyViewSchema.parse({
    agent: { state: 'talking', since: at(0), restReason: null, wrapUpEndsAt: null },
    call: {
      callId,
      direction: 'inbound',
      callerNumber: '13800005521',
      state,
      muted: false,
      consultWith: null,
      legs: [],
      queuedAt: at(-20),
      ringingAt: at(-10),
      answeredAt: state === 'ringing' ? null : at(0),
      endedAt: null,
      endedBy: null,
      ...more,
    },
    queue: { waiting: 0, longestSince: null, agentsReady: 1 },
    at: at(60),
  });
}

function house(kept: readonly Draft[] = [], known: Set<string> = new Set()) {
  const opens: string[] = [];
  const trouble: { down: Failure | null } = { down: null };
  const gateway: DraftGateway = {
    drafts: {
      list: async () => [...kept],
      async open({ call, phone }) {
        if (trouble.down) throw new FailureError(trouble.down);
        opens.push(call?.source === 'exchange' ? call.callId : 'none');
        const digit = opens.length;
        return draftSchema.parse({
          id: `00000000-0000-7000-8000-00000000000${digit}`,
          orderId: `00000000-0000-7000-9000-00000000000${digit}`,
          provisionalNumber: `待编-7K2M-000${digit}`,
          openedAt: at(digit),
          updatedAt: at(digit),
          call,
          form: emptyForm(phone),
        });
      },
      save: async () => ({ savedAt: at(99) }),
      discard: async () => ({}),
    },
    commands: { submit: () => Promise.reject(new Error('nothing is submitted here')) },
  };
  const store = createDraftStore(gateway, (error) => {
    if (error instanceof FailureError) return error.failure;
    throw error;
  });
  let surroundings: Surroundings = { accountId: 'a-1', stationUp: true, telephony: null, draftsGeneration: 0 };
  const listeners = new Set<() => void>();
  const answered = vi.fn<() => void>();
  followSurroundings(
    store,
    {
      read: () => surroundings,
      subscribe(listener) {
        listeners.add(listener);
      },
    },
    { knows: (callId) => known.has(callId), keep: (callId) => known.add(callId) },
    answered,
  );
  const become = async (patch: Partial<Surroundings>): Promise<void> => {
    surroundings = { ...surroundings, ...patch };
    for (const listener of listeners) listener();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { store, opens, known, trouble, become, answered, entry: () => activeEntry(store.getState()) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('an incoming call', () => {
  it('opens its draft when it is answered, not while it rings, and only once', async () => {
    const { become, opens, entry, answered } = house();
    await become({ telephony: view('ringing') });
    expect(opens).toEqual([]);
    await become({ telephony: view('talking') });
    await become({ telephony: view('held') });
    expect(opens).toEqual(['c-1']);
    expect(answered).toHaveBeenCalledTimes(1);
    expect(entry()).toMatchObject({ form: { caller: { phone: '13800005521' } }, call: { answeredAt: at(0) } });
  });

  it('is not opened again after its draft was discarded', async () => {
    const { become, opens, store, entry } = house();
    await become({ telephony: view('talking') });
    const id = entry()?.id;
    if (id) await store.getState().discard(id);
    await become({ telephony: view('held') });
    expect(opens).toEqual(['c-1']);
    expect(store.getState().entries).toEqual([]);
  });

  it('finds its own draft again after the window was loaded anew', async () => {
    const first = house();
    await first.become({ telephony: view('talking') });
    const entry = first.entry();
    if (!entry) throw new Error('no draft');
    const { id, orderId, provisionalNumber, openedAt, call, form } = entry;
    const kept = draftSchema.parse({ id, orderId, provisionalNumber, openedAt, updatedAt: openedAt, call, form });
    const second = house([kept]);
    await second.become({ telephony: view('talking') });
    expect(second.opens).toEqual([]);
    expect(second.entry()?.id).toBe(id);
  });

  it('opens no second draft when the window is loaded again after its order was made', async () => {
    const first = house();
    await first.become({ telephony: view('talking') });
    const second = house([], first.known);
    await second.become({ telephony: view('talking') });
    expect(second.opens).toEqual([]);
    await second.become({ telephony: view('talking', {}, 'c-2') });
    expect(second.opens).toEqual(['c-2']);
  });

  it('gets its draft as soon as the station can open one', async () => {
    const { become, opens, store, trouble } = house();
    trouble.down = failure('STORE_FULL');
    await become({ telephony: view('talking') });
    expect(store.getState().failure?.code).toBe('STORE_FULL');
    trouble.down = null;
    await vi.runAllTimersAsync();
    expect(opens).toEqual(['c-1']);
    expect(store.getState().failure).toBeNull();
  });

  it("writes its end to its own draft and to no other call's", async () => {
    const { become, store } = house();
    await become({ telephony: view('talking') });
    await become({ telephony: view('ended', { endedAt: at(60), endedBy: 'caller' }) });
    await become({ telephony: view('talking', {}, 'c-2') });
    const [first, second] = store.getState().entries;
    expect(first?.call).toMatchObject({ callId: 'c-1', endedAt: at(60) });
    expect(second?.call).toMatchObject({ callId: 'c-2', endedAt: null });
  });
});

describe('a dialled unit', () => {
  it('that does not answer is recorded by itself, once', async () => {
    const { become, store, entry } = house();
    await become({ telephony: view('talking') });
    const id = entry()?.id;
    if (!id) throw new Error('no draft');
    const contact = { kind: 'duty', name: '值班室', phone: '0392-3310009', from: 0, to: 1440 } as const;
    store.getState().show(id, { dial: startDial(GJJ, contact, view('talking').call, at(30)) });
    const leg = {
      legId: 'l-1',
      party: 'unit',
      label: '公积金中心',
      number: '0392-3310009',
      unitId: GJJ,
      state: 'failed',
      cause: 'noAnswer',
      startedAt: at(31),
      answeredAt: null,
      endedAt: at(51),
    };
    await become({ telephony: view('talking', { legs: [leg] }) });
    await become({ telephony: view('talking', { legs: [leg], muted: true }) });
    expect(entry()?.form.directAttempts).toEqual([
      {
        unitId: GJJ,
        answeredAt: null,
        contactName: '值班室',
        phone: '0392-3310009',
        startedAt: at(31),
        endedAt: at(51),
        outcome: 'noAnswer',
      },
    ]);
    expect(entry()?.view.dial).toBeNull();
  });
});

describe('a unit rung from the softphone bar', () => {
  const leg = {
    legId: 'l-7',
    party: 'unit',
    label: '公积金中心 李工',
    number: '0392-3310001',
    unitId: GJJ,
    state: 'ringing',
    cause: null,
    startedAt: at(20),
    answeredAt: null,
    endedAt: null,
  };

  it('is taken up by the draft, also after the window was loaded again', async () => {
    const { become, entry } = house();
    await become({ telephony: view('talking') });
    await become({ telephony: view('consulting', { legs: [leg] }) });
    expect(entry()?.view.dial).toMatchObject({ unitId: GJJ, phone: '0392-3310001', startedAt: at(20) });
  });

  it('is recorded when it was busy, once', async () => {
    const { become, entry } = house();
    await become({ telephony: view('talking') });
    const busy = { ...leg, state: 'failed', cause: 'busy', endedAt: at(24) };
    await become({ telephony: view('talking', { legs: [busy] }) });
    await become({ telephony: view('held', { legs: [busy] }) });
    expect(entry()?.form.directAttempts.map(({ outcome }) => outcome)).toEqual(['busy']);
    expect(entry()?.view.dial).toBeNull();
  });

  it('counts as 未能答复 when the request becomes a work order while it is on the line', async () => {
    const { become, entry } = house();
    await become({ telephony: view('talking') });
    const talking = view('conference', { legs: [{ ...leg, state: 'talking', answeredAt: at(30) }] });
    await become({ telephony: talking });
    const written = entry();
    expect(written && unfinishedAttempt(written, talking.call, at(90))).toMatchObject({
      outcome: 'notSolved',
      startedAt: at(20),
      endedAt: at(90),
    });
    expect(written && unfinishedAttempt(written, null, at(90))).toBeNull();
  });
});

describe('people and the station', () => {
  it("another person's drafts do not stay on the screen", async () => {
    const { become, store } = house();
    await become({ telephony: view('talking') });
    await become({ accountId: 'a-2', telephony: null });
    expect(store.getState().entries).toEqual([]);
  });

  it('a session that ran out leaves the draft on the screen, and its return does not open another', async () => {
    const { become, store, opens, entry } = house();
    await become({ telephony: view('talking') });
    const id = entry()?.id;
    if (id) store.getState().edit(id, { content: '写到一半' });
    await become({ accountId: null });
    expect(entry()?.form.content).toBe('写到一半');
    await become({ accountId: 'a-1' });
    expect(opens).toEqual(['c-1']);
    expect(entry()?.form.content).toBe('写到一半');
  });

  it('what was written while the station was away is saved when it is back', async () => {
    const { become, store, entry } = house();
    await become({ telephony: view('talking') });
    await become({ stationUp: false, telephony: null });
    const id = entry()?.id;
    if (id) store.getState().edit(id, { content: '断线时写的' });
    await become({ stationUp: true });
    expect(entry()?.form.content).toBe('断线时写的');
    expect(entry()?.savedRevision).toBe(entry()?.revision);
  });
});

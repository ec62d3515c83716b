import { beforeEach, describe, expect, it } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { failure } from '../../../shared/failure.ts';
import { createWritingStore, type WritingStore } from '../../data/writing-store.ts';
import { followScores } from './follow-scores.ts';

type Reach = ReturnType<Parameters<typeof followScores>[0]['getState']>;

describe('half-written scores of a desk, whichever screen is in front', () => {
  const online: Reach = { session: { kind: 'online' }, stationUp: true, sync: { state: 'synced' } };
  let live: StoreApi<Reach>;
  let writings: StoreApi<WritingStore>;
  let looked: string[];
  const kept = (key: string): void =>
    writings.setState(({ pages }) => ({
      pages: { ...pages, [key]: { form: {}, base: 1, changed: 0, saved: 0, failure: null, other: null } },
    }));

  beforeEach(() => {
    live = createStore<Reach>(() => ({ session: null, stationUp: false, sync: null }));
    writings = createWritingStore(
      { writings: { list: () => Promise.resolve([]), save: () => Promise.reject(new Error('nothing is written')) } },
      '0198c0de-0000-4000-8000-000000000001',
      () => failure('STORE_FULL'),
    );
    looked = [];
    const look = (id: string): Promise<void> => {
      looked.push(id);
      return Promise.resolve();
    };
    followScores(live, writings, { look });
  });

  it('are looked at once the centre is reached, each once, and again after each outage', () => {
    kept('score/a');
    kept('sign/order');
    live.setState({ session: { kind: 'offline' }, stationUp: true, sync: { state: 'offline' } });
    expect(looked).toEqual([]);
    live.setState(online);
    live.setState({ ...online, sync: { state: 'syncing' } });
    expect(looked).toEqual(['a']);
    live.setState({ ...online, sync: { state: 'offline' } });
    live.setState(online);
    expect(looked).toEqual(['a', 'a']);
  });

  it('are looked at where they come to be here later: after the program has started, or from another window', () => {
    live.setState(online);
    kept('score/a');
    kept('score/b');
    expect(looked).toEqual(['a', 'b']);
    writings.setState({ pages: {} });
    kept('score/a');
    expect(looked).toEqual(['a', 'b', 'a']);
  });
});

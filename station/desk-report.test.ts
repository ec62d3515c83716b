import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { accountIdSchema, draftIdSchema } from '../shared/domain/ids.ts';
import { instant } from '../shared/instant.ts';
import { tellOfDesk } from './desk-report.ts';

const PERSON = { accountId: accountIdSchema.parse('00000000-0000-7000-8000-000000000001'), token: 'one' };

const DRAFT = {
  id: draftIdSchema.parse('00000000-0000-7000-8000-0000000000a1'),
  provisionalNumber: '待编-7K2M-0001',
  openedAt: instant(500),
};
/** By its number: what it says stays on the desk. */
const TOLD = { id: DRAFT.id, number: DRAFT.provisionalNumber, openedAt: DRAFT.openedAt };

describe('what a desk tells of itself', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is told once for each change, since when it has unsent work, and again after it could not be told', async () => {
    const state = { unsent: 0, drafts: 1, nowMs: 1000, here: true };
    const said: unknown[] = [];
    let broken = false;
    const report = tellOfDesk({
      online: () => (state.here ? PERSON : null),
      unsent: () => Promise.resolve(state.unsent),
      drafts: () => Promise.resolve([DRAFT].slice(0, state.drafts)),
      send: (one) => (broken ? Promise.reject(new Error('gone')) : Promise.resolve(said.push(one))),
      nowMs: () => state.nowMs,
    });
    const looked = async (): Promise<unknown[]> => {
      report.look();
      report.look();
      await vi.advanceTimersByTimeAsync(1000);
      return said.splice(0);
    };
    expect(await looked()).toEqual([{ drafts: 1, openDrafts: [TOLD], unsent: 0, unsentSince: null }]);
    expect(await looked()).toEqual([]);
    Object.assign(state, { unsent: 2, nowMs: 5000 });
    broken = true;
    expect(await looked()).toEqual([]);
    Object.assign(state, { unsent: 3, nowMs: 9000 });
    broken = false;
    expect(await looked()).toEqual([{ drafts: 1, openDrafts: [TOLD], unsent: 3, unsentSince: instant(5000) }]);
    state.here = false;
    expect(await looked()).toEqual([]);
    Object.assign(state, { here: true, unsent: 0 });
    expect(await looked()).toEqual([{ drafts: 1, openDrafts: [TOLD], unsent: 0, unsentSince: null }]);
    report.stop();
  });

  it('is told again as it was, where a slow centre has been told of something else meanwhile', async () => {
    const state = { unsent: 0 };
    const said: unknown[] = [];
    const answers: (() => void)[] = [];
    const report = tellOfDesk({
      online: () => PERSON,
      unsent: () => Promise.resolve(state.unsent),
      drafts: () => Promise.resolve([]),
      send: ({ unsent }) => {
        said.push(unsent);
        return new Promise<void>((resolve) => answers.push(resolve));
      },
      nowMs: () => 1000,
    });
    const looked = async (unsent: number): Promise<void> => {
      state.unsent = unsent;
      report.look();
      await vi.advanceTimersByTimeAsync(1000);
    };
    const answered = async (): Promise<void> => {
      answers.pop()?.();
      await vi.advanceTimersByTimeAsync(0);
    };
    await looked(0);
    await looked(2);
    await answered();
    await answered();
    await looked(0);
    await answered();
    expect(said).toEqual([0, 2, 0]);
    report.stop();
  });
});

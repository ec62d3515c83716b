import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import type { ScoringState } from '../../../shared/domain/scoring/scoring.ts';
import type { Sheet } from '../../../shared/domain/scoring/sheet.ts';
import { sheetWith } from '../../../shared/domain/scoring/testing/sheets.ts';
import { failure, FailureError, type FailureCode } from '../../../shared/failure.ts';
import { instant } from '../../../shared/instant.ts';
import { createWritingStore, type WritingStore } from '../../data/writing-store.ts';
import { createCentreDrafts, type CentreDrafts } from './centre-drafts.ts';
import { writtenIn } from './model/written-score.ts';

const ID = '0198c0de-0000-7000-8000-0000000000a1';
const KEY = `score/${ID}`;
const AT = instant(Date.UTC(2026, 10, 20, 4));
const WINDOW = '0198c0de-0000-4000-8000-000000000001';

describe('a half-written score on its way to the centre', () => {
  let centre: {
    revision: number;
    sheet: Sheet | null;
    asked: number;
    refuses: FailureCode | null;
    state: ScoringState;
  };
  let discarded: string[];
  let writings: StoreApi<WritingStore>;
  let drafts: CentreDrafts;
  const written = () => writtenIn(writings.getState().pages[KEY]?.form);
  const write = (points: number): void => {
    const { base } = written() ?? { base: 1 };
    writings.getState().write(KEY, { sheet: sheetWith({ greeting: points }), base, changedAt: AT, other: null }, []);
    drafts.touch(ID);
  };

  beforeEach(() => {
    vi.useFakeTimers();
    centre = { revision: 1, sheet: null, asked: 0, refuses: null, state: 'draft' };
    discarded = [];
    writings = createWritingStore(
      {
        writings: {
          list: () => Promise.resolve([]),
          save: ({ base }) => Promise.resolve({ kind: 'saved', revision: (base ?? 0) + 1, savedAt: AT }),
        },
      },
      WINDOW,
      () => failure('STORE_FULL'),
    );
    drafts = createCentreDrafts(
      {
        scoring: {
          saveDraft: ({ revision, sheet }) => {
            centre.asked += 1;
            if (centre.refuses) return Promise.reject(new FailureError(failure(centre.refuses)));
            if (revision !== centre.revision) return Promise.reject(new FailureError(failure('SCORING_CHANGED')));
            centre = { ...centre, revision: revision + 1, sheet };
            return Promise.resolve({ revision: centre.revision, savedAt: AT });
          },
          get: () =>
            centre.refuses
              ? Promise.reject(new FailureError(failure(centre.refuses)))
              : Promise.resolve({ scoring: { state: centre.state } }),
        },
        writings: {
          discard: ({ key }) => {
            discarded.push(key);
            return Promise.resolve({});
          },
        },
      },
      writings,
      (error) => (error instanceof FailureError ? error.failure : failure('UNEXPECTED')),
    );
  });
  afterEach(() => vi.useRealTimers());

  it('arrives a pause after the last change, and is then no longer to be sent', async () => {
    write(1);
    await vi.advanceTimersByTimeAsync(1500);
    write(2);
    await vi.advanceTimersByTimeAsync(1500);
    expect(centre.asked).toBe(0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(centre).toMatchObject({ asked: 1, sheet: sheetWith({ greeting: 2 }) });
    expect(written()).toMatchObject({ base: 2, changedAt: null });
    expect(drafts.copies.getState()[ID]).toEqual({ savedAt: AT, failure: null });
    write(3);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(centre).toMatchObject({ asked: 2, revision: 3 });
  });

  it('goes once the centre is back, with what was written meanwhile', async () => {
    centre.refuses = 'CENTRE_UNREACHABLE';
    write(1);
    await vi.advanceTimersByTimeAsync(5000);
    expect(drafts.copies.getState()[ID]?.failure?.code).toBe('CENTRE_UNREACHABLE');
    write(4);
    centre.refuses = null;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(centre.sheet).toEqual(sheetWith({ greeting: 4 }));
    expect(drafts.copies.getState()[ID]?.failure).toBeNull();
  });

  it('stays here where another desk has written since, until it was read anew', async () => {
    centre.revision = 7;
    write(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(centre).toMatchObject({ asked: 1, sheet: null });
    expect(drafts.copies.getState()[ID]?.failure?.code).toBe('SCORING_CHANGED');
    expect(written()).toMatchObject({ sheet: sheetWith({ greeting: 1 }), changedAt: AT });
    writings.getState().write(KEY, { ...written(), base: 7 }, []);
    drafts.touch(ID);
    await vi.advanceTimersByTimeAsync(5000);
    expect(centre).toMatchObject({ asked: 2, sheet: sheetWith({ greeting: 1 }) });
  });

  it('goes from this desk once the centre says that it was handed in at another', async () => {
    write(1);
    await vi.advanceTimersByTimeAsync(5000);
    await drafts.look(ID);
    await vi.advanceTimersByTimeAsync(5000);
    expect([discarded, centre.asked]).toEqual([[], 1]);
    expect(written()).toMatchObject({ changedAt: null });
    centre = { ...centre, state: 'submitted', refuses: 'CENTRE_UNREACHABLE' };
    await drafts.look(ID);
    expect(discarded).toEqual([]);
    centre.refuses = null;
    await drafts.look(ID);
    await vi.advanceTimersByTimeAsync(5000);
    expect(discarded).toEqual([KEY]);
    expect(writings.getState().pages).toEqual({});
  });

  it('goes from this desk, too, where it was never sent and can be written no more', async () => {
    centre.refuses = 'SCORING_STATE';
    write(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([discarded, centre.asked]).toEqual([[KEY], 1]);
    expect(writings.getState().pages).toEqual({});
    write(2);
    drafts.learn(ID, 'draft');
    drafts.learn(ID, 'confirmed');
    await vi.advanceTimersByTimeAsync(0);
    expect(discarded).toEqual([KEY, KEY]);
  });

  it('does not go while it is being handed in', async () => {
    write(1);
    expect(await drafts.hold(ID)).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(centre.asked).toBe(0);
    drafts.release(ID);
    await vi.advanceTimersByTimeAsync(5000);
    expect(centre.asked).toBe(1);
  });
});

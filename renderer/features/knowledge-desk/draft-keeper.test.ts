import { describe, expect, it } from 'vitest';
import { failure, FailureError } from '../../../shared/failure.ts';
import { instant } from '../../../shared/instant.ts';
import { createDraftKeeper, type Kept } from './draft-keeper.ts';
import { draftFrom } from './written.ts';

const titled = (title: string): Kept => ({ seen: 0, base: 0, draft: { ...draftFrom(null), title } });

function keeper(save: (kept: Kept) => Promise<unknown> = () => Promise.resolve()) {
  const saved: string[] = [];
  const failed: string[] = [];
  const port = createDraftKeeper({
    save: async (kept) => {
      await save(kept);
      saved.push(kept.draft.title);
      return { savedAt: instant(0) };
    },
    onSaved: () => undefined,
    onFailed: ({ code }) => failed.push(code),
  });
  return { ...port, saved, failed };
}

describe('what stands in the editor', () => {
  it('is kept as it stood when the editor goes before the pause is over', async () => {
    const { keep, end, saved } = keeper();
    keep(titled('公积'));
    keep(titled('公积金'));
    await end();
    expect(saved).toEqual(['公积金']);
  });

  it('does not come back after it was handed in or left', async () => {
    const { keep, hold, end, saved } = keeper();
    keep(titled('公积金'));
    await hold();
    await end();
    expect(saved).toEqual([]);
  });

  it('is taken up again where it could not be handed in', async () => {
    const { keep, hold, release, end, saved } = keeper();
    keep(titled('公积金'));
    await hold();
    release();
    await end();
    expect(saved).toEqual(['公积金']);
  });

  it('that could not be kept is said to be, and is not kept for whoever sits here next', async () => {
    let tries = 0;
    const { keep, end, failed } = keeper(() => {
      tries += 1;
      return Promise.reject(new FailureError(failure('STORE_FULL')));
    });
    keep(titled('公积金'));
    await end();
    expect([tries, failed]).toEqual([1, ['STORE_FULL']]);
  });
});

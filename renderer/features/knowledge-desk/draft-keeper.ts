import type { KeptDraft } from '../../../shared/domain/knowledge/kept-draft.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { Instant } from '../../../shared/instant.ts';
import { failureOf } from '../../data/failure-of.ts';
import { createSaver, type Copy } from '../../data/saver.ts';

export type Kept = Pick<KeptDraft, 'seen' | 'base' | 'draft'>;

export interface DraftKeeperPort {
  readonly save: (kept: Kept) => Promise<{ readonly savedAt: Instant }>;
  readonly onSaved: (at: Instant) => void;
  readonly onFailed: (failure: Failure) => void;
}

/** Keeps what stands in one editor at this desk. */
export interface DraftKeeper {
  /** Keeps it after a pause; called at each change. */
  readonly keep: (kept: Kept) => void;
  /** Stops, and settles when nothing is under way: before the article is handed in or left. */
  readonly hold: () => Promise<void>;
  /** Takes it up again where it could not be handed in. */
  readonly release: () => void;
  /** The editor goes: what still waits is kept now, unless it was handed in or left. */
  readonly end: () => Promise<void>;
}

/** There is one text in an editor. */
const ONLY = 'draft';

export function createDraftKeeper({ save, onSaved, onFailed }: DraftKeeperPort): DraftKeeper {
  let newest: (Kept & Copy) | null = null;
  let revision = 0;
  const saver = createSaver<typeof ONLY, Kept & Copy, { readonly savedAt: Instant }>({
    read: () => newest,
    send: (_, { seen, base, draft }) => save({ seen, base, draft }),
    failureOf,
    onSaving: () => undefined,
    onSaved: (_, saved, { savedAt }) => {
      if (newest?.revision === saved) newest = null;
      onSaved(savedAt);
    },
    onFailed: (_, failure) => onFailed(failure),
  });
  return {
    keep(kept) {
      revision += 1;
      newest = { ...kept, revision };
      saver.touch(ONLY);
    },
    hold: () => saver.hold(ONLY),
    release: () => saver.release(ONLY),
    async end() {
      await saver.flush(ONLY);
      // Not tried for ever: by then somebody else may sit here.
      await saver.hold(ONLY);
    },
  };
}

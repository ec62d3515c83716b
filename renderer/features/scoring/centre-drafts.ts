import { createStore, type StoreApi } from 'zustand/vanilla';
import { isHandedIn } from '../../../shared/domain/scoring/acts.ts';
import type { Scoring, ScoringState } from '../../../shared/domain/scoring/scoring.ts';
import type { Sheet } from '../../../shared/domain/scoring/sheet.ts';
import type { Failure, FailureCode } from '../../../shared/failure.ts';
import type { Instant } from '../../../shared/instant.ts';
import { createSaver } from '../../data/saver.ts';
import type { WritingStore } from '../../data/writing-store.ts';
import { trimmed } from './model/sheet-edit.ts';
import { writtenIn, type WrittenScore } from './model/written-score.ts';

/** What half-written scores ask of the centre; the contract's client fits it. */
export interface DraftGateway {
  readonly scoring: {
    saveDraft(input: {
      id: string;
      revision: number;
      sheet: Sheet;
    }): Promise<{ readonly revision: number; readonly savedAt: Instant }>;
    get(input: { id: string }): Promise<{ readonly scoring: Pick<Scoring, 'state'> }>;
  };
  readonly writings: { discard(input: { key: string }): Promise<unknown> };
}

/** How the centre's copy of one score stands. */
export interface CentreCopy {
  /** When the centre last took what was written; null: not in this window. */
  readonly savedAt: Instant | null;
  /** Why it has not got what was written since. */
  readonly failure: Failure | null;
}

export interface CentreDrafts {
  readonly copies: StoreApi<Readonly<Record<string, CentreCopy>>>;
  /** After each change, and wherever something may not have been sent. */
  readonly touch: (id: string) => void;
  /** Sends what the centre has not got, and asks what became of what it has: the desk has reached it again. */
  readonly look: (id: string) => Promise<void>;
  /** The centre has said how it stands: what is handed in, wherever that was, is written here no more. */
  readonly learn: (id: string, state: ScoringState) => void;
  /** Sends at once: somebody leaves the score. */
  readonly flush: (id: string) => void;
  /** Before it is handed in: nothing of it is under way afterwards. @returns the centre's revision; null: as it was read */
  readonly hold: (id: string) => Promise<number | null>;
  readonly release: (id: string) => void;
  /** What this window sent last. */
  readonly sentOf: (id: string) => Sheet | null;
}

/** How the desk's own copies are named. */
export const SCORE_FORM = 'score';

/** A pause in writing after which the centre gets it, ms. */
const PAUSE_MS = 2000;

const FINAL: ReadonlySet<FailureCode> = new Set([
  'SCORING_CHANGED',
  'SCORING_STATE',
  'SCORING_NOT_FOUND',
  'NOT_PERMITTED',
  'INVALID_INPUT',
]);

/** Asking again would change nothing: the score has to be read anew first. */
export function isFinal(failure: Failure | null): boolean {
  return failure !== null && FINAL.has(failure.code);
}

/**
 * Brings what an inspector has half written from this desk, which keeps it first, to the centre, so that they can go on
 * at another one. It goes on while other screens are in front, and after an outage.
 */
export function createCentreDrafts(
  gateway: DraftGateway,
  writings: StoreApi<WritingStore>,
  failureOf: (error: unknown) => Failure,
): CentreDrafts {
  const copies = createStore<Readonly<Record<string, CentreCopy>>>(() => ({}));
  const sent = new Map<string, Sheet>();
  /** At which base the centre has refused. */
  const refused = new Map<string, number>();

  const pageOf = (id: string) => writings.getState().pages[`${SCORE_FORM}/${id}`];
  const writtenOf = (id: string): WrittenScore | null => writtenIn(pageOf(id)?.form);
  const put = (id: string, copy: Partial<CentreCopy>): void => {
    const before = copies.getState()[id] ?? { savedAt: null, failure: null };
    copies.setState({ [id]: { ...before, ...copy } });
  };

  const saver = createSaver(
    {
      read: (id: string) => {
        const [page, written] = [pageOf(id), writtenOf(id)];
        if (!page || page.other || !written || written.changedAt === null) return null;
        if (refused.get(id) === written.base) return null;
        return { revision: page.changed, base: written.base, sheet: trimmed(written.sheet) };
      },
      send: (id, { base, sheet }) => {
        sent.set(id, sheet);
        return gateway.scoring.saveDraft({ id, revision: base, sheet });
      },
      failureOf,
      onSaving: (id) => {
        if (isFinal(copies.getState()[id]?.failure ?? null)) put(id, { failure: null });
      },
      onSaved: (id, changed, { revision, savedAt }: { readonly revision: number; readonly savedAt: Instant }) => {
        put(id, { savedAt, failure: null });
        const [page, written] = [pageOf(id), writtenOf(id)];
        if (!page || !written) return;
        const changedAt = page.changed === changed ? null : written.changedAt;
        writings.getState().write(`${SCORE_FORM}/${id}`, { ...written, base: revision, changedAt }, []);
        if (changedAt !== null) saver.touch(id);
      },
      onFailed: (id, failure) => {
        const base = writtenOf(id)?.base;
        if (isFinal(failure) && base !== undefined) refused.set(id, base);
        put(id, { failure });
        if (failure.code === 'SCORING_STATE') void forget(id);
      },
    },
    PAUSE_MS,
  );

  /** Where the desk cannot, its copy stays until the next look. */
  async function forget(id: string): Promise<void> {
    const key = `${SCORE_FORM}/${id}`;
    const { hold, given, release } = writings.getState();
    await Promise.all([saver.hold(id), hold(key)]);
    try {
      await gateway.writings.discard({ key });
      given(key);
    } catch {
      release(key);
    } finally {
      saver.release(id);
    }
  }

  function learn(id: string, state: ScoringState): void {
    if (pageOf(id) && (state === 'dropped' || isHandedIn({ state }))) void forget(id);
  }

  async function look(id: string): Promise<void> {
    if (writtenOf(id)?.changedAt !== null) return saver.touch(id);
    try {
      learn(id, (await gateway.scoring.get({ id })).scoring.state);
    } catch {
      // The centre cannot say now: it is asked again when it is next reached.
    }
  }

  return {
    copies,
    touch: (id) => saver.touch(id),
    look,
    learn,
    flush: (id) => void saver.flush(id),
    async hold(id) {
      await saver.hold(id);
      return writtenOf(id)?.base ?? null;
    },
    release: (id) => saver.release(id),
    sentOf: (id) => sent.get(id) ?? null,
  };
}

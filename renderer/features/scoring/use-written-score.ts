import { useEffect, useEffectEvent } from 'react';
import { useStore } from 'zustand';
import type { Scoring } from '../../../shared/domain/scoring/scoring.ts';
import type { Sheet } from '../../../shared/domain/scoring/sheet.ts';
import { instant, type Instant } from '../../../shared/instant.ts';
import { failureOf } from '../../data/failure-of.ts';
import { useLive } from '../../data/live.ts';
import { useDesk } from '../../data/use-desk.ts';
import { writingsOf } from '../../data/writings.ts';
import type { DeskClient } from '../../host.ts';
import { createActDraft, giveDraft, type Draft } from '../acts/act-draft.ts';
import { followScores } from './follow-scores.ts';
import { createCentreDrafts, isFinal, SCORE_FORM, type CentreCopy, type CentreDrafts } from './centre-drafts.ts';
import { asAtCentre, changed, takeUp, withOther, WRITTEN_SCORE, type WrittenScore } from './model/written-score.ts';

const useScoreDraft = createActDraft<WrittenScore>(SCORE_FORM, WRITTEN_SCORE);

const senders = new WeakMap<DeskClient, CentreDrafts>();

/** One for each station client: what is under way outlives the pane that shows it. */
function centreDraftsOf(desk: DeskClient): CentreDrafts {
  const known = senders.get(desk);
  if (known) return known;
  const made = createCentreDrafts(desk, writingsOf(desk), failureOf);
  senders.set(desk, made);
  return made;
}

/** A score in the hand of its inspector: kept at this desk at once, and at the centre a pause later. */
export interface ScoreInHand {
  readonly draft: Draft<WrittenScore>;
  readonly written: WrittenScore;
  readonly copy: CentreCopy;
  readonly edit: (sheet: Sheet) => void;
  /** Goes on with what was written at the other desk, or is done with it. */
  readonly takeOther: () => void;
  readonly dropOther: () => void;
  /** Hands it in; `work` gets the centre's revision. @throws what `work` throws */
  readonly give: (work: (revision: number) => Promise<void>) => Promise<void>;
}

const NO_COPY: CentreCopy = { savedAt: null, failure: null };

/** @param onStale the centre has another revision: the score is to be read anew */
export function useWrittenScore(scoring: Scoring, onStale: () => void): ScoreInHand {
  const desk = useDesk();
  const { id, revision } = scoring;
  const sender = centreDraftsOf(desk);
  const draft = useScoreDraft(id, asAtCentre(scoring));
  const copy = useStore(sender.copies, (copies) => copies[id] ?? NO_COPY);
  const newer = takeUp(draft.values, scoring, sender.sentOf(id));
  const written = newer ?? draft.values;
  const change = (next: Partial<WrittenScore>): void => {
    draft.edit({ ...written, ...next });
    sender.touch(id);
  };

  // What the centre has meanwhile becomes this desk's, once.
  useEffect(() => {
    if (newer) change({});
  });
  // Also what an outage or a lost program has kept from the centre; and nothing waits for the pause when one leaves.
  useEffect(() => {
    sender.touch(id);
    return () => sender.flush(id);
  }, [sender, id]);
  const stale = isFinal(copy.failure);
  // What the centre has is read anew once for each refusal, and after each save: other acts rest on its revision.
  const reread = useEffectEvent(onStale);
  useEffect(() => {
    if (stale || copy.savedAt !== null) reread();
  }, [stale, copy.savedAt]);

  return {
    draft,
    written,
    copy,
    edit: (sheet) => change(changed(written, sheet, centreNow())),
    takeOther: () => change(withOther(written, centreNow())),
    dropOther: () => change({ other: null }),
    give: async (work) => {
      const held = await sender.hold(id);
      try {
        await giveDraft(desk, draft, () => work(held ?? revision));
      } finally {
        sender.release(id);
      }
    },
  };
}

function centreNow(): Instant {
  return instant(Date.now() + (useLive.getState().sync?.clockOffset ?? 0));
}

/**
 * What this person has half written and the centre has not got goes there, whichever score it is and whichever screen is
 * in front; what was handed in at another desk goes from here. Shows nothing.
 */
export function UnsentScores(): null {
  const desk = useDesk();
  useEffect(() => followScores(useLive, writingsOf(desk), centreDraftsOf(desk)), [desk]);
  return null;
}

/** The centre has said how these stand. */
export function useLearned(scorings: readonly Pick<Scoring, 'id' | 'state'>[]): void {
  const desk = useDesk();
  useEffect(() => {
    for (const { id, state } of scorings) centreDraftsOf(desk).learn(id, state);
  }, [desk, scorings]);
}

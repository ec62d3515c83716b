import { Input, Segmented } from 'antd';
import { useState, type ReactNode, type RefObject } from 'react';
import { z } from 'zod';
import type { ScoringDetail } from '../../../shared/contract/scoring.ts';
import type { Scoring } from '../../../shared/domain/scoring/scoring.ts';
import { resultOf, sheetObjection } from '../../../shared/domain/scoring/sheet.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { PrimaryButton } from '../../components/primary-button.tsx';
import { useDeed } from '../../data/use-deed.ts';
import { useKey } from '../../keys/keys.ts';
import { createActDraft, giveDraft } from '../acts/act-draft.ts';
import { DraftNotes } from '../acts/draft-notes.tsx';
import { trimmed, writtenSheetSchema } from './model/sheet-edit.ts';
import type { PlayerHandle } from './player.tsx';
import { SheetForm } from './sheet-form.tsx';
import { SheetView } from './sheet-view.tsx';
import { APPEAL } from './text.ts';
import { Total } from './total.tsx';

const useDecisionDraft = createActDraft('score.decide', {
  reasons: z.string(),
  sheet: writtenSheetSchema,
  correcting: z.boolean(),
});

export interface DecidePaneProps {
  readonly detail: ScoringDetail;
  readonly player: RefObject<PlayerHandle | null>;
  readonly inFront: boolean;
  readonly onDone: (scoring: Scoring) => void;
}

/** An appeal beside the score it is about: 维持, or 支持 with the marks as they should be. */
export function DecidePane({ detail, player, inFront, onDone }: DecidePaneProps): ReactNode {
  const { scoring, form } = detail;
  const { id, revision, appeal } = scoring;
  const draft = useDecisionDraft(id, { reasons: '', sheet: scoring.sheet, correcting: false });
  const { reasons, sheet, correcting } = draft.values;
  const [tried, setTried] = useState(false);
  const { busy, failure, act, clear } = useDeed();
  const about = appeal?.about ?? [];
  const objection = correcting ? objectionTo(detail, trimmed(sheet)) : null;
  const ready = reasons.trim().length >= 2 && objection === null;
  const decide = (): void => {
    setTried(true);
    if (!ready) return;
    const wanted = { id, revision, reasons: reasons.trim(), sheet: correcting ? trimmed(sheet) : null };
    void act((desk) => giveDraft(desk, draft, async () => onDone(await desk.scoring.decide(wanted))));
  };
  useKey('primary', decide, inFront);
  return (
    <div className="scoring-write panel">
      <DraftNotes draft={draft} />
      <div className="scoring-scroll">
        {correcting ? (
          <SheetForm
            form={form.content}
            sheet={sheet}
            player={player}
            about={about}
            tried={tried}
            inFront={inFront}
            onSheet={(next) => {
              clear();
              draft.edit({ sheet: next });
            }}
          />
        ) : (
          <SheetView
            form={form.content}
            sheet={scoring.sheet}
            first={null}
            about={about}
            onSeek={(seconds) => player.current?.seek(seconds)}
          />
        )}
      </div>
      <footer className="scoring-foot scoring-decide">
        <label className="scoring-field">
          {APPEAL.decision}
          <Input.TextArea
            aria-label={APPEAL.decision}
            placeholder={APPEAL.decisionHint}
            rows={2}
            maxLength={1000}
            value={reasons}
            status={tried && reasons.trim().length < 2 ? 'error' : ''}
            onChange={({ target }) => draft.edit({ reasons: target.value })}
          />
        </label>
        {tried && objection !== null && <p className="scoring-missing">{objection}</p>}
        <Total result={correcting ? resultOf(form.content, sheet) : scoring.result} />
        <span className="scoring-foot-say" />
        <Segmented<boolean>
          aria-label={APPEAL.decide}
          value={correcting}
          options={[
            { value: false, label: APPEAL.uphold },
            { value: true, label: APPEAL.support },
          ]}
          onChange={(next) => draft.edit({ correcting: next })}
        />
        <PrimaryButton loading={busy} onClick={decide}>
          {APPEAL.give}
        </PrimaryButton>
        {failure && <FailureNote failure={failure} look="line" />}
      </footer>
    </div>
  );
}

/** Supporting an appeal means another score. */
function objectionTo({ scoring, form }: ScoringDetail, sheet: ScoringDetail['scoring']['sheet']): string | null {
  const points = ({ marks, vetoes }: typeof sheet): string =>
    JSON.stringify([
      marks.map(({ itemId, points: given }) => `${itemId} ${given}`).toSorted(),
      vetoes.map(({ vetoId }) => vetoId).toSorted(),
    ]);
  return sheetObjection(form.content, sheet) ?? (points(sheet) === points(scoring.sheet) ? APPEAL.unchanged : null);
}

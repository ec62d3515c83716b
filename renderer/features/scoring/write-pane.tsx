import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { ScoringDetail } from '../../../shared/contract/scoring.ts';
import { itemsOf } from '../../../shared/domain/scoring/form.ts';
import type { Scoring } from '../../../shared/domain/scoring/scoring.ts';
import { resultOf, sheetObjection } from '../../../shared/domain/scoring/sheet.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { PrimaryButton } from '../../components/primary-button.tsx';
import { useDeed } from '../../data/use-deed.ts';
import { useKey } from '../../keys/keys.ts';
import { DraftNotes } from '../acts/draft-notes.tsx';
import { firstLacking, markOf, trimmed } from './model/sheet-edit.ts';
import { Kept, OtherDesk } from './other-desk.tsx';
import type { PlayerHandle } from './player.tsx';
import { SheetForm } from './sheet-form.tsx';
import { SHEET } from './text.ts';
import { Total } from './total.tsx';
import { useWrittenScore } from './use-written-score.ts';

export interface WritePaneProps {
  readonly detail: ScoringDetail;
  readonly player: RefObject<PlayerHandle | null>;
  readonly inFront: boolean;
  readonly onDone: (scoring: Scoring) => void;
  /** The centre has another version of it. */
  readonly onStale: () => void;
}

/** 评分: the form, its total always in sight, handed in by the leading key pressed twice. */
export function WritePane({ detail, player, inFront, onDone, onStale }: WritePaneProps): ReactNode {
  const { scoring, form } = detail;
  const { content } = form;
  const { busy, failure, act, clear } = useDeed();
  const score = useWrittenScore(scoring, onStale);
  const { sheet } = score.written;
  const [tried, setTried] = useState(false);
  const [asked, setAsked] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const result = resultOf(content, sheet);
  const objection = sheetObjection(content, trimmed(sheet));
  const left = itemsOf(content).filter(({ id }) => !markOf(sheet, id)).length;
  const asking = asked && objection === null;

  // The form was opened to be filled in: the hand is on its first item.
  useEffect(() => box.current?.querySelector<HTMLElement>('[data-stop]')?.focus(), []);

  const focusLacking = (): void => {
    const stop = firstLacking(content, sheet);
    const row = stop && box.current?.querySelector<HTMLElement>(`[data-stop="${stop.id}"]`);
    row?.focus();
  };
  const send = async (): Promise<void> => {
    const { id } = scoring;
    await act((desk) =>
      score.give(async (revision) => onDone(await desk.scoring.submit({ id, revision, sheet: trimmed(sheet) }))),
    );
  };
  const submit = (): void => {
    setTried(true);
    if (objection !== null) return focusLacking();
    if (asking) void send();
    else setAsked(true);
  };
  useKey('primary', submit, inFront);
  useKey('back', () => setAsked(false), inFront && asking);
  return (
    <div className="scoring-write panel" ref={box}>
      <DraftNotes draft={score.draft} />
      <OtherDesk score={score} />
      <div className="scoring-scroll">
        <SheetForm
          form={content}
          sheet={sheet}
          player={player}
          about={[]}
          tried={tried}
          inFront={inFront}
          onSheet={(next) => {
            clear();
            setAsked(false);
            score.edit(next);
          }}
        />
      </div>
      <footer className="scoring-foot">
        <Total result={result} />
        <Kept score={score} before={scoring.savedAt} />
        <span className="scoring-foot-say">
          {asking && (scoring.source.kind === 'calibration' ? SHEET.askCalibration : SHEET.ask)}
          {!asking && tried && objection}
          {!asking && !tried && left > 0 && <span className="faint num">{SHEET.left(left)}</span>}
        </span>
        {asking && <Button onClick={() => setAsked(false)}>{SHEET.back}</Button>}
        <PrimaryButton loading={busy} onClick={submit}>
          {asking ? SHEET.confirm : SHEET.submit}
        </PrimaryButton>
        {failure && <FailureNote failure={failure} look="line" />}
      </footer>
    </div>
  );
}

import { CloseOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { z } from 'zod';
import type { CalibrationDetail } from '../../../shared/contract/scoring.ts';
import { CALIBRATION_STATE_NAMES } from '../../../shared/domain/scoring/calibration.ts';
import { EMPTY_SHEET, resultOf, sheetObjection } from '../../../shared/domain/scoring/sheet.ts';
import { Answer } from '../../components/answer.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { FormSkeleton } from '../../components/skeletons.tsx';
import { PrimaryButton } from '../../components/primary-button.tsx';
import { useDeed } from '../../data/use-deed.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { useKey } from '../../keys/keys.ts';
import { createActDraft, giveDraft } from '../acts/act-draft.ts';
import { DraftNotes } from '../acts/draft-notes.tsx';
import { CalibrationTable } from './calibration-table.tsx';
import { CALIBRATION } from './calibration-text.ts';
import { trimmed, writtenSheetSchema } from './model/sheet-edit.ts';
import { Orders } from './order-brief.tsx';
import { Player, type PlayerHandle } from './player.tsx';
import { SheetForm } from './sheet-form.tsx';
import { Total } from './total.tsx';

const useReferenceDraft = createActDraft('score.reference', {
  sheet: writtenSheetSchema,
  note: z.string(),
  writing: z.boolean(),
});

export interface CalibrationPaneProps {
  readonly id: string;
  readonly inFront: boolean;
  readonly onScore: (scoringId: string) => void;
  readonly onClose: () => void;
}

/** One calibration: one's own sheet while each scores alone, all of them side by side afterwards. */
export function CalibrationPane({ id, inFront, onScore, onClose }: CalibrationPaneProps): ReactNode {
  const detail = useDeskQuery({
    key: ['calibration', id],
    tables: ['calls'],
    run: (desk) => desk.scoring.calibration({ id }),
  });
  useKey('back', onClose, inFront);
  return (
    <div className="scoring-pane">
      <Answer query={detail} skeleton={<FormSkeleton fields={6} />}>
        {(found) => (
          <Opened
            detail={found}
            inFront={inFront}
            onScore={onScore}
            onClose={onClose}
            onChanged={() => detail.refresh()}
          />
        )}
      </Answer>
    </div>
  );
}

interface OpenedProps extends Omit<CalibrationPaneProps, 'id'> {
  readonly detail: CalibrationDetail;
  readonly onChanged: () => void;
}

function Opened({ detail, inFront, onScore, onClose, onChanged }: OpenedProps): ReactNode {
  const { calibration, recordings, orders, ownId, handedIn, leads } = detail;
  const { id, name, state, inspectors, reference } = calibration;
  const player = useRef<PlayerHandle>(null);
  const draft = useReferenceDraft(id, {
    sheet: detail.sheets[0]?.sheet ?? EMPTY_SHEET,
    note: reference?.note ?? '',
    writing: false,
  });
  const writing = draft.values.writing && leads && state === 'discussing';
  return (
    <>
      <header className="scoring-head">
        <b>{name}</b>
        <span className="muted">{CALIBRATION_STATE_NAMES[state]}</span>
        <span className="num muted">
          {CALIBRATION.handedIn} {CALIBRATION.of(handedIn, inspectors.length)}
        </span>
        <span className="scoring-head-end">
          {ownId !== null && (
            <Button size="small" onClick={() => onScore(ownId)}>
              {state === 'scoring' ? CALIBRATION.score : CALIBRATION.seeOwn}
            </Button>
          )}
          {leads && state === 'scoring' && <Discuss detail={detail} onDone={onChanged} />}
          {leads && state === 'discussing' && !writing && (
            <Button size="small" type="primary" onClick={() => draft.edit({ writing: true })}>
              {CALIBRATION.fix}
            </Button>
          )}
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined aria-hidden />}
            aria-label={CALIBRATION.close}
            onClick={onClose}
          />
        </span>
      </header>
      {writing ? (
        <Reference detail={detail} draft={draft} player={player} inFront={inFront} onDone={onChanged} />
      ) : (
        <div className="scoring-write panel">
          <div className="scoring-scroll">
            {state === 'scoring' ? (
              <p className="muted scoring-note">{CALIBRATION.blind}</p>
            ) : (
              <CalibrationTable detail={detail} />
            )}
          </div>
        </div>
      )}
      <aside className="scoring-aside">
        <Player recordings={recordings} handle={player} active={inFront} />
        {reference && (
          <section className="panel scoring-facts" aria-label={CALIBRATION.note}>
            <h3>{CALIBRATION.note}</h3>
            <Total result={reference.result} />
            <p>{reference.note}</p>
          </section>
        )}
        <section className="panel scoring-facts" aria-label={CALIBRATION.inspectors}>
          <h3>{CALIBRATION.inspectors}</h3>
          <p>{inspectors.map((inspector) => inspector.name).join('、')}</p>
          <Orders orders={orders} />
        </section>
      </aside>
    </>
  );
}

/** Fewer sheets have nothing to be compared with. */
const FEWEST = 2;

/** Lays the sheets open, after a second look at who is missing. */
function Discuss({ detail, onDone }: { detail: CalibrationDetail; onDone: () => void }): ReactNode {
  const { calibration, handedIn } = detail;
  const [asking, setAsking] = useState(false);
  const { busy, failure, act } = useDeed();
  const { id, revision, inspectors } = calibration;
  const discuss = async (): Promise<void> => {
    if (await act((desk) => desk.scoring.discuss({ id, revision }))) onDone();
  };
  return (
    <>
      {asking && <span>{CALIBRATION.discussAsk(inspectors.length - handedIn)}</span>}
      {failure && <FailureNote failure={failure} look="line" />}
      {handedIn < FEWEST && <span className="muted">{CALIBRATION.tooFew}</span>}
      <Button
        size="small"
        type="primary"
        loading={busy}
        disabled={handedIn < FEWEST}
        onClick={() => (asking ? void discuss() : setAsking(true))}
      >
        {asking ? CALIBRATION.sure : CALIBRATION.discuss}
      </Button>
    </>
  );
}

interface ReferenceProps extends Pick<OpenedProps, 'detail' | 'inFront'> {
  readonly draft: ReturnType<typeof useReferenceDraft>;
  readonly player: React.RefObject<PlayerHandle | null>;
  readonly onDone: () => void;
}

/** 定基准分: the sheet everybody is measured by from now on. */
function Reference({ detail, draft, player, inFront, onDone }: ReferenceProps): ReactNode {
  const { calibration, form } = detail;
  const { id, revision } = calibration;
  const { sheet, note } = draft.values;
  const [tried, setTried] = useState(false);
  const { busy, failure, act } = useDeed();
  const objection = sheetObjection(form.content, trimmed(sheet));
  const fix = async (): Promise<void> => {
    setTried(true);
    if (objection !== null) return;
    const wanted = { id, revision, sheet: trimmed(sheet), note: note.trim() };
    if (await act((desk) => giveDraft(desk, draft, () => desk.scoring.fixReference(wanted)))) onDone();
  };
  useKey('primary', () => void fix(), inFront);
  return (
    <div className="scoring-write panel">
      <DraftNotes draft={draft} />
      <div className="scoring-scroll">
        <SheetForm
          form={form.content}
          sheet={sheet}
          player={player}
          about={[]}
          tried={tried}
          inFront={inFront}
          onSheet={(next) => draft.edit({ sheet: next })}
        />
      </div>
      <footer className="scoring-foot scoring-decide">
        <label className="scoring-field">
          {CALIBRATION.note}
          <Input.TextArea
            aria-label={CALIBRATION.note}
            placeholder={CALIBRATION.noteHint}
            rows={2}
            maxLength={1000}
            value={note}
            onChange={({ target }) => draft.edit({ note: target.value })}
          />
        </label>
        <Total result={resultOf(form.content, sheet)} />
        <span className="scoring-foot-say">{tried && objection}</span>
        <Button onClick={() => draft.edit({ writing: false })}>{CALIBRATION.cancel}</Button>
        <PrimaryButton loading={busy} onClick={() => void fix()}>
          {CALIBRATION.fix}
        </PrimaryButton>
        {failure && <FailureNote failure={failure} look="line" />}
      </footer>
    </div>
  );
}

import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, type ReactNode, type RefObject } from 'react';
import type { ScoringDetail } from '../../../shared/contract/scoring.ts';
import type { Scoring } from '../../../shared/domain/scoring/scoring.ts';
import { Answer } from '../../components/answer.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { FormSkeleton } from '../../components/skeletons.tsx';
import { PrimaryButton } from '../../components/primary-button.tsx';
import { useDeed } from '../../data/use-deed.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { useKey } from '../../keys/keys.ts';
import { AnswerPane } from './answer-pane.tsx';
import { AppealView } from './appeal-view.tsx';
import { DecidePane } from './decide-pane.tsx';
import { CallFacts, Course } from './facts.tsx';
import { Player, type PlayerHandle } from './player.tsx';
import { ScoringStateTag } from './scoring-state.tsx';
import { SheetView } from './sheet-view.tsx';
import { TaskActs } from './task-acts.tsx';
import { PANE } from './text.ts';
import { Total } from './total.tsx';
import { WritePane } from './write-pane.tsx';

export interface ScorePaneProps {
  readonly id: string;
  readonly inFront: boolean;
  readonly onClose: () => void;
  /** It has been handed in or decided. */
  readonly onDone: (scoring: Scoring) => void;
}

/** One call: its score at one side, its recording and what is known of it at the other. */
export function ScorePane({ id, inFront, onClose, onDone }: ScorePaneProps): ReactNode {
  const detail = useDeskQuery({ key: ['scoring', id], tables: ['calls'], run: (desk) => desk.scoring.get({ id }) });
  useKey('back', onClose, inFront);
  return (
    <div className="scoring-pane">
      <Answer query={detail} skeleton={<FormSkeleton fields={8} />}>
        {(found) => (
          <Opened detail={found} inFront={inFront} onClose={onClose} onDone={onDone} onChanged={detail.refresh} />
        )}
      </Answer>
    </div>
  );
}

interface OpenedProps extends Omit<ScorePaneProps, 'id'> {
  readonly detail: ScoringDetail;
  readonly onChanged: () => void;
}

function Opened({ detail, inFront, onClose, onDone, onChanged }: OpenedProps): ReactNode {
  const player = useRef<PlayerHandle>(null);
  const { scoring, form, recordings, acts } = detail;
  const { agent, call, state, appeal } = scoring;
  return (
    <>
      <header className="scoring-head">
        <b>
          <span className="num">{agent.jobNumber}</span> {agent.name}
        </b>
        <RelativeTime at={call.startedAt} />
        <ScoringStateTag state={state} />
        <span className="scoring-head-end">
          <TaskActs detail={detail} onDone={onChanged} />
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined aria-hidden />}
            aria-label={PANE.close}
            onClick={onClose}
          />
        </span>
      </header>
      <Score detail={detail} player={player} inFront={inFront} onDone={onDone} onChanged={onChanged} />
      <aside className="scoring-aside">
        <Player recordings={recordings} handle={player} active={inFront} />
        {(acts.includes('confirm') || acts.includes('appeal')) && <AnswerPane detail={detail} onDone={onChanged} />}
        {appeal && <AppealView appeal={appeal} form={form.content} />}
        <CallFacts detail={detail} />
        <Course course={scoring.course} />
      </aside>
    </>
  );
}

interface ScoreProps extends Pick<OpenedProps, 'detail' | 'inFront' | 'onDone' | 'onChanged'> {
  readonly player: RefObject<PlayerHandle | null>;
}

/** What the reader may do with the score decides how it stands there. */
function Score({ detail, player, inFront, onDone, onChanged }: ScoreProps): ReactNode {
  const { scoring, form, acts } = detail;
  const { id, sheet, result, appeal, first } = scoring;
  if (acts.includes('write'))
    return <WritePane key={id} detail={detail} player={player} inFront={inFront} onDone={onDone} onStale={onChanged} />;
  if (acts.includes('decide'))
    return <DecidePane key={id} detail={detail} player={player} inFront={inFront} onDone={onDone} />;
  if (acts.includes('take')) return <Take id={id} inFront={inFront} onDone={onChanged} />;
  return (
    <div className="scoring-write panel">
      <div className="scoring-scroll">
        <SheetView
          form={form.content}
          sheet={sheet}
          first={first?.sheet ?? null}
          about={appeal?.about ?? []}
          onSeek={(seconds) => player.current?.seek(seconds)}
        />
      </div>
      <footer className="scoring-foot">
        <Total result={result} />
      </footer>
    </div>
  );
}

function Take({ id, inFront, onDone }: { id: string; inFront: boolean; onDone: () => void }): ReactNode {
  const { busy, failure, act } = useDeed();
  const take = async (): Promise<void> => {
    if (await act((desk) => desk.scoring.take({ id }))) onDone();
  };
  useKey('primary', () => void take(), inFront);
  return (
    <div className="scoring-write panel">
      <div className="scoring-take">
        <p>{PANE.takeHint}</p>
        <PrimaryButton loading={busy} onClick={() => void take()}>
          {PANE.take}
        </PrimaryButton>
        {failure && <FailureNote failure={failure} />}
      </div>
    </div>
  );
}

import { AlertFilled, InboxOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { useUnitNames } from '../../data/directory.ts';
import type { FeedbackRow } from '../../../shared/contract/desk-knowledge.ts';
import { FEEDBACK_KIND_NAMES, FEEDBACK_OUTCOME_NAMES } from '../../../shared/domain/knowledge/feedback.ts';
import { edits } from '../../../shared/domain/knowledge/decision.ts';
import type { Actor } from '../../../shared/domain/people.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/answer.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useDeskQuery } from '../../data/use-query.ts';
import { AnswerDialog, type Answering } from './answer-dialog.tsx';
import { TEXT } from './text.ts';
import { useDeskCommand, type DeskCommand } from './use-desk-command.ts';
import { useDraftFor } from './use-draft-for.ts';

/** 反馈与任务: what operators have reported, and questions nobody could answer, for whoever has to. */
export function FeedbackView({ actor }: { actor: Actor }): ReactNode {
  const unitName = useUnitNames();
  const go = useNavigation((navigation) => navigation.go);
  const command = useDeskCommand();
  const writing = useDraftFor((articleId) => go('knowledgeDesk', { articleId }));
  const [settledToo, setSettledToo] = useState(false);
  const [answering, setAnswering] = useState<Answering | null>(null);
  const list = useDeskQuery({
    key: ['feedback'],
    tables: ['feedback', 'outbox'],
    run: (desk) => desk.knowledgeDesk.feedback({ mine: false }),
  });
  return (
    <div className="work-panel">
      <div className="work-panel-head">
        <Checkbox checked={settledToo} onChange={({ target }) => setSettledToo(target.checked)}>
          {TEXT.withSettled}
        </Checkbox>
        {command.done && <output className="order-good">{command.done}</output>}
      </div>
      {command.failure && <FailureNote failure={command.failure} />}
      {writing.failure && <FailureNote failure={writing.failure} />}
      <Answer query={list}>
        {(all) => (
          <DataTable
            label={TEXT.feedback}
            rows={all.filter(({ state }) => settledToo || state !== 'settled')}
            keyOf={({ id }) => id}
            empty={<EmptyState icon={<InboxOutlined aria-hidden />} text={TEXT.noFeedback} />}
            columns={[
              { head: TEXT.kind, kind: 'name', render: ({ kind }) => FEEDBACK_KIND_NAMES[kind] },
              {
                head: TEXT.about,
                render: (row) => <About row={row} onOpen={(articleId) => go('knowledgeDesk', { articleId })} />,
              },
              { head: TEXT.owner, render: ({ unitId }) => (unitId ? unitName(unitId) : TEXT.centre) },
              {
                head: TEXT.by,
                render: ({ by, at }) => (
                  <>
                    {by.name} <RelativeTime at={at} />
                  </>
                ),
              },
              { head: TEXT.dueAt, render: (row) => <Due row={row} /> },
              {
                head: TEXT.settle,
                kind: 'acts',
                render: (row) => (
                  <Acts row={row} actor={actor} command={command} onAnswer={setAnswering} onWrite={writing.begin} />
                ),
              },
            ]}
          />
        )}
      </Answer>
      {answering && (
        <AnswerDialog
          answering={answering}
          mayChoose={edits(actor)}
          command={command}
          onClose={() => setAnswering(null)}
        />
      )}
    </div>
  );
}

function About({ row, onOpen }: { row: FeedbackRow; onOpen: (articleId: string) => void }): ReactNode {
  const { article, query, note, settled } = row;
  return (
    <div className="kd-about">
      {article ? (
        <button type="button" className="kn-link" onClick={() => onOpen(article.articleId)}>
          {article.title}
        </button>
      ) : (
        <b>“{query}”</b>
      )}
      {article && query && <span className="order-faint">“{query}”</span>}
      {note && <span>{note}</span>}
      {settled && <span className="order-faint">{settled.reply}</span>}
    </div>
  );
}

function Due({ row: { settled, late, due } }: { row: FeedbackRow }): ReactNode {
  if (settled) return <span className="kd-good">{FEEDBACK_OUTCOME_NAMES[settled.outcome]}</span>;
  return (
    <span className={late ? 'work-bad' : undefined}>
      {late && <AlertFilled aria-hidden />} {late && TEXT.late} <RelativeTime at={due} />
    </span>
  );
}

interface ActsProps {
  readonly row: FeedbackRow;
  readonly actor: Actor;
  readonly command: DeskCommand;
  readonly onAnswer: (answering: Answering) => void;
  readonly onWrite: (row: FeedbackRow) => void;
}

function Acts({ row, actor, command, onAnswer, onWrite }: ActsProps): ReactNode {
  if (row.state === 'settled') return null;
  return (
    <>
      {row.state === 'open' && (
        <Button
          size="small"
          disabled={command.busy}
          onClick={() => void command.say({ type: 'feedback.take', payload: {} }, row.id)}
        >
          {TEXT.take}
        </Button>
      )}
      {(edits(actor) || row.unitId !== null) && (
        <Button size="small" onClick={() => onAnswer({ what: 'assign', row })}>
          {edits(actor) ? TEXT.assign : TEXT.backToCentre}
        </Button>
      )}
      {row.article === null && (
        <Button size="small" title={TEXT.writeForHint} onClick={() => onWrite(row)}>
          {TEXT.writeFor}
        </Button>
      )}
      <Button size="small" type="primary" onClick={() => onAnswer({ what: 'settle', row })}>
        {TEXT.settle}
      </Button>
    </>
  );
}

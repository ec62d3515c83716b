import { AlertFilled, InboxOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import type { FeedbackRow } from '../../../shared/contract/desk-knowledge.ts';
import { FEEDBACK_KIND_NAMES, FEEDBACK_OUTCOME_NAMES } from '../../../shared/domain/knowledge/feedback.ts';
import { edits } from '../../../shared/domain/knowledge/decision.ts';
import type { Actor } from '../../../shared/domain/people.ts';
import { useNavigation } from '../../app/navigation.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { useDeskQuery } from '../../data/use-query.ts';
import { useUnitNames } from '../knowledge/use-knowledge.ts';
import { AnswerDialog, type Answering } from './answer-dialog.tsx';
import { TEXT } from './text.ts';
import { useDeskCommand } from './use-desk-command.ts';

/** 反馈与任务: what operators have reported, and questions nobody could answer, for whoever has to. */
export function FeedbackView({ actor }: { actor: Actor }): ReactNode {
  const unitName = useUnitNames();
  const go = useNavigation((navigation) => navigation.go);
  const command = useDeskCommand();
  const [settledToo, setSettledToo] = useState(false);
  const [answering, setAnswering] = useState<Answering | null>(null);
  const { data, failure, refresh } = useDeskQuery({
    key: ['feedback'],
    tables: ['feedback', 'outbox'],
    run: (desk) => desk.knowledgeDesk.feedback({ mine: false }),
  });
  const rows = data?.filter(({ state }) => settledToo || state !== 'settled');
  return (
    <div className="work-panel">
      <div className="work-panel-head">
        <Checkbox checked={settledToo} onChange={({ target }) => setSettledToo(target.checked)}>
          {TEXT.withSettled}
        </Checkbox>
        {command.done && <output className="order-good">{command.done}</output>}
      </div>
      {command.failure && <FailureNote failure={command.failure} />}
      {failure && <FailureNote failure={failure} onRetry={refresh} />}
      {!rows && !failure && <ListSkeleton rows={6} height={44} />}
      {rows?.length === 0 && <EmptyState icon={<InboxOutlined aria-hidden />} text={TEXT.noFeedback} />}
      {rows && rows.length > 0 && (
        <table className="work-table" aria-label={TEXT.feedback}>
          <thead>
            <tr>
              <th scope="col">{TEXT.kind}</th>
              <th scope="col">{TEXT.about}</th>
              <th scope="col">{TEXT.owner}</th>
              <th scope="col">{TEXT.by}</th>
              <th scope="col">{TEXT.dueAt}</th>
              <th scope="col" className="kd-acts">
                {TEXT.settle}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{FEEDBACK_KIND_NAMES[row.kind]}</th>
                <td>
                  <About row={row} onOpen={(articleId) => go('knowledgeDesk', { articleId })} />
                </td>
                <td>{row.unitId ? unitName(row.unitId) : TEXT.centre}</td>
                <td>
                  {row.by.name} <RelativeTime at={row.at} />
                </td>
                <td>
                  {row.settled ? (
                    <span className="kd-good">{FEEDBACK_OUTCOME_NAMES[row.settled.outcome]}</span>
                  ) : (
                    <span className={row.late ? 'work-bad' : undefined}>
                      {row.late && <AlertFilled aria-hidden />} {row.late && TEXT.late} <RelativeTime at={row.due} />
                    </span>
                  )}
                </td>
                <td className="kd-acts">
                  {row.state === 'open' && (
                    <Button
                      size="small"
                      disabled={command.busy}
                      onClick={() => void command.say({ type: 'feedback.take', payload: {} }, row.id)}
                    >
                      {TEXT.take}
                    </Button>
                  )}
                  {row.state !== 'settled' && (
                    <>
                      {(edits(actor) || row.unitId !== null) && (
                        <Button size="small" onClick={() => setAnswering({ what: 'assign', row })}>
                          {edits(actor) ? TEXT.assign : TEXT.backToCentre}
                        </Button>
                      )}
                      <Button size="small" type="primary" onClick={() => setAnswering({ what: 'settle', row })}>
                        {TEXT.settle}
                      </Button>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
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

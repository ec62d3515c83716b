import { CheckCircleOutlined, ClockCircleOutlined, InboxOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useUnitNames } from '../../data/directory.ts';
import type { FeedbackRow } from '../../../shared/contract/desk-knowledge.ts';
import type { ArticleId } from '../../../shared/domain/ids.ts';
import { FEEDBACK_KIND_NAMES, FEEDBACK_OUTCOME_NAMES } from '../../../shared/domain/knowledge/feedback.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { useDeskQuery } from '../../data/use-query.ts';
import { TEXT } from './text.ts';

/** What the person at this desk has reported, and what became of it. */
export function MyFeedback({ onArticle }: { onArticle: (id: ArticleId) => void }): ReactNode {
  const unitName = useUnitNames();
  const { data, failure, refresh } = useDeskQuery({
    key: ['myFeedback'],
    tables: ['feedback', 'outbox'],
    run: (desk) => desk.knowledgeDesk.feedback({ mine: true }),
  });
  if (failure) return <FailureNote failure={failure} onRetry={refresh} />;
  if (!data) return <ListSkeleton rows={5} height={64} />;
  if (data.length === 0) return <EmptyState icon={<InboxOutlined aria-hidden />} text={TEXT.mineEmpty} />;
  return (
    <ul className="kn-mine" aria-label={TEXT.mine}>
      {data.map((row) => (
        <Entry key={row.id} row={row} owner={row.unitId ? unitName(row.unitId) : TEXT.centre} onArticle={onArticle} />
      ))}
    </ul>
  );
}

interface EntryProps {
  readonly row: FeedbackRow;
  readonly owner: string;
  readonly onArticle: (id: ArticleId) => void;
}

function Entry({ row, owner, onArticle }: EntryProps): ReactNode {
  const { kind, article, query, at, state, settled } = row;
  const answer = settled?.article ?? article;
  return (
    <li className="kn-mine-entry">
      <span className="kn-mine-about">
        <b>{FEEDBACK_KIND_NAMES[kind]}</b>{' '}
        {answer ? (
          <button type="button" className="kn-link" onClick={() => onArticle(answer.articleId)}>
            {answer.title}
          </button>
        ) : (
          query
        )}
      </span>
      <span className="kn-faint">
        <RelativeTime at={at} />
      </span>
      {settled ? (
        <span className="kn-mine-came kn-good">
          <CheckCircleOutlined aria-hidden /> {FEEDBACK_OUTCOME_NAMES[settled.outcome]}：{settled.reply}
        </span>
      ) : (
        <span className="kn-mine-came">
          <ClockCircleOutlined aria-hidden /> {state === 'taken' ? TEXT.taken(owner) : TEXT.waitingFor(owner)}
        </span>
      )}
    </li>
  );
}

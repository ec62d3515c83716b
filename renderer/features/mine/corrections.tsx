import type { ReactNode } from 'react';
import { FEEDBACK_KIND_NAMES, FEEDBACK_OUTCOME_NAMES } from '../../../shared/domain/knowledge/feedback.ts';
import { Answer } from '../../components/answer.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useDeskQuery } from '../../data/use-query.ts';
import { MINE } from './text.ts';

/** What one has reported of the knowledge, and what became of it. */
export function Corrections(): ReactNode {
  const found = useDeskQuery({
    key: ['ownCorrections'],
    tables: ['feedback', 'outbox'],
    run: (desk) => desk.knowledgeDesk.feedback({ mine: true }),
  });
  return (
    <Answer query={found}>
      {(rows) => (
        <DataTable
          label={MINE.corrections}
          rows={rows}
          keyOf={({ id }) => id}
          empty={<EmptyState text={MINE.noCorrections} />}
          columns={[
            { head: MINE.reportedAt, className: 'data-nowrap', render: ({ at }) => <RelativeTime at={at} /> },
            { head: MINE.kind, className: 'data-nowrap', render: ({ kind }) => FEEDBACK_KIND_NAMES[kind] },
            { head: MINE.article, className: 'data-wide', render: ({ article, query }) => article?.title ?? query },
            { head: MINE.note, className: 'data-wide', render: ({ note }) => note || MINE.none },
            {
              head: MINE.outcome,
              className: 'data-nowrap',
              render: ({ settled }) => (settled ? FEEDBACK_OUTCOME_NAMES[settled.outcome] : MINE.waiting),
            },
            {
              head: MINE.reply,
              className: 'data-wide',
              render: ({ settled }) => (settled ? settled.reply || MINE.none : MINE.none),
            },
          ]}
        />
      )}
    </Answer>
  );
}

import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/answer.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useDeskQuery } from '../../data/use-query.ts';
import { MINE } from './text.ts';

/** What one has begun to write at this desk. */
export function Drafts(): ReactNode {
  const go = useNavigation((navigation) => navigation.go);
  const drafts = useDeskQuery({ key: ['ownDrafts'], tables: ['drafts'], run: (desk) => desk.drafts.list() });
  return (
    <Answer query={drafts}>
      {(rows) => (
        <DataTable
          label={MINE.drafts}
          rows={rows}
          keyOf={({ id }) => id}
          empty={<EmptyState text={MINE.noDrafts} />}
          columns={[
            { head: MINE.draft, kind: 'name', render: ({ provisionalNumber }) => provisionalNumber },
            { head: MINE.savedAt, render: ({ updatedAt }) => <RelativeTime at={updatedAt} /> },
            { head: MINE.summary, className: 'data-wide', render: ({ form }) => form.content || MINE.none },
            {
              head: MINE.openDraft,
              kind: 'acts',
              render: ({ id }) => (
                <Button size="small" onClick={() => go('desk', { draftId: id })}>
                  {MINE.openDraft}
                </Button>
              ),
            },
          ]}
        />
      )}
    </Answer>
  );
}

import './sync.css';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { useLive } from '../../data/live.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { groupItems } from './items.ts';
import { DoneList } from './done-list.tsx';
import { RefusedList } from './refused-list.tsx';
import { StatePanel } from './state-panel.tsx';
import { TEXT } from './text.ts';
import { UnsentList } from './unsent-list.tsx';

/** More than a desk writes in a day of being cut off; what lies beyond is counted, not listed. */
const LISTED = 500;

/** 同步: whether the desk's word has reached the centre, why not, and what somebody has to do about it. */
export function SyncScreen(): ReactNode {
  const status = useLive(({ sync }) => sync);
  const go = useNavigation(({ go: navigate }) => navigate);
  const { data, failure, refresh } = useDeskQuery({
    key: ['outbox'],
    tables: ['outbox'],
    run: ({ sync }) => sync.outbox({ includeDone: true, limit: LISTED }),
  });
  const groups = data && groupItems(data);
  const nothing = groups && groups.refused.length + groups.unsent.length + groups.done.length === 0;
  return (
    <section className="sync-screen" aria-label={TEXT.screen}>
      <div className="sync-column">
        {status && <StatePanel status={status} />}
        {failure && <FailureNote failure={failure} onRetry={refresh} />}
        {!groups && !failure && <ListSkeleton rows={5} />}
        {groups && (
          <>
            <RefusedList items={groups.refused} />
            <UnsentList items={groups.unsent} total={status?.unsent ?? groups.unsent.length} />
            <DoneList items={groups.done} />
          </>
        )}
        {nothing && (
          <EmptyState text={TEXT.empty} action={<Button onClick={() => go('desk')}>{TEXT.emptyAction}</Button>} />
        )}
      </div>
    </section>
  );
}

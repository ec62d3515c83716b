import { InboxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { isRefined, type ListQuery } from './query.ts';
import { EMPTY, TEXT } from './text.ts';

export interface EmptyListProps {
  readonly query: ListQuery;
  readonly onClear: () => void;
  readonly onShowAll: () => void;
}

/** Why there is nothing, and the one thing to do about it. */
export function EmptyList({ query, onClear, onShowAll }: EmptyListProps): ReactNode {
  const go = useNavigation(({ go: navigate }) => navigate);
  const icon = <InboxOutlined aria-hidden />;
  if (isRefined(query)) {
    return (
      <EmptyState icon={icon} text={TEXT.nothingFound} action={<Button onClick={onClear}>{TEXT.clearSearch}</Button>} />
    );
  }
  const toDesk = query.view === 'mine' || query.view === 'all';
  const action = toDesk ? (
    <Button onClick={() => go('desk')}>{TEXT.toDesk}</Button>
  ) : (
    <Button onClick={onShowAll}>{TEXT.showAll}</Button>
  );
  return <EmptyState icon={icon} text={EMPTY[query.view]} action={action} />;
}

import { ClockCircleOutlined, ExclamationCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { QueueCount } from '../../../shared/contract/desk-queues.ts';
import type { ShownNotice } from '../../../shared/contract/desk-notices.ts';
import { QUEUES } from '../../../shared/domain/queues.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { grouped } from './notice-groups.ts';
import { TEXT } from './text.ts';

/** What presses now, from what this desk holds: right also without the centre. */
export function PressingQueues({ counts }: { counts: readonly QueueCount[] }): ReactNode {
  if (counts.length === 0) return null;
  return (
    <section aria-label={TEXT.now}>
      <h3 className="notice-group">{TEXT.now}</h3>
      {counts.map(({ queue, overdue, soon }) => (
        <p key={queue} className={overdue > 0 ? 'notice-due notice-due-over' : 'notice-due'}>
          {overdue > 0 ? <ExclamationCircleFilled aria-hidden /> : <ClockCircleOutlined aria-hidden />}
          <span className="num">{TEXT.queue(QUEUES[queue].name, overdue, soon)}</span>
        </p>
      ))}
    </section>
  );
}

export interface NoticeListProps {
  readonly notices: readonly ShownNotice[];
  readonly onOpen: (notice: ShownNotice) => void;
}

/** What the centre has told this person, by what it calls for. */
export function NoticeList({ notices, onOpen }: NoticeListProps): ReactNode {
  return grouped(notices).map(({ group, name, notices: own }) => (
    <section key={group} aria-label={name}>
      <h3 className="notice-group">{name}</h3>
      {own.map((notice) => (
        <button
          key={notice.id}
          type="button"
          className={notice.read ? 'notice-entry notice-entry-read' : 'notice-entry'}
          onClick={() => onOpen(notice)}
        >
          {!notice.read && <span className="notice-dot" role="img" aria-label={TEXT.unread} />}
          <span className="notice-entry-text">{notice.text}</span>
          <span className="faint">
            <RelativeTime at={notice.at} />
          </span>
        </button>
      ))}
    </section>
  ));
}

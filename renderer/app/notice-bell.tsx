import { BellOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import { may } from '../../shared/domain/people.ts';
import { keepsKnowledge } from '../../shared/domain/knowledge/decision.ts';
import type { ShownNotice } from '../../shared/contract/desk-notices.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { FailureNote } from '../components/failure-note.tsx';
import { RelativeTime } from '../components/relative-time.tsx';
import { failureOf } from '../data/failure-of.ts';
import { useLive } from '../data/live.ts';
import { useHost } from '../data/use-desk.ts';
import { useDeskQuery } from '../data/use-query.ts';
import { useKey } from '../keys/keys.ts';
import { useNavigation, type ScreenId } from './navigation.ts';
import { NoticeList, PressingQueues } from './notices/notice-list.tsx';
import { countOf, TEXT } from './notices/text.ts';
import { useArrivals, usePassedLimits } from './notices/use-arrivals.ts';
import './notices/notices.css';

/** An operator finds their scores among their own work, whoever scores and decides where that is done. */
function scoringScreen(kind: ShownNotice['kind']): ScreenId {
  const actor = useLive.getState().holder?.actor;
  const works = actor && (may(actor, 'scoring.score') || may(actor, 'scoring.decide'));
  return works && kind !== 'scored' ? 'scoring' : 'mine';
}

/** Told at once; older ones are found by their orders. */
const SHOWN = 100;

/** What this person has been told: by the centre, by their limits, and by the station and this window themselves. */
export function NoticeBell(): ReactNode {
  const host = useHost();
  const { notices: warnings, clearNotices, notify } = useLive();
  const go = useNavigation((navigation) => navigation.go);
  const [open, setOpen] = useState(false);
  const told = useDeskQuery({
    key: ['notices'],
    tables: ['notices', 'orders'],
    run: (desk) => desk.notices.list({ unreadOnly: false, limit: SHOWN }),
  });
  const queues = useDeskQuery({ key: ['bellQueues'], tables: ['orders'], run: ({ orders }) => orders.queues() });
  useArrivals();
  usePassedLimits(queues.data);
  useKey('back', () => setOpen(false), open);

  const notices = told.data?.notices ?? [];
  const pressing = (queues.data ?? []).filter(({ overdue, soon }) => overdue + soon > 0);
  const waiting = (told.data?.unread ?? 0) + warnings.filter(({ dismissed }) => !dismissed).length;
  const mark = (what: { ids: string[] } | { all: true }): void => {
    host.desk.notices.read(what).catch((error: unknown) => notify(failureOf(error)));
  };
  const show = (notice: ShownNotice): void => {
    if (!notice.read) mark({ ids: [notice.id] });
    if (notice.articleId) {
      const actor = useLive.getState().holder?.actor;
      setOpen(false);
      go(actor && keepsKnowledge(actor) ? 'knowledgeDesk' : 'knowledge', { articleId: notice.articleId });
      return;
    }
    if (notice.orderId === null && notice.scoringId === undefined) return;
    setOpen(false);
    if (notice.scoringId !== undefined) go(scoringScreen(notice.kind), { scoringId: notice.scoringId });
    else if (notice.orderId !== null) go('orders', { orderId: notice.orderId });
  };

  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={(opened) => {
        if (opened) host.allowNotices();
        setOpen(opened);
      }}
      placement="bottomRight"
      arrow={false}
      content={
        <section className="notice-list" aria-label={TEXT.title}>
          {notices.length + pressing.length + warnings.length === 0 && (
            <EmptyState text={TEXT.empty} icon={<BellOutlined />} />
          )}
          {warnings.length > 0 && (
            <section aria-label={TEXT.desk}>
              <h3 className="notice-group">{TEXT.desk}</h3>
              {warnings.map(({ id, failure, at }) => (
                <div key={id} className="notice-list-item">
                  <FailureNote failure={failure} look="line" />
                  <span className="faint">
                    <RelativeTime at={at} />
                  </span>
                </div>
              ))}
              <Button type="text" size="small" onClick={clearNotices}>
                {TEXT.clear}
              </Button>
            </section>
          )}
          <PressingQueues counts={pressing} />
          <NoticeList notices={notices} onOpen={show} />
          {(told.data?.unread ?? 0) > 0 && (
            <Button type="text" size="small" onClick={() => mark({ all: true })}>
              {TEXT.readAll}
            </Button>
          )}
        </section>
      }
    >
      <button
        type="button"
        className="bar-button"
        aria-label={waiting > 0 ? TEXT.titleUnread(waiting) : TEXT.title}
        title={TEXT.title}
      >
        <BellOutlined aria-hidden />
        {waiting > 0 && (
          <span className="bar-button-count num" aria-hidden>
            {countOf(waiting)}
          </span>
        )}
      </button>
    </Popover>
  );
}

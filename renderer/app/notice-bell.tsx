import { BellOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import { EmptyState } from '../components/empty-state.tsx';
import { FailureNote } from '../components/failure-note.tsx';
import { RelativeTime } from '../components/relative-time.tsx';
import { useLive } from '../data/live.ts';
import { useKey } from '../keys/keys.ts';

/** What the station and this window had to say, newest first, until the window closes. */
export function NoticeBell(): ReactNode {
  const { notices, clearNotices } = useLive();
  const [open, setOpen] = useState(false);
  const waiting = notices.filter(({ dismissed }) => !dismissed).length;
  useKey('back', () => setOpen(false), open);
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      placement="bottomRight"
      arrow={false}
      content={
        <section className="notice-list" aria-label="通知">
          {notices.length === 0 ? (
            <EmptyState text="没有通知。" icon={<BellOutlined />} />
          ) : (
            <>
              {notices.map(({ id, failure, at }) => (
                <div key={id} className="notice-list-item">
                  <FailureNote failure={failure} look="line" />
                  <span className="faint">
                    <RelativeTime at={at} />
                  </span>
                </div>
              ))}
              <Button type="text" size="small" onClick={clearNotices}>
                全部清除
              </Button>
            </>
          )}
        </section>
      }
    >
      <button
        type="button"
        className="bar-button"
        aria-label={waiting > 0 ? `通知，${waiting} 条未读` : '通知'}
        title="通知"
      >
        <BellOutlined aria-hidden />
        {waiting > 0 && (
          <span className="bar-button-count num" aria-hidden>
            {waiting}
          </span>
        )}
      </button>
    </Popover>
  );
}

import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { FailureNote } from '../components/failure-note.tsx';
import { useLive } from '../data/live.ts';

const SHOWN = 2;

/** What has to be seen now, low on the right over the screens, so that nothing moves; stays until it is put away. */
export function NoticeArea(): ReactNode {
  const { notices, dismissNotice } = useLive();
  const waiting = notices.filter(({ dismissed }) => !dismissed).slice(0, SHOWN);
  return (
    <div className="notice-area" aria-live="polite">
      {waiting.map(({ id, failure }) => (
        <div key={id} className="notice">
          <FailureNote failure={failure} look="line">
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden />}
              aria-label="知道了"
              title="知道了"
              onClick={() => dismissNotice(id)}
            />
          </FailureNote>
        </div>
      ))}
    </div>
  );
}

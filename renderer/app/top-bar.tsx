import type { ReactNode } from 'react';
import { QueueCount } from '../features/softphone/queue-count.tsx';
import { SoftphoneBar } from '../features/softphone/softphone-bar.tsx';
import { NoticeBell } from './notice-bell.tsx';
import { SyncChip } from './sync-chip.tsx';
import { UserMenu } from './user-menu.tsx';

export function TopBar(): ReactNode {
  return (
    <header className="top-bar">
      <SoftphoneBar />
      <div className="top-bar-side">
        <QueueCount />
        <SyncChip />
        <NoticeBell />
        <UserMenu />
      </div>
    </header>
  );
}

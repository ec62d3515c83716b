import { CheckOutlined, DisconnectOutlined, ExclamationCircleFilled, SyncOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { SyncStatus } from '../../shared/contract/desk.ts';
import { useLive } from '../data/live.ts';
import { useNavigation } from './navigation.ts';

const LOOKS: Readonly<Record<SyncStatus['state'], { name: string; icon: ReactNode }>> = {
  synced: { name: '已同步', icon: <CheckOutlined aria-hidden /> },
  syncing: { name: '同步中', icon: <SyncOutlined aria-hidden /> },
  offline: { name: '离线', icon: <DisconnectOutlined aria-hidden /> },
  attention: { name: '需处理', icon: <ExclamationCircleFilled aria-hidden /> },
};

/** 已同步 / 同步中 / 离线 / 需处理; leads to 同步. */
export function SyncChip(): ReactNode {
  const sync = useLive((live) => live.sync);
  const go = useNavigation((navigation) => navigation.go);
  if (!sync) return null;
  const { name, icon } = LOOKS[sync.state];
  const count = sync.state === 'attention' ? sync.refused : sync.unsent;
  return (
    <button
      type="button"
      className={`sync-chip sync-chip-${sync.state}`}
      onClick={() => go('sync')}
      title="查看同步情况"
      aria-label={`${name}${count > 0 ? ` ${count} 件` : ''}，查看同步情况`}
    >
      {icon}
      <span>{name}</span>
      {count > 0 && <strong className="num">{count}</strong>}
    </button>
  );
}

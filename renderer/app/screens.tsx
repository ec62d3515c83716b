import {
  BookOutlined,
  CloudSyncOutlined,
  CustomerServiceOutlined,
  FileTextOutlined,
  ReadOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import type { ComponentType, ReactNode } from 'react';
import { CallTakingScreen } from '../features/call-taking/call-taking-screen.tsx';
import { KnowledgeScreen } from '../features/knowledge/knowledge-screen.tsx';
import { OrdersScreen } from '../features/orders/orders-screen.tsx';
import { RulesScreen } from '../features/rules/rules-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { SyncScreen } from '../features/sync/sync-screen.tsx';
import type { KeyAction } from '../keys/actions.ts';
import type { ScreenId } from './navigation.ts';

export interface Screen {
  readonly id: ScreenId;
  readonly name: string;
  readonly icon: ReactNode;
  readonly action: KeyAction;
  readonly View: ComponentType;
  /** Stands at the rail's lower end, apart from the daily ones. */
  readonly low?: boolean;
}

/** What the rail offers, in its order. */
export const SCREENS: readonly Screen[] = [
  { id: 'desk', name: '受理', icon: <CustomerServiceOutlined />, action: 'goDesk', View: CallTakingScreen },
  { id: 'orders', name: '工单', icon: <FileTextOutlined />, action: 'goOrders', View: OrdersScreen },
  { id: 'knowledge', name: '知识', icon: <BookOutlined />, action: 'goKnowledge', View: KnowledgeScreen },
  { id: 'rules', name: '规则', icon: <ReadOutlined />, action: 'goRules', View: RulesScreen },
  { id: 'sync', name: '同步', icon: <CloudSyncOutlined />, action: 'goSync', View: SyncScreen },
  { id: 'settings', name: '设置', icon: <SettingOutlined />, action: 'goSettings', View: SettingsScreen, low: true },
];

import {
  AuditOutlined,
  BarChartOutlined,
  BellOutlined,
  BookOutlined,
  BranchesOutlined,
  CloudSyncOutlined,
  ControlOutlined,
  CustomerServiceOutlined,
  EditOutlined,
  FileTextOutlined,
  FileProtectOutlined,
  FormOutlined,
  HistoryOutlined,
  PhoneFilled,
  PhoneOutlined,
  ReadOutlined,
  ReconciliationOutlined,
  SettingOutlined,
  SoundOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { ComponentType, ReactNode } from 'react';
import { CallTakingScreen } from '../features/call-taking/call-taking-screen.tsx';
import { MissedScreen } from '../features/calls/missed/missed-screen.tsx';
import { RecordsScreen } from '../features/calls/records/records-screen.tsx';
import { CallSettingsScreen } from '../features/calls/settings/call-settings-screen.tsx';
import { FloorScreen } from '../features/floor/floor-screen.tsx';
import { KnowledgeDeskScreen } from '../features/knowledge-desk/knowledge-desk-screen.tsx';
import { KnowledgeScreen } from '../features/knowledge/knowledge-screen.tsx';
import { MineScreen } from '../features/mine/mine-screen.tsx';
import { OrdersScreen } from '../features/orders/orders-screen.tsx';
import { ReportsScreen } from '../features/reports/reports-screen.tsx';
import { RulesScreen } from '../features/rules/rules-screen.tsx';
import { ScoringScreen } from '../features/scoring/scoring-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { SyncScreen } from '../features/sync/sync-screen.tsx';
import {
  DispatchingScreen,
  FollowingUpScreen,
  HandlingScreen,
  InspectingScreen,
  InstructingScreen,
  ReviewingScreen,
  SupervisingScreen,
} from '../features/workspaces/screens.tsx';
import { WORKSPACE_NAMES } from '../features/workspaces/text.ts';
import { WORKSPACE_IDS, type WorkspaceId } from '../features/workspaces/workspace-ids.ts';
import { worksIn } from '../features/workspaces/workspaces.ts';
import { keepsKnowledge } from '../../shared/domain/knowledge/decision.ts';
import { may, seesTopics, type Actor } from '../../shared/domain/people.ts';
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
  /** Reached from the account's menu and not from the rail. */
  readonly inMenu?: boolean;
  /** Whose it is; absent: everybody's. */
  readonly isFor?: (actor: Actor) => boolean;
}

const WORK: Readonly<Record<WorkspaceId, Pick<Screen, 'icon' | 'action' | 'View'>>> = {
  dispatching: { icon: <BranchesOutlined />, action: 'goDispatching', View: DispatchingScreen },
  handling: { icon: <FormOutlined />, action: 'goHandling', View: HandlingScreen },
  supervising: { icon: <BellOutlined />, action: 'goSupervising', View: SupervisingScreen },
  followingUp: { icon: <PhoneOutlined />, action: 'goFollowingUp', View: FollowingUpScreen },
  inspecting: { icon: <FileProtectOutlined />, action: 'goInspecting', View: InspectingScreen },
  instructing: { icon: <AuditOutlined />, action: 'goInstructing', View: InstructingScreen },
  reviewing: { icon: <ReconciliationOutlined />, action: 'goReviewing', View: ReviewingScreen },
};

/** Whoever speaks with callers or writes down what they ask. */
function takesCalls(actor: Actor): boolean {
  return may(actor, 'order.create') || may(actor, 'call.take');
}

/** What the rail offers, in its order. */
const SCREENS: readonly Screen[] = [
  {
    id: 'desk',
    name: '受理',
    icon: <CustomerServiceOutlined />,
    action: 'goDesk',
    View: CallTakingScreen,
    isFor: takesCalls,
  },
  {
    id: 'floor',
    name: '班长',
    icon: <TeamOutlined />,
    action: 'goFloor',
    View: FloorScreen,
    isFor: (actor) => may(actor, 'hall.view'),
  },
  ...WORKSPACE_IDS.map((id): Screen => ({
    id,
    name: WORKSPACE_NAMES[id],
    ...WORK[id],
    isFor: (actor) => worksIn(id, actor),
  })),
  {
    id: 'calls',
    name: '通话',
    icon: <HistoryOutlined />,
    action: 'goCalls',
    View: RecordsScreen,
    isFor: (actor) => may(actor, 'call.take') || may(actor, 'hall.view') || may(actor, 'order.inspect'),
  },
  {
    id: 'missed',
    name: '回拨',
    icon: <PhoneFilled />,
    action: 'goMissed',
    View: MissedScreen,
    isFor: (actor) => may(actor, 'call.take') || may(actor, 'hall.view'),
  },
  {
    id: 'callSettings',
    name: '话务',
    icon: <ControlOutlined />,
    action: 'goCallSettings',
    View: CallSettingsScreen,
    isFor: (actor) => may(actor, 'hall.control') || may(actor, 'settings.manage'),
  },
  { id: 'orders', name: '工单', icon: <FileTextOutlined />, action: 'goOrders', View: OrdersScreen },
  { id: 'knowledge', name: '知识', icon: <BookOutlined />, action: 'goKnowledge', View: KnowledgeScreen },
  {
    id: 'knowledgeDesk',
    name: '知识管理',
    icon: <EditOutlined />,
    action: 'goKnowledgeDesk',
    View: KnowledgeDeskScreen,
    isFor: keepsKnowledge,
  },
  {
    id: 'reports',
    name: '报表',
    icon: <BarChartOutlined />,
    action: 'goReports',
    View: ReportsScreen,
    isFor: seesTopics,
  },
  {
    id: 'scoring',
    name: '话务质检',
    icon: <SoundOutlined />,
    action: 'goScoring',
    View: ScoringScreen,
    isFor: (actor) => may(actor, 'scoring.score') || may(actor, 'scoring.decide') || may(actor, 'scoring.keep'),
  },
  { id: 'mine', name: '我的工作', icon: <UserOutlined />, action: 'goMine', View: MineScreen, inMenu: true },
  { id: 'rules', name: '规则', icon: <ReadOutlined />, action: 'goRules', View: RulesScreen },
  { id: 'sync', name: '同步', icon: <CloudSyncOutlined />, action: 'goSync', View: SyncScreen },
  { id: 'settings', name: '设置', icon: <SettingOutlined />, action: 'goSettings', View: SettingsScreen, low: true },
];

/** What this person finds in the rail. */
export function screensFor(actor: Actor): readonly Screen[] {
  return SCREENS.filter(({ isFor }) => !isFor || isFor(actor));
}

/** What of it stands in the rail. */
export function railFor(actor: Actor): readonly Screen[] {
  return screensFor(actor).filter(({ inMenu }) => !inMenu);
}

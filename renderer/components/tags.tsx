import {
  CheckCircleOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  ExportOutlined,
  FileSearchOutlined,
  FolderOutlined,
  InboxOutlined,
  LockOutlined,
  MergeCellsOutlined,
  MessageOutlined,
  SendOutlined,
  SolutionOutlined,
  StopOutlined,
  SyncOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import {
  CATEGORY_NAMES,
  MODE_NAMES,
  ORDER_STATE_NAMES,
  type Category,
  type Mode,
  type OrderState,
} from '../../shared/domain/order.ts';

type Tone = 'accent' | 'good' | 'warn' | 'bad' | 'neutral' | 'violet' | 'teal';

/** A word with an icon on a quiet ground: colour never says anything alone. */
export function Tag({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }): ReactNode {
  return (
    <span className={`tag tag-${tone}`}>
      {icon}
      {children}
    </span>
  );
}

const STATE_LOOK: Readonly<Record<OrderState, { tone: Tone; icon: ReactNode }>> = {
  accepted: { tone: 'warn', icon: <InboxOutlined aria-hidden /> },
  dispatched: { tone: 'accent', icon: <SendOutlined aria-hidden /> },
  handling: { tone: 'accent', icon: <SyncOutlined aria-hidden /> },
  leaderReview: { tone: 'violet', icon: <EditOutlined aria-hidden /> },
  inspecting: { tone: 'violet', icon: <FileSearchOutlined aria-hidden /> },
  submitted: { tone: 'warn', icon: <SolutionOutlined aria-hidden /> },
  replied: { tone: 'teal', icon: <MessageOutlined aria-hidden /> },
  closed: { tone: 'good', icon: <CheckCircleOutlined aria-hidden /> },
  reviewing: { tone: 'warn', icon: <FileSearchOutlined aria-hidden /> },
  refused: { tone: 'neutral', icon: <StopOutlined aria-hidden /> },
  transferred: { tone: 'neutral', icon: <ExportOutlined aria-hidden /> },
  merged: { tone: 'neutral', icon: <MergeCellsOutlined aria-hidden /> },
  archived: { tone: 'good', icon: <FolderOutlined aria-hidden /> },
};

/** Where an order stands, in the field's words. */
export function StateTag({ state }: { state: OrderState }): ReactNode {
  const { tone, icon } = STATE_LOOK[state];
  return (
    <Tag tone={tone} icon={icon}>
      {ORDER_STATE_NAMES[state]}
    </Tag>
  );
}

const CATEGORY_TONES: Readonly<Record<Category, Tone>> = {
  consultation: 'accent',
  help: 'teal',
  complaint: 'warn',
  report: 'bad',
  suggestion: 'violet',
  praise: 'good',
};

/** 咨询, 求助, 投诉, 举报, 建议, 表扬. */
export function CategoryTag({ category }: { category: Category }): ReactNode {
  return <Tag tone={CATEGORY_TONES[category]}>{CATEGORY_NAMES[category]}</Tag>;
}

/** 即办, 直办, 转办, 不予受理. */
export function ModeTag({ mode }: { mode: Mode }): ReactNode {
  return <Tag tone="neutral">{MODE_NAMES[mode]}</Tag>;
}

export function UrgentTag(): ReactNode {
  return (
    <Tag tone="bad" icon={<ThunderboltOutlined aria-hidden />}>
      紧急
    </Tag>
  );
}

/** The caller has complained of this matter so many months running. T18. */
export function RepeatedTag({ months }: { months: number }): ReactNode {
  return (
    <Tag tone="warn" icon={<ExclamationCircleOutlined aria-hidden />}>
      连续 {months} 个月反映
    </Tag>
  );
}

export function SecretTag(): ReactNode {
  return (
    <Tag tone="violet" icon={<LockOutlined aria-hidden />}>
      保密
    </Tag>
  );
}

/** 待送: written on this desk, not yet acknowledged by the centre. */
export function PendingTag(): ReactNode {
  return (
    <Tag tone="warn" icon={<ExclamationCircleOutlined aria-hidden />}>
      待送
    </Tag>
  );
}

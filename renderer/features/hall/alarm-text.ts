import type { Alarm, AlarmKind } from '../../../shared/hall/alarms.ts';
import { duration, relativeTime } from '../../components/times.ts';

export const ALARM_NAMES: Readonly<Record<AlarmKind, string>> = {
  wait: '等待过长',
  abandon: '放弃过多',
  longCall: '通话过长',
  nearLimit: '工单将到期',
  unsent: '工单未送出',
  hotTopic: '热点诉求',
};

/** What an alarm says. @param now for how a day is called */
export function alarmText({ kind, about, value }: Alarm, now: number): string {
  switch (kind) {
    case 'wait':
      return `排队等待已达 ${duration(value * 1000)}`;
    case 'abandon':
      return `近一小时放弃率 ${value}%`;
    case 'longCall':
      return `${about} 一通电话已 ${value} 分钟`;
    case 'nearLimit':
      return `工单 ${about} ${relativeTime(value, now)} 到期`;
    case 'unsent':
      return `${about} 的座席机有工单 ${value} 分钟未送出`;
    case 'hotTopic':
      return `${about} 今日已有 ${value} 件诉求`;
  }
}

export const ALARM_TEXT = {
  title: '告警',
  list: '告警列表',
  none: '没有告警。',
  loading: '正在读取告警',
  unseen: (count: number): string => `${count} 条未确认`,
  more: (count: number): string => `另有 ${count} 条`,
  acknowledge: '确认',
  acknowledgeThis: (text: string): string => `确认：${text}`,
  acknowledgedBy: (name: string, at: string): string => `${name} ${at} 确认`,
  notSeen: '未确认',
  kind: '类别',
  what: '情况',
  raised: '开始',
  state: '状态',
  stands: '仍在',
  over: (at: string): string => `${at} 解除`,
  open: '查看',
} as const;

export type NoticeGroup = 'limits' | 'work' | 'answers';

export const GROUP_NAMES: Readonly<Record<NoticeGroup, string>> = {
  limits: '时限提醒',
  work: '待办事项',
  answers: '审批结果',
};

export const TEXT = {
  title: '通知',
  titleUnread: (unread: number): string => `通知，${unread} 条未读`,
  empty: '没有通知。',
  now: '本机所见时限',
  queue: (name: string, overdue: number, soon: number): string =>
    `${name}：${[overdue > 0 && `超期 ${overdue} 件`, soon > 0 && `将到期 ${soon} 件`].filter(Boolean).join('，')}`,
  unread: '未读',
  readAll: '全部标为已读',
  desk: '本机提示',
  clear: '清除本机提示',
  many: (count: number): string => `${count} 条新通知`,
  passed: (overdue: number): string => `有 ${overdue} 件工单刚刚超期`,
  passedTitle: '工单超期',
} as const;

/** What fits beside the bell. */
export function countOf(unread: number): string {
  return unread > 99 ? '99+' : String(unread);
}

export const TEXT = {
  figures: '大厅数据',
  waiting: '排队',
  longest: (time: string): string => `最长 ${time}`,
  within15: '今日 15 秒内接听',
  of: (part: number, whole: number): string => `${part} / ${whole}`,
  rollingDay: '24 小时接通率',
  standard: '标准 95%',
  belowStandard: '低于 95%',
  noCalls: '尚无来电',
  abandoned: '今日放弃',
  ofCallers: (rate: string): string => `占来电 ${rate}`,
  talk: '平均通话',
  wrapUp: '平均整理',
  lastDay: '近 24 小时',
  agents: '签入坐席',
  states: (ready: number, speaking: number, wrapUp: number, away: number): string =>
    `闲${ready} 话${speaking} 理${wrapUp} 离${away}`,
  needed: '本时段需坐席',
  have: (agents: number): string => `在岗 ${agents}`,
  short: (agents: number): string => `缺 ${agents} 人`,
  tooMany: '超出可算范围',
  stale: (at: string): string => `以下停在 ${at}，中心恢复后自动更新`,
  loading: '正在读取大厅数据',

  hoursTitle: '今日各时段来电与同星期几的中位数',
  hoursNote: '来电为接通与放弃之和；中位数取过去 8 周同一星期几，没有来电的日子不计。',
  hour: '时段',
  calls: '今日来电',
  median: '中位数',
  noMedian: '没有往期数据',
  showTable: '看表格',
  showChart: '看图',
  hourName: (hour: number): string => `${String(hour).padStart(2, '0')} 时`,

  forecastTitle: '今后几小时的来电与所需坐席',
  expected: '预计来电',
  agentsNeeded: '所需坐席',
  staffedTitle: '此刻多一人或少一人',
  staffed: '在岗坐席',
  answered: '接通',
  within: '15 秒内接听',
  people: '人数',
  fewer: '少一人',
  same: '现在',
  more: '多一人',
  assumption: '依据',
  basis: { median: '预计来电取同星期几的中位数', lastHour: '没有往期数据，预计来电按近一小时' },
  factor: (factor: string): string => `乘以今日至今与中位数之比 ${factor}`,
  model: '坐席数按爱尔朗 A 模型（来电随机到达，等候者会放弃）',
  times: (talk: string, wrapUp: string, patience: string): string =>
    `通话 ${talk}，整理 ${wrapUp}，平均耐心 ${patience}`,
  assumed: '来电太少，时长按常用值假定',
  promise: (within: number): string => `须同时做到接通 95%、15 秒内接听 ${within}%`,
} as const;

/** `87.5%`; a dash where there is nothing to divide by. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : shareText(part / whole);
}

/** `87.5%`. Rounded down, so that 94.99 never looks like the 95 that were asked for. */
export function shareText(share: number): string {
  const tenths = Math.floor(share * 1000 + 1e-9) / 10;
  return `${Number.isInteger(tenths) ? tenths : tenths.toFixed(1)}%`;
}

export const PERIOD = {
  month: (year: string, month: number) => `${year}年${month}月`,
  quarter: (year: string, quarter: number) => `${year}年第${quarter}季度`,
  firstHalf: (year: string) => `${year}年上半年`,
  secondHalf: (year: string) => `${year}年下半年`,
  year: (year: string) => `${year}年`,
} as const;

export const EVERY_NAMES = { month: '月', quarter: '季度', halfYear: '半年', year: '年', free: '自选' } as const;

export const BREAKDOWN_NAMES = {
  department: '县区部门',
  unit: '承办单位',
  subject: '事项',
  day: '日期',
  month: '月份',
} as const;

export const CLUSTER_NAMES = { concerned: '涉及单位', subject: '事项', place: '地点' } as const;

export const TEXT = {
  title: '报表',
  views: '报表内容',
  table: '统计表',
  overdue: '逾期工单',
  clusters: '集中反映',
  topics: '热点',
  report: '报表',
  freeReport: '全部指标',
  every: '期间类型',
  period: '期间',
  by: '分列',
  to: (to: string, article: string) => `报送：${to}（${article}）`,
  due: (days: number) => `期满后 ${days} 个工作日内`,
  name: '名称',
  total: '合计',
  none: '这个期间没有工单。',
  noRate: '—',
  noneSuch: '—',
  definitions: '指标口径',
  rows: '工单明细',
  rowsOf: (name: string, figure: string) => `${name}：${figure}`,
  all: '全部',
  number: '工单号',
  day: '计入日期',
  unit: '承办单位',
  category: '分类',
  state: '状态',
  summary: '诉求内容',
  due2: '办理期限',
  finishedAt: '办结时间',
  reason: '承办单位说明',
  noReason: '未说明',
  open: '尚未办结',
  hidden: (count: number) => `另有 ${count} 件您无权查看，只计入件数。`,
  more: '继续显示',
  noOverdue: '没有逾期未办结的工单，这个期间也没有超期办结的工单。',
  moreOverdue: (shown: number) => `逾期工单较多，这里只列出前 ${shown} 件；导出文件包含全部。`,
  overdueHint: '现在已超过期限仍未办结的，以及所选期间内超期办结的工单。',
  clusterHint: '所选期间内投诉举报集中的单位、事项和地点；上期为之前同样天数。',
  least: '至少',
  leastUnit: '件',
  noClusters: '这个期间没有达到件数的集中反映。',
  clusterBy: '类型',
  n: '本期',
  before: '上期',
  change: '增减',
  choose: '选入公开稿',
  chooseOrder: (number: string) => `选入公开稿 ${number}`,
  openOrder: '查看工单',
  offline: '报表由中心统计，联网后才能查看。',
} as const;

export const FILTER = {
  title: '筛选条件',
  open: '筛选',
  words: '诉求内容包含',
  clear: '清除筛选',
  kept: '按单位、事项筛选直接取汇总数。',
  counted: '这组条件没有现成汇总数，按工单明细逐件统计。',
  counting: (done: number, of: number) => `正在按明细统计：已完成 ${done}／${of} 天`,
  stop: '停止统计',
  stopped: '已停止统计。',
  again: '重新统计',
  on: (said: string) => `筛选：${said}`,
} as const;

export const CALLS = {
  title: '来电明细',
  queuedAt: '来电时间',
  number: '来电号码',
  outcome: '结果',
  wait: '等候',
  talk: '通话',
  agent: '话务员',
  none: '这个期间没有这类来电。',
} as const;

export const CHART = {
  chart: '图表',
  table: '表格',
  show: '显示方式',
  figure: '图表指标',
  of: (by: string, name: string) => `${name}（按${by}）`,
  none: '这个指标在这个期间没有数值。',
  left: (count: number) => `图中只列前 15 项，另有 ${count} 项见表格。`,
  pick: (name: string, chord: string) => `点击图中的条形或圆点，查看${name}背后的工单；按 ${chord} 换回表格。`,
  print: '打印图表',
  period: (from: string, to: string) => `期间：${from} 至 ${to}`,
} as const;

export const EXPORT = {
  export: '导出',
  formats: { xlsx: 'Excel 表格', pdf: 'PDF 打印稿', csv: 'CSV 文本' },
  reading: (read: number, expected: number) => (expected === 0 ? '正在读取…' : `已读取 ${read}／${expected} 行`),
  writing: '正在生成文件…',
  cancel: '取消导出',
  exported: (name: string) => `已导出 ${name}，导出已留痕`,
  publish: (count: number) => `导出公开稿（${count} 件）`,
} as const;

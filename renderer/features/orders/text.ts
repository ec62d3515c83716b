import type { OwedTime } from '../../../shared/domain/owed-times.ts';
import { ORDER_STATE_NAMES, RUNNING_STATES } from '../../../shared/domain/order.ts';
import type { ColumnKey } from './columns.ts';
import type { QuickView } from './query.ts';

export const VIEW_NAMES: Readonly<Record<QuickView, string>> = {
  mine: '我的工单',
  all: '全部',
  handling: '在办',
  soon: '快到期',
  overdue: '超期',
  pending: '待送出',
};

/** What each view shows, in a sentence. */
export const VIEW_HINTS: Readonly<Record<QuickView, string>> = {
  mine: '您登记的工单，不论办到哪一步',
  all: '您有权查看的全部工单',
  handling: `还没有答复的工单：${RUNNING_STATES.map((state) => ORDER_STATE_NAMES[state]).join('、')}`,
  soon: '还没有答复、时限将到的工单，最急的在前',
  overdue: '还没有答复、已过时限的工单，最急的在前',
  pending: '本机写下、还没有送到中心的工单',
};

export const COLUMN_NAMES: Readonly<Record<ColumnKey, string>> = {
  number: '工单号',
  state: '状态',
  category: '类别',
  mode: '方式',
  summary: '诉求',
  caller: '诉求人',
  unit: '承办单位',
  due: '办理时限',
  createdAt: '受理时间',
  createdBy: '受理人',
};

/** What an empty list says, and the one thing to do about it. */
export const EMPTY: Readonly<Record<QuickView, string>> = {
  mine: '您还没有登记过工单。接听来电后，在受理台写下的工单会出现在这里。',
  all: '本机还没有工单。联网同步后，您有权查看的工单会出现在这里。',
  handling: '没有在办的工单，都已答复。',
  soon: '没有快到期的工单。',
  overdue: '没有超期的工单。',
  pending: '没有待送出的工单，本机写下的都已送到中心。',
};

export const TEXT = {
  screen: '工单',
  list: '工单列表',
  views: '快捷视图',
  search: '搜索全部工单',
  searchHint: '工单号、待编号、内容、地点、诉求人',
  dates: '受理日期',
  dateFrom: '起始日期',
  dateTo: '截止日期',
  columns: '显示的列',
  columnsDefault: '恢复默认',
  columnCrowded: '宽度不够，暂不显示',
  columnFixed: '始终显示',
  filter: '筛选',
  clear: '清除筛选',
  clearSearch: '清除搜索和筛选',
  showAll: '查看全部工单',
  toDesk: '去受理台',
  nothingFound: '没有符合条件的工单。',
  count: (total: number) => `共 ${total.toLocaleString('zh-CN')} 件`,
  counting: '正在查找…',
  coming: '正在读取',
  filterBy: (column: string) => `筛选${column}`,
  sortBy: (column: string, way: string) => `${column}，${way}`,
  newest: '最新在前',
  oldest: '最早在前',
  byDueOn: '最急在前',
  unsorted: '点击排序',
  anyUnit: '全部单位',
  urgent: '紧急',
  secret: '保密',
  provisional: '待编号',
  unnamed: '未留姓名',
  noUnit: '—',
  noDue: '—',
} as const;

export const DETAIL = {
  title: '工单详情',
  close: '关闭详情',
  copyNumber: '复制工单号',
  copied: '已复制',
  request: '诉求',
  wish: '诉求目的',
  subject: '事项',
  channel: '渠道',
  complexity: '复杂程度',
  place: '地点',
  occurredAt: '发生时间',
  accusedUnit: '被诉单位',
  accusedPerson: '被诉人',
  replyBy: '答复方式',
  followUp: '回访',
  followUpYes: '愿意接受回访',
  followUpNo: '不需回访',
  caller: '诉求人',
  name: '姓名',
  phone: '电话',
  address: '地址',
  identityLabel: '身份',
  identity: { named: '实名', anonymous: '匿名' },
  reveal: '显示个人信息',
  revealLogged: '每次查看都会记入日志',
  hide: '立即隐藏',
  hidesIn: (seconds: number) => `${seconds} 秒后自动隐藏`,
  call: '来电',
  callManual: '补录',
  callManualReason: '补录原因',
  callAt: '来电时间',
  callLength: '通话时长',
  callNotAnswered: '未接听',
  answer: '答复',
  answerArticles: '答复依据',
  articlesRead: '通话中查阅',
  articleVersion: (version: number) => `第 ${version} 版`,
  refusal: '不予受理',
  refusalWritten: '需要书面通知',
  attempts: '直办呼转',
  attemptAnswered: (at: string) => `${at} 接听`,
  callsAndRecordings: '通话与录音',
  deadline: '办理时限',
  deadlineStatutory: (source: string) => `法定时限：${source}`,
  deadlineAlso: (article: string, limit: string) => `另见${article}（${limit}）`,
  deadlinePack: (version: number) => `规则第 ${version} 版`,
  deadlineProvisional: '暂定',
  deadlineProvisionalHint: '该年度放假安排尚未公布，公布后可能调整',
  attachments: '附件',
  course: '办理过程',
  urges: (times: number) => `已催办 ${times} 次`,
} as const;

/** What an order owes by a time of its own. */
export const OWED_NAMES: Readonly<Record<OwedTime['kind'], string>> = {
  firstResponse: '首次联系诉求人',
  procedure: '进入办理程序并续报',
  archive: '当日归档',
};

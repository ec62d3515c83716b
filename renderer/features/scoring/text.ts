import type { Criterion } from '../../../shared/domain/scoring/plan.ts';
import { CRITERION_NAMES } from '../../../shared/domain/scoring/plan.ts';
import type { ScoringSource } from '../../../shared/domain/scoring/scoring.ts';
import { MODE_NAMES } from '../../../shared/domain/order.ts';

export const SCREEN = {
  title: '话务质检',
  tabs: '话务质检内容',
  tasks: '任务',
  appeals: '申诉',
  calibrations: '校准',
  results: '结果',
  plans: '抽检计划',
  forms: '评分表',
} as const;

export const TASKS = {
  list: '评分任务',
  whose: '任务范围',
  views: { toScore: '待我评分', mine: '我评过的', all: '全部' },
  agent: '话务员',
  anyAgent: '全部话务员',
  plan: '抽检计划',
  anyPlan: '全部抽检计划',
  state: '状态',
  anyState: '全部状态',
  reason: '抽取原因',
  at: '通话时间',
  length: '时长',
  form: '评分表',
  inspector: '质检员',
  nobody: '待领取',
  due: '时限',
  total: '总分',
  begun: '已写一部分',
  more: '更早的任务',
  empty: {
    toScore: '没有待您评分的通话。抽检计划到期会自动抽取，也可以在通话记录中选一通电话评分。',
    mine: '您还没有评过通话。',
    all: '没有符合条件的评分。请换一个状态或话务员。',
    appeals: '没有待处理的申诉。',
  },
  toCalls: '到通话记录',
  showAll: '清除筛选',
} as const;

export const PANE = {
  take: '领取并评分',
  takeHint: '这通电话还没有质检员，领取后由您评分。',
  facts: '通话情况',
  agent: '话务员',
  at: '通话时间',
  length: '通话时长',
  direction: '方向',
  directions: { inbound: '呼入', outbound: '呼出' },
  reason: '抽取原因',
  form: '评分表',
  formOf: (name: string, version: number): string => `${name} 第 ${version} 版`,
  inspector: '质检员',
  due: '评分时限',
  appealUntil: '申诉截止',
  orders: '通话中登记的工单',
  noOrders: '这通电话没有登记工单。',
  course: '经过',
  close: '关闭',
  next: '下一件',
  submitted: (total: string): string => `已提交，总分 ${total}。`,
  nextFollows: '下一件如下。',
  noneLeft: '没有待评的了。',
  more: '更多',
  assign: '改派质检员',
  assignTo: '改派给',
  drop: '撤销评分',
  reasons: '理由',
  reasonsHint: '如：通话内容涉密，不宜评分',
} as const;

export const SHEET = {
  title: '评分',
  help: '数字给分 · Enter 下一项（未评给满分）· N 不适用 · R 备注 · 空格 播放 · ← → 退进 5 秒',
  of: (full: number): string => `/ ${full}`,
  notMarked: '未评',
  notApplying: '不适用',
  full: '满分',
  remark: '备注',
  remarkOf: (name: string): string => `${name} 备注`,
  remarkNeeded: '扣分须写明理由',
  remarkHint: '写明依据，Enter 到下一项',
  mark: '记下录音位置',
  seek: (at: string): string => `听 ${at}`,
  unmark: '去掉录音位置',
  vetoes: '一票否决',
  vetoesHint: (cap: number): string => `命中任意一项，总分最高 ${cap} 分。空格命中或取消。`,
  vetoNeeded: '须写明理由',
  noVetoes: '没有命中一票否决。',
  comment: '总评',
  commentHint: '给话务员的话（可不填）',
  total: '总分',
  weight: (weight: number): string => `权重 ${weight}`,
  got: (got: number, full: number): string => `${got} / ${full}`,
  passed: '合格',
  failed: '不合格',
  vetoed: '一票否决',
  left: (count: number): string => `还有 ${count} 项未评`,
  submit: '提交评分',
  confirm: '确认提交',
  ask: '提交后通知话务员，不能再改。',
  askCalibration: '提交后不能再改；全部提交后一起讨论。',
  back: '返回修改',
  keeping: '已存本机',
  keptHere: '已存本机，待存中心',
  keptAtCentre: (at: string): string => `已存中心 ${at}`,
  anyDesk: '在任何座席登录都能接着写',
  twoDesks: (otherHere: boolean, newer: boolean) => {
    const inHand = `${otherHere ? '另一座席' : '本机'}写得较${newer ? '晚' : '早'}的那一份`;
    return `这份评分在两个座席上写过，现在接着${inHand}写。${otherHere ? '本机' : '另一座席'}那一份写于`;
  },
  takeOther: '改用另一份',
  goOn: '就用这一份',
  appealed: '申诉项',
  first: (total: number): string => `原评 ${total} 分`,
} as const;

export const PLAYER = {
  title: '录音',
  none: '这通电话没有录音，请按通话情况和工单评分。',
  fetching: '录音正在从交换机取回，稍后可听。',
  deleted: '录音已按保存期限删除。',
  listen: '听录音',
  why: '话务质检',
  logged: '调听留痕，原因记为“话务质检”。',
  loading: (percent: number): string => `正在取录音 ${percent}%`,
  player: '播放录音',
  which: '哪一段录音',
  speed: '播放速度',
  times: (rate: number): string => `${rate} 倍`,
} as const;

export const APPEAL = {
  confirm: '确认评分',
  confirmHint: '确认后不能再申诉。',
  appeal: '申诉',
  reasons: '申诉理由',
  reasonsHint: '写明哪里不符，质检主管据此复核',
  about: '申诉的评分项',
  anyItem: '整份评分',
  send: '提交申诉',
  cancel: '取消',
  said: '申诉',
  until: (at: string): string => `${at} 前可以申诉`,
  decide: '处理申诉',
  decision: '处理理由',
  decisionHint: '告诉话务员和质检员为什么',
  uphold: '维持原分',
  support: '支持并改分',
  give: '提交处理',
  unchanged: '还没有改动任何一项。支持申诉须改分，否则请维持原分。',
  supported: '支持，已改分',
  upheld: '维持原分',
} as const;

export const MINE = {
  title: '我的评分',
  figures: '本月评分',
  scored: '评分数',
  mean: '平均分',
  passed: '合格',
  vetoed: '一票否决',
  toConfirm: '待确认',
  times: (count: number): string => `${count} 次`,
  none: '—',
  empty: '这个月还没有您的通话评分。',
  hint: '请确认，或在截止前申诉。',
} as const;

/** Why a call is scored, in one phrase. */
export function sourceText(source: ScoringSource): string {
  if (source.kind === 'hand') return '质检员选取';
  if (source.kind === 'calibration') return '校准';
  return criterionText(source.why);
}

export function criterionText(criterion: Criterion): string {
  const name = CRITERION_NAMES[criterion.kind];
  switch (criterion.kind) {
    case 'share':
      return `${name} ${criterion.percent}%`;
    case 'newStaff':
      return `${name}（入职 ${criterion.days} 天内）`;
    case 'long':
      return `${name}（超过 ${criterion.minutes} 分钟）`;
    case 'outcome':
      return `${name}（${MODE_NAMES[criterion.outcome]}）`;
    case 'number':
    case 'perAgent':
    case 'dissatisfied':
      return name;
  }
}

import type { StageId, StageState } from './stage.ts';

export const STAGE_NAMES: Readonly<Record<StageId, string>> = {
  accept: '受理',
  dispatch: '派单',
  handle: '办理',
  reply: '答复',
  supervise: '督办',
  close: '办结',
  followUp: '回访',
  rate: '评价',
};

export const STAGE_STATE_NAMES: Readonly<Record<StageState, string>> = {
  done: '已完成',
  current: '正在进行',
  todo: '尚未到达',
  none: '未发生',
};

export const STAGE_TEXT = {
  line: '办理环节',
  accepted: '已受理',
  refused: '不予受理',
  onTheLine: '通话中已答复',
  waitsForDispatch: '等派单员派单',
  dispatched: '已派单',
  sameDay: '当日派出',
  inHand: {
    unsigned: '等承办单位签收',
    signed: '承办单位办理中',
    leaderReview: '等负责人审签',
    submitted: '等领导批示',
  },
  reported: '已上报结果',
  inspecting: '等质检',
  told: '已答复诉求人',
  passed: '质检通过，答复已发出',
  notTold: '尚未答复诉求人',
  leaderFirst: '须负责人审签',
  checkFirst: '须质检',
  supervised: '等承办单位回复督办',
  supervisionAnswered: '已回复督办',
  urged: (times: number) => `已催办 ${times} 次`,
  noSupervision: '没有督办',
  archived: '已归档',
  closed: '已办结',
  withinDays: (days: number) => `办结后 ${days} 个工作日内`,
  reached: '已回访',
  unreached: (times: number) => `${times} 次未联系上`,
  toCall: '等回访',
  reviewing: '复查复核中',
  toRedo: (rating: string) => `${rating}，等退回重办`,
  limit: '时限',
  basis: '依据',
} as const;

import type { DraftHandoverState } from '../../../shared/domain/draft-handover.ts';

export const DRAFTS = {
  title: '留下的受理草稿',
  hint: '草稿只存在写它的座席机上。指定接手人后，等原话务员退出登录，座席机便把它送往中心，出现在接手人的受理草稿中，编号不变。',
  open: '未指定接手人的草稿',
  none: '没有留下的草稿。',
  person: '话务员',
  number: '草稿编号',
  since: '开始',
  seat: '座席',
  taker: '接手人',
  chooseTaker: '工号或姓名',
  takerOf: (number: string): string => `${number} 接手人`,
  hand: '移交',
  handThis: (number: string): string => `移交 ${number}`,
  handed: '移交中与一天内的移交',
  fromTo: '移交',
  to: (from: string, to: string): string => `${from} → ${to}`,
  by: '安排人',
  state: '情况',
  acts: '操作',
  redirect: '改派',
  redirectThis: (number: string): string => `改派 ${number}`,
  cancel: '撤销',
  cancelThis: (number: string): string => `撤销 ${number} 的移交`,
} as const;

export const DRAFT_STATES: Readonly<Record<DraftHandoverState, (from: string, to: string) => string>> = {
  asked: (from) => `等 ${from} 退出登录、座席机联网后送出`,
  given: (_, to) => `已到中心，等 ${to} 登录后取走`,
  taken: (_, to) => `${to} 已接手`,
  gone: (from) => `${from} 已自行处理`,
  refused: (from, to) => `${to} 无权查看或已停用，草稿仍在 ${from} 的座席，请另选`,
  cancelled: () => '已撤销',
};

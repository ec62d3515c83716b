import type { WorkspaceId } from './workspace-ids.ts';

export const WORKSPACE_NAMES: Readonly<Record<WorkspaceId, string>> = {
  dispatching: '派单',
  handling: '承办',
  supervising: '督办',
  followingUp: '回访',
  inspecting: '质检',
  instructing: '批示',
  reviewing: '复查',
};

/** Where a tab's name is not its queue's. */
export const TAB_NAMES: Readonly<Partial<Record<string, string>>> = {
  catalogue: '派单目录',
  soon: '临期',
  overdue: '超期',
  board: '督办看板',
  knowledge: '知识核对',
  sample: '抽取回访',
};

/** What an empty tab says. */
export const EMPTY: Readonly<Partial<Record<string, string>>> = {
  undispatched: '没有等待派单的工单。话务员登记受理后会出现在这里。',
  returns: '没有等待审核的退单申请。',
  extensions: '没有等待审批的延期申请。',
  toSign: '没有等待签收的工单。热线中心派单后会出现在这里。',
  inHand: '没有正在办理的工单。',
  soon: '没有临近期限的工单。',
  overdue: '没有超过期限的工单。',
  redone: '没有退回重办的工单。',
  assisting: '没有等待协办意见的工单。',
  toReview: '没有等待审签的办理结果。',
  toAnswer: '没有等待回复的督办。',
  supervised: '没有正在督办的工单。',
  toFollowUp: '没有等待回访的工单。承办单位答复后会出现在这里。',
  toClose: '没有等待办结的工单。不需要回访的答复会出现在这里。',
  toArchive: '没有等待归档的工单。',
  toInspect: '没有等待质检的答复。',
  submitted: '没有等待批示的专报。',
  reviewing: '没有等待复查复核的工单。',
};

export const TEXT = {
  queues: '待办队列',
  act: '操作',
  tabLabel: (name: string, total: number, overdue: number) =>
    [name, `${total} 件`, overdue > 0 && `其中超期 ${overdue} 件`].filter(Boolean).join('，'),
  overdueMark: (count: number) => `超期 ${count}`,
  clearAll: '清除搜索和筛选',
  toOrders: '查看全部工单',

  board: '各单位办理情况',
  unit: '承办单位',
  running: '在办',
  soon: '临期',
  overdue: '超期',
  supervised: '督办中',
  noUnit: '未派单位',
  boardEmpty: '没有正在办理的工单。',
  urgeAll: '催办',
  urgeUnit: (unit: string) => `催办 ${unit} 的超期工单`,
  urgeTitle: (unit: string) => `催办单：${unit}`,
  urgeReason: '催办内容',
  urgeDefault: '下列工单已超过办理时限，请立即办理，并说明超期原因。',
  urgeNone: '这个单位没有可以催办的超期工单。',
  urgeChosen: (count: number) => `催办 ${count} 件`,
  urgeDone: (count: number, at: string) => `已催办 ${count} 件，已存本机 ${at}`,
  urgeReasonMissing: '请写下催办内容',
  urgeMore: (shown: number) => `只列出最急的 ${shown} 件`,
  showUnit: (unit: string) => `查看 ${unit} 的超期工单`,

  sample: '抽取',
  sampleHint: (article: string) =>
    `从所选期间办结的工单中抽取，放入待回访；抽取的种子和结果留痕，用同一种子可以复核（${article}）。`,
  sampleNone: '本市规定不是抽查回访，不需要抽取。',
  samplePeriod: '办结期间',
  sampleSize: '抽取件数',
  sampleSeed: '种子',
  sampleSeedHint: '不填则随机产生',
  sampleDone: (population: number, drawn: number, seed: string) =>
    `已从 ${population} 件中抽取 ${drawn} 件，放入待回访，种子 ${seed}`,

  catalogue: '派单目录',
  catalogueHint: '事项归哪个单位办。派单时会作为第一条建议；目录由派单员维护，联网时才能修改。',
  catalogueSearch: '查找事项或单位',
  subject: '事项',
  listedUnit: '承办单位',
  note: '说明',
  listedBy: '维护',
  notListed: '未列入',
  onlyListed: '只看已列入的',
  edit: '修改',
  editTitle: (subject: string) => `派单目录：${subject}`,
  save: '保存',
  remove: '移出目录',
  noSubject: '没有找到这样的事项。',
} as const;

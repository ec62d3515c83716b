/** Where an action is listed. */
export const KEY_GROUPS = {
  call: '通话',
  agent: '坐席状态',
  floor: '班长台',
  draft: '受理',
  list: '工单',
  scoring: '话务质检',
  app: '通用',
} as const;
export type KeyGroup = keyof typeof KEY_GROUPS;

interface KeyActionFacts {
  /** Default chord as {@link parseChord} writes it. */
  readonly chord: string;
  readonly label: string;
  readonly group: KeyGroup;
}

/**
 * Everything a key can do. Alt with a letter follows the pinyin of the Chinese label, so that it is remembered without
 * learning: 咨询 Z, 三方 S, 切换 Q, 转接 J, 示闲 X, 示忙 M.
 */
export const KEY_ACTIONS = {
  answer: { chord: 'F2', label: '接听', group: 'call' },
  mute: { chord: 'F3', label: '静音 / 取消静音', group: 'call' },
  hold: { chord: 'F4', label: '保持 / 取回', group: 'call' },
  pauseRecording: { chord: 'Shift+F3', label: '暂停 / 继续录音', group: 'call' },
  hangUp: { chord: 'Shift+F2', label: '挂断', group: 'call' },
  consult: { chord: 'Alt+Z', label: '咨询', group: 'call' },
  cancelConsult: { chord: 'Alt+G', label: '挂断咨询方', group: 'call' },
  toggle: { chord: 'Alt+Q', label: '切换通话方', group: 'call' },
  conference: { chord: 'Alt+S', label: '三方通话', group: 'call' },
  transfer: { chord: 'Alt+J', label: '转接', group: 'call' },
  keyPad: { chord: 'Alt+P', label: '拨号键盘', group: 'call' },
  help: { chord: 'F1', label: '求助班长 / 响应求助', group: 'call' },
  ready: { chord: 'Alt+X', label: '示闲 / 结束整理', group: 'agent' },
  busy: { chord: 'Alt+M', label: '示忙', group: 'agent' },
  rest: { chord: 'Alt+R', label: '小休', group: 'agent' },
  extendWrapUp: { chord: 'Alt+Y', label: '延长整理 1 分钟', group: 'agent' },
  agentSignIn: { chord: 'Alt+I', label: '签入', group: 'agent' },
  agentSignOut: { chord: 'Alt+O', label: '签出', group: 'agent' },
  floorListen: { chord: 'Shift+F6', label: '侦听', group: 'floor' },
  floorWhisper: { chord: 'Shift+F7', label: '耳语', group: 'floor' },
  floorBarge: { chord: 'Shift+F9', label: '插入', group: 'floor' },
  floorStop: { chord: 'Shift+F4', label: '停止侦听', group: 'floor' },
  outcomeImmediate: { chord: 'F6', label: '即办', group: 'draft' },
  outcomeDirect: { chord: 'F7', label: '直办', group: 'draft' },
  outcomeForward: { chord: 'F8', label: '转办', group: 'draft' },
  acceptOnly: { chord: 'Shift+F8', label: '登记受理，待派单', group: 'draft' },
  outcomeRefuse: { chord: 'F9', label: '不予受理', group: 'draft' },
  category1: { chord: 'Alt+1', label: '咨询类', group: 'draft' },
  category2: { chord: 'Alt+2', label: '求助类', group: 'draft' },
  category3: { chord: 'Alt+3', label: '投诉类', group: 'draft' },
  category4: { chord: 'Alt+4', label: '举报类', group: 'draft' },
  category5: { chord: 'Alt+5', label: '建议类', group: 'draft' },
  category6: { chord: 'Alt+6', label: '表扬类', group: 'draft' },
  content: { chord: 'Alt+N', label: '到诉求内容', group: 'draft' },
  subject: { chord: 'Alt+L', label: '选择事项', group: 'draft' },
  acceptSuggestion: { chord: 'Alt+Enter', label: '采纳建议', group: 'draft' },
  rejectSuggestion: { chord: 'Alt+Backspace', label: '不采纳建议', group: 'draft' },
  takePlace: { chord: 'Alt+V', label: '填入识别的地点', group: 'draft' },
  takeUrgent: { chord: 'Alt+0', label: '按提示标为紧急', group: 'draft' },
  newDraft: { chord: 'Alt+T', label: '新建草稿', group: 'draft' },
  manualEntry: { chord: 'Alt+B', label: '补录通话', group: 'draft' },
  nextDraft: { chord: 'Ctrl+J', label: '下一份草稿', group: 'draft' },
  carryOver: { chord: 'Alt+H', label: '带入诉求人', group: 'draft' },
  attach: { chord: 'Alt+A', label: '添加附件', group: 'draft' },
  useAnswer: { chord: 'Alt+U', label: '用作答复', group: 'draft' },
  reveal: { chord: 'Alt+W', label: '显示个人信息（留痕）', group: 'draft' },
  find: { chord: 'Ctrl+F', label: '查找工单', group: 'list' },
  supplement: { chord: 'Alt+C', label: '补充诉求', group: 'list' },
  urge: { chord: 'Alt+K', label: '催办', group: 'list' },
  print: { chord: 'Ctrl+P', label: '打印文书', group: 'list' },
  nextQueue: { chord: 'Alt+PageDown', label: '下一个队列', group: 'list' },
  previousQueue: { chord: 'Alt+PageUp', label: '上一个队列', group: 'list' },
  scorePlay: { chord: 'Alt+/', label: '播放 / 暂停录音', group: 'scoring' },
  scoreBack: { chord: 'Alt+,', label: '录音后退 5 秒', group: 'scoring' },
  scoreForward: { chord: 'Alt+.', label: '录音前进 5 秒', group: 'scoring' },
  scorePlace: { chord: 'Alt+;', label: '备注记下录音位置', group: 'scoring' },
  knowledge: { chord: 'Ctrl+K', label: '查知识', group: 'app' },
  pinArticle: { chord: 'Ctrl+D', label: '置顶 / 取消置顶知识', group: 'app' },
  reportArticle: { chord: 'Ctrl+E', label: '反馈知识问题', group: 'app' },
  primary: { chord: 'Ctrl+Enter', label: '主要操作', group: 'app' },
  back: { chord: 'Escape', label: '后退一步', group: 'app' },
  keyList: { chord: 'Ctrl+/', label: '快捷键一览', group: 'app' },
  syncNow: { chord: 'Ctrl+Shift+S', label: '立即同步', group: 'app' },
  goDesk: { chord: 'Ctrl+1', label: '到受理台', group: 'app' },
  goOrders: { chord: 'Ctrl+2', label: '到工单', group: 'app' },
  goKnowledge: { chord: 'Ctrl+3', label: '到知识', group: 'app' },
  goKnowledgeDesk: { chord: 'Ctrl+7', label: '到知识管理', group: 'app' },
  goSync: { chord: 'Ctrl+4', label: '到同步', group: 'app' },
  goRules: { chord: 'Ctrl+6', label: '到规则', group: 'app' },
  goScoring: { chord: 'Ctrl+Alt+P', label: '到话务质检', group: 'app' },
  goMine: { chord: 'Ctrl+Alt+0', label: '到我的工作', group: 'app' },
  goReports: { chord: 'Ctrl+Alt+9', label: '到报表', group: 'app' },
  turnChart: { chord: 'Ctrl+Alt+G', label: '图表与表格切换', group: 'app' },
  goSettings: { chord: 'Ctrl+5', label: '到设置', group: 'app' },
  goFloor: { chord: 'Ctrl+Alt+B', label: '到班长台', group: 'app' },
  goCalls: { chord: 'Ctrl+8', label: '到通话记录', group: 'app' },
  goMissed: { chord: 'Ctrl+9', label: '到漏接回拨', group: 'app' },
  goCallSettings: { chord: 'Ctrl+Alt+8', label: '到话务设置', group: 'app' },
  goDispatching: { chord: 'Ctrl+Alt+1', label: '到派单台', group: 'app' },
  goHandling: { chord: 'Ctrl+Alt+2', label: '到承办', group: 'app' },
  goSupervising: { chord: 'Ctrl+Alt+3', label: '到督办台', group: 'app' },
  goFollowingUp: { chord: 'Ctrl+Alt+4', label: '到回访台', group: 'app' },
  goInspecting: { chord: 'Ctrl+Alt+5', label: '到质检', group: 'app' },
  goInstructing: { chord: 'Ctrl+Alt+6', label: '到批示', group: 'app' },
  goReviewing: { chord: 'Ctrl+Alt+7', label: '到复查', group: 'app' },
} as const satisfies Record<string, KeyActionFacts>;

export type KeyAction = keyof typeof KEY_ACTIONS;

/** All actions in the order in which they are listed. */
export const KEY_ACTION_LIST = Object.keys(KEY_ACTIONS) as KeyAction[];

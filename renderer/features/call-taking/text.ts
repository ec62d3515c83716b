import type { OrderState } from '../../../shared/domain/order.ts';
import type { Fact } from '../../../shared/hints/missing-facts.ts';

/** The names of the fields, as they stand on the screen, in reading order. */
export const FIELD_LABELS = {
  callNumber: '来电号码',
  callStart: '通话开始',
  callEnd: '通话结束',
  callReason: '补录原因',
  channel: '渠道',
  category: '类别',
  content: '诉求内容',
  wish: '诉求目的',
  subject: '事项',
  place: '地点',
  occurredAt: '发生时间',
  accusedUnit: '被诉单位',
  accusedPerson: '被诉人',
  callerName: '姓名',
  callerPhone: '联系电话',
  callerAddress: '联系地址',
  attachments: '附件',
  answer: '答复内容',
  direct: '呼叫承办单位',
  unit: '承办单位',
  note: '转办备注',
  ground: '不予受理理由',
  continuation: '补充或催办内容',
} as const;

/** What is wrong, and how to mend it. */
export const ERRORS = {
  category: '请选择类别',
  future: '发生时间不能晚于现在',
  unit: '请选择承办单位',
  replyPhone: '请填写联系电话，或把答复方式改为“不需答复”',
  replyAddress: '书面答复需要联系地址（匿名诉求请改用其他答复方式）',
  noDirectAnswer: '请先呼叫承办单位并记录“已答复”；未接通可改为转办',
  ground: '请选择不予受理的理由',
  tooManyAttachments: '附件最多 10 个',
  tooLong: (label: string, most: string) => `${label}最多 ${most} 字`,
  missing: (label: string) => `请填写${label}`,
  callNumber: '请填写来电号码，3 至 30 位数字',
  callStart: '开始时间不能晚于现在',
  callEndFuture: '结束时间不能晚于现在',
  callEndOrder: '结束时间须晚于开始时间',
  callReason: '请说明为什么补录，例如“断网期间接听”',
} as const;

/** The form and its tabs. */
export const DRAFT = {
  drafts: '草稿',
  handed: (from: string, by: string): string => `${from} 留下的草稿，由班长 ${by} 移交给你`,
  form: '诉求登记',
  tab: (ordinal: number, time: string) => `草稿 ${ordinal} ${time}`,
  newDraft: '新建草稿',
  unsaved: '未存',
  live: '通话中',
  discard: '放弃',
  keep: '保留',
  discardAsk: '放弃这份草稿？',
  discardWhat: '已写的内容将不再保留。',
  discardNamed: (name: string) => `放弃${name}`,
  saving: '正在保存…',
  saveFailed: (sentence: string) => `未能保存：${sentence}，正在重试`,
  contentPlaceholder: '发生了什么：时间、地点、经过',
  wishPlaceholder: '希望怎样解决',
  subjectPlaceholder: '选择事项，可输入关键词查找',
  suggested: '建议',
  acceptSuggestion: (label: string, confidence: string) => `采纳建议：${label}，把握 ${confidence}`,
  because: (words: string) => `因 ${words}`,
  placePlaceholder: '县区、街道、小区或路口',
  timePlaceholder: '何时发生',
  now: '现在',
  yesterday: '昨天此时',
  dayBefore: '前天此时',
  accusedUnitPlaceholder: '被投诉或举报的单位，可选本市单位',
  accusedKnown: '本市单位',
  accusedHidden: '诉求人的姓名、电话、地址对该单位隐去',
  accusedPersonPlaceholder: '姓名或工位号',
  namePlaceholder: '怎么称呼',
  anonymousPlaceholder: '匿名，不写入工单',
  identity: '实名或匿名',
  named: '实名',
  anonymous: '匿名',
  replyBy: '答复方式',
  urgent: '紧急',
  secret: '保密',
  followUp: '愿意回访',
  attach: '添加附件',
  attachHint: '可拖入或粘贴，单个不超过 20 MB',
  removeAttachment: (name: string) => `移除附件 ${name}`,
  manual: '补录通话',
  noCall: '不是电话诉求',
  stillTalking: '仍在通话',
  reasonPlaceholder: '例如：断网期间用话机接听',
  reading: '正在读取草稿',
} as const;

/** What the program offers to write, and what it would ask. */
export const OFFERS = {
  decline: '不采纳，本单不再提示',
  declined: (name: string) => `不采纳：${name}`,
  place: (place: string) => `填入地点：${place}`,
  placeTip: (place: string) => `从内容中识别的地点：${place}，填入地点栏`,
  urgent: (sign: string, word: string) => `标为紧急：${sign}（${word}）`,
  urgentWords: (sign: string, word: string) => `疑似紧急 ${sign}“${word}”`,
  urgentTip: (word: string, reason: string) => `内容提到“${word}”。${reason}。点此标为紧急`,
  ask: (facts: string) => `可再问：${facts}`,
  askTip: '承办单位通常需要这些情况；问到后写进内容即可',
} as const;

export const FACT_NAMES: Readonly<Record<Fact, string>> = {
  when: '何时',
  where: '何地',
  door: '楼栋门牌',
  company: '单位名称',
  receipt: '票据凭证',
  since: '从何时起',
};

/** The caller's column. */
export const CALLER = {
  column: '来电人',
  card: '来电人信息',
  ringing: '来电振铃',
  phone: '电话',
  noCall: '来电时，这里显示来电人、在办工单和以往诉求。',
  noNumber: '填写联系电话后，这里显示此人的在办工单和以往诉求。',
  first: '首次来电，没有以往记录。',
  noName: '未留姓名',
  noAddress: '未留地址',
  identity: { named: '实名', anonymous: '匿名' },
  counts: (calls: number, open: number) => `本月第 ${calls + 1} 次来电 · ${open} 件在办`,
  carryOver: '带入诉求人',
  carryOverHint: '把姓名和地址填入表单，将留下查看记录',
  open: (count: number) => `在办工单 ${count}`,
  supplement: '补充诉求',
  urge: '催办',
  earlier: '以往诉求',
  similar: (count: number) => `相似诉求 ${count}`,
  more: (count: number) => `还有 ${count} 件`,
  sameCaller: '同一来电人',
  looksLike: '相似',
  continueHint: '继续这件工单：补充诉求或催办',
  quote: '引用单号',
  quoted: (number: string) => `（关联原工单 ${number}）`,
  look: '查看',
  orderName: (number: string, summary: string) => `工单 ${number} ${summary}`,
} as const;

/** 进度查询: what is asked, and what may be read out. T5. */
export const PROGRESS = {
  title: '进度查询',
  number: '工单号',
  digits: '电话后四位',
  ask: '查询',
  wrong: '请填写工单号和电话后四位数字。',
  nothing: '没有可以告知的工单。请核对工单号和电话后四位；保密和匿名的诉求不告知进度。',
  say: (number: string, stage: string, unit: string | null, due: string) =>
    `您的诉求（工单 ${number}）现在处于${stage}环节${unit === null ? '' : `，由${unit}办理`}${due === '' ? '' : `，办理期限${due}`}。`,
  state: (state: string) => `工单状态：${state}`,
} as const;

/** Why an order that takes words cannot be urged. */
const NOT_URGEABLE: Readonly<Partial<Record<OrderState, string>>> = {
  accepted: '还没有派给承办单位，可补充诉求。',
  leaderReview: '承办单位已有结果，正在审签，可补充诉求。',
  inspecting: '承办单位已有结果，正在质检，可补充诉求。',
  submitted: '正在呈报领导批示，可补充诉求。',
  replied: '承办单位已答复，可补充诉求。',
  reviewing: '正在复查，可补充诉求。',
};

/** Continuing an open order. */
export const CONTINUE = {
  title: '继续在办工单',
  supplement: '补充诉求',
  urge: '催办',
  notUrgeable: NOT_URGEABLE,
  placeholder: { supplement: '来电人补充了什么', urge: '为什么催办，例如“已过答应的时间”' },
  submit: { supplement: '补充到工单', urge: '确认催办' },
  back: '改为新诉求',
  with: (unit: string) => `承办：${unit}`,
} as const;

/** The four outcomes. */
export const OUTCOME = {
  title: '办理方式',
  howTo: '选好类别、写下诉求内容，再选办理方式。',
  proposed: '拟',
  noLimit: '没有规定',
  limitUnknown: '选择类别后显示',
  also: (rule: string, limit: string) => `另有 ${rule}：${limit}`,
  immediate: '即办',
  direct: '直办',
  forward: '转办',
  refusal: '不予受理',
  close: '答复并办结',
  answerPlaceholder: '对来电人的答复；在右侧知识中按 ⏎ 可直接带入',
  articles: '引用的知识',
  articlesRead: (count: number) => `本次查阅 ${count} 篇`,
  version: (version: number) => `第 ${version} 版`,
  removeArticle: (title: string) => `不再引用 ${title}`,
  unitPlaceholder: '按名称或职责查找单位',
  closedUnit: (name: string) => `${name}（已停用）`,
  noSuggestion: '内容里还没有足够的线索来建议单位。',
  deadline: '办理时限',
  provisionalCalendar: '跨年，节假日安排公布后可能调整',
  notePlaceholder: '给承办单位的说明（可不填）',
  noSubject: '还没有选事项，承办单位会少一条线索。',
  send: '确认转办',
  acceptOnly: '先登记，由派单员派单',
  acceptHint: '承办单位还不清楚时，登记受理后由派单员选单位',
  acceptToday: (article: string) => `派单员当日派单（${article}）`,
  byPhone: '紧急事项请同时电话交办承办单位，时限自电话交办起算。',
  mayNotHandle: (article: string) =>
    `承办单位就是被诉单位，不能承办针对自己的投诉举报（${article}），请改选其主管部门或监督机构。`,
  isAccused: (article: string) => `承办单位就是被诉单位：诉求人的姓名、电话、地址将对它隐去（${article}）。`,
  repeat: (number: string, summary: string) => `此人已有相似诉求在办：${number} ${summary}`,
  continueInstead: '改为补充',
  attempts: '呼叫记录',
  call: '呼叫',
  waiting: '等待接听',
  join: '接通三方',
  closeDirect: '已答复，办结',
  makeForward: '改为转办',
  makeForwardInstead: '不呼叫，改为转办',
  cancelCall: '不等了',
  callAgain: '再次呼叫',
  failedHint: '没有得到答复。改为转办时，单位、内容和呼叫记录都会带过去。',
  directPlaceholder: '单位答复了什么',
  whatCame: '呼叫结果',
  contactKinds: { liaison: '工作时间联络人', duty: '值班电话' },
  progress: {
    dialing: '正在呼叫',
    ringing: '对方振铃',
    talking: '单位已接，来电人等候',
    held: '单位等候',
    conference: '三方通话中',
    over: '单位已离开',
    failed: '未接通',
    byHand: '请用话机拨打，再记录结果',
  },
  refuse: '确认不予受理',
  readOut: '请读给来电人',
  writtenNotice: '来电人要求书面告知',
} as const;

/** After an outcome. */
export const RESULT = {
  title: '办理结果',
  number: '工单号',
  kinds: {
    immediate: '即办，已答复并办结',
    direct: '直办，已答复并办结',
    forward: '已转办',
    accept: '已登记受理，等派单员派单',
    refusal: '不予受理，已登记',
    supplement: '已补充到工单',
    urge: '已催办',
  },
  provisional: '待编号。送达中心后这里显示正式工单号；凭待编号以后也能查到。',
  wasProvisional: (number: string) => `原待编号 ${number}`,
  afterDispatch: '派单后起算办理时限',
  copy: '复制工单号',
  copied: '已复制',
  look: '查看工单',
  next: (count: number) => `下一份草稿（${count}）`,
  finish: '完成',
} as const;

/** When nothing is being written. */
export const IDLE = {
  states: {
    signedOut: '还没有签入。签入并示闲后，来电会分到这里。',
    ready: '示闲，等待来电。',
    busy: '示忙中，来电不会分到这里。',
    rest: '小休中，来电不会分到这里。',
    ringing: '有来电。',
    talking: '通话中，这次来电已登记。来电人还有别的诉求时，可再登记一件。',
    wrapUp: '话后整理。整理完请示闲，等待下一个来电。',
  },
  ringing: (chord: string) => `有来电，按 ${chord} 接听；接听后自动开始登记。`,
  noExchange: '话务服务不通。可用话机接听，在这里补录。',
  signIn: '签入',
  ready: '示闲，等待来电',
  manual: '补录通话',
  further: '再登记一件',
} as const;

/** Where a look at personal data happened, as the log says it. */
export const SCREEN = '受理台';

export const SCRIPT = { title: '受话提示' } as const;

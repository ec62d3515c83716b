import { z } from 'zod';

/** A sentence for the screen and what the person can do next. Both are shown, always together. */
interface FailureText {
  readonly sentence: string;
  readonly next: string;
}

/**
 * Every way this program fails on purpose. Closed: a new failure gets a code here first.
 * `article` of the regulation, where one stands behind it, travels with the failure itself.
 */
export const FAILURES = {
  // sign-in
  BAD_CREDENTIALS: { sentence: '工号或密码不正确。', next: '请核对后再试；连续 5 次错误将锁定 15 分钟。' },
  ACCOUNT_LOCKED: { sentence: '该工号因多次输错密码已被锁定。', next: '请稍后再试，或请管理员解锁。' },
  ACCOUNT_DISABLED: { sentence: '该工号已停用。', next: '请联系管理员。' },
  SIGNED_IN_ELSEWHERE: {
    sentence: '该工号正在另一座席使用。',
    next: '确认是本人后可选择“接管登录”，另一座席将收到提示。',
  },
  SESSION_EXPIRED: { sentence: '登录已过期。', next: '请重新输入密码；未送出的工单仍在本机，不会丢失。' },
  SESSION_TAKEN_OVER: { sentence: '您的工号已在另一座席登录。', next: '如非本人操作，请立即告知班长并修改密码。' },
  NOT_SIGNED_IN: { sentence: '尚未登录。', next: '请先登录。' },
  OFFLINE_SIGN_IN_UNKNOWN: {
    sentence: '离线时只有近期在本座席联网登录过的工号可以登录。',
    next: '请等待网络恢复，或换用登录过的工号。',
  },
  OFFLINE_LEASE_ENDED: { sentence: '本座席的离线使用期已到。', next: '请恢复网络后登录一次；已存的工单不会丢失。' },
  DEMO_ACCOUNT_REFUSED: { sentence: '演示工号不能用于正式环境。', next: '请使用正式工号登录。' },
  PASSWORD_TOO_WEAK: { sentence: '密码过于简单。', next: '请使用至少 8 位、含字母和数字的密码。' },
  NOT_PERMITTED: { sentence: '您的角色没有此项权限。', next: '如工作需要，请联系管理员授权。' },
  NOT_PERMITTED_OFFLINE: { sentence: '此项操作需要联网。', next: '网络恢复后再操作。' },
  // order commands
  ORDER_NOT_FOUND: { sentence: '没有找到这件工单。', next: '请刷新列表；它可能已移出您的可见范围。' },
  ORDER_EXISTS: { sentence: '这件工单已经登记过。', next: '无需重复提交。' },
  ORDER_CLOSED: { sentence: '工单已办结，不能再催办或补充。', next: '请新建工单，并在内容中写明原工单号。' },
  ORDER_NOT_WITH_UNIT: { sentence: '工单不在承办单位手中，无需催办。', next: '可改为补充诉求。' },
  RECUSED: { sentence: '您已回避此件工单，不能查看或办理。', next: '如有疑问，请联系派单员或督办员。' },
  NOT_YOUR_UNIT: { sentence: '此项操作须由工单所在一方办理。', next: '请由承办单位或热线中心的相应人员办理。' },
  ACT_NOT_IN_STATE: { sentence: '工单现在的状态不能这样办理。', next: '请刷新后查看工单可办事项。' },
  ACT_NOT_OFFERED: { sentence: '本市规定没有这个环节。', next: '请按本市规定选择其他办理方式。' },
  WISH_PENDING: { sentence: '已有一项申请等待审核。', next: '请等审核有结果后再申请。' },
  NO_WISH_PENDING: { sentence: '没有等待审核的申请。', next: '请刷新；它可能已由他人审核。' },
  EXTENSION_TOO_LATE: { sentence: '已过申请延期的时间。', next: '请尽快办理，并说明超期原因。' },
  EXTENSION_USED_UP: { sentence: '延期次数已用完。', next: '请按规定直接向分管领导汇报，召开专题协调会议解决。' },
  EXTENSION_TOO_LONG: { sentence: '申请的延期天数超过规定。', next: '请改为规定以内的天数。' },
  SIGNATURE_REQUIRED: { sentence: '须有分管领导签字。', next: '请由负责人签字后提交。' },
  REASON_REQUIRED: { sentence: '须写明理由。', next: '请写明理由后再提交。' },
  CALLER_FIRST: { sentence: '应当先答复诉求人，再上报结果。', next: '请先登记对诉求人的答复。' },
  ADOPTION_REQUIRED: { sentence: '建议类事项须明确答复是否采纳。', next: '请选择是否采纳，并写明理由或下一步安排。' },
  ADVICE_OF_UNIT_REQUIRED: { sentence: '请先明确主办单位。', next: '请指定一个主办单位，再列出协办单位。' },
  RATING_REQUIRED: { sentence: '已联系到诉求人，须登记评价。', next: '请选择评价；不满意的写明原因。' },
  FOLLOW_UP_FIRST: { sentence: '须先回访。', next: '请回访后再办结；联系不上的按规定次数登记。' },
  NOT_SATISFIED: { sentence: '诉求人评价为不满意且诉求合理，不能按满意办结。', next: '请退回承办单位重办。' },
  REVIEW_ORDER: { sentence: '复核须在复查之后。', next: '请先申请复查；本市规定没有的环节不能申请。' },
  REVIEW_PENDING: { sentence: '已有一次复查正在进行。', next: '请等复查有结果。' },
  MERGE_INTO_ITSELF: { sentence: '工单不能并入自己。', next: '请选择另一件工单。' },
  MERGE_TARGET: { sentence: '要并入的工单不存在或已经结束。', next: '请选择一件仍在办理的工单。' },
  EXPORT_TOO_LARGE: { sentence: '要导出的内容超过一份文件的上限。', next: '请缩小期间或范围后再导出。' },
  EXPORT_BROKEN: { sentence: '导出没有完成，没有生成文件。', next: '请检查网络连接后重新导出。' },
  FORM_UNKNOWN: { sentence: '本市没有这种文书。', next: '请从列表中选择文书。' },
  LIABILITY_UNKNOWN: { sentence: '本市规定没有这种追责情形。', next: '请从列表中选择情形。' },
  SUPERVISION_UNKNOWN: { sentence: '本市规定没有这种督办情形或方式。', next: '请从列表中选择。' },
  NO_SUPERVISION: { sentence: '没有等待回复的督办。', next: '请刷新；它可能已由他人回复。' },
  ACCUSED_UNIT: { sentence: '被诉单位不能承办针对自己的投诉举报。', next: '请改派其主管部门或监督机构。' },
  INSTRUCTION_FIRST: { sentence: '批办须先有领导批示。', next: '请先呈报领导，取得批示后再办。' },
  REPLY_FIRST: { sentence: '诉求人还没有得到答复。', next: '请先登记对诉求人的答复，再办结。' },
  ORIGINAL_CHANNEL: { sentence: '应当通过原渠道答复。', next: '请通过诉求人使用的渠道答复并登记。' },
  WRITTEN_REPLY: { sentence: '须书面答复诉求人。', next: '请出具书面答复并登记。' },
  REDO_UNFOUNDED: {
    sentence: '没有不满意且诉求合理的回访评价，不能据回访退回重办。',
    next: '请先登记回访；另有依据的，由督办员退回。',
  },
  ALREADY_SO: { sentence: '已经是这样，无需重复操作。', next: '请刷新后查看。' },
  TOO_MANY: { sentence: '这类记录已达上限，不能再添加。', next: '请办结后另行立单。' },
  CORRECTION_SAME: { sentence: '更正前后的内容相同。', next: '请填写更正后的内容。' },
  UNIT_ALREADY_THERE: { sentence: '该单位已经在办理或协助办理这件工单。', next: '请选择别的单位。' },
  NOT_ASSISTING: { sentence: '该单位不是这件工单的协办单位。', next: '请选择正确的单位。' },
  UNIT_NOT_FOUND: { sentence: '所选承办单位不存在。', next: '请重新选择承办单位。' },
  UNIT_CLOSED: { sentence: '所选承办单位已停用。', next: '请改选现在负责此事的单位。' },
  MODEL_NOT_FOUND: { sentence: '没有这一版模型。', next: '它可能已被新的训练替换；请刷新后重新选择。' },
  SUBJECT_NOT_FOUND: { sentence: '所选事项分类不存在。', next: '请重新选择事项。' },
  CALENDAR_CHANGED: { sentence: '工作日历刚被别人改过，您的修改没有生效。', next: '请看过现在的日历，再改一次。' },
  KNOWLEDGE_NOT_YOURS: { sentence: '这篇知识由别的单位维护。', next: '请由维护单位或知识管理员办理。' },
  MANUSCRIPT_CHANGED: {
    sentence: '稿件已被他人修改，或知识已有新版本。',
    next: '请重新打开，对照后再保存；您写的内容仍在本机。',
  },
  MANUSCRIPT_STAGE: { sentence: '稿件现在的状态不能这样办理。', next: '请刷新后查看稿件状态。' },
  OWN_MANUSCRIPT: { sentence: '不能审核自己写的稿件。', next: '请由维护单位的其他人员审核。' },
  CHECK_NOT_LATE: { sentence: '这篇知识还没有超过核对期限。', next: '请刷新后再看；它可能已核对。' },
  ALREADY_SUPERVISED: { sentence: '这篇知识已在督办中。', next: '请等待维护单位核对。' },
  FEEDBACK_NOT_FOUND: { sentence: '没有找到这条反馈。', next: '请刷新列表；它可能已转交别的单位。' },
  FEEDBACK_SETTLED: { sentence: '这条反馈已经办完。', next: '如仍有问题，请重新反馈。' },
  IMPORT_UNREADABLE: { sentence: '文件无法读取。', next: '请确认是未加密的 docx、xlsx、html 或 txt 文件。' },
  ARTICLE_FILE_TYPE: {
    sentence: '这种文件不能放进知识。',
    next: '可用 PDF、docx、xlsx 和 PNG、JPEG、GIF、WebP 图片；doc、xls 请另存为新格式，SVG 请先转成 PNG，含宏的文件请去掉宏。',
  },
  ARTICLE_FILE_TOO_LARGE: { sentence: '文件太大。', next: '图片不超过 5 MB，其他文件不超过 20 MB；请压缩后再添加。' },
  ARTICLE_FILES_FULL: {
    sentence: '一篇知识最多放 20 个附件。',
    next: '请先去掉不用的附件，或另写一篇知识并互相链接。',
  },
  ARTICLE_FILE_ELSEWHERE: {
    sentence: '这个附件还没有存到本机。',
    next: '联网后会自动收取；现在请先按正文答复，或转请其他座席查看。',
  },
  ARTICLE_FILE_AWAITED: {
    sentence: '写稿的座席还没有把这个附件送到中心。',
    next: '请稍后再打开；正文不受影响。',
  },
  ARTICLE_NOT_FOUND: { sentence: '没有找到这篇知识。', next: '它可能已撤下；请重新检索。' },
  WORDING_NOT_FOUND: { sentence: '没有找到这条说法。', next: '它可能已被更常用的说法代替；请刷新后再看。' },
  REFUSAL_GROUND_UNKNOWN: { sentence: '不予受理的理由不在本市规定之内。', next: '请从列表中选择理由。' },
  DIRECT_WITHOUT_ATTEMPT: { sentence: '直办须有一次三方通话的记录。', next: '请先呼叫承办单位，或改为即办、转办。' },
  COMMAND_TYPE_UNKNOWN: { sentence: '中心不认识这种操作。', next: '请等待中心升级后重试。' },
  INVALID_INPUT: { sentence: '填写的内容有误。', next: '请按各栏提示修改。' },
  ATTACHMENT_TOO_LARGE: { sentence: '附件超过 20 MB。', next: '请压缩后再添加，或拆成几个文件。' },
  ATTACHMENT_TYPE: { sentence: '不支持这种附件。', next: '请使用图片、PDF、Word、Excel、音频或视频文件。' },
  // sync and link
  NO_NETWORK: { sentence: '本机网络不通。', next: '可继续接听和登记，恢复后自动送出。' },
  CENTRE_UNREACHABLE: { sentence: '中心无应答。', next: '可继续接听和登记，恢复后自动送出。' },
  CERTIFICATE_REJECTED: {
    sentence: '中心的证书不被信任，已停止连接。',
    next: '请联系管理员核对证书；可继续登记，不会丢失。',
  },
  DESK_TOO_OLD: { sentence: '本座席程序版本过旧，不能再收取新数据。', next: '已写的工单仍会送出；请尽快升级。' },
  DESK_UNKNOWN: { sentence: '中心没有登记本座席。', next: '请联网登录一次，完成登记。' },
  SEQUENCE_GAP: { sentence: '中心缺少前面的记录。', next: '程序会自动补送。' },
  RESYNC_REQUIRED: { sentence: '本机数据需要重新收取。', next: '程序正在自动处理，可继续工作。' },
  OVERLOADED: { sentence: '中心繁忙。', next: '程序会稍后自动重试。' },
  // desk storage
  STORE_LOCKED: { sentence: '座席程序已在运行。', next: '请切换到已打开的窗口。' },
  STORE_WRONG_KEY: { sentence: '本机数据的密钥不符，无法打开。', next: '请联系管理员恢复密钥；原文件未动。' },
  STORE_CORRUPT: { sentence: '本机数据文件损坏。', next: '原文件已另存，程序会抢救未送出的工单并重新收取数据。' },
  STORE_FULL: {
    sentence: '磁盘已满，刚才的内容没有存下。',
    next: '请先清理磁盘空间再保存，不要关闭窗口，内容仍在屏幕上。',
  },
  STORE_FROM_FUTURE: { sentence: '数据由更新版本的程序写成。', next: '请升级本程序后再打开。' },
  STORE_UNWRITABLE: { sentence: '数据目录不可写。', next: '请检查目录权限后重新启动。' },
  CENTRE_MISMATCH: { sentence: '数据库与本次启动不相符。', next: '请核对 DATABASE_URL、数据目录、城市和演示设置。' },
  PACK_CHANGED: {
    sentence: '规则包改了内容，版本号却没有变，中心没有启动。',
    next: '请给改过的规则包一个新的版本号；以前的工单仍按原来那一版的期限。',
  },
  CENTRE_FOLDER_IN_USE: {
    sentence: '中心的数据目录正在使用。',
    next: '请先停止使用它的进程，或改设 HOTLINE_DATA；一个目录只能由一个进程打开。',
  },
  DATABASE_UNREACHABLE: { sentence: '数据库连接不上。', next: '请核对 DATABASE_URL，并确认 PostgreSQL 已启动。' },
  // telephony
  CALL_GONE: { sentence: '通话已结束。', next: '可继续整理并保存工单。' },
  CALL_STATE: { sentence: '当前通话状态下不能这样操作。', next: '请看话务条上的状态后再试。' },
  AGENT_STATE: { sentence: '当前坐席状态下不能这样操作。', next: '请先切换状态。' },
  PHONE_OFFLINE: { sentence: '话机没有接通。', next: '请看耳麦或话机是否接好、软电话是否在线，再试一次。' },
  EXCHANGE_UNREACHABLE: { sentence: '话务服务不通。', next: '可用话机接听，通话结束后补录。' },
  CALL_NOT_FOUND: { sentence: '没有找到这次通话。', next: '请刷新列表；它可能不在您的可见范围。' },
  MISSED_CLAIMED: { sentence: '这位来电人已由同事回拨。', next: '请回拨列表中的其他来电人。' },
  MISSED_GONE: { sentence: '这位来电人不需要再回拨。', next: '请刷新列表；对方可能已自行来电，或已有同事处理。' },
  SETTINGS_CHANGED: { sentence: '设置刚被他人改过。', next: '请刷新后在新的内容上再改。' },
  HANDOVER_OPEN: { sentence: '上一份交接班还没有人接班。', next: '请由接班班长先签字接班，再写新的交接班。' },
  HANDOVER_OWN: { sentence: '交班人不能自己接班。', next: '请由接班班长登录后签字。' },
  DRAFT_HANDED: { sentence: '这份草稿已指定接手人。', next: '请刷新后查看，需要时改派他人。' },
  DRAFT_SETTLED: { sentence: '这份草稿已送达接手人，或已不在原座席。', next: '请刷新后查看。' },
  DRAFT_TAKER: { sentence: '这位同事不能接手这份草稿。', next: '请另选一位有受理权限的话务员。' },
  HANDOVER_TAKEN: { sentence: '这份交接班已有人接班。', next: '请刷新后查看。' },
  HOURS_BY_RULE: { sentence: '本市规定热线全天候人工服务，不能缩短服务时间。', next: '请保留全天候服务。' },
  BLOCK_EXISTS: { sentence: '该号码已有限制或待审的申请。', next: '请在黑名单中查看。' },
  BLOCK_DECIDED: { sentence: '这项限制已有人审核或解除。', next: '请刷新后查看。' },
  BLOCK_OWN: { sentence: '提出申请的人不能自己审核。', next: '请由另一位班长审核。' },
  RECORDING_GONE: { sentence: '录音已不在。', next: '它可能已按保存期限删除，或交换机没有留下；请看录音记录。' },
  RECORDING_DAMAGED: { sentence: '录音文件与登记的校验值不符，不能播放。', next: '请告诉管理员核查；原文件未动。' },
  // scoring of calls
  SCORING_NOT_FOUND: { sentence: '没有找到这次评分。', next: '请刷新列表；它可能已撤销，或不在您的可见范围。' },
  SCORING_CHANGED: { sentence: '刚被他人改过，您的操作没有生效。', next: '请刷新后在新的内容上再操作。' },
  SCORING_TAKEN: { sentence: '这次通话已由其他质检员领取。', next: '请从列表中领取别的通话。' },
  SCORING_STATE: { sentence: '这次评分现在的状态不能这样操作。', next: '请刷新后查看。' },
  SCORING_OWN_CALL: { sentence: '不能给自己参与的通话评分。', next: '请由其他质检员评分。' },
  SCORING_INCOMPLETE: { sentence: '评分还不能提交。', next: '请按提示补齐；已写的内容已保存。' },
  CALL_SCORED: { sentence: '这次通话已在评分或评过分。', next: '请在评分列表中查看，或另选一次通话。' },
  CALL_NOT_SCORABLE: { sentence: '只有已接通并结束的通话可以评分。', next: '请另选一次通话。' },
  APPEAL_LATE: { sentence: '已过申诉时间。', next: '如仍有异议，请向班长反映。' },
  APPEAL_OWN_SCORE: { sentence: '评分的人和被评的人不能处理这次申诉。', next: '请由其他有权限的人员处理。' },
  FORM_NOT_IN_FORCE: { sentence: '这份评分表现在没有启用的版本。', next: '请先启用评分表，或换一份。' },
  DRAW_DONE: { sentence: '这一期已经抽取过。', next: '请在抽取记录中查看；同一期不重复抽取。' },
  CONTACT_MISSING: { sentence: '该单位此时没有可拨的联络电话。', next: '请改为转办，或换一个单位。' },
  // the screen and its own station
  STATION_DOWN: { sentence: '本机服务正在重新启动。', next: '请稍候几秒；屏幕上的内容不会丢失。' },
  HOST_REFUSED: {
    sentence: '本窗口未获准连接本机座席服务。',
    next: '请用启动座席时给出的地址重新打开；在启动窗口按回车可取得新地址。',
  },
  HOST_GONE: { sentence: '座席程序已关闭。', next: '请重新启动座席程序，再用新地址打开；已保存的内容不会丢失。' },
  // anything else
  UNEXPECTED: { sentence: '程序遇到意外问题。', next: '您写的内容已保留；请把编号告诉管理员。' },
} as const satisfies Record<string, FailureText>;

export type FailureCode = keyof typeof FAILURES;

const codes = Object.keys(FAILURES) as [FailureCode, ...FailureCode[]];

/** A failure as data: what crosses oRPC, and what a receipt keeps. */
export const failureSchema = z.object({
  code: z.enum(codes),
  /** City article behind it, e.g. `第五条`. */
  article: z.string().nullable().default(null),
  /** What exactly, in Chinese, where the code alone does not say: a field, a number, a time. */
  detail: z.string().nullable().default(null),
  /** Reference number that the log has too; set for UNEXPECTED. */
  reference: z.string().nullable().default(null),
  /** Milliseconds to wait before trying again, where the other side named it. */
  retryAfterMs: z.int().nonnegative().nullable().default(null),
});
export type Failure = z.infer<typeof failureSchema>;

/** Makes a failure with everything unnamed set to null. */
export function failure(code: FailureCode, more: Partial<Omit<Failure, 'code'>> = {}): Failure {
  return { code, article: null, detail: null, reference: null, retryAfterMs: null, ...more };
}

/** The failure thrown where a caller expects a value; oRPC layers turn it into data. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(value: Failure, options?: ErrorOptions) {
    super(`${value.code}${value.detail ? `: ${value.detail}` : ''}`, options);
    this.name = 'FailureError';
    this.failure = value;
  }
}

/** Throws a {@link FailureError}. */
export function fail(code: FailureCode, more: Partial<Omit<Failure, 'code'>> = {}): never {
  throw new FailureError(failure(code, more));
}

/** The sentence and the next step for a failure, with its detail and article woven in. */
export function describeFailure(value: Failure): {
  sentence: string;
  next: string;
  article: string | null;
  reference: string | null;
} {
  const text = FAILURES[value.code];
  const sentence = value.detail ? `${text.sentence.replace(/。$/, '')}：${value.detail}。` : text.sentence;
  return { sentence, next: text.next, article: value.article, reference: value.reference };
}

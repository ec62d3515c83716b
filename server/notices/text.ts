import type { Pack } from '../../shared/policy/pack.ts';
import type { NoticeKind } from '../../shared/domain/notice.ts';

/** What each kind of notice says. Never who asked or what about: a notice is read where the order may not be. */
interface Told {
  readonly number: string;
  /** The unit it is about, where it is about one. */
  readonly unit: string;
  /** e.g. `11月23日 24:00`; '' where there is none. */
  readonly due: string;
  /** What else belongs into the sentence: how a wish was decided, which report. */
  readonly what: string;
}

export const NOTICE_TEXTS: Readonly<Record<NoticeKind, (told: Told) => string>> = {
  nearDue: ({ number, due }) => `工单 ${number} 即将到期，办理期限 ${due}。`,
  due: ({ number, due }) => `工单 ${number} 今日到期，办理期限 ${due}。`,
  overdue: ({ number, unit, due }) => `工单 ${number} 已超期（${unit}），期限为 ${due}。`,
  undispatched: ({ number }) => `工单 ${number} 受理当日没有派出，请立即派单。`,
  extensionClosing: ({ number, due }) => `工单 ${number} 今日是申请延期的最后一日，办理期限 ${due}。`,
  followUpDue: ({ number }) => `工单 ${number} 今日是回访的最后一日。`,
  firstResponseDue: ({ number, due }) => `工单 ${number} 还没有联系上诉求人，首次回应期限 ${due}。`,
  procedureDue: ({ number, due }) => `工单 ${number} 另有法定时限或需立案，应在 ${due} 前进入办理程序并续报。`,
  archiveDue: ({ number }) => `工单 ${number} 今日办结，应当当日归档。`,
  reportDue: ({ what, due }) => (due === '' ? `${what}：应当编报上一期。` : `${what}：应在 ${due} 前报送上一期。`),
  unitSilent: ({ what }) => `今日没有人签入的承办单位：${what}。`,
  returnAsked: ({ number, unit }) => `${unit}申请退回工单 ${number}，请审核。`,
  extensionAsked: ({ number, unit }) => `${unit}申请工单 ${number} 延期，请审批。`,
  returnDecided: ({ number, what }) => `工单 ${number} 的退单申请：${what}。`,
  extensionDecided: ({ number, what, due }) => `工单 ${number} 的延期申请：${what}，办理期限 ${due}。`,
  supervised: ({ number, what }) => `工单 ${number} 被督办（${what}），请办理并回复。`,
  dispatched: ({ number, what, due }) => `新工单 ${number}${what}${due === '' ? '' : `，期限 ${due}`}，请签收。`,
  redone: ({ number, what, due }) => `工单 ${number} 退回重办（${what}）${due === '' ? '' : `，期限 ${due}`}。`,
  submitted: ({ number }) => `工单 ${number} 已呈报，请批示。`,
  instructed: ({ number, due }) => `工单 ${number} 有领导批示，请落实${due === '' ? '' : `，期限 ${due}`}。`,
  assisted: ({ number, what }) => `工单 ${number}：${what} 已给出协办意见。`,
  urged: ({ number }) => `工单 ${number} 被催办，请尽快办理。`,
  articleProposed: ({ what }) => `新起草知识《${what}》，请核实补充后送审。`,
  articleReview: ({ what }) => `知识《${what}》送审，请审核。`,
  articleReturned: ({ what }) => `知识《${what}》退回修改。`,
  articleApproved: ({ what }) => `知识《${what}》审核通过，请发布。`,
  articlePublished: ({ what }) => `知识《${what}》有新版本，请知悉。`,
  articleFeedback: ({ what, due }) => `话务员反馈知识问题：${what}，请在 ${due} 前答复。`,
  articleAnswered: ({ what }) => `您的知识反馈已有答复：${what}。`,
  articleCheckSoon: ({ what, due }) => `知识《${what}》应在 ${due} 前核对。`,
  articleCheckLate: ({ what, unit }) => `知识《${what}》超过核对期限未核对（${unit}）。`,
  articleExpired: ({ what }) => `知识《${what}》有效期已到，已自动失效；如仍有效请更新。`,
  articleSupervised: ({ what }) => `知识核对被督办（${what}），请尽快核对。`,
  supervisorMessage: ({ what }) => what,
  scoringAssigned: ({ what, due }) => `有通话待您评分（${what}）${due === '' ? '' : `，请在 ${due} 前完成`}。`,
  scored: ({ what, due }) => `您的一次通话已评分：${what}。请确认；有异议可在 ${due} 前申诉。`,
  scoreAppealed: ({ what }) => `话务员对通话评分提出申诉（${what}），请处理。`,
  scoreDecided: ({ what }) => `通话评分的申诉已有结果：${what}。`,
  calibrationOpened: ({ what }) => `评分校准“${what}”已发起，请独立评分。`,
  draftHanded: ({ what }) => what,
  repeated: ({ number, what }) => `工单 ${number}：同一诉求人已连续 ${what} 个月就同一事项投诉举报，请核实是否追责。`,
};

export const DECIDED = { agreed: '同意', refused: '不同意' } as const;

export const REDO_SOURCE_NAMES = {
  leaderReview: '负责人审签',
  inspection: '质检未通过',
  followUp: '回访',
  review: '复查复核',
  supervision: '督办',
} as const;

/** How a supervision is done, as the city calls it. */
export function formName({ supervision }: Pick<Pack, 'supervision'>, id: string): string {
  return supervision?.forms.find((form) => form.id === id)?.name ?? id;
}

export const ASSISTING = '（协办）';
export const ASKED = '（请协助）';

/** How many silent units are named before the rest are only counted. */
export const NAMED_UNITS = 12;

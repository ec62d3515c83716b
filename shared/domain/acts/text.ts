import { beijingDate, beijingMinute, msOf, type Instant } from '../../instant.ts';

/** What the lines of an order's course say; each is read years later without its command. */
export const LINES = {
  dispatched: (unit: string) => `派 ${unit}`,
  assistants: (units: string) => units && `协办：${units}`,
  handling: (mode: string, complexity: string) => `${mode}，${complexity}`,
  urgent: '紧急',
  statutory: (source: string) => `法定时限：${source}`,
  filing: '需立案办理',
  entered: '已进入办理程序，办理完毕后续报结果',
  due: (due: Instant | undefined) => (due ? `限 ${moment(due)} 前` : '本市规定未定时限'),
  instructedTo: (unit: string) => `交 ${unit} 办理`,
  asked: (unit: string) => `请 ${unit} 协助`,
  lead: (unit: string) => `主办：${unit}`,
  met: (when: Instant, attendees: string) => `${moment(when)}，${attendees}`,
  mergedInto: (number: string) => `并入 ${number}`,
  transferredTo: (body: string, name: string) => `移送${body}：${name}`,
  basis: (basis: string) => `依据：${basis}`,
  lateReturn: '超过退单时限，按超期办理计',
  agreed: (agreed: boolean) => (agreed ? '同意' : '不同意'),
  returnedBy: (unit: string) => `${unit} 退回，待重新派单`,
  days: (days: number) => `${days} 个工作日`,
  extension: (count: number) => `第 ${count} 次`,
  signedBy: (name: string) => `${name} 签字`,
  reached: (reached: boolean) => (reached ? '' : '未联系上'),
  lateContact: (due: Instant) => `超过首次回应时限 ${moment(due)}`,
  adoption: (adopted: boolean) => (adopted ? '采纳' : '不予采纳'),
  measures: (measures: string) => measures && `整改措施：${measures}`,
  mayorOffice: '同时反馈市长电话室',
  approved: (approved: boolean) => (approved ? '审签同意' : '退回修改'),
  passed: (passed: boolean) => (passed ? '质检通过' : '质检不通过'),
  failedOn: (names: readonly string[]) => names.length > 0 && `不符合：${names.join('、')}`,
  submittedTo: (to: string) => `呈报 ${to}`,
  unreached: (tries: number) => `第 ${tries} 次未联系上`,
  reasonable: (reasonable: boolean | null) => reasonable !== null && (reasonable ? '诉求合理' : '诉求不合理'),
  secondPoor: (article: string) => `再次评价不满意，属单位责任的按${article}追究`,
  redoBy: (unit: string) => (unit ? `交 ${unit} 重办` : '交派单员重新派单'),
  review: (level: 1 | 2) => (level === 1 ? '复查' : '复核'),
  proper: (proper: boolean) => (proper ? '办理得当' : '办理不当，重新办理'),
  reopenedTo: (unit: string) => (unit ? `由 ${unit} 继续办理` : '待重新派单'),
  secret: (secret: boolean) => (secret ? '设为保密' : '解除保密'),
  recused: (accountId: string) => `回避人员：${accountId}`,
  corrected: (field: string, before: string, after: string) => `更正${field}：${before || '空'} 改为 ${after || '空'}`,
  printed: (form: string, copies: number) => `${form} ${copies} 份`,
  splitFrom: (number: string) => `拆自 ${number}`,
  forwardedTo: (unit: string) => `转 ${unit}`,
} as const;

/** Why an open wish fell with what it was about. */
export const DROPPED = {
  anew: '工单已重新交办',
  back: '工单已收回',
  reported: '结果已上报',
} as const;

/** Why an act does not stand, where the failure's own sentence needs more. */
export const DETAILS = {
  onlyFor: (modes: string) => `只有${modes}的工单可以延期`,
  noLimit: '本件没有可以延长的时限',
  atMost: (days: number) => `最多 ${days} 个工作日`,
  leadReplies: '应由承办单位或热线中心联系、答复诉求人',
  centreReplies: '由热线中心答复诉求人',
  cityLeaders: '须写明市政府领导同意的情况',
  reasonable: '请注明诉求是否合理',
  tries: (tries: number) => `联系不上须登记满 ${tries} 次`,
} as const;

export const BODY_NAMES = { discipline: '纪检监察机关', judicial: '司法机关', competent: '有权机关' } as const;
export const CLOSING_NAMES = {
  satisfied: '回访满意',
  lawfulReply: '答复合法合规',
  unreachable: '多次联系不上',
} as const;

function moment(at: Instant): string {
  const ms = msOf(at);
  const minute = beijingMinute(ms);
  // A limit that ends at 24:00 is said by the day it ends, not by the midnight after it.
  if (minute === 0) return `${beijingDate(ms - 1)} 24:00`;
  const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${beijingDate(ms)} ${clock}`;
}

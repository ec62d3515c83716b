import type { FieldName } from './model/fields.ts';

/** The names of the fields, as they stand on the screen, in reading order. */
export const FIELD_LABELS: Readonly<Record<FieldName, string>> = {
  callNumber: '来电号码',
  callStart: '通话开始',
  callEnd: '通话结束',
  callReason: '补录原因',
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
};

/** What is wrong, and how to mend it. */
export const ERRORS = {
  category: '请选择类别（Alt+1 至 Alt+6）',
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

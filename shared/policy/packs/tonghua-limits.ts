import type { Pack } from '../pack.ts';

/** Articles 14 to 16: the limits. They ask neither for the channel nor for the category. */
export const TONGHUA_LIMITS: Pack['limits'] = [
  {
    id: 'T6-immediate',
    rule: 'T6',
    article: '第十四条',
    limit: 'atOnce',
    from: 'received',
    when: [{ modes: ['immediate'] }],
  },
  {
    id: 'T6-direct',
    rule: 'T6',
    article: '第十四条',
    limit: 'atOnce',
    from: 'received',
    when: [{ modes: ['direct'] }],
    note: '承办单位按第十二条第（六）项保持三方通话或一键转接畅通（T4）',
  },
  {
    id: 'T8',
    rule: 'T8',
    article: '第十六条',
    limit: '5wd',
    from: 'unitReceived',
    when: [{ modes: ['forward', 'unit-answer'], urgency: 'general' }],
  },
  {
    id: 'T8-joint',
    rule: 'T8',
    article: '第十六条',
    limit: '5wd',
    from: 'unitReceived',
    when: [{ modes: ['joint'], urgency: 'general' }],
    note: '明确主办单位牵头，其他承办单位配合（T11，第十六条）',
  },
  {
    id: 'T8-urgent',
    rule: 'T8',
    article: '第十六条',
    limit: '12h',
    from: 'phoned',
    when: [{ modes: ['forward', 'unit-answer', 'joint'], urgency: 'urgent' }],
    note: '地区性自然灾害等不可抗力除外',
  },
  {
    id: 'T10',
    rule: 'T10',
    article: '第十六条',
    limit: '5wd',
    from: 'unitReceived',
    when: [{ modes: ['forward', 'unit-answer', 'joint'], filing: true }],
    precedes: ['T8', 'T8-joint'],
    note: '期内进入办理程序并反馈受理中心，办完后续报结果',
  },
  {
    id: 'T7-return',
    rule: 'T7',
    article: '第十五条',
    limit: '2wd',
    from: 'unitReceived',
    when: [{ modes: ['return-request'] }],
    note: '逾期退回视为超期办理',
  },
  {
    id: 'T9-ask',
    rule: 'T9',
    article: '第十六条',
    limit: '1dBeforeDue',
    of: 'T8',
    from: 'unitReceived',
    when: [{ modes: ['extension-request'], urgency: 'general' }],
  },
];

/** Where the text gives no limit, and why. */
export const TONGHUA_NO_LIMITS: Pack['noLimits'] = [
  {
    when: [{ modes: ['extension-request'], urgency: 'urgent' }],
    reason: '紧急事项按 12 小时反馈，没有规定延期',
    rule: 'T8',
    article: '第十六条',
  },
  {
    when: [{ modes: ['follow-up'] }],
    reason: '转派工单全部回访，本规定没有规定回访的时限',
    rule: 'T15',
    article: '第二十条',
  },
  { when: [{ modes: ['submission'] }], reason: '本规定没有呈办这种方式', rule: null, article: null },
  {
    when: [{ modes: ['instructed'] }],
    reason: '领导批示是督办的一种形式，没有另外规定时限',
    rule: 'T13',
    article: '第十八条',
  },
  { when: [{ modes: ['first-response'] }], reason: '本规定没有规定首次回应的时限', rule: null, article: null },
  {
    when: [{ modes: ['suggestion-reply'] }],
    reason: '建议与其他事项一样按工单办理，没有另外规定答复时限',
    rule: 'T8',
    article: '第十六条',
  },
];

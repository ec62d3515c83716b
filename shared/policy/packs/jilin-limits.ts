import type { Pack } from '../pack.ts';
import type { Condition } from '../pack-limits.ts';

const GRIEVANCE: NonNullable<Condition['categories']> = ['complaint', 'report'];
const INQUIRY: NonNullable<Condition['categories']> = ['consultation', 'suggestion'];
const NETWORK: NonNullable<Condition['channels']> = ['web', 'mailbox', 'weibo', 'wechat', 'sms'];
const REMOTE: NonNullable<Condition['channels']> = ['letter', 'hotline', ...NETWORK];

/** How a grievance may be handled under the limits of article 11; a unit it goes to counts from its own receipt. */
const GRIEVED: NonNullable<Condition['modes']> = ['immediate', 'direct', 'forward', 'joint', 'unit-answer'];
const ANSWERED: NonNullable<Condition['modes']> = ['immediate', 'direct', 'forward', 'joint', 'suggestion-reply'];

type Otherwise = NonNullable<Pack['limits'][number]['fromOtherwise']>;

const RELAYED: Otherwise = [
  {
    rule: 'J13',
    article: '第十一条第（七）项',
    when: { modes: ['forward', 'unit-answer'] },
    from: 'unitReceived',
  },
];

/** A hotline matter has been transferred once already, by the mayor's phone office: that receipt counts. */
const TRANSFERRED: Otherwise = [
  {
    rule: 'J13',
    article: '第十一条第（七）项',
    when: { modes: ['unit-answer'] },
    from: 'unitReceived',
  },
];

/** Articles 11 and 19: the limits. */
export const JILIN_LIMITS: Pack['limits'] = [
  {
    id: 'J7-clear',
    rule: 'J7',
    article: '第十一条第（一）项',
    limit: 'atOnce',
    from: 'received',
    fromOtherwise: RELAYED,
    when: [{ channels: ['onsite'], categories: GRIEVANCE, complexities: ['clear'], modes: GRIEVED }],
  },
  {
    id: 'J7-complex',
    rule: 'J7',
    article: '第十一条第（一）项',
    limit: '5wd',
    from: 'received',
    fromOtherwise: RELAYED,
    when: [{ channels: ['onsite'], categories: GRIEVANCE, complexities: ['complex'], modes: GRIEVED }],
    note: '办结后书面答复',
  },
  {
    id: 'J8',
    rule: 'J8',
    article: '第十一条第（二）项',
    limit: '5wd',
    from: 'received',
    fromOtherwise: RELAYED,
    when: [{ channels: ['letter'], categories: GRIEVANCE, modes: GRIEVED }],
    note: '办结后书面答复',
  },
  {
    id: 'J9-clear',
    rule: 'J9',
    article: '第十一条第（三）项',
    limit: '1wd',
    from: 'received',
    fromOtherwise: RELAYED,
    when: [{ channels: NETWORK, categories: GRIEVANCE, complexities: ['clear'], modes: GRIEVED }],
    note: '从原渠道答复',
  },
  {
    id: 'J9-complex',
    rule: 'J9',
    article: '第十一条第（三）项',
    limit: '5wd',
    from: 'received',
    fromOtherwise: RELAYED,
    when: [{ channels: NETWORK, categories: GRIEVANCE, complexities: ['complex'], modes: GRIEVED }],
    note: '从原渠道答复',
  },
  {
    id: 'J10-clear',
    rule: 'J10',
    article: '第十一条第（四）项',
    limit: '1wd',
    from: 'transferred',
    fromOtherwise: TRANSFERRED,
    when: [{ channels: ['hotline'], categories: GRIEVANCE, complexities: ['clear'], modes: GRIEVED }],
    note: '结果反馈市长电话室',
  },
  {
    id: 'J10-complex',
    rule: 'J10',
    article: '第十一条第（四）项',
    limit: '5wd',
    from: 'transferred',
    fromOtherwise: TRANSFERRED,
    when: [{ channels: ['hotline'], categories: GRIEVANCE, complexities: ['complex'], modes: GRIEVED }],
    note: '结果反馈市长电话室',
  },
  {
    id: 'J11',
    rule: 'J11',
    article: '第十一条第（五）项',
    limit: '10wd',
    from: 'received',
    fromOtherwise: [
      {
        rule: 'J10',
        article: '第十一条第（四）项',
        when: { channels: ['hotline'], modes: ['immediate', 'direct', 'forward', 'joint'] },
        from: 'transferred',
      },
      ...RELAYED,
    ],
    when: [
      { categories: GRIEVANCE, complexities: ['major'], modes: GRIEVED },
      { categories: GRIEVANCE, units: 'several', modes: GRIEVED },
      { categories: GRIEVANCE, modes: ['joint'] },
    ],
    precedes: ['J7-clear', 'J7-complex', 'J8', 'J9-clear', 'J9-complex', 'J10-clear', 'J10-complex'],
  },
  {
    id: 'J19-clear',
    rule: 'J19',
    article: '第十九条第（一）项',
    limit: 'atOnce',
    from: 'received',
    when: [{ channels: ['onsite'], categories: INQUIRY, complexities: ['clear'], modes: ANSWERED }],
  },
  {
    id: 'J19-complex',
    rule: 'J19',
    article: '第十九条第（一）项',
    limit: '3wd',
    from: 'received',
    when: [{ channels: ['onsite'], categories: INQUIRY, complexities: ['complex'], modes: ANSWERED }],
    note: '电话答复',
  },
  {
    id: 'J20',
    rule: 'J20',
    article: '第十九条第（二）项',
    limit: '3wd',
    from: 'accepted',
    when: [{ channels: REMOTE, categories: INQUIRY, modes: ANSWERED }],
  },
  {
    id: 'J20-unit',
    rule: 'J20',
    article: '第十九条第（二）项',
    limit: '2wd',
    from: 'unitReceived',
    when: [{ categories: INQUIRY, modes: ['unit-answer'] }],
    note: '转交机关收到回复后立即答复诉求人',
  },
  {
    id: 'J21',
    rule: 'J21',
    article: '第十九条第（三）项',
    limit: '5wd',
    from: 'accepted',
    when: [
      { categories: INQUIRY, complexities: ['major'], modes: ANSWERED },
      { categories: INQUIRY, units: 'several', modes: ANSWERED },
      { categories: INQUIRY, modes: ['joint'] },
    ],
    precedes: ['J19-clear', 'J19-complex', 'J20'],
  },
];

/** Where the text gives no limit, and why. */
export const JILIN_NO_LIMITS: Pack['noLimits'] = [
  {
    when: [{ categories: ['help', 'praise'] }],
    reason: '本办法只规定举报投诉和咨询建议的时限，没有规定求助、表扬的时限',
    rule: null,
    article: null,
  },
  {
    when: [{ modes: ['follow-up'] }],
    reason: '本办法没有规定回访的时限',
    rule: null,
    article: null,
  },
  {
    when: [{ modes: ['return-request', 'extension-request'] }],
    reason: '本办法没有规定退单和延期',
    rule: null,
    article: null,
  },
  {
    when: [{ modes: ['submission', 'instructed', 'first-response'] }],
    reason: '本办法没有规定这种办理方式的时限',
    rule: null,
    article: null,
  },
  {
    when: [{ modes: ['suggestion-reply'], categories: GRIEVANCE }],
    reason: '建议答复的时限只适用于咨询建议，举报投诉按第十一条办理',
    rule: 'J20',
    article: '第十九条',
  },
  {
    when: [{ channels: ['app', 'provincial', 'fax'] }],
    reason: '本办法列明的渠道不包括这种渠道，没有规定它的时限',
    rule: 'J1',
    article: '第四条',
  },
];

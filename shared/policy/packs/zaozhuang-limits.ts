import type { Pack } from '../pack.ts';
import type { Condition } from '../pack-limits.ts';

const GRIEVANCE: NonNullable<Condition['categories']> = ['complaint', 'report'];

/** Every channel but the places in the hall itself, which are all taken for `onsite`. */
const AWAY: NonNullable<Condition['channels']> = [
  'hotline',
  'web',
  'mailbox',
  'letter',
  'sms',
  'wechat',
  'weibo',
  'app',
  'provincial',
  'hall-written',
  'fax',
];

/** Articles 14 and 18: the limits. */
export const ZAOZHUANG_LIMITS: Pack['limits'] = [
  {
    id: 'Z8-onsite',
    rule: 'Z8',
    article: '第十八条第（一）项',
    limit: 'atOnce',
    from: 'received',
    when: [
      {
        channels: ['onsite'],
        categories: GRIEVANCE,
        complexities: ['clear'],
        modes: ['immediate', 'direct', 'forward'],
      },
    ],
  },
  {
    id: 'Z8-forward',
    rule: 'Z8',
    article: '第十八条第（二）项',
    limit: '1wd',
    from: 'unitReceived',
    when: [{ channels: AWAY, categories: GRIEVANCE, complexities: ['clear'], modes: ['forward'] }],
    note: '凭处置单转办',
  },
  {
    id: 'Z8-instructed',
    rule: 'Z8',
    article: '第十八条第（三）项',
    limit: '3wd',
    from: 'received',
    when: [
      { categories: GRIEVANCE, modes: ['instructed'] },
      { categories: GRIEVANCE, complexities: ['complex', 'major'], modes: ['forward'] },
    ],
    note: '特别复杂的经批准可延长，不超过 2 个工作日',
  },
  {
    id: 'Z5',
    rule: 'Z5',
    article: '第十四条',
    limit: '1wd',
    from: 'received',
    when: [{ categories: GRIEVANCE, modes: ['first-response'] }],
  },
  {
    id: 'Z10',
    rule: 'Z10',
    article: '第十八条第（五）项',
    limit: '3wd',
    from: 'closed',
    when: [{ categories: GRIEVANCE, modes: ['follow-up'] }],
  },
];

/** Where the text gives no limit, and why. */
export const ZAOZHUANG_NO_LIMITS: Pack['noLimits'] = [
  {
    when: [{ categories: ['consultation', 'help', 'suggestion', 'praise'] }],
    reason: '本办法只规定投诉的处置时限',
    rule: 'Z3',
    article: '第十条',
  },
  {
    when: [{ modes: ['extension-request'] }],
    reason: '在处置时限届满前提交延期申请单即可，没有另外规定申请的期限',
    rule: 'Z9',
    article: '第十八条第（四）项',
  },
  { when: [{ modes: ['return-request'] }], reason: '本办法没有规定退单', rule: null, article: null },
  {
    when: [{ modes: ['immediate', 'direct'] }],
    reason: '当场处置只对事实清楚的现场投诉规定，其余转办或批办',
    rule: 'Z8',
    article: '第十八条',
  },
  {
    when: [{ modes: ['unit-answer'] }],
    reason: '转办、批办的时限已含承办单位的处置，没有另外规定',
    rule: 'Z8',
    article: '第十八条',
  },
  {
    when: [{ modes: ['joint', 'submission', 'suggestion-reply'] }],
    reason: '本办法没有规定这种办理方式的时限',
    rule: null,
    article: null,
  },
];

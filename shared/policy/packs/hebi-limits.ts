import type { Pack } from '../pack.ts';
import type { Condition } from '../pack-limits.ts';

/** The hotline platform's own channels: its telephone and its website with what hangs on them. */
const PLATFORM: NonNullable<Condition['channels']> = ['hotline', 'web', 'sms', 'wechat', 'weibo', 'app', 'mailbox'];
const HALL: NonNullable<Condition['channels']> = ['hall-oral', 'hall-written'];
const GRIEVANCE: NonNullable<Condition['categories']> = ['complaint', 'report'];
const HANDLED: NonNullable<Condition['modes']> = ['immediate', 'direct', 'forward', 'joint', 'unit-answer'];
const PROVINCIAL: NonNullable<Condition['modes']> = ['direct', 'forward', 'joint', 'unit-answer'];

const ARTICLE = {
  provincial: '第六条第（一）项第1目',
  immediate: '第六条第（二）项第1目之（1）',
  direct: '第六条第（二）项第1目之（2）',
  forward: '第六条第（二）项第1目之（3）',
  joint: '第六条第（二）项第1目之（4）',
  hall: '第六条第（三）项第1目',
  hallReply: '第六条第（三）项第2目',
};

/** Article 6: the limits. */
export const HEBI_LIMITS: Pack['limits'] = [
  {
    id: 'H4-first',
    rule: 'H4',
    article: ARTICLE.provincial,
    limit: '1wd',
    from: 'received',
    when: [{ channels: ['provincial'], modes: ['first-response'] }],
  },
  {
    id: 'H4-at-once',
    rule: 'H4',
    article: ARTICLE.provincial,
    limit: 'atOnce',
    from: 'received',
    when: [{ channels: ['provincial'], modes: ['immediate'] }],
  },
  {
    id: 'H4-clear',
    rule: 'H4',
    article: ARTICLE.provincial,
    limit: '5wd',
    from: 'received',
    when: [
      { channels: ['provincial'], complexities: ['clear'], modes: PROVINCIAL },
      {
        channels: ['provincial'],
        complexities: ['clear'],
        categories: ['suggestion'],
        modes: ['suggestion-reply'],
      },
    ],
  },
  {
    id: 'H4-complex',
    rule: 'H4',
    article: ARTICLE.provincial,
    limit: '15wd',
    from: 'received',
    when: [
      { channels: ['provincial'], complexities: ['complex', 'major'], modes: PROVINCIAL },
      {
        channels: ['provincial'],
        complexities: ['complex', 'major'],
        categories: ['suggestion'],
        modes: ['suggestion-reply'],
      },
    ],
  },
  {
    id: 'H7-immediate',
    rule: 'H7',
    article: ARTICLE.immediate,
    limit: 'atOnce',
    from: 'received',
    when: [{ channels: PLATFORM, modes: ['immediate'] }],
  },
  {
    id: 'H7-direct',
    rule: 'H7',
    article: ARTICLE.direct,
    limit: 'atOnce',
    from: 'received',
    when: [{ channels: PLATFORM, modes: ['direct'] }],
  },
  {
    id: 'H8',
    rule: 'H8',
    article: ARTICLE.forward,
    limit: '10wd',
    from: 'forwarded',
    when: [{ channels: PLATFORM, modes: ['forward'] }],
    note: '结果反馈诉求人，同时报告平台',
  },
  {
    id: 'H9',
    rule: 'H9',
    article: ARTICLE.joint,
    limit: '15wd',
    from: 'leadNamed',
    when: [{ channels: PLATFORM, modes: ['joint'] }],
  },
  {
    id: 'H13',
    rule: 'H13',
    article: ARTICLE.hall,
    limit: 'atOnce',
    from: 'received',
    when: [{ channels: HALL, categories: ['consultation'], modes: HANDLED }],
  },
  {
    id: 'H14-oral-clear',
    rule: 'H14',
    article: ARTICLE.hallReply,
    limit: 'atOnce',
    from: 'received',
    when: [{ channels: ['hall-oral'], categories: GRIEVANCE, complexities: ['clear'], units: 'one', modes: HANDLED }],
    note: '尽可能当场答复',
  },
  {
    id: 'H14-oral-complex',
    rule: 'H14',
    article: ARTICLE.hallReply,
    limit: '5wd',
    from: 'received',
    when: [
      { channels: ['hall-oral'], categories: GRIEVANCE, complexities: ['complex', 'major'], modes: HANDLED },
      { channels: ['hall-oral'], categories: GRIEVANCE, units: 'several', modes: HANDLED },
      { channels: ['hall-oral'], categories: GRIEVANCE, modes: ['joint'] },
    ],
    precedes: ['H14-oral-clear'],
  },
  {
    id: 'H14-written',
    rule: 'H14',
    article: ARTICLE.hallReply,
    limit: '5wd',
    from: 'received',
    when: [{ channels: ['hall-written'], categories: GRIEVANCE, modes: HANDLED }],
    note: '书面答复',
  },
  {
    id: 'H14-suggestion',
    rule: 'H14',
    article: ARTICLE.hallReply,
    limit: '5wd',
    from: 'unitReceived',
    when: [{ channels: HALL, categories: ['suggestion'], modes: ['forward', 'suggestion-reply', 'unit-answer'] }],
    note: '告知采纳情况',
  },
];

/** Where the text gives no limit, and why. */
export const HEBI_NO_LIMITS: Pack['noLimits'] = [
  {
    when: [{ modes: ['submission'] }],
    reason: '呈办以市政府批示为准，本办法没有规定时限',
    rule: 'H10',
    article: '第六条第（二）项第1目之（5）',
  },
  {
    when: [{ modes: ['follow-up'] }],
    reason: '回访是随机或不定期的，本办法没有规定时限',
    rule: 'H12',
    article: '第六条第（二）项第3目',
  },
  { when: [{ modes: ['return-request'] }], reason: '本办法没有规定退单', rule: null, article: null },
  {
    when: [{ modes: ['extension-request'] }],
    reason: '只有协办可以报市政府领导同意后延长，本办法没有规定申请的期限',
    rule: 'H9',
    article: '第六条第（二）项第1目之（4）',
  },
  { when: [{ modes: ['instructed'] }], reason: '本办法没有批办这种方式', rule: null, article: null },
  {
    when: [{ modes: ['first-response'] }],
    reason: '先行联系的 1 个工作日只对省平台转来的事项规定',
    rule: 'H4',
    article: '第六条第（一）项第1目',
  },
  {
    when: [{ modes: ['suggestion-reply'] }],
    reason: '建议的反馈时限只对大厅和省平台的建议规定',
    rule: 'H14',
    article: '第六条第（三）项第2目',
  },
  {
    when: [{ channels: ['letter', 'fax'] }],
    reason: '本办法列明的平台不包括这种渠道，没有规定它的时限',
    rule: 'H1',
    article: '第二条',
  },
  {
    when: [{ channels: PLATFORM, modes: ['unit-answer'] }],
    reason: '热线平台的转办时限已含承办单位的办理，没有另外规定',
    rule: 'H8',
    article: '第六条第（二）项第1目之（3）',
  },
  {
    when: [{ channels: HALL, categories: ['suggestion'] }],
    reason: '大厅的建议登记后转交相关部门，时限自转交起算，当场办理没有规定时限',
    rule: 'H14',
    article: '第六条第（三）项第2目',
  },
  {
    when: [{ channels: HALL, categories: ['help', 'praise'] }],
    reason: '大厅只规定了咨询、投诉、建议的时限',
    rule: 'H13',
    article: '第六条第（三）项第1目',
  },
];

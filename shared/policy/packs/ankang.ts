import type { Pack } from '../pack.ts';
import type { Condition } from '../pack-limits.ts';
import { ANKANG_RULES } from '../rules/ankang.ts';
import { ANKANG_LIABILITY } from './ankang-liability.ts';
import { CIVIL_CODE_SETTINGS } from './common.ts';

const REGULATION = '安康市政务服务中心投诉处理办法（试行）';
const GRIEVANCE: NonNullable<Condition['categories']> = ['complaint', 'report'];

/** The kinds of article 3, briefly. */
const KINDS = [
  '符合条件不办或不符合条件而办',
  '不履职或不按程序、时限、权限办理',
  '不一次性告知',
  '未按公开承诺的时限办结',
  '出差错不及时改正',
  '态度不好、效率低下',
  '索、拿、卡、要等不廉洁行为',
  '其他违规情况',
];

const ground = (number: number, name: string, said: string): Pack['refusalGrounds'][number] => ({
  id: `A1-${number}`,
  rule: 'A1',
  article: `第三条不予受理第${number}项`,
  name,
  sentence: `您好，${said}，按照《${REGULATION}》第三条，这件投诉不予受理，请您谅解。`,
});

/** 安康: complaints about the service centre's windows. */
export const ankang: Pack = {
  city: 'ankang',
  cityName: '安康市',
  regulation: REGULATION,
  documentNumber: '安政务发〔2018〕7号',
  version: 1,
  effectiveFrom: null,
  changes: [{ version: 1, date: '2018-01-01', text: '首版' }],
  numberPrefix: 'AK',
  office: '监督科',
  rules: [...ANKANG_RULES],
  settings: CIVIL_CODE_SETTINGS,
  callScript: [{ say: '不推诿、不拖延，做好记录', rule: 'A2', article: '第五条' }],
  telephone: null,
  acceptance: KINDS.map((name, index) => ({
    id: `3-${index + 1}`,
    name,
    categories: GRIEVANCE,
    rule: 'A1',
    article: `第三条受理范围第${index + 1}项`,
  })),
  refusalGrounds: [
    ground(1, '不属于中心进驻审批服务事项', '您投诉的不是政务服务中心进驻的审批服务事项'),
    ground(2, '提供的材料不真实', '您提供的材料经核对不真实'),
    ground(3, '已进入行政复议、仲裁或其他司法程序', '您投诉的事项已经进入行政复议、仲裁或者司法程序'),
  ],
  channels: (['onsite', 'hall-oral', 'hall-written', 'mailbox', 'hotline', 'web', 'letter'] as const).map(
    (channel) => ({
      channel,
      rule: 'A1',
      article: '第三条',
    }),
  ),
  channelAliases: { 'hall-oral': 'onsite' },
  modes: [
    { mode: 'immediate', rule: 'A3', article: '第六条第（1）项' },
    { mode: 'direct', rule: 'A3', article: '第六条第（1）项' },
    { mode: 'forward', rule: 'A4', article: '第六条第（2）项' },
    { mode: 'joint', rule: 'A5', article: '第六条第（3）项' },
  ],
  limits: [
    {
      id: 'A3-clear',
      rule: 'A3',
      article: '第六条第（1）项',
      limit: 'atOnce',
      from: 'received',
      when: [{ channels: ['onsite'], categories: GRIEVANCE, complexities: ['clear'], modes: ['immediate', 'direct'] }],
      note: '当场说明并做好记录',
    },
    {
      id: 'A3-complex',
      rule: 'A3',
      article: '第六条第（1）项',
      limit: '5wd',
      from: 'received',
      when: [
        {
          channels: ['onsite'],
          categories: GRIEVANCE,
          complexities: ['complex', 'major'],
          modes: ['immediate', 'direct'],
        },
      ],
    },
    {
      id: 'A4-clear',
      rule: 'A4',
      article: '第六条第（2）项',
      limit: '5wd',
      from: 'unitReceived',
      when: [{ categories: GRIEVANCE, complexities: ['clear'], modes: ['forward', 'unit-answer'] }],
      note: '反馈监督科，由监督科反馈投诉人',
    },
    {
      id: 'A4-complex',
      rule: 'A4',
      article: '第六条第（2）项',
      limit: '10wd',
      from: 'unitReceived',
      when: [{ categories: GRIEVANCE, complexities: ['complex', 'major'], modes: ['forward', 'unit-answer'] }],
      note: '反馈监督科，由监督科反馈投诉人',
    },
    {
      id: 'A5',
      rule: 'A5',
      article: '第六条第（3）项',
      limit: '20wd',
      from: 'received',
      when: [
        {
          categories: GRIEVANCE,
          units: 'several',
          modes: ['immediate', 'direct', 'forward', 'unit-answer', 'joint'],
        },
        { categories: GRIEVANCE, modes: ['joint'] },
      ],
      precedes: ['A3-clear', 'A3-complex', 'A4-clear', 'A4-complex'],
      note: '监督科组织协调会议',
    },
  ],
  noLimits: [
    {
      when: [{ categories: ['consultation', 'help', 'suggestion', 'praise'] }],
      reason: '本办法只规定投诉的处理时限',
      rule: 'A1',
      article: '第三条',
    },
    {
      when: [{ modes: ['immediate', 'direct'] }],
      reason: '当场答复和 5 个工作日只对大厅现场投诉规定，其他渠道转窗口单位办理',
      rule: 'A3',
      article: '第六条第（1）项',
    },
    { when: [{ modes: ['follow-up'] }], reason: '本办法没有规定回访', rule: null, article: null },
    {
      when: [{ modes: ['return-request', 'extension-request'] }],
      reason: '本办法没有规定退单和延期',
      rule: null,
      article: null,
    },
    {
      when: [{ modes: ['submission', 'instructed', 'first-response', 'suggestion-reply'] }],
      reason: '本办法没有规定这种办理方式的时限',
      rule: null,
      article: null,
    },
  ],
  statutory: null,
  acts: {
    accept: { rule: 'A2', article: '第五条', offered: true },
    refuse: { rule: 'A1', article: '第三条', offered: true },
    dispatch: { rule: 'A4', article: '第六条第（2）项', offered: true },
    redispatch: { rule: 'A4', article: '第六条第（2）项', offered: true },
    sign: { rule: 'A4', article: '第六条第（2）项', offered: true },
    contactCaller: { rule: 'A3', article: '第六条第（1）项', offered: true },
    replyCaller: { rule: 'A4', article: '第六条第（2）项', offered: true },
    reportResult: { rule: 'A4', article: '第六条第（2）项', offered: true },
    nameLead: { rule: 'A5', article: '第六条第（3）项', offered: true },
    meeting: { rule: 'A5', article: '第六条第（3）项', offered: true },
    transferOut: { rule: 'A6', article: '第七条', offered: true },
    markSecret: { rule: 'A2', article: '第五条', offered: true },
    flagLiability: { rule: 'A7', article: '责任追究制度第五条', offered: true },
    close: { rule: 'A2', article: '第五条', offered: true },
    archive: { rule: 'A2', article: '第五条', offered: true },
    print: { rule: 'A2', article: '第五条', offered: true },
  },
  dispatch: null,
  returns: null,
  extensions: null,
  inspection: null,
  leaderReview: null,
  reply: {
    order: 'centreOnly',
    orderCited: { rule: 'A4', article: '第六条第（2）项' },
    originalChannel: null,
    written: [],
    mayorOffice: [],
    acceptOrNot: null,
    again: null,
  },
  followUp: null,
  archive: { rule: 'A2', article: '第五条', sameDay: false, refusalsToo: false },
  review: null,
  secrecy: { rule: 'A2', article: '第五条', accusedNeverSees: true, recusal: false, secretOnRequest: false },
  supervision: null,
  liabilityFlags: ANKANG_LIABILITY,
  reports: [],
  forms: [{ id: 'ak-record', name: '投诉处理记录', rule: 'A2', article: '第五条' }],
};

import type { RefusalScenario } from './table.ts';

/** Calls that the regulation keeps out (第五条), and a few that merely lead nowhere. */
export const REFUSED: readonly RefusalScenario[] = [
  {
    groundId: 'H3-2',
    category: 'complaint',
    subject: null,
    weight: 6,
    story: [
      ['来电后反复说有人害他，', '来电称某单位不行，', '要求热线马上给他解决问题，'],
      ['追问具体时间地点均不肯说明，', '未说明是什么单位、什么事情，', '情绪激动，'],
      ['引导三次无果。', '后自行挂断。', '通话中持续辱骂，提醒两次后结束通话。'],
    ],
  },
  {
    groundId: 'H3-2',
    category: 'complaint',
    subject: 's-cg-sr-zd',
    weight: 5,
    story: [
      ['就同一占道问题一日内第{n}次来电，', '同一事项昨日已受理转办，今日再次要求重新立单，'],
      ['在办工单未到期，', '承办单位已与其联系，'],
      ['已告知工单进度，坚持另立新单。', '已在原工单补充，不再重复受理。'],
    ],
  },
  {
    groundId: 'H3-3',
    category: 'complaint',
    subject: 's-ga-fl-fy',
    weight: 6,
    story: [
      ['对法院判决结果不服，', '对行政处罚决定不服，', '反映执行案件{months}没有执行到位，'],
      ['要求热线协调法院改判，', '案件已在复议期间，', '已提起诉讼，'],
      ['已告知应向有权机关提出。', '告知复议、诉讼途径和法律援助电话。'],
    ],
  },
  {
    groundId: 'H3-3',
    category: 'report',
    subject: 's-ga-xf-jj',
    weight: 5,
    story: [
      ['反映某村干部收受好处，', '反映某工作人员吃拿卡要，', '举报领导干部作风问题，'],
      ['称有录音，', '不愿意说明材料，', '要求热线直接查处，'],
      ['已告知12388纪检监察举报渠道。', '线索已按规定引导至纪检监察机关信访室。'],
    ],
  },
  {
    groundId: 'H3-3',
    category: 'complaint',
    subject: 's-ga-xf-xf',
    weight: 4,
    story: [
      ['同一事项正在信访程序中，', '已收到信访处理意见书，对意见不服，'],
      ['要求热线另行受理，', '要求推翻原意见，'],
      ['已告知信访复查复核期限和申请机关。'],
    ],
  },
  {
    groundId: 'H3-1',
    category: 'complaint',
    subject: null,
    weight: 1,
    story: [['来电散布不实传言并要求热线扩散，', '来电宣扬封建迷信内容，'], ['劝阻无效，'], ['按规定不予接收。']],
  },
  {
    groundId: 'H3-4',
    category: 'consultation',
    subject: null,
    weight: 3,
    story: [
      ['要求查询他人户籍和住址，', '要求热线提供某职工的手机号，', '要求协助查询他人车辆信息，'],
      ['称是亲戚，', '称对方欠钱，'],
      ['已说明依法不能提供个人信息。', '告知可通过诉讼程序申请调取。'],
    ],
  },
];

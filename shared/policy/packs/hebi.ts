import type { Pack } from '../pack.ts';

/** 鹤壁: what the call desk needs of the city's rules; RULES H3, H7, H8, H11. */
export const hebi: Pack = {
  city: 'hebi',
  cityName: '鹤壁市',
  regulation: '鹤壁市政务服务平台咨询投诉建议处理暂行办法',
  version: 1,
  numberPrefix: 'HB',
  modes: [
    { mode: 'immediate', rule: 'H7', article: '第六条第（二）项第1目之（1）' },
    { mode: 'direct', rule: 'H7', article: '第六条第（二）项第1目之（2）' },
    { mode: 'forward', rule: 'H8', article: '第六条第（二）项第1目之（3）' },
    { mode: 'urge', rule: 'H11', article: '第六条第（二）项第1目之（6）' },
  ],
  limits: [{ id: 'H8', mode: 'forward', workingDays: 10, from: 'forwarded', article: '第六条第（二）项第1目之（3）' }],
  refusalGrounds: [
    {
      id: 'H3-1',
      rule: 'H3',
      article: '第五条第（一）项',
      name: '危害国家安全、破坏民族团结、扰乱社会秩序等',
      sentence:
        '您好，您反映的内容属于《鹤壁市政务服务平台咨询投诉建议处理暂行办法》第五条第（一）项规定不予接收的情形，热线无法受理，请您谅解。',
    },
    {
      id: 'H3-2',
      rule: 'H3',
      article: '第五条第（二）项',
      name: '缺乏具体内容、诉求不明、无理纠缠、侮辱谩骂、重复投诉',
      sentence:
        '您好，按照《鹤壁市政务服务平台咨询投诉建议处理暂行办法》第五条第（二）项，内容不具体或者重复的投诉热线不予接收；您补充具体的时间、地点和事情经过后，可以随时再次来电。',
    },
    {
      id: 'H3-3',
      rule: 'H3',
      article: '第五条第（三）项',
      name: '信访、纪检监察、行政复议、涉法涉诉等非政务服务范围',
      sentence:
        '您好，您反映的问题属于信访、纪检监察、行政复议或者诉讼途径办理的范围，按照《鹤壁市政务服务平台咨询投诉建议处理暂行办法》第五条第（三）项热线不予接收，请您向有权处理的机关提出。',
    },
    {
      id: 'H3-4',
      rule: 'H3',
      article: '第五条第（四）项',
      name: '其他违反国家法律法规和有关规定的',
      sentence:
        '您好，您反映的内容不符合国家法律法规和有关规定，按照《鹤壁市政务服务平台咨询投诉建议处理暂行办法》第五条第（四）项，热线无法受理，请您谅解。',
    },
  ],
};

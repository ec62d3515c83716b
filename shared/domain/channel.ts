import { z } from 'zod';

/** How a request came in. A city's pack says which of these it offers. */
export const channelSchema = z.enum([
  'hotline',
  'onsite',
  'web',
  'mailbox',
  'letter',
  'sms',
  'wechat',
  'weibo',
  'app',
  'provincial',
  'hall-oral',
  'hall-written',
  'fax',
]);
export type Channel = z.infer<typeof channelSchema>;

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  hotline: '12345 热线',
  onsite: '现场',
  web: '网站',
  mailbox: '电子信箱',
  letter: '信函',
  sms: '短信',
  wechat: '微信',
  weibo: '微博',
  app: '客户端',
  provincial: '省级平台',
  'hall-oral': '大厅口头',
  'hall-written': '大厅书面',
  fax: '传真',
};

/** How hard a matter is, in the three steps the regulations know; a city with two steps treats the last two alike. */
export const complexitySchema = z.enum(['clear', 'complex', 'major']);
export type Complexity = z.infer<typeof complexitySchema>;

export const COMPLEXITY_NAMES: Readonly<Record<Complexity, string>> = {
  clear: '事实清楚',
  complex: '情况复杂',
  major: '较为复杂',
};

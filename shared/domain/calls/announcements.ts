import { z } from 'zod';

/** What the exchange can say to a caller: the file's name, what it is for, and what is to be recorded for it. */
export const ANNOUNCEMENTS = [
  { name: 'recordingNotice', title: '录音告知', text: '您好，这里是12345热线，为保证服务质量，本次通话将被录音。' },
  { name: 'closed', title: '非服务时间', text: '您好，现在不是人工服务时间，请在服务时间内来电，谢谢。' },
  { name: 'night', title: '夜间', text: '您好，夜间没有人工服务，请在白天服务时间内来电，谢谢。' },
  { name: 'holiday', title: '节假日', text: '您好，节假日期间没有人工服务，请在工作日来电，谢谢。' },
  { name: 'blocked', title: '不予接入', text: '您好，您的号码暂不能接入人工服务，如有疑问请通过网站或来访反映。' },
  { name: 'sorry', title: '久等致歉', text: '抱歉让您久等，话务员正在忙碌，请您继续等候。' },
  { name: 'rate', title: '请评价', text: '请对本次服务作出评价，满意请按1，基本满意请按2，不满意请按3。' },
  ...Array.from({ length: 9 }, (_, before) => ({
    name: `position-${before + 1}`,
    title: `排队第 ${before + 1} 位`,
    text:
      before === 0
        ? '您是下一位，请稍候，马上为您接通。'
        : `您前面还有${'一两三四五六七八'.charAt(before - 1)}位，请稍候。`,
  })),
  { name: 'position-many', title: '排队第 9 位以后', text: '目前等候的人较多，请您耐心等候，也可以稍后再拨。' },
] as const satisfies readonly { readonly name: string; readonly title: string; readonly text: string }[];

/** Those that the exchange does not have: callers hear silence in their place. Null: it cannot say. */
export const missingAnnouncementsSchema = z.object({ missing: z.array(z.string()).nullable() });

import { CHANNEL_NAMES } from '../domain/channel.ts';
import { RATING_NAMES } from '../domain/life.ts';
import { CATEGORY_NAMES, MODE_NAMES } from '../domain/order.ts';
import type { Ending, Filter, Verdict } from './facets.ts';

export const ENDING_NAMES: Readonly<Record<Ending, string>> = {
  open: '办理中',
  atOnce: '当场办结',
  onTime: '按期办结',
  late: '超期办结',
  refused: '不予受理',
  elsewhere: '并单或移送',
};

export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = { ...RATING_NAMES, none: '尚无评价' };

/** What each part of a filter is called. */
export const FILTER_NAMES: Readonly<Record<keyof Filter, string>> = {
  categories: '分类',
  channels: '渠道',
  modes: '办理方式',
  endings: '办理情况',
  verdicts: '评价',
  urgent: '紧急',
  subject: '事项',
  unit: '单位',
  words: '诉求含',
};

export const URGENT_NAMES = { true: '紧急', false: '非紧急' } as const;

/**
 * A filter as a person reads it, on screen and in every file: 分类 投诉、举报；渠道 网站.
 * @param unitName of the unit it names
 * @returns '' where nothing is narrowed
 */
export function saidFilter(filter: Filter, unitName: (id: string) => string): string {
  const { categories, channels, modes, endings, verdicts, urgent, subject, unit, words } = filter;
  const parts: [keyof Filter, readonly string[]][] = [
    ['categories', categories.map((id) => CATEGORY_NAMES[id])],
    ['channels', channels.map((id) => CHANNEL_NAMES[id])],
    ['modes', modes.map((id) => MODE_NAMES[id])],
    ['endings', endings.map((id) => ENDING_NAMES[id])],
    ['verdicts', verdicts.map((id) => VERDICT_NAMES[id])],
    ['urgent', urgent === null ? [] : [urgent ? '是' : '否']],
    ['subject', subject.length === 0 ? [] : [subject.join(' › ')]],
    ['unit', unit === null ? [] : [unitName(unit)]],
    ['words', words === '' ? [] : [`“${words}”`]],
  ];
  return parts
    .filter(([, said]) => said.length > 0)
    .map(([part, said]) => `${FILTER_NAMES[part]} ${said.join('、')}`)
    .join('；');
}

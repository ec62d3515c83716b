import { at, type Random } from './random.ts';
import { inWordsOf, type DemoCity } from './city.ts';
import type { Place } from './places.ts';

/** Since when, and how long that has lasted: told together, so that they agree. */
const SINCE = [
  ['昨天下午', '一天多'],
  ['前天', '两天'],
  ['三天前', '三天'],
  ['前几天', '四五天'],
  ['上周三', '一个星期'],
  ['上周末', '好几天'],
  ['这周一', '好几天'],
  ['十来天前', '十来天'],
  ['半个月前', '半个月'],
  ['上个月底', '二十来天'],
  ['最近', '好些天'],
] as const;
const TIMES = [
  '昨晚十点多',
  '每天凌晨五点左右',
  '今天上午',
  '昨天傍晚',
  '晚上十一点以后',
  '中午休息的时候',
  '早高峰七点半左右',
  '周末全天',
  '下班高峰',
  '夜里一两点',
] as const;
const MONTHS = ['一个多月', '两个月', '三个月', '快半年', '大半年', '一年多'] as const;
const SCHOOLS = [
  '明礼小学',
  '致远中学',
  '淇水小学',
  '春晖幼儿园',
  '育才街小学',
  '鹤鸣中学',
  '朝歌第二中学',
  '伾山小学',
  '卫河实验学校',
  '小星星幼儿园',
] as const;
const FIRMS = [
  '淇川服饰厂',
  '云麓建筑劳务公司',
  '鹤源食品公司',
  '同舟物流公司',
  '金岭机械厂',
  '瑞禾装饰公司',
  '东麓电子厂',
  '朝阳家政服务部',
  '鼎信劳务队',
  '安澜商贸公司',
  '新途教育咨询公司',
  '百川保洁公司',
] as const;
const SHOPS = [
  '尚品理发店',
  '活力健身馆',
  '名剪美发店',
  '蓝湾浴池',
  '欣欣母婴店',
  '小鹿洗车行',
  '素颜美容店',
  '跃动游泳馆',
] as const;
const STORES = ['阳光生鲜超市', '好邻居便利店', '小满烘焙店', '天天水果店', '惠民超市', '家兴食品店'] as const;
const EATERIES = ['老街烩面馆', '聚福家常菜', '一品砂锅居', '晨光早餐店', '川味小厨', '渔家小院'] as const;
const BUSES = ['1路', '2路', '3路', '5路', '6路', '8路', '11路', '101路', '103路', '105路', '108路', '202路'] as const;

/** One telling of a matter: what is named once stays the same in all its texts. */
export interface Tale {
  readonly city: DemoCity;
  readonly place: Place | null;
  readonly random: Random;
  /** Minutes after midnight when it is told: what it says of today lies before. */
  readonly minute: number;
  /** The letter of the thread that has been begun; null as long as none has. */
  thread: string | null;
  readonly named: Map<string, string>;
}

export function newTale(random: Random, city: DemoCity, place: Place | null, minute: number): Tale {
  return { random, city, place, minute, thread: null, named: new Map() };
}

/** Names that must not change within one telling. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  school: SCHOOLS,
  firm: FIRMS,
  shop: SHOPS,
  store: STORES,
  eatery: EATERIES,
  bus: BUSES,
};

/** Fills the braces of a text. An unknown word in braces is a fault of the table and throws a RangeError. */
export function fill(tale: Tale, text: string): string {
  const own = inWordsOf(tale.city, text);
  return own.replaceAll(
    /\{(\w+)\}/gu,
    (_, slot: string) => named(tale, slot) ?? lasted(tale, slot) ?? slotText(tale, slot),
  );
}

function named({ random, city, named: known }: Tale, slot: string): string | null {
  const names = NAMED[slot];
  if (!names) return null;
  const name = known.get(slot) ?? inWordsOf(city, random.pick(names));
  known.set(slot, name);
  return name;
}

function lasted({ random, named: known }: Tale, slot: string): string | null {
  if (slot !== 'since' && slot !== 'days') return null;
  const [since, days] = random.pick(SINCE);
  if (!known.has(slot)) {
    known.set('since', since);
    known.set('days', days);
  }
  return known.get(slot) ?? null;
}

function slotText({ random, city, place, minute }: Tale, slot: string): string {
  switch (slot) {
    case 'place':
      return place ? (random.chance(0.35) ? place.text : place.spoken) : city.name;
    case 'time':
      return random.pick(TIMES);
    case 'months':
      return random.pick(MONTHS);
    case 'money':
      return `${random.between(3, 89) * 50}元`;
    case 'big':
      return `${(random.between(8, 180) / 10).toFixed(1)}万元`;
    case 'n':
      return String(random.between(2, 6));
    case 'people':
      return String(random.between(3, 40));
    case 'floor':
      return String(random.between(2, 26));
    case 'age':
      return String(random.between(61, 88));
    case 'degree':
      return String(random.between(12, 17));
    case 'hour':
      return hourBefore(random, minute);
    default:
      throw new RangeError(`no such word to fill in: {${slot}}`);
  }
}

/** An hour of today before the call; after midnight, of the evening before. */
function hourBefore(random: Random, minute: number): string {
  const now = Math.floor(minute / 60);
  const hour = now - random.between(1, 5);
  if (hour < 6)
    return now < 12 ? random.pick(['昨晚九点多', '昨晚十点左右', '昨天后半夜']) : `今天${random.between(6, now - 1)}点`;
  return `今天${hour}点${random.pick(['', '半', '左右', '多'])}`;
}

const THREADED = /^([a-z]+)\|/u;

/** One text of a list that suits the tale so far, filled in; throws a RangeError where the table has none. */
export function oneOf(tale: Tale, texts: readonly string[]): string {
  const text = tale.random.pick(texts.filter((candidate) => suits(candidate, tale.thread)));
  return fill(tale, text.replace(THREADED, ''));
}

/** True where a text belongs to the thread, or to none. */
export function suits(text: string, thread: string | null): boolean {
  const threads = THREADED.exec(text)?.[1];
  return threads === undefined || (thread !== null && threads.includes(thread));
}

/**
 * One sentence of each line, filled in; the first sentence that belongs to a thread begins it.
 * @param begin picks the first sentence where a trouble is told again; null leaves it to chance
 */
export function tell(tale: Tale, story: readonly (readonly string[])[], begin: number | null): string {
  const told = story.map((line, index) => {
    const open = line.filter((text) => tale.thread === null || suits(text, tale.thread));
    const text = index === 0 && begin !== null ? at(open, begin % open.length) : tale.random.pick(open);
    tale.thread ??= THREADED.exec(text)?.[1]?.slice(0, 1) ?? null;
    return fill(tale, text.replace(THREADED, ''));
  });
  return told.join('');
}

const OPENINGS: readonly (readonly string[])[] = [
  ['市民反映：', '市民来电反映，', '市民反映'],
  ['来电人称，', '来电人反映：'],
  ['诉求人反映：', '诉求人来电反映，', '诉求人称'],
  [''],
  ['【来电】', ''],
  ['群众反映', '群众来电反映：', ''],
];

/** Each operator has a way of beginning; it stays theirs. */
export function opening(random: Random, operatorIndex: number): string {
  return random.pick(OPENINGS[operatorIndex % OPENINGS.length] ?? ['']);
}

const AGAIN = [
  '此前反映后情况未见好转。',
  '此前已拨打热线反映，答复后又出现反复。',
  '上次来电后有人到现场看过，没有解决。',
  '此前工单答复已处理，实际未处理到位。',
  '之前的工单已办结，问题仍在。',
] as const;

/** What a caller adds who calls about the same matter again. @param round which call this is, from 2 on */
export function again(random: Random, round: number): string {
  return `第${round}次来电。${random.pick(AGAIN)}`;
}

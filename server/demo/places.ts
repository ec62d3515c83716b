import { at, weighted, type Random } from './random.ts';
import type { DemoCity, Ground } from './city.ts';

/** Where something happens: the text of the 地点 field, how a caller says it, and whose ground it is. */
export interface Place {
  readonly countyId: string;
  /** The township or subdistrict; null where a functional zone has none. */
  readonly townshipId: string | null;
  readonly text: string;
  readonly spoken: string;
}

export type PlaceKind = 'home' | 'road' | 'village' | 'shop';

const VILLAGE_PREFIX = ['东', '西', '前', '后', '大', '小', '南', '北', '上', '下', '新', '老'] as const;
const VILLAGE_FAMILY = [
  '张',
  '李',
  '王',
  '刘',
  '杨',
  '郭',
  '侯',
  '申',
  '傅',
  '秦',
  '裴',
  '纣',
  '牛',
  '马',
  '阎',
  '石',
  '岗',
  '柳',
  '桑',
] as const;
const VILLAGE_KIND = ['庄', '村', '营', '屯', '寨', '沟', '堂', '窑', '洼'] as const;
const SHOPS = ['农贸市场', '购物广场', '商业街', '建材市场', '步行街', '小吃城', '汽车站', '家电商场', '早市'] as const;
const CORNERS = [
  '交叉口东南角',
  '交叉口',
  '交叉口向北100米路西',
  '交叉口西北侧',
  '交叉口往东第二个路口',
  '交叉口公交站旁',
] as const;
const ALONG = [
  '中段',
  '南段',
  '北段',
  '与铁路桥之间',
  '学校门前',
  '加油站对面',
  '菜市场门口',
  '辅道',
  '慢车道',
  '桥下',
] as const;

const pickers = new Map<string, (random: Random) => Ground>();

function pickGround({ key, grounds }: DemoCity, random: Random): Ground {
  const pick = pickers.get(key) ?? weighted(grounds, (ground) => ground.weight);
  pickers.set(key, pick);
  return pick(random);
}

/** A place of this kind anywhere in the city, or in one county. */
export function placeOf(random: Random, city: DemoCity, kind: PlaceKind, countyId: string | null = null): Place {
  const ground = city.grounds.find(({ id }) => id === countyId) ?? pickGround(city, random);
  const townships = city.counties.find(({ id }) => id === ground.id)?.townships ?? [];
  const towns = townships.filter(([, name]) => name.endsWith('镇人民政府') || name.endsWith('乡人民政府'));
  const from = kind === 'village' && towns.length > 0 ? towns : townships;
  const township = from.length > 0 ? random.pick(from) : null;
  const spoken = spokenPlace(random, kind, ground, township?.[1] ?? '');
  return {
    countyId: ground.id,
    townshipId: township ? `${ground.id}-${township[0]}` : null,
    text: `${ground.name}${spoken}`,
    spoken,
  };
}

function spokenPlace(random: Random, kind: PlaceKind, ground: Ground, township: string): string {
  switch (kind) {
    case 'home':
      return `${random.pick(ground.communities)}${random.between(1, 26)}号楼${random.pick(['', '', `${random.between(1, 4)}单元`])}`;
    case 'road': {
      const road = random.pick(ground.roads);
      const other = at(
        ground.roads,
        (ground.roads.indexOf(road) + random.between(1, ground.roads.length - 1)) % ground.roads.length,
      );
      return random.chance(0.55) ? `${road}与${other}${random.pick(CORNERS)}` : `${road}${random.pick(ALONG)}`;
    }
    case 'village':
      return `${township.replace(/人民政府$|办事处$/u, '')}${random.pick(VILLAGE_PREFIX)}${random.pick(VILLAGE_FAMILY)}${random.pick(VILLAGE_KIND)}${random.chance(0.3) ? '村' : ''}`;
    case 'shop':
      return `${random.pick(ground.roads)}${random.pick(SHOPS)}`;
  }
}

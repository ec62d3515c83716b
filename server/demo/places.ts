import { at, weighted, type Random } from './random.ts';
import { COUNTIES } from './units/places.ts';

/** Where something happens: the text of the 地点 field, how a caller says it, and whose ground it is. */
export interface Place {
  readonly countyId: string;
  /** The township or subdistrict; null where a functional zone has none. */
  readonly townshipId: string | null;
  readonly text: string;
  readonly spoken: string;
}

export type PlaceKind = 'home' | 'road' | 'village' | 'shop';

interface Ground {
  readonly id: string;
  readonly name: string;
  /** Share of the calls. */
  readonly weight: number;
  readonly roads: readonly string[];
  readonly communities: readonly string[];
}

/** Roads are the city's own; residential estates are invented. */
const GROUNDS: readonly Ground[] = [
  {
    id: 'u-qibin',
    name: '淇滨区',
    weight: 40,
    roads: [
      '淇滨大道',
      '黎阳路',
      '兴鹤大街',
      '九州路',
      '黄河路',
      '长江路',
      '鹤煤大道',
      '华夏南路',
      '太行路',
      '珠江路',
      '湘江路',
      '漓江路',
      '淮河路',
      '嵩山路',
      '衡山路',
      '华山路',
      '天山路',
      '泰山路',
      '黄山路',
      '闽江路',
      '牟山大道',
      '朝歌路',
      '卫河路',
      '南海路',
    ],
    communities: [
      '淇韵嘉园',
      '朝歌新苑',
      '鹤鸣雅居',
      '诗苑花城',
      '淇河左岸小区',
      '金麦新村',
      '长江路老粮食局家属院',
      '泰和学府',
      '樱花里小区',
      '兴鹤小区',
      '南海花园',
      '和煦家园',
      '锦绣太行',
      '书香华庭',
      '福源居',
      '滨河名邸',
      '桂竹苑',
      '丰泽小区',
    ],
  },
  {
    id: 'u-shancheng',
    name: '山城区',
    weight: 14,
    roads: ['红旗街', '长风中路', '山城路', '汤河街', '牟山路', '春雷路', '朝阳街', '桃园街', '鹿楼路'],
    communities: ['汤河家园', '长风里小区', '五处家属院', '红旗新村', '鹿鸣苑', '桃园小区', '机务段家属楼', '春雷新居'],
  },
  {
    id: 'u-heshan',
    name: '鹤山区',
    weight: 7,
    roads: ['中山路', '九矿路', '新华街', '东马路', '朝霞街', '鹤山大道'],
    communities: ['九矿新村', '中山里小区', '朝霞家园', '六矿家属院', '鹤北安居苑', '新华街老百货楼'],
  },
  {
    id: 'u-xunxian',
    name: '浚县',
    weight: 17,
    roads: ['浚州大道', '黄河路', '长江路', '卫溪路', '伾山路', '永定路', '工业路', '南环路', '文治路'],
    communities: ['伾山花园', '黎阳新城', '卫溪小区', '浚州华府', '古城南苑', '东关家园', '新镇镇区小区'],
  },
  {
    id: 'u-qixian',
    name: '淇县',
    weight: 14,
    roads: ['朝歌路', '淇河路', '卫都路', '红旗路', '中山街', '鹤淇大道', '泰山路', '同济大道', '云梦大道'],
    communities: ['朝歌华庭', '云梦家园', '摘星台小区', '卫都新居', '灵山社区', '桥盟花苑', '淇园小区'],
  },
  {
    id: 'u-sfq',
    name: '示范区',
    weight: 6,
    roads: ['淇水大道', '朝歌大道', '鹤鸣路', '学院路', '高铁站前路', '前进大道'],
    communities: ['东区学苑', '鹤鸣湖畔', '高铁新寓', '五岩安置社区', '云图里'],
  },
  {
    id: 'u-jkq',
    name: '经开区',
    weight: 3,
    roads: ['海河路', '渤海路', '东海路', '松江路', '赵庄路', '金山路'],
    communities: ['渤海嘉苑', '园区公租房', '海河花园', '金山安置区'],
  },
  {
    id: 'u-baoshan',
    name: '宝山集聚区',
    weight: 1,
    roads: ['宝山大道', '石林路', '盘石头路', '时丰路'],
    communities: ['宝山新村', '石林安置社区'],
  },
];

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

const pickGround = weighted(GROUNDS, (ground) => ground.weight);

/** A place of this kind anywhere in the city, or in one county. */
export function placeOf(random: Random, kind: PlaceKind, countyId: string | null = null): Place {
  const ground = GROUNDS.find(({ id }) => id === countyId) ?? pickGround(random);
  const townships = COUNTIES.find(({ id }) => id === ground.id)?.townships ?? [];
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

import type { DemoCity, Ground } from '../city.ts';
import { COUNTY_DUTIES, type CountyRow } from '../units/places.ts';

const COUNTIES: readonly CountyRow[] = [
  {
    id: 'u-xuecheng',
    name: '薛城区人民政府',
    shortName: '薛城区',
    duties: `薛城区、${COUNTY_DUTIES}`,
    townships: [
      ['lincheng', '临城街道办事处', '商圈、停车和家属院'],
      ['xingren', '兴仁街道办事处', '新建小区和学校'],
      ['shagou', '沙沟镇人民政府', '果园、村道和饮水'],
    ],
  },
  {
    id: 'u-shizhong',
    name: '市中区人民政府',
    shortName: '市中区',
    duties: `市中区、${COUNTY_DUTIES}`,
    townships: [
      ['zhongxinjie', '中心街街道办事处', '老商圈和家属楼'],
      ['guangmingjie', '光明路街道办事处', '老旧小区和供暖'],
      ['shuiguo', '税郭镇人民政府', '养殖和村道'],
    ],
  },
  {
    id: 'u-tengzhou',
    name: '滕州市人民政府',
    shortName: '滕州市',
    duties: `滕州市、${COUNTY_DUTIES}`,
    townships: [
      ['beixin', '北辛街道办事处', '商圈和学校周边'],
      ['jinghe', '荆河街道办事处', '沿河小区和夜市'],
      ['chaihudian', '柴胡店镇人民政府', '村道、饮水和集市'],
    ],
  },
  {
    id: 'u-taierzhuang',
    name: '台儿庄区人民政府',
    shortName: '台儿庄区',
    duties: `台儿庄区、${COUNTY_DUTIES}`,
    townships: [
      ['yunhe', '运河街道办事处', '古城旅游和停车'],
      ['mazhuang', '马兰屯镇人民政府', '种粮和村道'],
    ],
  },
];

/** Roads are the city's own; residential estates are invented. */
const GROUNDS: readonly Ground[] = [
  {
    id: 'u-xuecheng',
    name: '薛城区',
    weight: 32,
    roads: ['光明大道', '黄河路', '长江路', '和谐路', '民生路', '永福路'],
    communities: ['临山花园', '和谐家园', '兴仁新居', '光明小区', '泰和苑'],
  },
  {
    id: 'u-shizhong',
    name: '市中区',
    weight: 30,
    roads: ['文化路', '青檀路', '解放路', '龙头路', '建设路', '君山路'],
    communities: ['青檀小区', '君山家园', '文化里', '解放新村'],
  },
  {
    id: 'u-tengzhou',
    name: '滕州市',
    weight: 26,
    roads: ['善国路', '平行路', '龙泉路', '荆河路', '学院路'],
    communities: ['善国花园', '荆河家园', '龙泉苑', '北辛小区'],
  },
  {
    id: 'u-taierzhuang',
    name: '台儿庄区',
    weight: 12,
    roads: ['长安路', '文化路', '运河大道'],
    communities: ['运河人家', '古城小区', '兰琪花园'],
  },
];

const WORDS: DemoCity['words'] = [
  ['鹤壁市', '枣庄市'],
  ['鹤壁', '枣庄'],
  ['河南省', '山东省'],
  ['河南', '山东'],
  ['豫事办', '爱山东'],
  ['淇水', '运河'],
  ['淇川', '运河'],
  ['淇河', '运河'],
  ['鹤源', '运源'],
  ['鹤鸣', '运源'],
  ['朝歌', '薛城'],
  ['伾山', '君山'],
  ['卫河', '运河'],
  ['淇滨区', '市区'],
  ['淇滨', '薛城'],
  ['山城区', '老城区'],
  ['浚县', '邻近县'],
  ['淇县', '邻近县'],
];

export const ZAOZHUANG: DemoCity = {
  key: 'zaozhuang',
  name: '枣庄市',
  areaCode: '0632',
  mainCounty: 'u-xuecheng',
  counties: COUNTIES,
  grounds: GROUNDS,
  words: WORDS,
};

import type { DemoCity, Ground } from '../city.ts';
import { COUNTY_DUTIES, type CountyRow } from '../units/places.ts';

const COUNTIES: readonly CountyRow[] = [
  {
    id: 'u-hanbin',
    name: '汉滨区人民政府',
    shortName: '汉滨区',
    duties: `汉滨区、${COUNTY_DUTIES}`,
    townships: [
      ['laocheng', '老城街道办事处', '沿江老城和商圈'],
      ['xincheng', '新城街道办事处', '机关家属院和停车'],
      ['jiangbei', '江北街道办事处', '新建小区和物业'],
      ['wuli', '五里镇人民政府', '产业园、征迁和村道'],
    ],
  },
  {
    id: 'u-hanyin',
    name: '汉阴县人民政府',
    shortName: '汉阴县',
    duties: `汉阴县、${COUNTY_DUTIES}`,
    townships: [
      ['chengguan', '城关镇人民政府', '县城道路和集市'],
      ['xuanwo', '漩涡镇人民政府', '梯田、旅游和村道'],
    ],
  },
  {
    id: 'u-xunyang',
    name: '旬阳市人民政府',
    shortName: '旬阳市',
    duties: `旬阳市、${COUNTY_DUTIES}`,
    townships: [
      ['chengguan', '城关镇人民政府', '山城停车和供水'],
      ['shuhe', '蜀河镇人民政府', '古镇、码头和村道'],
    ],
  },
  {
    id: 'u-gaoxin',
    name: '安康高新技术产业开发区管理委员会',
    shortName: '高新区',
    duties: `高新区、${COUNTY_DUTIES}`,
    townships: [['gaoxin', '高新街道办事处', '园区企业、学校和小区']],
  },
];

/** Roads are the city's own; residential estates are invented. */
const GROUNDS: readonly Ground[] = [
  {
    id: 'u-hanbin',
    name: '汉滨区',
    weight: 52,
    roads: ['解放路', '巴山路', '金州路', '育才路', '兴安路', '滨江大道', '大桥路'],
    communities: ['金州花园', '汉水雅苑', '江北新居', '香溪家园', '育才里'],
  },
  {
    id: 'u-hanyin',
    name: '汉阴县',
    weight: 14,
    roads: ['凤凰大道', '和平街', '北城街'],
    communities: ['凤凰家园', '和平小区', '月河新居'],
  },
  {
    id: 'u-xunyang',
    name: '旬阳市',
    weight: 18,
    roads: ['党家坝路', '祝尔慷大道', '文化路'],
    communities: ['太极城家园', '旬河小区', '祝尔康花园'],
  },
  {
    id: 'u-gaoxin',
    name: '高新区',
    weight: 16,
    roads: ['高新大道', '秦岭大道', '花园大道'],
    communities: ['高新花园', '秦岭小镇', '花园里'],
  },
];

const WORDS: DemoCity['words'] = [
  ['鹤壁市', '安康市'],
  ['鹤壁', '安康'],
  ['河南省', '陕西省'],
  ['河南', '陕西'],
  ['豫事办', '秦务员'],
  ['淇水', '汉水'],
  ['淇川', '汉水'],
  ['淇河', '汉水'],
  ['鹤源', '汉源'],
  ['鹤鸣', '汉源'],
  ['朝歌', '金州'],
  ['伾山', '香溪'],
  ['卫河', '汉水'],
  ['淇滨区', '市区'],
  ['淇滨', '金州'],
  ['山城区', '老城区'],
  ['浚县', '邻近县'],
  ['淇县', '邻近县'],
];

export const ANKANG: DemoCity = {
  key: 'ankang',
  name: '安康市',
  areaCode: '0915',
  mainCounty: 'u-hanbin',
  counties: COUNTIES,
  grounds: GROUNDS,
  words: WORDS,
};

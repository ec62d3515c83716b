import type { DemoCity, Ground } from '../city.ts';
import { COUNTY_DUTIES, type CountyRow } from '../units/places.ts';

const COUNTIES: readonly CountyRow[] = [
  {
    id: 'u-dongchang',
    name: '东昌区人民政府',
    shortName: '东昌区',
    duties: `东昌区、${COUNTY_DUTIES}`,
    townships: [
      ['minzhu', '民主街道办事处', '老商圈和停车'],
      ['xinzhan', '新站街道办事处', '车站周边和老旧小区'],
      ['jinchang', '金厂镇人民政府', '滑雪场、民宿和村道'],
    ],
  },
  {
    id: 'u-erdaojiang',
    name: '二道江区人民政府',
    shortName: '二道江区',
    duties: `二道江区、${COUNTY_DUTIES}`,
    townships: [
      ['dongtonghua', '东通化街道办事处', '厂区家属院和供热'],
      ['wudaojiang', '五道江镇人民政府', '矿区、村道和饮水'],
    ],
  },
  {
    id: 'u-tonghuaxian',
    name: '通化县人民政府',
    shortName: '通化县',
    duties: `通化县、${COUNTY_DUTIES}`,
    townships: [
      ['kuaida', '快大茂镇人民政府', '县城、药企和集市'],
      ['guosong', '果松镇人民政府', '山区道路和农产'],
    ],
  },
  {
    id: 'u-yiyao',
    name: '通化医药高新技术产业开发区管理委员会',
    shortName: '医药高新区',
    duties: `医药高新区、${COUNTY_DUTIES}`,
    townships: [['yuanqu', '园区街道办事处', '药企、员工宿舍和道路']],
  },
];

/** Roads are the city's own; residential estates are invented. */
const GROUNDS: readonly Ground[] = [
  {
    id: 'u-dongchang',
    name: '东昌区',
    weight: 46,
    roads: ['新华大街', '滨江东路', '民主路', '建设大街', '江南路', '龙泉路', '保安路'],
    communities: ['玉皇山家园', '滨江雅苑', '民主小区', '新站里', '江南新居'],
  },
  {
    id: 'u-erdaojiang',
    name: '二道江区',
    weight: 20,
    roads: ['东通化大街', '通钢街', '二道江大街', '铁厂路'],
    communities: ['通钢家园', '东通化新村', '二道江小区'],
  },
  {
    id: 'u-tonghuaxian',
    name: '通化县',
    weight: 20,
    roads: ['同德路', '茂山大街', '团结路'],
    communities: ['茂山花园', '同德小区', '团结里'],
  },
  {
    id: 'u-yiyao',
    name: '医药高新区',
    weight: 14,
    roads: ['医药大道', '创业大街', '同盛路'],
    communities: ['创业雅居', '园区公租房'],
  },
];

const WORDS: DemoCity['words'] = [
  ['鹤壁市', '通化市'],
  ['鹤壁', '通化'],
  ['河南省', '吉林省'],
  ['河南', '吉林'],
  ['豫事办', '吉事办'],
  ['淇水', '浑江'],
  ['淇川', '浑江'],
  ['淇河', '浑江'],
  ['鹤源', '江源'],
  ['鹤鸣', '江源'],
  ['朝歌', '东昌'],
  ['伾山', '玉皇山'],
  ['卫河', '浑江'],
  ['淇滨区', '市区'],
  ['淇滨', '东昌'],
  ['山城区', '老城区'],
  ['浚县', '邻近县'],
  ['淇县', '邻近县'],
];

export const TONGHUA: DemoCity = {
  key: 'tonghua',
  name: '通化市',
  areaCode: '0435',
  mainCounty: 'u-dongchang',
  counties: COUNTIES,
  grounds: GROUNDS,
  words: WORDS,
};

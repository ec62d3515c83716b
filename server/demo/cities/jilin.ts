import type { DemoCity, Ground } from '../city.ts';
import { COUNTY_DUTIES, type CountyRow } from '../units/places.ts';

const COUNTIES: readonly CountyRow[] = [
  {
    id: 'u-changyi',
    name: '昌邑区人民政府',
    shortName: '昌邑区',
    duties: `昌邑区、${COUNTY_DUTIES}`,
    townships: [
      ['xinghua', '兴华街道办事处', '老商圈和家属楼'],
      ['wenmiao', '文庙街道办事处', '学校周边和沿街门面'],
      ['gudianzi', '孤店子镇人民政府', '种粮、养殖和村道'],
    ],
  },
  {
    id: 'u-chuanying',
    name: '船营区人民政府',
    shortName: '船营区',
    duties: `船营区、${COUNTY_DUTIES}`,
    townships: [
      ['qingdao', '青岛街道办事处', '临江住宅和夜市'],
      ['deshengjie', '德胜街道办事处', '老旧小区和供暖'],
      ['dasuihe', '大绥河镇人民政府', '蔬菜、果园和村道'],
    ],
  },
  {
    id: 'u-longtan',
    name: '龙潭区人民政府',
    shortName: '龙潭区',
    duties: `龙潭区、${COUNTY_DUTIES}`,
    townships: [
      ['longtan', '龙潭街道办事处', '厂区家属院和异味'],
      ['tiedong', '铁东街道办事处', '铁路沿线住宅'],
      ['wulajie', '乌拉街满族镇人民政府', '古镇、养殖和饮水'],
    ],
  },
  {
    id: 'u-fengman',
    name: '丰满区人民政府',
    shortName: '丰满区',
    duties: `丰满区、${COUNTY_DUTIES}`,
    townships: [
      ['jiangnan', '江南街道办事处', '高校和新建小区'],
      ['fengman', '丰满街道办事处', '电站、景区和道路'],
    ],
  },
  {
    id: 'u-yongji',
    name: '永吉县人民政府',
    shortName: '永吉县',
    duties: `永吉县、${COUNTY_DUTIES}`,
    townships: [
      ['kouqian', '口前镇人民政府', '县城供水、道路和集市'],
      ['chaluhe', '岔路河镇人民政府', '园区、用工和村道'],
    ],
  },
];

/** Roads are the city's own; residential estates are invented. */
const GROUNDS: readonly Ground[] = [
  {
    id: 'u-changyi',
    name: '昌邑区',
    weight: 34,
    roads: ['吉林大街', '解放中路', '中兴街', '天津街', '重庆街', '江湾路', '桃源路'],
    communities: ['江城花园', '松江雅苑', '兴华小区', '桃源里', '文庙新居'],
  },
  {
    id: 'u-chuanying',
    name: '船营区',
    weight: 30,
    roads: ['北京路', '光华路', '珲春街', '西安路', '长春路', '越山路'],
    communities: ['北山家园', '越山小区', '德胜里', '临江名苑', '光华新村'],
  },
  {
    id: 'u-longtan',
    name: '龙潭区',
    weight: 18,
    roads: ['遵义东路', '龙潭大街', '汉阳南街', '徐州路', '湘潭街'],
    communities: ['龙潭新居', '化工新村', '铁东家园', '遵义小区'],
  },
  {
    id: 'u-fengman',
    name: '丰满区',
    weight: 12,
    roads: ['吉林南大街', '恒山路', '泰山路', '华山路', '滨江东路'],
    communities: ['江南雅居', '恒山花园', '滨江半岛', '学府里'],
  },
  {
    id: 'u-yongji',
    name: '永吉县',
    weight: 6,
    roads: ['永吉大街', '滨北路', '新城路'],
    communities: ['口前花园', '温德家园', '新城小区'],
  },
];

const WORDS: DemoCity['words'] = [
  ['鹤壁市', '吉林市'],
  ['鹤壁', '吉林'],
  ['河南省', '吉林省'],
  ['河南', '吉林'],
  ['豫事办', '吉事办'],
  ['淇水', '松江'],
  ['淇川', '松江'],
  ['淇河', '松江'],
  ['鹤源', '江源'],
  ['鹤鸣', '江源'],
  ['朝歌', '昌邑'],
  ['伾山', '北山'],
  ['卫河', '松江'],
  ['淇滨区', '市区'],
  ['淇滨', '昌邑'],
  ['山城区', '老城区'],
  ['浚县', '邻近县'],
  ['淇县', '邻近县'],
];

export const JILIN: DemoCity = {
  key: 'jilin',
  name: '吉林市',
  areaCode: '0432',
  mainCounty: 'u-changyi',
  counties: COUNTIES,
  grounds: GROUNDS,
  words: WORDS,
};

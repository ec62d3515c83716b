import { at } from './random.ts';

const FAMILY = Array.from(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
);
const GIVEN = [
  '建国',
  '秀英',
  '志强',
  '桂兰',
  '海燕',
  '晓东',
  '玉梅',
  '国庆',
  '俊杰',
  '丽娜',
  '文博',
  '春霞',
  '永安',
  '雪琴',
  '立新',
  '凤英',
  '思远',
  '红卫',
  '佳怡',
  '振华',
  '爱玲',
  '鹏飞',
  '淑珍',
  '子涵',
  '军',
  '敏',
  '磊',
  '静',
  '伟',
  '芳',
  '勇',
  '艳',
  '涛',
  '娟',
  '超',
  '丽',
  '明',
  '霞',
  '刚',
  '萍',
  '辉',
  '玲',
  '斌',
  '燕',
  '浩然',
  '梦瑶',
  '保国',
  '喜梅',
  '长海',
  '素云',
  '新民',
  '彩虹',
  '根生',
  '月娥',
  '瑞',
  '洁',
  '庆丰',
  '金凤',
  '书豪',
  '雅楠',
  '天佑',
  '巧云',
  '东升',
] as const;

/** A made-up name for a place in a list: the same place always has the same name. */
export function personName(index: number): string {
  const mixed = mix(index);
  return at(FAMILY, familyIndex(mixed)) + at(GIVEN, (mixed >>> 11) % GIVEN.length);
}

/** Common family names are common here too: half of all people share the first twenty. */
function familyIndex(mixed: number): number {
  const share = (mixed & 0x7ff) / 0x800;
  return Math.floor(share < 0.5 ? share * 40 : 20 + (share - 0.5) * 2 * (FAMILY.length - 20));
}

/** Spreads neighbouring numbers over all 32 bits. */
export function mix(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x45d9f3b) ^ 0x2c1b3c6d;
  const twice = Math.imul(once ^ (once >>> 15), 0x297a2d39);
  return (twice ^ (twice >>> 15)) >>> 0;
}

import type { Caller } from './order.ts';
import { LONGEST_WORDING } from './wording.ts';

/** The commoner family names: what stands behind 叫 is a name where it begins with one. */
const FAMILY =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关焦柳左甘祝包宁尚符舒阮柯纪梅童毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝';
const NAME = `[${FAMILY}][\\u4e00-\\u9fff]{1,2}`;
const DOOR = '(?:号楼|号院|号门(?!口)|单元|弄|栋|幢|座|楼|层|室|户|号(?!线|文|令|公告|路公交))';
const NUMBER = '[0-9零〇一二两三四五六七八九十百]+';

/** What is personal in a caller's words, in the order in which it is taken out. */
const PERSONAL: readonly RegExp[] = [
  // Mail addresses, licence plates.
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
  /[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-Za-z][·•\s]?[A-Za-z0-9]{5,6}/gu,
  // Identity numbers, telephones, cards and accounts: any longer run of digits, however it is broken up.
  /\+?\d(?:[\s—-]?\d){4,}[\s-]?[Xx]?/gu,
  // Names: 我叫王小明, 姓名张三, 我姓李, 业主王芳女士, 张某某.
  new RegExp(`(?<=(?:姓名|名字)(?:是|叫|为|：|:|\\s)*)[\\u4e00-\\u9fff]{2,4}`, 'gu'),
  new RegExp(`(?<=叫(?:做)?)${NAME}`, 'gu'),
  /(?<=(?:我|本人|他|她|免贵|家里|老师|房东|老板)姓)[\u4e00-\u9fff]{1,2}/gu,
  new RegExp(
    `(?<=(?:我是|本人|联系人|户主|业主|租户|患者|死者|孩子|儿子|女儿|父亲|母亲|老公|妻子|丈夫)(?:叫|是|：|:)?)${NAME}(?=[,，。；;、\\s]|住|家|在|于|的|，|$)`,
    'gu',
  ),
  new RegExp(`[${FAMILY}][\\u4e00-\\u9fff]{0,2}(?=先生|女士|小姐|师傅|大爷|大妈|阿姨|同志)`, 'gu'),
  new RegExp(`[${FAMILY}]某{1,2}`, 'gu'),
  // Doors: 12号楼3单元501室, 人民路88号, 三单元二零一. Not the lines of a metro or bus.
  new RegExp(
    `(?:[A-Za-z]?${NUMBER}[A-Za-z]?[-—–])*[A-Za-z]?${NUMBER}[A-Za-z]?${DOOR}(?:${NUMBER}(?![0-9零〇一二两三四五六七八九十百]|${DOOR}))?`,
    'gu',
  ),
  /(?<![\d.])\d{1,2}[-—–]\d{1,2}[-—–]\d{2,4}(?!\d)/gu,
];

/** Signs and blanks that are left where something was taken out. */
const TORN = /[,，、;；:：\s]+(?=[,，、;；。!！?？]|$)|^[,，、;；:：。\s]+/gu;
const ENOUGH = 4;

/**
 * A caller's matter as it may be kept for everybody: without names, numbers, doors and whatever else tells who called.
 * Too much goes rather than too little.
 * @param caller what is known of them, which is taken out wherever it stands
 * @returns null where nothing of use is left
 */
export function wordingOf(content: string, caller: Caller): string | null {
  let text = content.replaceAll(/\s+/gu, ' ');
  for (const known of [caller.name, caller.phone, caller.address])
    if (known.trim().length > 1) text = text.replaceAll(known.trim(), '');
  for (const personal of PERSONAL) text = text.replaceAll(personal, '');
  text = text.replaceAll(TORN, '').trim().slice(0, LONGEST_WORDING);
  return (text.match(/[\u3400-\u9fff]/gu)?.length ?? 0) >= ENOUGH ? text : null;
}

/** A fact that a unit will ask for, and how the screen names it. */
export type Fact = 'when' | 'where' | 'door' | 'company' | 'receipt' | 'since';

export interface WrittenSoFar {
  readonly text: string;
  /** Path of the chosen or likeliest subject; empty where none is known. */
  readonly subjectPath: readonly string[];
  readonly place: string;
  readonly occurredAt: string | null;
  readonly accusedUnit: string;
}

interface AskRule {
  /** Where one of these stands in the subject or the text. */
  readonly about: RegExp;
  readonly ask: readonly Fact[];
}

const ASK_RULES: readonly AskRule[] = [
  { about: /供热|供暖|暖气|供水|停水|供电|停电|燃气|电梯|物业|漏水|下水道|房屋/u, ask: ['where', 'door', 'since'] },
  { about: /噪音|噪声|扰民|油烟|异味|扬尘|污染|排污/u, ask: ['where', 'when', 'company'] },
  { about: /路灯|道路|井盖|红绿灯|信号灯|积水|占道|停车|绿化|垃圾|违建|施工/u, ask: ['where', 'since'] },
  { about: /欠薪|拖欠|工资|社保|劳动|工伤|加班/u, ask: ['company', 'since', 'receipt'] },
  { about: /消费|退款|退货|购买|价格|收费|食品|假冒|预付|会员卡|合同|中介|培训/u, ask: ['company', 'when', 'receipt'] },
  { about: /公交|出租|网约车|客运|地铁/u, ask: ['when', 'where', 'company'] },
  { about: /学校|幼儿园|医院|诊所|医疗|教育/u, ask: ['company', 'when'] },
  { about: /态度|作风|窗口|推诿|执法|民警|工作人员/u, ask: ['when', 'company'] },
];

const SAID: Readonly<Record<Fact, RegExp>> = {
  when: /\d{1,2}[月日号点时:：]|今天|昨天|前天|今早|昨晚|今晚|凌晨|早上|上午|中午|下午|傍晚|晚上|夜里|夜间|半夜|上周|本周|周[一二三四五六日末]|每天|刚才/u,
  where: /(?:路|街|巷|村|庄|镇|乡|小区|花园|家园|社区|大厦|广场|市场|学校|医院|车站|路口|交叉口)/u,
  door: /(?:\d+|[一二三四五六七八九十]+)(?:号楼|栋|幢|单元|室|号院|户)|门牌/u,
  company:
    /(?:公司|集团|厂|店|超市|酒店|饭店|餐馆|中心|银行|学校|幼儿园|医院|诊所|局|所|委|物业|工地|ktv|烧烤|商场|机构)/iu,
  receipt: /发票|收据|小票|合同|协议|转账|付款|欠条|凭证|截图|订单/u,
  since:
    /(?:\d+|[一二两三四五六七八九十几半多]+)(?:天|周|个?月|年|小时|日)|从.{1,8}(?:开始|起)|至今|以来|一直|昨天|今天|前天/u,
};

/** A text shorter than this is still being begun. */
const SHORTEST = 8;
const MOST = 3;

/** What is worth asking while the caller is still there, by subject: at most three facts, none that stands there already. */
export function missingFacts({ text, subjectPath, place, occurredAt, accusedUnit }: WrittenSoFar): Fact[] {
  if (text.trim().length < SHORTEST) return [];
  const about = [...subjectPath, text].join(' ');
  const known: Partial<Record<Fact, boolean>> = {
    where: place.trim() !== '',
    when: occurredAt !== null,
    company: accusedUnit.trim() !== '',
    since: occurredAt !== null,
  };
  const asked =
    ASK_RULES.find((rule) => rule.about.test(subjectPath.join(' '))) ??
    ASK_RULES.find((rule) => rule.about.test(about));
  return (asked?.ask ?? [])
    .filter((fact) => !known[fact] && !SAID[fact].test(fact === 'door' ? `${text} ${place}` : text))
    .slice(0, MOST);
}

/**
 * What citizens say beside what the papers say: the words of a row mean the same to who looks for an answer. The desk
 * searches for all of them, and marks whichever stands in the text. A new centre starts with these rows, and its
 * knowledge editors keep them from then on.
 */
export const SHIPPED_SYNONYMS: readonly (readonly string[])[] = [
  // 社会保障
  ['住房公积金', '公积金'],
  ['医保', '医疗保险', '基本医疗保险'],
  ['新农合', '城乡居民医保', '城乡居民基本医疗保险', '居民医保', '农村合作医疗'],
  ['社保', '社会保险'],
  ['社保卡', '社会保障卡'],
  ['医保卡', '医保电子凭证', '社会保障卡'],
  ['养老金', '退休金', '基本养老金', '养老待遇'],
  ['养老保险', '养老社保', '基本养老保险'],
  ['失业金', '失业保险金', '失业补助'],
  ['工伤认定', '工伤鉴定', '认定工伤'],
  ['生育津贴', '产假工资', '生育补贴'],
  ['低保', '最低生活保障', '低保户'],
  ['五保户', '特困人员', '特困供养'],
  ['临时救助', '困难救助', '困难补助'],
  ['高龄补贴', '高龄津贴', '老年补贴', '老人补贴'],
  ['残疾证', '残疾人证'],
  ['养老院', '敬老院', '养老机构'],
  ['异地就医', '外地看病', '跨省就医', '异地报销'],
  ['门诊慢性病', '慢病', '慢性病卡'],
  // 住房与不动产
  ['房产证', '不动产权证', '不动产权证书', '房本', '不动产证'],
  ['房产过户', '不动产转移登记', '房屋过户', '二手房过户'],
  ['公租房', '公共租赁住房', '保障房', '廉租房', '保障性租赁住房'],
  ['拆迁', '征收', '房屋征收', '征迁', '搬迁补偿'],
  ['物业费', '物业服务费'],
  ['物业', '物业公司', '物业服务企业'],
  ['业委会', '业主委员会'],
  ['维修基金', '住宅专项维修资金', '维修资金', '大修基金'],
  ['烂尾楼', '停工楼盘', '延期交房', '逾期交房'],
  ['老旧小区改造', '旧改', '小区改造'],
  ['加装电梯', '老楼装电梯', '增设电梯'],
  ['违建', '违章建筑', '违法建设', '私搭乱建'],
  ['宅基地', '农村建房', '自建房'],
  // 户籍与证件
  ['身份证', '居民身份证'],
  ['户口', '户籍', '户口簿', '户口本'],
  ['落户', '户口迁入', '迁户口', '户口迁移', '入户'],
  ['居住证', '暂住证'],
  ['准生证', '生育登记', '生育证'],
  ['出生证', '出生医学证明'],
  ['结婚证', '婚姻登记', '结婚登记', '领证'],
  ['驾照', '驾驶证', '机动车驾驶证', '驾驶执照'],
  ['护照', '出入境证件', '港澳通行证'],
  ['营业执照', '工商执照', '工商登记', '设立登记', '注册公司'],
  ['个体户', '个体工商户'],
  // 教育
  ['上学', '入学', '就读', '读书'],
  ['幼升小', '小学入学', '小学招生', '小学报名'],
  ['小升初', '初中入学', '初中招生', '初中报名'],
  ['学区', '学区房', '招生范围', '划片'],
  ['转学', '转校', '学籍转移'],
  ['随迁子女', '外来务工子女', '农民工子女', '进城务工人员子女'],
  ['补课', '校外培训', '辅导班', '培训机构'],
  ['助学贷款', '生源地贷款', '生源地信用助学贷款'],
  // 劳动
  ['欠薪', '拖欠工资', '讨薪', '不发工资', '工资拖欠'],
  ['农民工', '进城务工人员', '务工人员'],
  ['劳动仲裁', '劳动争议仲裁', '劳动人事争议'],
  ['加班费', '加班工资'],
  ['最低工资', '最低工资标准'],
  ['就业补贴', '创业补贴', '就业创业补贴'],
  // 城市与交通
  ['停车费', '停车收费'],
  ['违停', '乱停车', '违章停车', '违法停车'],
  ['公交', '公交车', '公共汽车'],
  ['出租车', '的士', '巡游出租汽车'],
  ['网约车', '滴滴', '网络预约出租汽车'],
  ['电动车', '电瓶车', '电动自行车'],
  ['红绿灯', '信号灯', '交通信号灯'],
  ['路灯', '照明设施', '路灯不亮'],
  ['井盖', '窨井盖'],
  ['堵车', '交通拥堵', '拥堵'],
  ['垃圾', '生活垃圾', '垃圾清运'],
  ['小广告', '牛皮癣', '乱贴乱画'],
  ['占道经营', '流动摊贩', '路边摊', '摆摊'],
  ['噪音', '噪声', '扰民', '噪声污染'],
  ['广场舞', '广场舞扰民'],
  ['油烟', '餐饮油烟', '油烟污染'],
  ['扬尘', '工地扬尘', '粉尘'],
  ['污水', '废水', '污水排放'],
  ['停水', '自来水停水', '没水'],
  ['停电', '断电', '没电', '供电中断'],
  ['暖气', '供暖', '供热', '集中供热'],
  ['暖气费', '采暖费', '供热费', '取暖费'],
  ['煤气', '天然气', '燃气'],
  ['水费', '自来水费'],
  ['电费', '用电费'],
  // 市场与消费
  ['退款', '退钱', '退费'],
  ['假货', '假冒伪劣', '假冒'],
  ['消费维权', '消费投诉', '消费者投诉', '12315'],
  ['食品安全', '食品卫生', '吃坏肚子'],
  ['办卡', '预付卡', '预付式消费', '充值卡', '会员卡'],
  ['传销', '非法传销'],
  ['电信诈骗', '网络诈骗', '被骗', '反诈'],
  // 税费与其他
  ['个税', '个人所得税'],
  ['契税', '房屋契税', '购房税'],
  ['发票', '开票'],
  ['电话', '联系方式', '号码', '联系电话'],
  ['地址', '地点', '在哪', '位置'],
  ['上班时间', '工作时间', '办公时间', '几点上班'],
  ['材料', '手续', '资料', '证件材料'],
  ['网上办', '网办', '线上办理', '网上办理', '手机办理'],
  ['疫苗', '预防接种', '打疫苗'],
  ['核酸', '核酸检测'],
  ['两癌筛查', '宫颈癌筛查', '乳腺癌筛查'],
  ['狂犬疫苗', '狂犬病疫苗', '被狗咬'],
  ['养狗', '犬只', '犬证', '遛狗', '养犬'],
  ['土地流转', '承包地流转', '土地租赁'],
  ['种粮补贴', '耕地地力保护补贴', '农业补贴', '粮食补贴'],
  ['退役军人', '退伍军人', '复员军人', '转业军人'],
  ['法律援助', '免费律师', '法援'],
  ['火化', '殡葬', '丧葬', '殡仪馆'],
  ['丧葬费', '丧葬补助', '丧葬补助金', '抚恤金'],
];

/** A word of the table where it stands in a text, and what else is said for it. */
export interface Synonym {
  readonly word: string;
  readonly others: readonly string[];
}

/** Words that mean the same. */
export interface Synonyms {
  /** Every word there is: pinyin finds them even where no title has them. */
  readonly words: readonly string[];
  /**
   * The words of the table in a text, the longest first at each place and none inside another.
   * @param text normalised
   */
  readonly in: (text: string) => Synonym[];
}

/** @param groups rows of words that mean the same; a word may stand in several */
export function makeSynonyms(groups: readonly (readonly string[])[]): Synonyms {
  const others = new Map<string, readonly string[]>();
  for (const group of groups) {
    for (const word of group) {
      const known = others.get(word) ?? [];
      others.set(word, [...known, ...group.filter((other) => other !== word && !known.includes(other))]);
    }
  }
  const longest = Math.max(0, ...Array.from(others.keys(), (word) => word.length));

  function longestAt(text: string, place: number): Synonym | null {
    for (let length = Math.min(longest, text.length - place); length >= 2; length -= 1) {
      const word = text.slice(place, place + length);
      const found = others.get(word);
      if (found) return { word, others: found };
    }
    return null;
  }

  return {
    words: [...others.keys()],
    in: (text) => {
      const found: Synonym[] = [];
      for (let place = 0; place < text.length;) {
        const hit = longestAt(text, place);
        if (hit) found.push(hit);
        place += hit ? hit.word.length : 1;
      }
      return found;
    },
  };
}

const SHIPPED = makeSynonyms(SHIPPED_SYNONYMS);

/** Every word that is shipped: the dictionary learns them. */
export const SYNONYM_WORDS: readonly string[] = SHIPPED.words;

/** The shipped words in a text. @param text normalised */
export const synonymsIn = SHIPPED.in;

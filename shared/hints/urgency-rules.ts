/** What makes a request likely urgent, as data: words that say so, and why it matters. */
export interface UrgencyRule {
  readonly sign: string;
  readonly words: readonly string[];
  /** What the operator is told. */
  readonly reason: string;
}

/** In the order in which they press. T8 asks for the telephone where a matter is urgent; what is urgent is judged by a person. */
export const URGENCY_RULES: readonly UrgencyRule[] = [
  {
    sign: '人身安全',
    words: [
      '受伤',
      '昏迷',
      '晕倒',
      '轻生',
      '自杀',
      '跳楼',
      '跳河',
      '溺水',
      '触电',
      '中毒',
      '被困',
      '被打',
      '家暴',
      '流血',
      '砸伤',
      '砸到人',
      '摔伤',
      '烫伤',
      '失踪',
      '走失',
      '走丢',
      '求救',
      '生命危险',
      '人身安全',
      '持刀',
      '殴打',
    ],
    reason: '可能危及人身安全，先确认是否已拨打 110、120',
  },
  {
    sign: '燃气',
    words: [
      '燃气泄漏',
      '煤气泄漏',
      '天然气泄漏',
      '漏气',
      '燃气味',
      '煤气味',
      '天然气味',
      '闻到煤气',
      '闻到燃气',
      '煤气中毒',
    ],
    reason: '可能燃气泄漏，请来电人开窗、勿动电器、到室外再打电话',
  },
  {
    sign: '火情',
    words: ['着火', '起火', '失火', '火灾', '冒烟', '爆炸', '自燃'],
    reason: '可能有火情，先确认是否已拨打 119',
  },
  {
    sign: '停水停电',
    words: ['停水', '断水', '没水', '停电', '断电', '没电', '停暖', '停止供暖', '停气', '断气', '跳闸'],
    reason: '影响基本生活，问清范围和持续时间',
  },
  {
    sign: '道路危险',
    words: [
      '塌陷',
      '塌方',
      '路面下沉',
      '井盖丢失',
      '井盖没了',
      '没有井盖',
      '井盖缺失',
      '电线掉',
      '电线断',
      '线缆掉',
      '倒伏',
      '树倒',
      '电线裸露',
      '漏电',
    ],
    reason: '过往行人车辆有危险，问清位置并提醒避让',
  },
  {
    sign: '房屋险情',
    words: ['危房', '墙体开裂', '要倒塌', '倒塌', '坠落', '高空坠物', '外墙脱落', '电梯困人', '困在电梯', '电梯坠'],
    reason: '可能有人员伤亡危险，问清是否有人在内',
  },
  {
    sign: '公共卫生',
    words: ['食物中毒', '集体腹泻', '水质发黑', '自来水发黄', '疫情'],
    reason: '可能影响多人健康，问清人数和症状',
  },
  {
    sign: '群体聚集',
    words: ['聚集', '堵路', '拉横幅', '集体上访', '群体性', '堵门'],
    reason: '可能有群体事件，问清人数和地点，及时报告班长',
  },
];

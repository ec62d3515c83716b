import type { Pack } from '../pack.ts';

const SANCTIONS = [
  '批评教育',
  '诫勉谈话',
  '书面检查',
  '考核扣分',
  '取消评先评优资格',
  '通报批评',
  '取消窗口工作资格',
  '提请纪检监察部门处理',
];

const CAUSES = [
  '擅设审批、收费项目或执行已取消的',
  '事项与公布不一致，或增减、变更不报告、不审查',
  '不优化流程、不精简环节、不缩短时限',
  '对窗口授权不充分，协商后仍不授权',
  '不按规定编报办理事项材料、流程、时限，不提供示范文本',
  '受理不登记、不出通知书、丢失材料或不录入软件',
  '“两头受理”或擅自撤回事项',
  '不参加或不按时办结并联审批',
  '不认真履职，错批错办',
  '一次性告知不落实',
  '应答复不答复、应即办不即办、应补办不补办',
  '超时办结、不及时转办或不如实报送而延误',
  '态度恶劣、刁难、打击报复或与申请人争吵',
  '以权谋私、吃拿卡要、不作为、乱作为',
  '违反其他规章制度',
];

const MITIGATIONS = ['主动赔礼道歉并获谅解', '主动阻止不良后果', '主动挽回损失', '其他可以从轻、减轻或免于处理的'];

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五'];

/** The liability rules of the service centre: causes, sanctions, and what weighs in favour. */
export const ANKANG_LIABILITY: Pack['liabilityFlags'] = [
  ...CAUSES.map((name, index): Pack['liabilityFlags'][number] => ({
    id: `A7-5-${index + 1}`,
    name,
    rule: 'A7',
    article: `责任追究制度第五条第（${NUMERALS[index] ?? ''}）项`,
    kind: 'cause',
  })),
  ...SANCTIONS.map((name, index): Pack['liabilityFlags'][number] => ({
    id: `A7-4-${index + 1}`,
    name,
    rule: 'A7',
    article: '责任追究制度第四条',
    kind: 'sanction',
  })),
  ...MITIGATIONS.map((name, index): Pack['liabilityFlags'][number] => ({
    id: `A7-7-${index + 1}`,
    name,
    rule: 'A7',
    article: `责任追究制度第七条第（${NUMERALS[index] ?? ''}）项`,
    kind: 'mitigation',
  })),
  { id: 'A6-1', name: '约谈', rule: 'A6', article: '第七条', kind: 'sanction' },
  { id: 'A6-2', name: '通报批评', rule: 'A6', article: '第七条', kind: 'sanction' },
  { id: 'A6-3', name: '考核扣分', rule: 'A6', article: '第七条', kind: 'sanction' },
  { id: 'A6-4', name: '取消窗口服务资格、退回原单位、报纪检', rule: 'A6', article: '第七条', kind: 'sanction' },
];

import type { Rule } from '../pack.ts';

/** 安康: each rule of the regulations that concerns the desk, in our own words. */
export const ANKANG_RULES: readonly Rule[] = [
  { id: 'A1', article: '第三条', gist: '现场、举报箱、电话、网络，口头或书面；八项受理，三项不予受理。' },
  { id: 'A2', article: '第四条、第五条', gist: '由带班科室或监督科接办；不得拒绝、拖延，如实记录并登记备案。' },
  { id: 'A3', article: '第六条第（1）项', gist: '大厅现场投诉简单的当场说明并记录，不能当场答复的 5 个工作日回复。' },
  {
    id: 'A4',
    article: '第六条第（2）项',
    gist: '业务性强的由窗口单位 5 个工作日内反馈监督科，复杂的 10 个工作日，监督科再反馈投诉人。',
  },
  { id: 'A5', article: '第六条第（3）项', gist: '涉及多个部门的开协调会，自接到投诉起 20 个工作日反馈。' },
  {
    id: 'A6',
    article: '第七条、第八条',
    gist: '属实的约谈、通报批评、考核扣分，严重的取消窗口资格、退回原单位、报纪检；捏造诽谤依法追究。',
  },
  {
    id: 'A7',
    article: '责任追究制度第四条至第七条',
    gist: '八种追究方式、十五种情形扣分；主动说明、处理或移交、申诉复议；四种从轻减轻情形。',
  },
];

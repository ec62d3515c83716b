import type { FormContent } from '../../../shared/domain/scoring/form.ts';

/** The demo's 评分表, as hotlines ask of their operators. */
export const DEMO_FORM: FormContent = {
  name: '话务服务质量评分表',
  sections: [
    {
      id: 'opening',
      name: '开头与结束',
      weight: 15,
      items: [
        { id: 'greeting', name: '规范问候', guide: '接通后三秒内问候并报工号；缺一项扣半数。', points: 10 },
        {
          id: 'closing',
          name: '规范结束',
          guide: '复述诉求要点，告知后续环节和时限，致谢后等对方先挂机。',
          points: 10,
        },
      ],
    },
    {
      id: 'manner',
      name: '服务态度',
      weight: 25,
      items: [
        { id: 'tone', name: '语气语速', guide: '语气平和，语速适中，不抢话、不顶撞。', points: 20 },
        { id: 'empathy', name: '倾听与安抚', guide: '听完诉求再回应；对情绪激动的先安抚。', points: 15 },
        { id: 'hold', name: '等待告知', guide: '让诉求人等待前说明原因，返回时致歉；没有等待的不适用。', points: 5 },
      ],
    },
    {
      id: 'business',
      name: '业务处理',
      weight: 40,
      items: [
        { id: 'facts', name: '问清要素', guide: '时间、地点、对象、事实和诉求目的问清问全。', points: 20 },
        { id: 'policy', name: '政策准确', guide: '答复有依据，与知识库一致；不清楚的不随意解释。', points: 20 },
        { id: 'way', name: '办理方式正确', guide: '能即办的不转办，能三方通话的先直办，转办单位准确。', points: 20 },
      ],
    },
    {
      id: 'record',
      name: '工单记录',
      weight: 20,
      items: [
        { id: 'content', name: '内容完整', guide: '诉求、地点、联系方式与录音一致。', points: 15 },
        { id: 'wording', name: '文字规范', guide: '表述通顺，没有错别字和口语。', points: 5 },
      ],
    },
  ],
  vetoes: [
    { id: 'insult', name: '辱骂讥讽诉求人', guide: '' },
    { id: 'leak', name: '泄露诉求人信息', guide: '向被诉方或无关人员透露诉求人身份、号码、住址。' },
    { id: 'hangup', name: '擅自挂断电话', guide: '诉求人没有说完且没有不当言行。' },
  ],
  vetoCap: 0,
  passMark: 80,
  appealDays: 3,
};

/** What inspectors of the demo write where points are lost. */
export const DEMO_REMARKS: Readonly<Record<string, readonly string[]>> = {
  greeting: ['没有报工号', '接通后停顿较久才问候'],
  closing: ['没有告知办理时限', '没有复述诉求要点'],
  tone: ['语速偏快，诉求人两次要求重复', '中途打断诉求人'],
  empathy: ['诉求人情绪激动时没有安抚', '没有听完就开始解释'],
  hold: ['查询知识库时没有告知等待'],
  facts: ['没有问清门牌号', '没有问发生时间', '没有核对联系电话'],
  policy: ['只说“按规定办理”，没有说明依据', '办理材料少说一项'],
  way: ['可以三方通话解决，直接转办', '知识库有现成答复，却生成工单'],
  content: ['工单缺少诉求人的期望', '地点与录音不一致'],
  wording: ['有错别字', '口语过多'],
};

export const DEMO_COMMENTS = ['整体较好，注意结束语。', '业务熟练，态度耐心。', '要素记录需加强。', '', ''] as const;

/** What an operator of the demo says against a score. */
export const DEMO_APPEALS = [
  '录音第 8 秒已经报过工号，当时诉求人正在说话，可能没有听清，请复听。',
  '诉求人开头就说明在赶路，要求尽快登记，因此没有逐项复述。',
  '当时系统提示对应单位线路忙，已按规定转办，请核对三方通话记录。',
] as const;

export const DEMO_DECISIONS = {
  upheld: '复听录音，问题属实，维持原评分。',
  corrected: '复听录音，第 8 秒确有报工号，改按满分计。',
} as const;

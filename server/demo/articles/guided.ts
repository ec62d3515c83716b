import { articleIdSchema } from '../../../shared/domain/ids.ts';
import { richTextSchema, type Block } from '../../../shared/domain/knowledge/rich-text.ts';

/** What some articles have beyond paragraphs and lists, by their keys: a sentence to read out, steps to ask through, a link. */
const GUIDED = {
  'gjj-rent': [
    { type: 'say', content: [{ text: '租房提取可以在手机上办，核查通过后转到您本人的银行卡。' }] },
    {
      type: 'paragraph',
      content: [
        { text: '相关：' },
        { text: '还贷提取', link: { to: 'article', articleId: articleIdSchema.parse('k-gjj-loan-repay') } },
      ],
    },
    {
      type: 'steps',
      steps: [
        {
          id: 'home',
          question: '在缴存地有自己的住房吗？',
          answers: [
            { text: '有', next: null, outcome: '不符合租房提取；有住房贷款的可办还贷提取。' },
            { text: '没有', next: 'months', outcome: '' },
          ],
        },
        {
          id: 'months',
          question: '连续足额缴存满3个月了吗？',
          answers: [
            { text: '没满', next: null, outcome: '缴满3个月后再申请。' },
            { text: '满了', next: null, outcome: '可以申请，按上面的材料准备。' },
          ],
        },
      ],
    },
  ],
  'rl-cold': [
    {
      type: 'steps',
      steps: [
        {
          id: 'rooms',
          question: '整个屋都不热，还是个别房间？',
          answers: [
            { text: '个别房间', next: null, outcome: '先放气、清过滤器，再不热报修。' },
            { text: '整个屋', next: 'neighbours', outcome: '' },
          ],
        },
        {
          id: 'neighbours',
          question: '上下左右邻居热不热？',
          answers: [
            { text: '也不热', next: null, outcome: '多半是管网或换热站，记下小区楼号报供热单位。' },
            { text: '邻居热', next: null, outcome: '查入户阀门和过滤器，仍不热请上门测温。' },
          ],
        },
      ],
    },
  ],
} satisfies Readonly<Record<string, readonly Block[]>>;

const BY_KEY: ReadonlyMap<string, readonly Block[]> = new Map(Object.entries(GUIDED));

/** What stands below an article's plain text; nothing for most. */
export function guidanceOf(key: string): readonly Block[] {
  const blocks = BY_KEY.get(key);
  return blocks ? richTextSchema.parse({ blocks }).blocks : [];
}

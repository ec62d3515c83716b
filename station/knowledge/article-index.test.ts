import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Hit } from '../../shared/contract/knowledge-search.ts';
import type { Article } from '../../shared/domain/article.ts';
import { articleIdSchema, unitIdSchema } from '../../shared/domain/ids.ts';
import { syllables } from '../../shared/search/pinyin.ts';
import { wordsOf, type Segment } from '../../shared/search/terms.ts';
import { createArticleIndex, type ArticleIndex, type ArticleQuery } from './article-index.ts';
import { createSegmenter } from './segment.ts';

const TODAY = Date.parse('2026-11-21T02:00:00.000Z');

function article(id: string, title: string, body: string, more: Partial<Article> = {}): Article {
  return {
    id: articleIdSchema.parse(id),
    version: 1,
    title,
    kind: 'guide',
    unitId: unitIdSchema.parse('u-test'),
    body,
    asked: [],
    source: '',
    checkedOn: '2026-10-01',
    validUntil: null,
    state: 'published',
    ...more,
  };
}

const ARTICLES: readonly Article[] = [
  article(
    'k-gjj-zf',
    '住房公积金租房提取办理指南',
    '# 办理条件\n职工连续足额缴存满三个月，本人及配偶在本市无自有住房。\n# 申请材料\n- 身份证；\n- 租住商品房的提供租赁合同。\n# 办理时限\n审核通过后三个工作日到账。',
    { asked: ['租的房子能取公积金吗'] },
  ),
  article('k-gjj-gf', '购房提取住房公积金', '购买自住住房的，凭购房合同和付款凭证提取，每年一次。'),
  article('k-yb-yd', '异地就医备案', '参加基本医疗保险的人员跨省住院，应当先在手机上备案，备案后直接结算。'),
  article('k-db', '最低生活保障申请', '家庭人均收入低于当地保障标准的，向户籍所在地乡镇人民政府申请。', {
    kind: 'policy',
  }),
  article('k-bdc', '不动产权证书遗失补办', '权利人登报声明后，持身份证到不动产登记中心申请补发。'),
  article('k-nq', '集中供热标准', '供暖期内室温不低于十八度，不达标的可要求测温退费。', {
    unitId: unitIdSchema.parse('u-heat'),
  }),
  article('k-etc', 'ETC 办理网点', '各高速收费站和银行网点均可办理 ETC。', { kind: 'contact' }),
];

let segment: Segment;
beforeAll(() => {
  segment = createSegmenter();
});

function filled(articles: readonly Article[] = ARTICLES): ArticleIndex {
  const all = new Map<string, Article>();
  const index = createArticleIndex({
    segment,
    nowMs: () => TODAY,
    unitName: (id) => (id === 'u-xun' ? '浚县机关事务中心' : `名称 ${id}`),
    article: (id) => all.get(id) ?? null,
  });
  const put: ArticleIndex['put'] = (one, ...more) => {
    all.set(one.id, one);
    index.put(one, ...more);
  };
  for (const one of articles) put(one);
  return { ...index, put };
}

const EVERYTHING = { units: null, kinds: [], inForceOnly: false, limit: 10 } as const;

function find(index: ArticleIndex, query: string, more: Partial<ArticleQuery> = {}): Hit[] {
  return index.search({ ...EVERYTHING, query, ...more }).hits;
}

function marked(text: string, marks: readonly [number, number][]): string[] {
  return marks.map(([from, to]) => text.slice(from, to));
}

describe('an article is found', () => {
  it.each([
    ['by its words', '租房提取公积金', 'k-gjj-zf'],
    ['by its words in the wrong order', '提取 公积金 购房', 'k-gjj-gf'],
    ['by a whole spoken question', '请问我在外面租房子住怎么把公积金取出来', 'k-gjj-zf'],
    ['by words of the body alone', '跨省住院怎么结算', 'k-yb-yd'],
    ['by an everyday word for what the paper calls otherwise', '低保', 'k-db'],
    ['by another everyday word', '房产证丢了', 'k-bdc'],
    ['by what is said for heating', '暖气不热', 'k-nq'],
    ['by initials', 'ydjy', 'k-yb-yd'],
    ['by whole pinyin', 'gongre', 'k-nq'],
    ['by pinyin typed apart', 'bu dong chan', 'k-bdc'],
    ['by initials and Chinese together', 'gjj 购房', 'k-gjj-gf'],
    ['by initials of two words run together', 'gjjgf', 'k-gjj-gf'],
    ['by initials of an everyday word that stands in no title', 'db', 'k-db'],
    ['by letters in any width and case', 'ｅｔｃ', 'k-etc'],
    ['by a part of a word, as one types', '不动', 'k-bdc'],
  ])('%s', (_, query, expected) => {
    expect(find(filled(), query)[0]?.articleId).toBe(expected);
  });

  it('puts the article whose title holds the whole question before one whose callers used a part of it', () => {
    const named = article('k-lamps', '亮灯工程报修指南', '灯不亮时记下灯杆编号。');
    const owed = article('k-owed', '拖欠账款', '自货物、工程交付之日起支付。', { asked: ['工程款找谁要'] });
    const others = Array.from({ length: 30 }, (_, at) =>
      article(`k-${at}`, `事项${at}怎么办`, '按规定办理。', { asked: [`事情${at}找谁`, `材料${at}交哪里`] }),
    );
    expect(find(filled([...others, owed, named]), '亮灯工程')[0]?.articleId).toBe('k-lamps');
  });

  it('not where nothing of the question stands in it', () => {
    expect(find(filled(), '护照签证')).toEqual([]);
    expect(find(filled(), '？！')).toEqual([]);
  });

  it('better for the wording of earlier callers', () => {
    const plain = article('k-a', '夜间施工许可', '夜间施工应当取得证明。');
    const asked = article('k-b', '建筑噪声管理', '夜间不得作业。', { asked: ['工地半夜打桩吵得睡不着'] });
    expect(find(filled([plain, asked]), '半夜打桩睡不着')[0]?.articleId).toBe('k-b');
  });
});

describe('a hit', () => {
  it('shows the passage that answers, with the asked words marked in it and in the title', () => {
    const [hit] = find(filled(), '公积金租房要租赁合同吗');
    expect(hit?.passage).toContain('租住商品房的提供租赁合同');
    expect(marked(hit?.passage ?? '', hit?.passageMarks ?? [])).toContain('租赁合同');
    expect(marked(hit?.title ?? '', hit?.titleMarks ?? [])).toEqual(['住房公积金租房']);
  });

  it('marks what letters stand for', () => {
    const [hit] = find(filled(), 'gjj 购房');
    expect(marked(hit?.title ?? '', hit?.titleMarks ?? [])).toEqual(['购房', '住房公积金']);
  });

  it('names the unit, the version and the day it was checked', () => {
    const [hit] = find(filled(), '集中供热');
    expect(hit).toMatchObject({ unitName: '名称 u-heat', version: 1, checkedOn: '2026-10-01', validUntil: null });
  });
});

describe('what is in force', () => {
  const old = article('k-old', '住房公积金租房提取', '租房提取公积金每月一千元。', { validUntil: '2026-11-20' });
  const current = article('k-new', '公积金提取额度', '租房每年提取一次。', { validUntil: '2026-11-21' });

  it('comes before what has expired, which is still found and says until when it was valid', () => {
    const hits = find(filled([old, current]), '住房公积金租房提取');
    expect(hits.map(({ articleId }) => articleId)).toEqual(['k-new', 'k-old']);
    expect(hits[1]?.validUntil).toBe('2026-11-20');
  });

  it('is all there is: a withdrawn article is not found, nor listed', () => {
    const index = filled();
    index.put(article('k-db', '最低生活保障申请', '…', { state: 'withdrawn' }));
    expect(find(index, '低保')).toEqual([]);
    expect(find(index, '').map(({ articleId }) => articleId)).not.toContain('k-db');
  });
});

describe('the index', () => {
  it('follows changes: the new text is found, the old one is not', () => {
    const index = filled();
    index.put(article('k-etc', '通行费发票', '在网上开具。', { version: 2 }));
    expect(find(index, '高速收费站')).toEqual([]);
    expect(find(index, '通行费')[0]).toMatchObject({ articleId: 'k-etc', version: 2 });
    expect(find(index, 'txf')[0]?.articleId).toBe('k-etc');
    index.remove(articleIdSchema.parse('k-etc'));
    expect(find(index, '通行费')).toEqual([]);
  });

  it('keeps to the unit and the kinds that are asked for', () => {
    const index = filled();
    expect(find(index, '申请', { kinds: ['policy'] }).map(({ articleId }) => articleId)).toEqual(['k-db']);
    expect(find(index, '申请', { units: new Set([unitIdSchema.parse('u-heat')]) })).toEqual([]);
  });

  it('lists without a question what was checked last, and counts all of it', () => {
    const recent = article('k-recent', '新近核对', '内容。', { checkedOn: '2026-11-20' });
    const { hits, total } = filled([...ARTICLES, recent]).search({ ...EVERYTHING, query: '  ', limit: 3 });
    expect(total).toBe(ARTICLES.length + 1);
    expect(hits).toHaveLength(3);
    expect(hits[0]).toMatchObject({ articleId: 'k-recent', passage: '内容。', passageMarks: [] });
  });

  it('counts more finds than it returns', () => {
    expect(filled().search({ ...EVERYTHING, query: '公积金', limit: 1 })).toMatchObject({
      total: 2,
      hits: [{}],
    });
  });
});

describe('any article', () => {
  const WHOM = ['职工', '退休人员', '外来务工人员', '在校学生', '残疾人', '个体工商户'];
  const MATTERS = ['住房公积金', '基本医疗保险', '不动产权证书', '居民身份证', '失业保险金', '农村宅基地', '城市低保'];
  const ACTS = ['提取', '异地备案', '遗失补办', '跨省转移', '申请', '变更登记', '缴费查询', '注销'];
  const titles = fc.uniqueArray(
    fc
      .tuple(fc.constantFrom(...WHOM), fc.constantFrom(...MATTERS), fc.constantFrom(...ACTS))
      .map((parts) => parts.join('')),
    { minLength: 5, maxLength: 60 },
  );

  it('is found by its title, by any of its title’s words, by its pinyin and by its initials', () => {
    fc.assert(
      fc.property(titles, fc.nat(), (all, seed) => {
        const index = filled(all.map((title, at) => article(`k-${at}`, title, '内容见正文。')));
        const at = seed % all.length;
        const title = all[at] ?? '';
        const ids = (query: string, limit = 50): string[] =>
          find(index, query, { limit }).map(({ articleId }) => articleId);
        const words = wordsOf(title, segment).filter((word) => word.length > 1);
        const sound = syllables(title);
        expect(ids(title)[0]).toBe(`k-${at}`);
        expect(ids(words[seed % words.length] ?? title, 60)).toContain(`k-${at}`);
        expect(ids(sound.join(''))[0]).toBe(`k-${at}`);
        expect(ids(sound.map((syllable) => syllable.charAt(0)).join('')).slice(0, 3)).toContain(`k-${at}`);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a question with characters of the same sound', () => {
  it.each([
    ['公鸡金怎么提取', 'k-gjj-zf'],
    ['不懂产证', 'k-bdc'],
    ['异地救医', 'k-yb-yd'],
  ])('%s finds what was meant', (query, expected) => {
    expect(find(filled(), query).map(({ articleId }) => articleId)).toContain(expected);
  });
});

describe('numbers', () => {
  const law = article(
    'k-law',
    '行政许可期限',
    '依据《行政许可法》第四十二条，二十日内作出决定。联系电话 0392-3316 012。',
  );
  const index = (): ArticleIndex => filled([...ARTICLES, law]);

  it.each([
    ['an article of a law, as it is written', '第四十二条'],
    ['the same in figures', '第42条'],
    ['a telephone number with its breaks', '0392-3316012'],
    ['a telephone number as it is dialled', '03923316012'],
    ['the beginning of a number, as one types', '039233'],
    ['the number of the article itself', 'k-law'],
  ])('find by %s', (_, query) => {
    expect(find(index(), query)[0]?.articleId).toBe('k-law');
  });
});

describe('single characters', () => {
  const water = article('k-water', '停水怎么办', '先看有没有公告。');
  const bar = article('k-bar', '网吧接纳未成年人', '向文化执法队举报。');
  const index = (): ArticleIndex => filled([...ARTICLES, water, bar]);

  it('find by themselves, be they ever so common, the titles that have them', () => {
    expect(find(index(), '水').map(({ articleId }) => articleId)).toEqual(['k-water']);
  });

  it('find nothing where the words around them find nothing', () => {
    expect(find(index(), '赔款')).toEqual([]);
  });

  it('that join words are part of the few words that have them', () => {
    expect(find(index(), '网吧')[0]?.articleId).toBe('k-bar');
  });

  it('tell apart what is otherwise alike', () => {
    const two = [article('k-1', '河堤塌方抢修', '马上去修。'), article('k-2', '路面塌方抢修', '滨河淤泥，马上去修。')];
    expect(find(filled(two), '淤泥塌方')[0]?.articleId).toBe('k-2');
    expect(find(filled(two), '塌方淤了')[0]?.articleId).toBe('k-2');
  });
});

describe('a contact page', () => {
  const guide = article('k-guide', '自来水报修办理', '停水、水压不足可以报修，抢修人员两小时内到场。');
  const contact = article('k-contact', '市供水公司：职责与联系方式', '受理：停水、自来水报修、水压不足。电话 96116。', {
    kind: 'contact',
    asked: ['自来水报修找谁'],
  });

  it('comes behind the guide for who asks about a matter, and before it for who asks whom to ring', () => {
    const index = filled([guide, contact]);
    expect(find(index, '家里停水了怎么报修')[0]?.articleId).toBe('k-guide');
    expect(find(index, '供水公司电话')[0]?.articleId).toBe('k-contact');
    expect(find(index, '自来水报修找谁')[0]?.articleId).toBe('k-contact');
  });
});

describe('an answer for one of the districts', () => {
  const DISTRICTS = ['淇滨区', '浚县'];
  const benefit = '城乡居民养老保险待遇由便民服务中心受理，按月发放到社会保障卡。';
  const articles = [
    article('k-a-qb', '淇滨区养老保险待遇怎么领取', benefit),
    article('k-city', '怎么领取养老保险待遇', `${benefit}有疑问的可以到经办窗口了解，也可以在手机上查询发放记录。`),
    article('k-unit', '食堂开放时间', '工作日中午对外开放。', { unitId: unitIdSchema.parse('u-xun') }),
  ];
  const knowing = (districts: readonly string[]): ArticleIndex => {
    const index = filled([]);
    index.setAreas(districts);
    for (const one of articles) index.put(one);
    return index;
  };
  const first = (index: ArticleIndex, query: string): string =>
    index.rank({ ...EVERYTHING, query }).found[0]?.card.id ?? '';

  it('stands behind one for the whole city where another district is asked for', () => {
    const question = '浚县养老保险待遇怎么领取';
    expect(first(knowing([]), question)).toBe('k-a-qb');
    expect(first(knowing(DISTRICTS), question)).toBe('k-city');
    expect(first(knowing(DISTRICTS), '淇滨区养老保险待遇怎么领取')).toBe('k-a-qb');
  });

  it('is known by its text and by the unit that keeps it', () => {
    const cards = knowing(DISTRICTS)
      .library.volumes()
      .flatMap((volume) => volume.cards);
    expect(cards.map(({ areas }) => areas)).toEqual(['淇滨区', '', '浚县']);
  });
});

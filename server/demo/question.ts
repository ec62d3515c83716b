import { nutshell, type ArticleRow } from './articles/table.ts';
import type { Random } from './random.ts';

/** A question as it was put: the words of it that the answer has to meet. */
export interface Question {
  readonly article: ArticleRow;
  /** One of the article's own wordings. */
  readonly asked: string;
}

const FRAMES = ['咨询：{q}', '想问一下，{q}', '来电咨询：{q}', '询问{q}', '{q}', '{q}'] as const;
const AFTER_CIRCUMSTANCE = ['想问一下，{q}', '{q}', '询问{q}'] as const;
const CIRCUMSTANCES = [
  '本人在外地，',
  '替家里老人问，',
  '子女代为来电，',
  '之前在网上查过没看明白，',
  '听别人说法不一，',
] as const;
const ERRANDS = [
  '到窗口去过一次，材料没带齐，',
  '着急办理，',
  '第一次办理，',
  '下周要用，',
  '上班走不开，只有周末有空，',
] as const;

/** How the operator writes the question down. Errands belong to things that are done at a window. */
export function questionText(random: Random, { article, asked }: Question): string {
  const drawn = random.next();
  const begin =
    drawn < 0.5 ? '' : drawn < 0.78 || article.kind !== 'guide' ? random.pick(CIRCUMSTANCES) : random.pick(ERRANDS);
  const text = begin + random.pick(begin === '' ? FRAMES : AFTER_CIRCUMSTANCE).replace('{q}', () => asked);
  return /[？?]$/u.test(text) ? text : `${text}？`;
}

const FAREWELLS = ['', '', '', '诉求人表示清楚。', '诉求人表示感谢。', '诉求人表示明白，没有其他问题。'] as const;
const ERRAND_FAREWELLS = [
  '已告知咨询电话和办理地点。',
  '已建议先在“豫事办”预约。',
  '已提醒材料以窗口告知为准。',
  '已短信发送所需材料清单。',
] as const;

/** What was answered, with how the call ended. */
export function questionAnswer(random: Random, question: Question): string {
  const ends = question.article.kind === 'guide' ? [...FAREWELLS, ...ERRAND_FAREWELLS] : FAREWELLS;
  return spokenAnswer(question) + random.pick(ends);
}

/** What the unit replies where the question had to be passed on. */
export function questionReplies(question: Question): readonly string[] {
  const answer = spokenAnswer(question);
  return [
    `已与诉求人电话联系，逐项说明：${answer}`,
    `经办人已回电解答：${answer}诉求人表示明白。`,
    `已联系诉求人并核对其个人情况，答复如下：${answer}`,
  ];
}

/** The article's nutshell, and after it the part of the article that meets the question's words best. */
export function spokenAnswer({ article, asked }: Question): string {
  const [, ...sections] = article.body.split('\n\n');
  const pairs = pairsOf(asked);
  let best = '';
  let most = 0;
  for (const section of sections) {
    const met = [...pairsOf(section)].filter((pair) => pairs.has(pair)).length;
    if (met <= most) continue;
    most = met;
    best = section;
  }
  const [heading = '', ...items] = best.split('\n');
  const spoken = items.map((item) => item.slice(2)).join('；');
  if (spoken === '') return nutshell(article.body);
  return `${nutshell(article.body)}${heading.slice(2)}：${spoken}${/[。！？]$/u.test(spoken) ? '' : '。'}`;
}

/** Pairs that only ask, and say nothing of what about. */
const ASKING = new Set([
  '怎么',
  '么办',
  '什么',
  '需要',
  '可以',
  '多少',
  '哪里',
  '是不',
  '不是',
  '能不',
  '找谁',
  '有没',
  '没有',
  '去哪',
  '时候',
  '多久',
  '办理',
  '申请',
]);

/** Neighbouring characters in pairs: the cheapest measure of whether two Chinese texts speak of the same thing. */
function pairsOf(text: string): ReadonlySet<string> {
  const characters = Array.from(text);
  const pairs = characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
  return new Set(pairs.filter((pair) => !ASKING.has(pair)));
}

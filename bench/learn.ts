// What is learned from use, measured by time: the words of earlier callers are tied to the articles that answered them,
// and later calls are asked before and after.
//
// Method: calls stand in the order in which they came in. Those of the first part (--share of them, 0.7 unless told
// otherwise) are closed from the article that answers them, so that their words, stripped of what is personal and cut as
// the centre does, are tied to it. The calls after that are asked twice, by their subject line alone: of an index without
// ties and of one with them. `again` are those whose article has answered somebody before, `new` those whose has not: for
// them ties of others can only be in the way. Material in which hardly a matter comes twice has few of the former;
// `learned` are therefore the calls of the first part once more, by their subject line, which is not what was learned.
//
// Options: --corpus=F.jsonl {"id","title","body"}, --calls=F.jsonl {"q","words","relevant":[id],"at"} by time, --share
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { wordingOf } from '../shared/domain/tie-words.ts';
import { createArticleIndex, type ArticleIndex } from '../station/knowledge/article-index.ts';
import { createSegmenter } from '../station/knowledge/segment.ts';
import type { BenchInput, Figure, Report } from './support/report.ts';
import { documentsIn } from './support/search-lines.ts';
import { articleOf, idsFound } from './support/search-own.ts';

const callSchema = z.object({ q: z.string(), words: z.string(), relevant: z.array(z.string()).min(1), at: z.string() });
type Call = z.infer<typeof callSchema>;

const NOBODY = { name: '', phone: '', address: '' };
const LEARNED_OF_ALL = 0.7;

export function run(input: BenchInput): Promise<Report> {
  const corpus = fileOf(input, 'corpus');
  const calls = readFileSync(fileOf(input, 'calls'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => callSchema.parse(JSON.parse(line)));
  const share = Number(input.options.get('share') ?? LEARNED_OF_ALL);
  if (!(share > 0 && share < 1)) throw new RangeError('--share takes a number between 0 and 1');
  const cut = Math.floor(calls.length * share);
  const ties = tiesOf(calls.slice(0, cut));
  const later = calls.slice(cut);
  const again = later.filter(({ relevant }) => relevant.some((id) => ties.has(id)));
  const fresh = later.filter((call) => !again.includes(call));
  input.tell('before ...');
  const before = indexOf(corpus, new Map());
  input.tell('after ...');
  const after = indexOf(corpus, ties);
  const measured = (name: string, asked: readonly Call[]): Figure[] => [
    { name: `${name}, before`, values: qualityOf(before, asked) },
    { name: `${name}, after`, values: qualityOf(after, asked) },
  ];
  const figures = [...measured('again', again), ...measured('new', fresh), ...measured('learned', calls.slice(0, cut))];
  const rank1 = (name: string): number => figures.find((figure) => figure.name === name)?.values['recall@1'] ?? 0;
  return Promise.resolve({
    bench: 'learn',
    what: `What ${cut} calls taught of ${ties.size} articles, asked of the ${later.length} calls that came after them.`,
    parameters: { share, learned: cut, until: calls[cut - 1]?.at ?? '', tied: ties.size },
    figures,
    checks: [
      {
        name: 'what has been answered before is found first more often',
        ok: rank1('learned, after') > rank1('learned, before'),
        found: `${rank1('learned, before')} to ${rank1('learned, after')}`,
      },
      {
        name: 'what is new loses at most 3 of 100 first places',
        ok: rank1('new, after') >= rank1('new, before') - 0.03,
        found: `${rank1('new, before')} to ${rank1('new, after')}`,
      },
    ],
  });
}

function fileOf({ options }: BenchInput, name: string): string {
  const file = options.get(name);
  if (!file || !existsSync(file)) throw new RangeError(`--${name} takes a file of JSON lines`);
  return file;
}

/** What the centre would have learned of these calls. */
function tiesOf(calls: readonly Call[]): Map<string, string[]> {
  const ties = new Map<string, string[]>();
  for (const { words, relevant } of calls) {
    const wording = wordingOf(words, NOBODY);
    const [id] = relevant;
    if (wording !== null && id !== undefined) ties.set(id, [...(ties.get(id) ?? []), wording]);
  }
  return ties;
}

function indexOf(corpus: string, ties: ReadonlyMap<string, readonly string[]>): ArticleIndex {
  const index = createArticleIndex({
    segment: createSegmenter(),
    nowMs: () => 0,
    unitName: () => null,
    article: () => null,
  });
  for (const document of documentsIn(corpus)) {
    const wordings = ties.get(document.id) ?? [];
    index.put(articleOf(document), { mark: '1', wordings, uses: wordings.length }, true);
  }
  while (index.library.step());
  return index;
}

function qualityOf(index: ArticleIndex, asked: readonly Call[]): Record<string, number> {
  let [first, ten, reciprocal] = [0, 0, 0];
  for (const { q, relevant } of asked) {
    const rank = idsFound(index, q).findIndex((id) => relevant.includes(id)) + 1;
    if (rank === 0) continue;
    ten += 1;
    reciprocal += 1 / rank;
    if (rank === 1) first += 1;
  }
  const share = (count: number): number => Math.round((count / Math.max(1, asked.length)) * 1000) / 1000;
  return { n: asked.length, 'recall@1': share(first), 'recall@10': share(ten), MRR: share(reciprocal) };
}

import type { Hit } from '../../shared/contract/desk.ts';
import { articleText } from '../../shared/domain/article-text.ts';
import type { Article } from '../../shared/domain/article.ts';
import type { ArticleId, UnitId } from '../../shared/domain/ids.ts';
import { beijingDate } from '../../shared/instant.ts';
import { createBm25 } from '../../shared/search/bm25.ts';
import { normalise } from '../../shared/search/normalise.ts';
import { bestPassage, marksIn } from '../../shared/search/passage.ts';
import { queryTerms } from '../../shared/search/query-terms.ts';
import { SYNONYM_WORDS } from '../../shared/search/synonyms.ts';
import { countInto, pairsOf, wordsOf, type Segment } from '../../shared/search/terms.ts';
import { createTitlePinyin } from '../../shared/search/title-pinyin.ts';

export interface ArticleIndexOptions {
  readonly segment: Segment;
  /** Decides what has expired, ms since 1970. */
  readonly nowMs: () => number;
  readonly unitName: (id: UnitId) => string | null;
}

export interface ArticleQuery {
  readonly query: string;
  /** null: articles of every unit. */
  readonly unitId: UnitId | null;
  /** Empty: every kind. */
  readonly kinds: readonly Article['kind'][];
  readonly limit: number;
}

/** All articles of the desk, in memory. */
export interface ArticleIndex {
  /** Takes in a new or changed article; a withdrawn one is no longer found. */
  put(article: Article): void;
  remove(id: ArticleId): void;
  /**
   * Best first, with the passage that answers; an expired article never before one that is in force.
   * Without a question: those checked last. `total` counts what is worth showing, not only what is returned.
   */
  search(query: ArticleQuery): { hits: Hit[]; total: number };
}

interface Entry {
  readonly article: Article;
  readonly doc: number;
}

interface Ranked {
  readonly article: Article;
  readonly score: number;
}

interface Found {
  readonly ranked: readonly Ranked[];
  readonly total: number;
}

/** Title words say what an article is about; callers' own wording is how it will be asked for again. */
const TITLE_WEIGHT = 2;
const ASKED_WEIGHT = 2;
const EXPIRED_FACTOR = 0.4;
/** Below this share of the best score a find is chance. */
const LEAST_SHARE = 0.12;
/** More than anybody is shown, so that one in force is among them where there is one near the top. */
const MOST_SORTED = 200;

export function createArticleIndex({ segment, nowMs, unitName }: ArticleIndexOptions): ArticleIndex {
  const ranking = createBm25({ k1: 1, b: 0.75 });
  const entries = new Map<ArticleId, Entry>();
  /** By the ranking's document number. */
  const byDoc: (Article | undefined)[] = [];
  const pinyin = createTitlePinyin();
  // Everyday words are found by pinyin even where no title uses them: yb is 医保, and its synonyms do the rest.
  for (const word of SYNONYM_WORDS) pinyin.put(`word ${word}`, word);

  function termsOf(article: Article): Map<string, number> {
    const counts = new Map<string, number>();
    const take = (text: string, weight: number): void => {
      const plain = normalise(text);
      const words = wordsOf(plain, segment);
      countInto(counts, words, weight);
      const short = new Set(words.filter((word) => word.length === 2));
      countInto(
        counts,
        pairsOf(plain).filter((pair) => !short.has(pair)),
        weight,
      );
    };
    take(article.title, TITLE_WEIGHT);
    for (const question of article.asked) take(question, ASKED_WEIGHT);
    take(articleText(article), 1);
    return counts;
  }

  function remove(id: ArticleId): void {
    const entry = entries.get(id);
    if (!entry) return;
    entries.delete(id);
    byDoc[entry.doc] = undefined;
    ranking.remove(entry.doc);
    pinyin.remove(id);
  }

  function put(article: Article): void {
    remove(article.id);
    if (article.state !== 'published') return;
    const entry = { article, doc: ranking.add(termsOf(article)) };
    entries.set(article.id, entry);
    byDoc[entry.doc] = article;
    pinyin.put(article.id, normalise(article.title));
  }

  function wanted({ unitId, kinds }: ArticleQuery): (article: Article) => boolean {
    return (article) =>
      (unitId === null || article.unitId === unitId) && (kinds.length === 0 || kinds.includes(article.kind));
  }

  function lastChecked(query: ArticleQuery): Found {
    const fits = wanted(query);
    const all = Array.from(entries.values(), ({ article }) => ({ article, score: 0 })).filter(({ article }) =>
      fits(article),
    );
    const newest = all.toSorted((one, other) => other.article.checkedOn.localeCompare(one.article.checkedOn));
    return { ranked: newest, total: all.length };
  }

  function ranked(query: ArticleQuery, weights: ReadonlyMap<string, number>, today: string): Found {
    const fits = wanted(query);
    const { docs, scores } = ranking.search(weights);
    let best = 0;
    // A common word finds half of all articles: only what is near the best so far becomes an object and is sorted.
    const near: Ranked[] = [];
    for (const doc of docs) {
      const score = scores[doc] ?? 0;
      const article = byDoc[doc];
      if (!article || score < best * LEAST_SHARE || !fits(article)) continue;
      const own = expired(article, today) ? score * EXPIRED_FACTOR : score;
      best = Math.max(best, own);
      near.push({ article, score: own });
    }
    const worth = near.filter(({ score }) => score >= best * LEAST_SHARE);
    return { ranked: best === 0 ? [] : top(worth, MOST_SORTED), total: worth.length };
  }

  return {
    put,
    remove,
    search(query) {
      const today = beijingDate(nowMs());
      const question = normalise(query.query).trim();
      const terms = queryTerms(question, segment, pinyin.resolve);
      const found = question === '' ? lastChecked(query) : ranked(query, terms.weights, today);
      const hits = inForceFirst(found.ranked, today)
        .slice(0, query.limit)
        .map(({ article, score }): Hit => {
          const passage = bestPassage(articleText(article), terms.phrases);
          return {
            articleId: article.id,
            version: article.version,
            title: article.title,
            titleMarks: marksIn(article.title, terms.phrases),
            passage: passage.text,
            passageMarks: passage.marks,
            kind: article.kind,
            unitId: article.unitId,
            unitName: article.unitId === null ? null : unitName(article.unitId),
            checkedOn: article.checkedOn,
            validUntil: article.validUntil,
            score,
          };
        });
      return { hits, total: found.total };
    },
  };
}

function expired(article: Article, today: string): boolean {
  return article.validUntil !== null && article.validUntil < today;
}

/** The best `count`, best first. */
function top(ranked: readonly Ranked[], count: number): Ranked[] {
  // The score that `count` of them reach, so that only these are sorted as objects.
  const scores = Float64Array.from(ranked, ({ score }) => score).toSorted();
  const least = scores[scores.length - count] ?? 0;
  return ranked
    .filter(({ score }) => score >= least)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, count);
}

/** Keeps the order, but what is read out first must be in force wherever there is such an article. */
function inForceFirst(ranked: readonly Ranked[], today: string): readonly Ranked[] {
  const first = ranked.findIndex(({ article }) => !expired(article, today));
  const best = ranked[first];
  return first > 0 && best ? [best, ...ranked.slice(0, first), ...ranked.slice(first + 1)] : ranked;
}

import { listModels, listArticles } from '../../db/desk/replica/reference.ts';
import type { ReadableDb } from '../../db/desk/sqlite.ts';
import type { Table } from '../../shared/contract/desk.ts';
import type { Article } from '../../shared/domain/article.ts';
import type { Segment } from '../../shared/search/terms.ts';
import { createArticleIndex, type ArticleIndex, type ArticleQuery } from '../knowledge/article-index.ts';
import { readyModels } from '../knowledge/models.ts';
import { unforeseen } from '../threads/protocol.ts';
import { createSuggester, type Suggester } from '../knowledge/suggest.ts';
import type { Reference } from './reference.ts';

/** What is found and suggested while the operator types, by indexes that follow the replica. */
export interface Knowledge {
  search(query: ArticleQuery): ReturnType<ArticleIndex['search']> & { tookMs: number };
  suggester(): Suggester;
  /** Takes in a few more articles. @returns true while there are more */
  step(): boolean;
  forget(tables: readonly Table[]): void;
}

export interface KnowledgeSource {
  readonly replica: () => ReadableDb;
  readonly reference: Reference;
  readonly segment: () => Segment;
  readonly nowMs: () => number;
  readonly log: (entry: Readonly<Record<string, unknown>>) => void;
}

/** Articles taken in at once: some milliseconds, so that no list waits longer. */
const PIECE = 8;

export function makeKnowledge({ replica, reference, segment, nowMs, log }: KnowledgeSource): Knowledge {
  const held = new Map<Article['id'], number>();
  let index: ArticleIndex | null = null;
  let suggester: Suggester | null = null;
  const models = () =>
    readyModels(listModels(replica()), (error) => log({ event: 'model not understood', ...unforeseen(error) }));
  let waiting: Article[] | null = null;
  let stale = true;

  const articles = (): ArticleIndex =>
    (index ??= createArticleIndex({ segment: segment(), nowMs, unitName: (id) => reference.unitName(id) }));

  /** Only what has changed: building the whole index again would hold up every other question. */
  function changes(): Article[] {
    if (waiting && !stale) return waiting;
    const present = listArticles(replica());
    const ids = new Set(present.map((article) => article.id));
    for (const id of held.keys()) {
      if (ids.has(id)) continue;
      articles().remove(id);
      held.delete(id);
    }
    stale = false;
    waiting = present.filter((article) => held.get(article.id) !== article.version);
    return waiting;
  }

  function take(count: number): boolean {
    const left = changes();
    for (const article of left.splice(0, count)) {
      articles().put(article);
      held.set(article.id, article.version);
    }
    return left.length > 0;
  }

  return {
    search: (query) => {
      take(Infinity);
      const started = performance.now();
      const found = articles().search(query);
      return { ...found, tookMs: performance.now() - started };
    },
    suggester: () => {
      if (suggester) return suggester;
      suggester = createSuggester({ segment: segment() });
      suggester.setSubjects(reference.subjects());
      suggester.setUnits(reference.units());
      suggester.setModels(models());
      return suggester;
    },
    step: () => take(PIECE),
    forget: (tables) => {
      if (tables.includes('articles')) stale = true;
      if (tables.includes('subjects')) suggester?.setSubjects(reference.subjects());
      if (tables.includes('units')) suggester?.setUnits(reference.units());
      if (tables.includes('models')) suggester?.setModels(models());
    },
  };
}

import { listArticles } from '../../db/desk/replica/reference.ts';
import type { ReadableDb } from '../../db/desk/sqlite.ts';
import type { Table } from '../../shared/contract/desk.ts';
import type { Article } from '../../shared/domain/article.ts';
import { createArticleIndex, type ArticleIndex, type ArticleQuery } from '../knowledge/article-index.ts';
import { createSegmenter } from '../knowledge/segment.ts';
import type { Reference } from './reference.ts';

/** Finds articles in an index that follows the replica. */
export interface Knowledge {
  search(query: ArticleQuery): ReturnType<ArticleIndex['search']> & { tookMs: number };
  forget(tables: readonly Table[]): void;
}

export function makeKnowledge(replica: () => ReadableDb, reference: Reference, nowMs: () => number): Knowledge {
  let made: ArticleIndex | null = null;
  const held = new Map<Article['id'], number>();
  let stale = true;

  /** Takes in only what has changed: building the whole index again would hold up every other question. */
  function catchUp(): ArticleIndex {
    // The dictionary is loaded once, by the first question or by the first articles to arrive.
    made ??= createArticleIndex({ segment: createSegmenter(), nowMs, unitName: (id) => reference.unitName(id) });
    const index = made;
    if (!stale) return index;
    const articles = listArticles(replica());
    const present = new Set(articles.map((article) => article.id));
    for (const id of held.keys()) {
      if (present.has(id)) continue;
      index.remove(id);
      held.delete(id);
    }
    for (const article of articles) {
      if (held.get(article.id) === article.version) continue;
      index.put(article);
      held.set(article.id, article.version);
    }
    stale = false;
    return index;
  }

  return {
    search: (query) => {
      const index = catchUp();
      const started = performance.now();
      const found = index.search(query);
      return { ...found, tookMs: performance.now() - started };
    },
    forget: (tables) => {
      if (tables.includes('articles')) stale = true;
    },
  };
}

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../shared/domain/article.ts';
import type { ArticleId } from '../../shared/domain/ids.ts';
import { createArticleIndex, type ArticleIndex } from '../../station/knowledge/article-index.ts';
import { createSegmenter } from '../../station/knowledge/segment.ts';
import { storedIndex } from '../../station/knowledge/stored-index.ts';
import { TOP, type Engine } from './search-engines.ts';
import type { BenchDocument } from './search-lines.ts';

const KEY = '5'.repeat(64);
const SETTLE_EVERY = 512;

/**
 * The desk's own index, as the searcher thread uses it: made and sealed on the disk by one process, opened and asked by
 * the next.
 * @param dir where it lies, or is to lie
 */
export function ownEngine(dir: string): Engine {
  const startedMs = performance.now();
  const segment = createSegmenter();
  const index = createArticleIndex({ segment, nowMs: () => 0, unitName: () => null, article: () => null });
  const stored = storedIndex(dir, KEY);
  index.library.open(stored.open((file) => console.error(`broken: ${file}`)));
  const opened = index.library.size() > 0;
  let added = 0;

  function put(document: BenchDocument, many: boolean): void {
    index.put(articleOf(document), { mark: '1', wordings: document.asked, uses: 0 }, many);
  }

  const search = (query: string): string[] => idsFound(index, query);
  search('公积金提取需要什么材料');
  const readyMs = performance.now() - startedMs;

  return {
    setUp:
      'this desk: words, pairs and callers’ wording in flat arrays, with synonyms, letters and slips of the same sound',
    add(document) {
      if (opened) return;
      put(document, true);
      added += 1;
      if (added % SETTLE_EVERY === 0) while (index.library.step());
    },
    finish() {
      if (opened) return;
      index.library.bindLoose();
      while (index.library.step());
      while (stored.save(index.library));
    },
    insert(document) {
      put(document, false);
      index.library.volumes();
      index.library.step();
    },
    search,
    bytes: () => readdirSync(dir).reduce((sum, name) => sum + statSync(join(dir, name)).size, 0),
    openedMs: () => (opened ? readyMs : null),
  };
}

/** The best articles for a question, by their ids. */
export function idsFound(index: ArticleIndex, query: string): string[] {
  const asked = { query, units: null, kinds: [], inForceOnly: false, limit: TOP };
  return index
    .rank(asked)
    .found.slice(0, TOP)
    .map(({ card }) => card.id);
}

/** A document of a corpus as an article of the desk. */
export function articleOf({ id, title, body }: Pick<BenchDocument, 'id' | 'title' | 'body'>): Article {
  return {
    // The corpus' own names, which need not have the form of ours.
    id: id as ArticleId,
    version: 1,
    title,
    body,
    asked: [],
    kind: 'guide',
    unitId: null,
    source: '',
    checkedOn: '2026-01-01',
    validUntil: null,
    state: 'published',
  };
}

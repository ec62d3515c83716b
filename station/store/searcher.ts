import { dirname, join } from 'node:path';
import { findArticle } from '../../db/desk/replica/reference.ts';
import { articlesWith, versionsOf } from '../../db/desk/replica/articles.ts';
import { listSynonyms, tiesOf } from '../../db/desk/replica/wording.ts';
import { openReadable, type Place } from '../../db/desk/open.ts';
import type { ReadableDb } from '../../db/desk/sqlite.ts';
import type { Table } from '../../shared/contract/desk.ts';
import type { Hit, KnowledgeQuestion } from '../../shared/contract/knowledge-search.ts';
import { articleIdSchema } from '../../shared/domain/ids.ts';
import { unitsWithin } from '../../shared/domain/area.ts';
import { articleOfTie } from '../../shared/domain/wording.ts';
import { termKey } from '../../shared/search/index/term-key.ts';
import { normalise } from '../../shared/search/normalise.ts';
import { makeSynonyms, SHIPPED_SYNONYMS } from '../../shared/search/synonyms.ts';
import { wordsOf, type Segment } from '../../shared/search/terms.ts';
import { createArticleIndex, type ArticleIndex, type ArticleQuery, type Learned } from '../knowledge/article-index.ts';
import { createSegmenter } from '../knowledge/segment.ts';
import { storedIndex } from '../knowledge/stored-index.ts';
import { unforeseen } from '../threads/protocol.ts';
import type { Outlet } from '../threads/serve.ts';

import { REPLICA_TABLES } from './feed.ts';
import { makeReference } from './reference.ts';

/** A change of these is a change of what can be found. */
const FOLLOWED: ReadonlySet<Table> = new Set(['articles', 'ties', 'synonyms', 'units']);
/** So many are taken in before a question is answered; more of them are looked through plainly meanwhile. */
const AT_ONCE = 64;
/** Taken in between two questions: some milliseconds. */
const PIECE = 8;
/** More waiting than this: the index is being made, and larger volumes are bound at once. */
const MANY = 1_000;
/** Written when nothing has changed for so long, and at times while the index is being made. */
const SAVE_AFTER_MS = 3_000;
const SAVE_AT_LEAST_MS = 60_000;
/** The longest words of a question tell most where articles are looked through one by one. */
const PLAIN_WORDS = 4;

/**
 * Finds knowledge, in a thread of its own: neither the screens nor the lists ever wait for the index, which follows the
 * replica piece by piece and is kept sealed on the disk beside it.
 */
export function makeSearcher(place: Place, outlet: Pick<Outlet, 'nowMs' | 'log'>) {
  let open: ReadableDb | null = null;
  const replica = (): ReadableDb => (open ??= openReadable(place));
  const reference = makeReference(replica);
  let segmenter: Segment | null = null;
  const segment = (): Segment => (segmenter ??= createSegmenter());
  const stored = storedIndex(join(dirname(place.path), 'knowledge-index'), place.key);
  const index: ArticleIndex = createArticleIndex({
    segment: (text) => segment()(text),
    nowMs: outlet.nowMs,
    unitName: (id) => reference.unitName(id),
    article: (id) => findArticle(replica(), id),
  });
  let opened = false;
  let stale = true;
  /** Articles not yet taken in, with what is learned of each. */
  let waiting = new Map<string, string>();
  let following = false;
  let saveTimer: NodeJS.Timeout | null = null;
  let savedMs = performance.now();

  /** Opens what is stored, once: what is broken of it is taken in anew while everything else answers. */
  function ready(): void {
    if (opened) return;
    opened = true;
    const started = performance.now();
    const volumes = stored.open((file) => outlet.log({ event: 'knowledge index broken', file }));
    index.library.open(volumes);
    const ms = Math.round(performance.now() - started);
    outlet.log({ event: 'knowledge index opened', articles: index.library.size(), ms });
  }

  /** Looks what has changed, by versions alone. */
  function compare(): void {
    if (!stale) return;
    readSynonyms();
    const areas = readAreas();
    const tied = new Map<string, string>();
    for (const { id, version } of versionsOf(replica(), 'tie')) {
      const articleId = articleOfTie(id);
      tied.set(articleId, `${tied.get(articleId) ?? ''} ${id}.${version}`);
    }
    const present = versionsOf(replica(), 'article');
    waiting = new Map();
    const ids = new Set<string>();
    for (const { id, version } of present) {
      ids.add(id);
      const ties = tied.get(id);
      const mark = `${version}${ties === undefined ? '' : `+${termKey(ties).toString(36)}`}@${areas}`;
      const known = index.library.find(id);
      if (known?.volume.cards[known.at]?.mark !== mark) waiting.set(id, mark);
    }
    for (const id of index.library.ids()) if (!ids.has(id)) index.remove(articleIdSchema.parse(id));
    // Only now: what could not be read is compared again at the next question.
    stale = false;
  }

  /** The centre's own words; a centre that has none yet is served by what is shipped. */
  function readSynonyms(): void {
    const rows = listSynonyms(replica());
    const groups = rows.filter(({ state }) => state === 'active').map(({ words }) => words.map(normalise));
    index.setSynonyms(makeSynonyms(rows.length > 0 ? groups : SHIPPED_SYNONYMS));
  }

  /** @returns what changes with the city's districts and counties, by which articles are told apart */
  function readAreas(): string {
    const names = reference.units().flatMap(({ level, shortName }) => (level === 'county' ? [shortName] : []));
    index.setAreas(names);
    return termKey(names.toSorted().join(' ')).toString(36);
  }

  function learnedOf(articleId: string, mark: string): Learned {
    const ties = tiesOf(replica(), articleId);
    return {
      mark,
      wordings: ties.filter(({ state }) => state === 'active').map(({ words }) => words),
      uses: ties.reduce((sum, { uses }) => sum + uses, 0),
    };
  }

  function take(count: number): void {
    const many = waiting.size > MANY;
    let left = count;
    for (const [id, mark] of waiting) {
      if (left === 0) return;
      left -= 1;
      waiting.delete(id);
      const articleId = articleIdSchema.parse(id);
      const article = findArticle(replica(), articleId);
      const learned = learnedOf(id, mark);
      if (article) index.put(article, learned, many);
      else index.remove(articleId);
    }
  }

  /** A piece of what is to be done. @returns true while there is more */
  function step(): boolean {
    ready();
    compare();
    if (waiting.size > 0) {
      take(PIECE);
      if (performance.now() - savedMs > SAVE_AT_LEAST_MS) save();
      return true;
    }
    if (index.library.step()) return true;
    saveTimer ??= setTimeout(save, SAVE_AFTER_MS).unref();
    return false;
  }

  function follow(): void {
    if (following) return;
    following = true;
    const go = (): void => {
      try {
        following = step();
        if (following) setImmediate(go);
      } catch (error) {
        following = false;
        outlet.log({ event: 'knowledge index fell behind', ...unforeseen(error) });
      }
    };
    setImmediate(go);
  }

  /** Writes one volume after the other, questions in between. What cannot be written is made anew at the next start. */
  function save(): void {
    saveTimer = null;
    savedMs = performance.now();
    try {
      if (stored.save(index.library)) setImmediate(save);
    } catch (error) {
      outlet.log({ event: 'knowledge index not written', ...unforeseen(error) });
    }
  }

  /** The old way, for articles that the index does not have yet. */
  function plainly(query: ArticleQuery, known: readonly Hit[]): Hit[] {
    const words = wordsOf(normalise(query.query), segment()).toSorted((one, other) => other.length - one.length);
    if (words.length === 0) return [];
    const passing = createArticleIndex({
      segment: segment(),
      nowMs: outlet.nowMs,
      unitName: (id) => reference.unitName(id),
      article: (id) => findArticle(replica(), id),
    });
    for (const article of articlesWith(replica(), words.slice(0, PLAIN_WORDS), AT_ONCE))
      if (waiting.has(article.id)) passing.put(article);
    const seen = new Set(known.map(({ articleId }) => articleId));
    return passing.search(query).hits.filter(({ articleId }) => !seen.has(articleId));
  }

  return {
    /** Opens the index and lets it follow the replica, so that the first question finds it ready. */
    warm: follow,
    changed: (tables: readonly Table[]): void => {
      reference.forget(tables);
      if (!tables.some((table) => FOLLOWED.has(table))) return;
      stale = true;
      follow();
    },
    /** Lets go of the file, which the next question opens anew: the writer is about to replace it, or has. */
    release: (): void => {
      open?.close();
      open = null;
      stale = true;
      reference.forget(REPLICA_TABLES);
    },
    search: (asked: KnowledgeQuestion): { hits: Hit[]; total: number; tookMs: number } => {
      ready();
      compare();
      if (waiting.size <= AT_ONCE) take(waiting.size);
      const started = performance.now();
      const { query, kinds, limit, inForceOnly } = asked;
      const units = unitsWithin(reference.units(), asked);
      const wanted: ArticleQuery = { query, kinds, limit, inForceOnly, units };
      const found = index.search(wanted);
      const more = waiting.size > 0 ? plainly(wanted, found.hits) : [];
      if (waiting.size > 0) follow();
      const hits = [...found.hits, ...more].slice(0, limit);
      return { hits, total: found.total + more.length, tookMs: performance.now() - started };
    },
    /** Whether there are articles that the index does not have yet. */
    isBehind: (): boolean => {
      ready();
      compare();
      return waiting.size > 0;
    },
    /** Writes what is not written yet, before the thread ends. */
    close: (): void => {
      if (saveTimer) clearTimeout(saveTimer);
      if (opened && waiting.size === 0) while (stored.save(index.library));
      open?.close();
      open = null;
    },
  };
}
export type SearcherApi = ReturnType<typeof makeSearcher>;

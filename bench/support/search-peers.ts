// The engines an operator may have met, each set up as its users do for Chinese: cut by jieba (search mode, the same
// dictionary and stop words as the desk's own) or by its own n-grams, title counted twice where it can be, earlier
// wording as one more field, all words joined by OR.
import { create, insert, search as oramaSearch, type AnyOrama } from '@orama/orama';
import Database from 'better-sqlite3-multiple-ciphers';
import { Document } from 'flexsearch';
import MiniSearch from 'minisearch';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { normalise } from '../../shared/search/normalise.ts';
import { wordsOf } from '../../shared/search/terms.ts';
import { createSegmenter } from '../../station/knowledge/segment.ts';
import { TOP, type Engine } from './search-engines.ts';
import type { BenchDocument } from './search-lines.ts';

const TITLE_BOOST = 2;

export const PEERS: Readonly<Record<string, () => Engine>> = {
  LIKE: likeEngine,
  'FTS5 trigram': () =>
    ftsEngine('trigram', 'SQLite FTS5, tokenize = trigram, query’s trigrams joined by OR', trigrams, plain),
  'FTS5 jieba': () => {
    const cut = cutter();
    const spaced = (text: string): string => cut(text).join(' ');
    return ftsEngine('unicode61', 'SQLite FTS5 over words cut by jieba, joined by OR', cut, spaced);
  },
  'FTS5 bigram': () =>
    ftsEngine('unicode61', 'SQLite FTS5 over characters and pairs, joined by OR', grams, (text) =>
      grams(text).join(' '),
    ),
  'MiniSearch + jieba': miniSearchEngine,
  'FlexSearch + jieba': flexSearchEngine,
  'Orama + jieba': oramaEngine,
};

function cutter(): (text: string) => string[] {
  const segment = createSegmenter();
  return (text) => wordsOf(normalise(text), segment);
}

function plain(text: string): string {
  return normalise(text);
}

function trigrams(query: string): string[] {
  const text = normalise(query);
  return Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3));
}

function grams(text: string): string[] {
  const found: string[] = [];
  for (const [run] of normalise(text).matchAll(/[\u3400-\u9fff]+|[a-z0-9]+/gu)) {
    if (/^[a-z0-9]/u.test(run)) found.push(run);
    else
      for (let at = 0; at < run.length; at += 1)
        found.push(run.charAt(at), ...(at + 1 < run.length ? [run.slice(at, at + 2)] : []));
  }
  return found;
}

interface File {
  readonly db: Database.Database;
  readonly bytes: () => number;
}

function inFile(): File {
  const dir = mkdtempSync(join(tmpdir(), 'peer-'));
  const path = join(dir, 'peer.db');
  const db = new Database(path, {});
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  process.on('exit', () => {
    db.close();
    rmSync(dir, { recursive: true, force: true });
  });
  return {
    db,
    bytes: () => {
      db.pragma('wal_checkpoint(TRUNCATE)');
      return statSync(path).size;
    },
  };
}

function idsOf(rows: readonly unknown[]): string[] {
  return rows.map((row) => (row as { id: string }).id);
}

function likeEngine(): Engine {
  const { db, bytes } = inFile();
  const cut = cutter();
  db.exec('CREATE TABLE docs (id TEXT, title TEXT, body TEXT, asked TEXT)');
  const put = db.prepare('INSERT INTO docs VALUES (?, ?, ?, ?)');
  const add = ({ id, title, body, asked }: BenchDocument): void =>
    void put.run(id, plain(title), plain(body), asked.map(plain).join(' '));
  return {
    setUp: 'SQLite LIKE for each of the words cut by jieba, ordered by how many are found',
    add: inTransactions(db, add),
    finish: () => commit(db),
    insert: add,
    search: (query) => {
      const words = [...new Set(cut(query))];
      if (words.length === 0) return [];
      const one = `((title LIKE ?) * ${TITLE_BOOST} + (body LIKE ?) + (asked LIKE ?))`;
      const sql = `SELECT id, ${words.map(() => one).join(' + ')} AS hits FROM docs WHERE hits > 0 ORDER BY hits DESC LIMIT ${TOP}`;
      return idsOf(db.prepare(sql).all(...words.flatMap((word) => [`%${word}%`, `%${word}%`, `%${word}%`])));
    },
    bytes,
  };
}

function ftsEngine(
  tokenize: string,
  setUp: string,
  read: (query: string) => string[],
  write: (text: string) => string,
): Engine {
  const { db, bytes } = inFile();
  db.exec(`CREATE VIRTUAL TABLE docs USING fts5 (id UNINDEXED, title, body, asked, tokenize = '${tokenize}')`);
  const put = db.prepare('INSERT INTO docs VALUES (?, ?, ?, ?)');
  const add = ({ id, title, body, asked }: BenchDocument): void =>
    void put.run(id, write(title), write(body), asked.map(write).join(' '));
  const find = db.prepare(
    `SELECT id FROM docs WHERE docs MATCH ? ORDER BY bm25(docs, 0, ${TITLE_BOOST}, 1, 1) LIMIT ${TOP}`,
  );
  return {
    setUp,
    add: inTransactions(db, add),
    finish: () => commit(db),
    insert: add,
    search: (query) => {
      const terms = [...new Set(read(query))].map((term) => `"${term.replaceAll('"', '""')}"`);
      return terms.length === 0 ? [] : idsOf(find.all(terms.join(' OR ')));
    },
    bytes,
  };
}

/** Bulk loading in one transaction, as everybody does. */
function inTransactions(db: Database.Database, add: (document: BenchDocument) => void): Engine['add'] {
  return (document) => {
    if (!db.inTransaction) db.exec('BEGIN');
    add(document);
  };
}

function commit(db: Database.Database): void {
  if (db.inTransaction) db.exec('COMMIT');
}

function flat({ id, title, body, asked }: BenchDocument): { id: string; title: string; body: string; asked: string } {
  return { id, title, body, asked: asked.join(' ') };
}

function miniSearchEngine(): Engine {
  const cut = cutter();
  const mini = new MiniSearch({
    fields: ['title', 'body', 'asked'],
    tokenize: cut,
    searchOptions: { boost: { title: TITLE_BOOST }, combineWith: 'OR' },
  });
  const add = (document: BenchDocument): void => mini.add(flat(document));
  return {
    setUp: 'MiniSearch, tokenize by jieba, boost title 2, OR',
    add,
    finish: () => undefined,
    insert: add,
    search: (query) =>
      mini
        .search(query)
        .slice(0, TOP)
        .map(({ id }) => String(id)),
    bytes: () => null,
  };
}

function flexSearchEngine(): Engine {
  const cut = cutter();
  const flex = new Document({
    document: { id: 'id', index: ['title', 'body', 'asked'] },
    tokenize: 'strict',
    encode: cut,
    context: true,
  });
  const add = (document: BenchDocument): void => void flex.add(flat(document));
  return {
    setUp: 'FlexSearch Document, encode by jieba, strict, context, suggestions on, fields merged',
    add,
    finish: () => undefined,
    insert: add,
    search: (query) =>
      flex
        .search(query, { limit: TOP, suggest: true, merge: true })
        .slice(0, TOP)
        .map(({ id }) => String(id)),
    bytes: () => null,
  };
}

function oramaEngine(): Engine {
  const cut = cutter();
  const orama: AnyOrama = create({
    schema: { id: 'string', title: 'string', body: 'string', asked: 'string' },
    components: { tokenizer: { language: 'chinese', normalizationCache: new Map(), tokenize: cut } },
  });
  const add = async (document: BenchDocument): Promise<void> => void (await insert(orama, flat(document)));
  return {
    setUp: 'Orama, tokenizer by jieba, boost title 2, threshold 1 (any word)',
    add,
    finish: () => undefined,
    insert: add,
    search: async (query) => {
      const properties = ['title', 'body', 'asked'];
      const found = await oramaSearch(orama, {
        term: query,
        properties,
        boost: { title: TITLE_BOOST },
        threshold: 1,
        limit: TOP,
      });
      return found.hits.map(({ id }) => id);
    },
    bytes: () => null,
  };
}

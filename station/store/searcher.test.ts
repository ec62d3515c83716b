import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scratch, type Scratch } from '../../db/desk/desk-for-tests.ts';
import { REPLICA_MIGRATIONS } from '../../db/desk/migrations/replica/all.ts';
import { openWritable } from '../../db/desk/open.ts';
import { dropReference, putReference } from '../../db/desk/replica/reference.ts';
import type { WritableDb } from '../../db/desk/sqlite.ts';
import type { Article } from '../../shared/domain/article.ts';
import { tieIdOf } from '../../shared/domain/wording.ts';
import type { KnowledgeQuestion } from '../../shared/contract/knowledge-search.ts';
import { articleIdSchema, unitIdSchema } from '../../shared/domain/ids.ts';
import { makeSearcher, type SearcherApi } from './searcher.ts';

const NOW = Date.parse('2026-11-21T02:00:00.000Z');

let files: Scratch;
let replica: WritableDb;
let log: Record<string, unknown>[];
let running: SearcherApi[];

beforeEach(() => {
  files = scratch();
  replica = openWritable(files.place('replica.db'), {
    durability: 'normal',
    migrations: REPLICA_MIGRATIONS,
    check: false,
  });
  log = [];
  running = [];
});

afterEach(() => {
  for (const searcher of running) searcher.close();
  replica.close();
  files.remove();
});

function started(): SearcherApi {
  const made = makeSearcher(files.place('replica.db'), { nowMs: () => NOW, log: (line) => log.push({ ...line }) });
  running.push(made);
  return made;
}

function put(...articles: readonly Article[]): void {
  replica.transaction(() => {
    for (const one of articles) putReference(replica, 'article', { id: one.id, version: one.version, data: one }, 1);
  });
}

function article(id: string, title: string, body = '内容见正文。', version = 1): Article {
  const facts = { unitId: null, asked: [], source: '', checkedOn: '2026-10-01', validUntil: null };
  return { ...facts, id: articleIdSchema.parse(id), version, title, body, kind: 'guide', state: 'published' };
}

function find(searcher: SearcherApi, query: string): string[] {
  const everything = { unitId: null, area: null, kinds: [], inForceOnly: false, limit: 20 };
  return searcher.search({ ...everything, query }).hits.map(({ articleId }) => articleId);
}

const folder = (): string => join(files.place('replica.db').path, '..', 'knowledge-index');

describe('the knowledge of a desk', () => {
  it('is found as soon as it has arrived, and as it is now', () => {
    const searcher = started();
    put(article('k-1', '公积金提取'));
    searcher.changed(['articles']);
    expect(find(searcher, '公积金')).toEqual(['k-1']);
    put(article('k-1', '落户办理', '带户口簿。', 2), article('k-2', '公积金贷款'));
    searcher.changed(['articles']);
    expect(find(searcher, '公积金')).toEqual(['k-2']);
    expect(find(searcher, '落户')).toEqual(['k-1']);
    replica.transaction(() => dropReference(replica, 'article', 'k-2'));
    searcher.changed(['articles']);
    expect(find(searcher, '公积金')).toEqual([]);
  });

  it('is compared anew after it could not be read', () => {
    const searcher = started();
    put(article('k-1', '公积金提取'));
    replica.run('ALTER TABLE reference RENAME TO elsewhere');
    expect(() => find(searcher, '公积金')).toThrow('reference');
    replica.run('ALTER TABLE elsewhere RENAME TO reference');
    expect(find(searcher, '公积金')).toEqual(['k-1']);
  });

  it('is not read again at the next start, but for what has changed since', () => {
    const first = started();
    put(...Array.from({ length: 30 }, (_, at) => article(`k-${at}`, `公积金提取第${at}种`)));
    find(first, '公积金');
    first.close();
    put(article('k-3', '燃气报修', '打电话。', 2));
    const second = started();
    expect(find(second, '燃气')).toEqual(['k-3']);
    expect(log.at(-1)).toMatchObject({ event: 'knowledge index opened', articles: 30 });
    expect(find(second, '公积金提取')).toHaveLength(20);
  });

  it('answers the old way while a broken index is being made anew, and then by the index again', async () => {
    const first = started();
    put(
      ...Array.from({ length: 300 }, (_, at) => article(`k-${at}`, `公积金提取第${at}种`)),
      article('k-x', '燃气报修'),
    );
    expect(first.isBehind()).toBe(true);
    await caughtUp(first);
    first.close();
    const written = readdirSync(folder());
    expect(written).toContain('index.list');
    for (const name of written) writeFileSync(join(folder(), name), 'broken');
    log = [];
    const second = started();
    expect(find(second, '燃气')).toEqual(['k-x']);
    expect(second.isBehind()).toBe(true);
    expect(log).toContainEqual({ event: 'knowledge index broken', file: 'index.list' });
    await caughtUp(second);
    expect(find(second, '燃气')).toEqual(['k-x']);
    second.close();
    log = [];
    expect(find(started(), '燃气')).toEqual(['k-x']);
    expect(log).toEqual([expect.objectContaining({ event: 'knowledge index opened', articles: 301 })]);
  });

  it('learns from what callers said, and forgets what was taken out again', () => {
    const searcher = started();
    put(article('k-a', '住房公积金提取'), article('k-b', '夜间施工许可'));
    expect(find(searcher, '打桩吵得睡不着')).toEqual([]);
    const tie = (version: number, state: 'active' | 'removed'): void => {
      const words = '工地半夜打桩吵得睡不着';
      const id = tieIdOf(articleIdSchema.parse('k-b'), words);
      const data = {
        id,
        version,
        articleId: 'k-b',
        words,
        learnedAt: '2026-11-20T00:00:00.000Z',
        uses: version,
        state,
      };
      replica.transaction(() => putReference(replica, 'tie', { id, version, data }, 1));
      searcher.changed(['ties']);
    };
    tie(1, 'active');
    expect(find(searcher, '打桩吵得睡不着')).toEqual(['k-b']);
    tie(2, 'removed');
    expect(find(searcher, '打桩吵得睡不着')).toEqual([]);
  });

  it('is found by the words that the centre’s editors keep, and by no others any more', () => {
    const searcher = started();
    put(article('k-a', '最低生活保障申请'));
    expect(find(searcher, '低保')).toEqual(['k-a']);
    const data = { id: 'own-1', version: 1, words: ['困难补贴', '最低生活保障'], state: 'active' };
    replica.transaction(() => putReference(replica, 'synonym', { id: 'own-1', version: 1, data }, 1));
    searcher.changed(['synonyms']);
    expect(find(searcher, '困难补贴')).toEqual(['k-a']);
    expect(find(searcher, '低保')).toEqual([]);
  });

  it('is read again with the city’s districts once these are known', async () => {
    const searcher = started();
    const text = '城乡居民养老保险待遇由便民服务中心受理，按月发放。';
    put(
      article('k-a', '淇滨区养老保险待遇怎么领取', text),
      article('k-b', '养老保险待遇怎么领取', `${text}需要带身份证，以及户口簿。`),
    );
    expect(find(searcher, '浚县养老保险待遇怎么领取')[0]).toBe('k-a');
    replica.transaction(() => {
      for (const [id, shortName] of [
        ['u-qibin', '淇滨区'],
        ['u-xun', '浚县'],
      ]) {
        const facts = { name: shortName, shortName, level: 'county', duties: '', contacts: [], open: true, version: 1 };
        putReference(replica, 'unit', { id: id ?? '', version: 1, data: { id, parentId: null, ...facts } }, 1);
      }
    });
    searcher.changed(['units']);
    await caughtUp(searcher);
    expect(find(searcher, '浚县养老保险待遇怎么领取')[0]).toBe('k-b');
  });

  it('keeps to the county that is asked for, and to what is in force', () => {
    const units = [
      ['u-city', null],
      ['u-county', 'u-city'],
      ['u-town', 'u-county'],
    ] as const;
    replica.transaction(() => {
      for (const [id, parentId] of units) {
        const facts = { name: id, shortName: id, level: 'county', duties: '', contacts: [], open: true, version: 1 };
        putReference(replica, 'unit', { id, version: 1, data: { id, parentId, ...facts } }, 1);
      }
    });
    const of = (id: string, at: string | null, validUntil: string | null = null): Article => ({
      ...article(id, '养老补贴发放'),
      unitId: at === null ? null : unitIdSchema.parse(at),
      validUntil,
    });
    put(of('k-city', 'u-city'), of('k-town', 'u-town'), of('k-own', null), of('k-old', 'u-county', '2026-01-01'));
    const searcher = started();
    const asked = { query: '养老补贴', unitId: null, area: null, kinds: [], inForceOnly: false, limit: 10 };
    const unit = (id: string) => unitIdSchema.parse(id);
    const ids = (more: Partial<KnowledgeQuestion>): string[] =>
      searcher
        .search({ ...asked, ...more })
        .hits.map(({ articleId }) => articleId)
        .toSorted();
    expect(ids({})).toEqual(['k-city', 'k-old', 'k-own', 'k-town']);
    expect(ids({ area: unit('u-county') })).toEqual(['k-old', 'k-town']);
    expect(ids({ area: unit('u-county'), inForceOnly: true })).toEqual(['k-town']);
    expect(ids({ unitId: unit('u-city') })).toEqual(['k-city']);
  });
});

/** Lets the thread's own work go on until the index has everything. */
async function caughtUp(searcher: SearcherApi): Promise<void> {
  searcher.warm();
  while (searcher.isBehind()) await new Promise((resolve) => setImmediate(resolve));
}

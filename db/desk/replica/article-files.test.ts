import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/domain/article.ts';
import { articleIdSchema, attachmentIdSchema } from '../../../shared/domain/ids.ts';
import type { ArticleFile } from '../../../shared/domain/knowledge/files.ts';
import { instant } from '../../../shared/instant.ts';
import { scratch, type Scratch } from '../desk-for-tests.ts';
import type { WritableDb } from '../sqlite.ts';
import { fileBytes, forgetUnnamedFiles, keepFile, keptBytes, markFileUsed, wantedFile } from './article-files.ts';
import { dropReference, dropUnconfirmedReference, putReference } from './reference.ts';

const NONE: ReadonlySet<never> = new Set();
const idOf = (n: number) => attachmentIdSchema.parse(`00000000-0000-8000-b000-${String(n).padStart(12, '0')}`);
const day = (n: number) => instant(Date.UTC(2026, 10, n));

describe('files of articles at the desk', () => {
  let files: Scratch;
  let db: WritableDb;
  beforeEach(() => {
    files = scratch();
    db = files.replica();
  });
  afterEach(() => {
    db.close();
    files.remove();
  });

  const file = (n: number, mime: ArticleFile['mime'], size: number): ArticleFile => ({
    id: idOf(n),
    name: `文件${n}.${mime === 'application/pdf' ? 'pdf' : 'png'}`,
    mime,
    size,
    sha256: '0'.repeat(64),
  });
  const put = (id: string, named: ArticleFile[], state: Article['state'] = 'published', generation = 1): void => {
    const facts = { title: '表', kind: 'guide', unitId: null, body: '见附件。', source: '' } as const;
    const more = { asked: [], checkedOn: '2026-10-01', validUntil: null };
    const data: Article = { ...facts, ...more, id: articleIdSchema.parse(id), version: 1, state, files: named };
    putReference(db, 'article', { id, version: 1, data }, generation);
  };
  const keep = (n: number, size: number, on: number, most = 1000): void =>
    keepFile(db, { id: idOf(n), bytes: new Uint8Array(size), usedAt: day(on) }, most);

  it('are wanted pictures first and then by size, as long as there is room', () => {
    put('k-1', [file(1, 'application/pdf', 10), file(2, 'image/png', 500), file(3, 'image/png', 400)]);
    expect(wantedFile(db, NONE, 1000)?.id).toBe(idOf(3));
    keep(3, 400, 1);
    expect(wantedFile(db, NONE, 1000)?.id).toBe(idOf(2));
    expect(wantedFile(db, new Set([idOf(2)]), 1000)?.id).toBe(idOf(1));
    expect(wantedFile(db, NONE, 5)).toBeNull();
  });

  it('are wanted no more once no published article names them', () => {
    put('k-1', [file(1, 'image/png', 10)]);
    put('k-2', [file(2, 'image/png', 10)]);
    put('k-3', [file(3, 'image/png', 10)], 'published', 2);
    put('k-1', [file(1, 'image/png', 10)], 'archived', 2);
    dropReference(db, 'article', 'k-2');
    expect(wantedFile(db, NONE, 1000)?.id).toBe(idOf(3));
    dropUnconfirmedReference(db, 3);
    expect(wantedFile(db, NONE, 1000)).toBeNull();
  });

  it('make room for a newer one, those not opened for longest first, and never take more than they may', () => {
    for (const n of [1, 2, 3]) keep(n, 300, n);
    markFileUsed(db, idOf(1), day(4));
    keep(4, 300, 5);
    expect([1, 2, 3, 4].map((n) => fileBytes(db, idOf(n)) !== null)).toEqual([true, false, true, true]);
    expect(keptBytes(db)).toBe(900);
  });

  it('go when nobody names them and nobody has opened them for long', () => {
    put('k-1', [file(1, 'image/png', 10)]);
    for (const n of [1, 2]) keep(n, 10, 1);
    keep(3, 10, 20);
    forgetUnnamedFiles(db, day(10));
    expect([1, 2, 3].map((n) => fileBytes(db, idOf(n)) !== null)).toEqual([true, false, true]);
  });
});

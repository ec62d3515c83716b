import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noTerms, readInto } from '../../shared/search/article-terms.ts';
import { createLibrary, type Library } from '../../shared/search/index/library.ts';
import { lookUp } from '../../shared/search/index/lookup.ts';
import { termKey } from '../../shared/search/index/term-key.ts';
import type { Document } from '../../shared/search/index/volume.ts';
import { sounded, stretchesOf } from '../../shared/search/title-pinyin.ts';
import { keyFor, readSealed, writeSealed } from './sealed-file.ts';
import { storedIndex } from './stored-index.ts';

const KEY = 'a'.repeat(64);
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'index-'));
});

afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

function document(id: string, title: string): Document {
  const terms = noTerms();
  readInto(terms, title, { weight: 1 });
  const card = {
    kind: 'guide',
    unitId: 'u-a',
    areas: '',
    checkedOn: '2026-01-01',
    validUntil: null,
    uses: 2,
    listed: true,
  };
  return {
    card: { ...card, id, mark: `1:${id}`, title },
    text: terms.counts,
    asked: [terms.counts],
    latin: terms.latin,
    sounded: sounded(title),
  };
}

function filled(count: number): Library {
  const library = createLibrary();
  for (let at = 0; at < count; at += 1) library.put(document(`k-${at}`, `公积金 第${at}号 etc${at}`));
  return library;
}

function save(library: Library, key = KEY): void {
  const stored = storedIndex(dir, key);
  while (stored.save(library));
}

function reopened(key = KEY): { library: Library; broken: string[] } {
  const broken: string[] = [];
  const library = createLibrary();
  library.open(storedIndex(dir, key).open((file) => broken.push(file)));
  return { library, broken };
}

function found(library: Library, term: string): string[] {
  return lookUp(library.volumes(), [{ key: termKey(term), weight: 1 }], { listed: () => true, limit: 50 }).map(
    ({ card }) => card.id,
  );
}

describe('an index on the disk', () => {
  it('opens as it was written: articles, their cards, what they sound like, and what was replaced since', () => {
    const library = filled(40);
    while (library.step());
    const stored = storedIndex(dir, KEY);
    while (stored.save(library));
    library.remove('k-7');
    while (stored.save(library));
    const { library: other, broken } = reopened();
    expect(broken).toEqual([]);
    expect(other.size()).toBe(39);
    expect(found(other, 'etc8')).toEqual(['k-8']);
    expect(found(other, 'etc7')).toEqual([]);
    const place = other.find('k-8');
    expect(place?.volume.cards[place.at]).toMatchObject(document('k-8', '公积金 第8号 etc8').card);
    const sounds = other.volumes().map((volume) => volume.sounds);
    expect(stretchesOf(sounds, 'gjj').map(({ text }) => text)).toEqual(['公积金']);
    expect(other.volumes()[0]?.latin).toContain('etc8');
  });

  it('says nothing to who lacks the key, neither titles nor names', () => {
    save(filled(20));
    for (const name of readdirSync(dir)) {
      const bytes = readFileSync(join(dir, name));
      expect(bytes.includes(Buffer.from('公积金'))).toBe(false);
      expect(bytes.includes(Buffer.from('k-1'))).toBe(false);
    }
    expect(reopened('b'.repeat(64))).toMatchObject({ broken: ['index.list'] });
  });

  it('writes a volume once, and takes out the files that are not its own any more', () => {
    const library = filled(20);
    const stored = storedIndex(dir, KEY);
    while (stored.save(library));
    const before = readdirSync(dir);
    expect(stored.save(library)).toBe(false);
    library.rebind();
    while (stored.save(library));
    expect(readdirSync(dir)).toHaveLength(2);
    expect(readdirSync(dir)).not.toEqual(before);
    expect(reopened().library.size()).toBe(20);
  });

  it.each(['changed', 'cut', 'gone', 'put in the place of another'])('leaves out a file that is %s', (how) => {
    save(filled(40));
    const [first = '', second = ''] = readdirSync(dir).filter((name) => name.endsWith('.volume'));
    const path = join(dir, first);
    const bytes = readFileSync(path);
    if (how === 'changed') bytes.writeUInt8(bytes.readUInt8(200) ^ 1, 200);
    if (how === 'gone') rmSync(path);
    else if (how === 'cut') writeFileSync(path, bytes.subarray(0, bytes.length - 5));
    else if (how === 'changed') writeFileSync(path, bytes);
    else writeFileSync(path, readFileSync(join(dir, second)));
    const { library, broken } = reopened();
    expect(broken).toEqual([first]);
    expect(library.size()).toBeGreaterThan(0);
    expect(library.size()).toBeLessThan(40);
  });
});

describe('a sealed file', () => {
  it.each([0, 1, 2 ** 18, 2 ** 18 + 1, 600_000])('of %i bytes opens as it was', (length) => {
    const bytes = Buffer.alloc(length, 7);
    const key = keyFor(KEY, 'test');
    writeSealed(join(dir, 'f'), key, 'f', bytes);
    expect(readSealed(join(dir, 'f'), key, 'f').equals(bytes)).toBe(true);
    expect(() => readSealed(join(dir, 'f'), key, 'g')).toThrow(/authenticate/u);
  });
});

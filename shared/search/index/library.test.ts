import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noTerms, readInto } from '../article-terms.ts';
import { sounded } from '../title-pinyin.ts';
import { createLibrary, type Library } from './library.ts';
import { lookUp } from './lookup.ts';
import { termKey } from './term-key.ts';
import type { Document } from './volume.ts';

/** Each character a term: what is tested here is the keeping, not the reading. */
const READING = { weight: 1, characters: true };

function document(id: string, text: string, asked: readonly string[] = [], mark = '1'): Document {
  const own = noTerms();
  readInto(own, text, READING);
  const said = asked.map((wording) => {
    const terms = noTerms();
    readInto(terms, wording, READING);
    return terms.counts;
  });
  const card = {
    kind: 'guide',
    unitId: null,
    areas: '',
    checkedOn: '2026-01-01',
    validUntil: null,
    uses: 0,
    listed: true,
  };
  return {
    card: { ...card, id, mark, title: text.slice(0, 6) },
    text: own.counts,
    asked: said,
    latin: own.latin,
    sounded: sounded(text.slice(0, 6)),
  };
}

function search(library: Library, query: string, limit = 200): { id: string; score: number }[] {
  const terms = noTerms();
  readInto(terms, query, READING);
  const keyed = Array.from(terms.counts.keys(), (key) => ({ key, weight: 1 }));
  return lookUp(library.volumes(), keyed, { listed: () => true, limit }).map(({ card, score }) => ({
    id: card.id,
    score: Math.round(score * 1000) / 1000,
  }));
}

function settle(library: Library): void {
  while (library.step());
}

/** Puts everything that is there into an index of its own. */
function fresh(documents: Iterable<Document>): Library {
  const library = createLibrary();
  for (const one of documents) library.put(one);
  return library;
}

const texts = fc.string({
  unit: fc.constantFrom(...'公积金提取社保医疗住房贷款户口落水电燃气'.split('')),
  minLength: 2,
  maxLength: 12,
});
const steps = fc.array(
  fc.oneof(
    fc.record({
      act: fc.constant('put' as const),
      id: fc.integer({ min: 0, max: 60 }),
      text: texts,
      asked: fc.array(texts, { maxLength: 3 }),
    }),
    fc.record({ act: fc.constant('remove' as const), id: fc.integer({ min: 0, max: 60 }) }),
    fc.record({ act: fc.constant('work' as const), times: fc.integer({ min: 1, max: 5 }) }),
  ),
  { minLength: 1, maxLength: 300 },
);

describe('the index after any sequence of inserts, updates and deletes', () => {
  it('finds what one built fresh finds', () => {
    fc.assert(
      fc.property(steps, texts, (all, query) => {
        const library = createLibrary();
        const truth = new Map<string, Document>();
        for (const step of all) {
          if (step.act === 'work') for (let time = 0; time < step.times; time += 1) library.step();
          else if (step.act === 'remove') {
            library.remove(`k-${step.id}`);
            truth.delete(`k-${step.id}`);
          } else {
            const made = document(`k-${step.id}`, step.text, step.asked);
            library.put(made);
            truth.set(`k-${step.id}`, made);
          }
        }
        const ids = (library_: Library): string[] =>
          search(library_, query)
            .map(({ id }) => id)
            .toSorted();
        expect(ids(library)).toEqual(ids(fresh(truth.values())));
        expect([...library.ids()].toSorted()).toEqual([...truth.keys()].toSorted());
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same answers in the same order, once what was replaced has been swept out', () => {
    fc.assert(
      fc.property(steps, texts, (all, query) => {
        const library = createLibrary();
        const truth = new Map<string, Document>();
        for (const step of all) {
          if (step.act !== 'put') continue;
          const made = document(`k-${step.id}`, step.text, step.asked);
          library.put(made);
          truth.set(`k-${step.id}`, made);
        }
        library.rebind();
        settle(library);
        const other = fresh(truth.values());
        other.rebind();
        expect(search(library, query)).toEqual(search(other, query));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the best documents', () => {
  it('are the same whether or not the rest is passed over', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 50, maxLength: 400 }), texts, (all, query) => {
        const library = fresh(all.map((text, at) => document(`k-${at}`, text)));
        settle(library);
        const whole = search(library, query, 10_000);
        const few = search(library, query, 5);
        expect(few.map(({ score }) => score)).toEqual(whole.slice(0, 5).map(({ score }) => score));
      }),
      { numRuns: 40 },
    );
  });

  it('come in the order of their use where they say the same', () => {
    const library = createLibrary();
    const rare = document('k-a', '公积金提取');
    const often = document('k-b', '公积金提取');
    library.put(rare);
    library.put({ ...often, card: { ...often.card, uses: 7 } });
    expect(search(library, '公积金').map(({ id }) => id)).toEqual(['k-b', 'k-a']);
  });

  it('count the one wording that fits, not how many there are', () => {
    const library = createLibrary();
    library.put(document('k-a', '住房', ['水电燃气落户', '医疗社保', '落户水电']));
    library.put(document('k-b', '住房', ['提取公积金']));
    expect(search(library, '公积金提取')[0]?.id).toBe('k-b');
    expect(search(library, '公积金提取')).toHaveLength(1);
  });
});

describe('what callers said', () => {
  const matters = ['落户口', '医社保', '燃气电', '水电费', '贷款户', '社医疗'];
  const learned = matters.map((words, at) => document(`k-${at}`, '医疗', [words]));

  it('does not bring an article before one that answers by its own words, where it fits only in part', () => {
    const library = fresh([
      ...learned,
      document('k-said', '医疗', ['公积金住房落户']),
      document('k-own', '公积金提取住房'),
    ]);
    expect(search(library, '公积金提取住房')[0]?.id).toBe('k-own');
  });

  it('counts from the first wording on', () => {
    const library = fresh([document('k-a', '住房'), document('k-b', '住房', ['提取公积金']), document('k-c', '公积')]);
    expect(search(library, '公积金提取')[0]?.id).toBe('k-b');
  });
});

describe('volumes', () => {
  it('stay few however many articles come one by one', () => {
    const library = createLibrary();
    for (let at = 0; at < 2_000; at += 1) library.put(document(`k-${at}`, `公积金${String.fromCharCode(0x4e00 + at)}`));
    settle(library);
    expect(library.size()).toBe(2_000);
    expect(library.volumes().length).toBeLessThan(20);
    expect(search(library, String.fromCharCode(0x4e00 + 1_234)).map(({ id }) => id)).toEqual(['k-1234']);
  });

  it('are searched while larger ones are being bound, and what changes meanwhile counts', () => {
    const library = createLibrary();
    for (let at = 0; at < 64; at += 1) library.put(document(`k-${at}`, '公积金'));
    expect(library.step()).toBe(true);
    library.put(document('k-3', '燃气'));
    library.remove('k-4');
    settle(library);
    const found = search(library, '公积').map(({ id }) => id);
    expect(found).toHaveLength(62);
    expect(found).not.toContain('k-3');
    expect(search(library, '燃气').map(({ id }) => id)).toEqual(['k-3']);
  });
});

describe('a term', () => {
  it('has a number of its own', () => {
    const keys = new Set<number>();
    for (let one = 0x4e00; one < 0x4f00; one += 1)
      for (let other = 0x4e00; other < 0x4f00; other += 1) keys.add(termKey(String.fromCharCode(one, other)));
    expect(keys.size).toBe(256 * 256);
    expect([...keys].every(Number.isSafeInteger)).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBm25 } from './bm25.ts';

function counts(text: string): Map<string, number> {
  const result = new Map<string, number>();
  for (const word of text.split(' ')) result.set(word, (result.get(word) ?? 0) + 1);
  return result;
}

function order(index: ReturnType<typeof createBm25>, query: string): number[] {
  const { docs, scores } = index.search(query.split(' ').map((word) => [word, 1] as const));
  return [...docs].toSorted((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0));
}

describe('the ranking', () => {
  it('puts the rarer word before the common one, and more of a word before less', () => {
    const index = createBm25();
    const common = index.add(counts('a b c'));
    const rare = index.add(counts('a r c'));
    const twice = index.add(counts('a r r'));
    expect(order(index, 'a r')).toEqual([twice, rare, common]);
    expect(index.idf('r')).toBeGreaterThan(index.idf('a'));
    expect(index.idf('unknown')).toBe(0);
  });

  it('scores a text against itself as a search for it would', () => {
    const index = createBm25();
    const doc = index.add(counts('a b c'));
    index.add(counts('x y z a'));
    const query = ['a', 'b'].map((word) => [word, 1] as const);
    expect(index.selfScore(query, counts('a b c'))).toBeCloseTo(index.search(query).scores[doc] ?? 0, 5);
  });

  it('finds after any additions and removals exactly the living documents with the word', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.array(word, { minLength: 1, maxLength: 6 }) },
      { weight: 2, arbitrary: fc.nat(40) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const index = createBm25();
        // Enough removed documents beside, so that the postings are swept and numbers given again.
        const ballast = Array.from({ length: 600 }, () => index.add(counts('a ballast')));
        const living = new Map<number, string[]>();
        for (const [turn, one] of steps.entries()) {
          if (turn % 2 === 0) for (const doc of ballast.splice(0, 40)) index.remove(doc);
          const victim = typeof one === 'number' ? [...living.keys()][one % Math.max(1, living.size)] : undefined;
          if (victim !== undefined) {
            index.remove(victim);
            living.delete(victim);
          }
          if (typeof one !== 'number') living.set(index.add(counts(one.join(' '))), one);
        }
        for (const doc of ballast) index.remove(doc);
        expect(index.size()).toBe(living.size);
        for (const searched of ['a', 'b', 'c', 'd', 'e']) {
          const expected = [...living].filter(([, words]) => words.includes(searched)).map(([doc]) => doc);
          expect(new Set(order(index, searched))).toEqual(new Set(expected));
          expect(order(index, searched)).toHaveLength(expected.length);
        }
      }),
    );
  });
});

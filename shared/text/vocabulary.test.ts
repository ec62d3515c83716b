import { describe, expect, it } from 'vitest';
import { makeVocabulary, vectorOf, type CountedText } from './vocabulary.ts';

const text = (from: string | null, ...terms: string[]): CountedText => ({
  from,
  terms: new Map(terms.map((term) => [term, 1])),
});

describe('the vocabulary of a model keeps nobody', () => {
  it('H19: a term that fewer than three people used is dropped, however often one of them did', () => {
    const texts = [
      ...Array.from({ length: 9 }, () => text('one', '我家的怪名字', '供暖')),
      text('two', '供暖'),
      text('three', '供暖', '电梯'),
    ];
    expect(makeVocabulary(texts, { least: 3 }).terms).toEqual(['供暖']);
  });

  it('H19: a name is dropped although many say it', () => {
    const texts = ['a', 'b', 'c', 'd'].map((from) => text(from, '王建国', '供暖'));
    expect(makeVocabulary(texts, { least: 3, forbidden: new Set(['王建国']) }).terms).toEqual(['供暖']);
  });

  it("the city's own tables are public: their words stay although nobody has said them yet", () => {
    expect(makeVocabulary([text('a', '供暖')], { least: 3, open: ['园林绿化'] }).terms).toEqual(['园林绿化']);
  });

  it('rare terms weigh more, and a text becomes a vector of length one', () => {
    const texts = ['a', 'b', 'c', 'd', 'e', 'f'].map((from, at) => text(from, '供暖', ...(at < 3 ? ['电梯'] : [])));
    const vocabulary = makeVocabulary([...texts, text('g')], { least: 3 });
    const vector = vectorOf(vocabulary, new Map(['供暖', '电梯', '没听过'].map((term) => [term, 1])));
    const weights = new Map(vector.map(([term, weight]) => [vocabulary.terms[term], weight]));
    expect(weights.get('电梯')).toBeGreaterThan(weights.get('供暖') ?? 1);
    expect(vector.reduce((sum, [, weight]) => sum + weight ** 2, 0)).toBeCloseTo(1);
  });
});

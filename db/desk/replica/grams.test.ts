import { describe, expect, it } from 'vitest';
import { gramQuery, gramsOf, wholeQuery } from './grams.ts';

describe('what an order is found by', () => {
  it('is every run of two and three characters, punctuation and case left out', () => {
    expect(gramsOf(['路灯，不亮']).split(' ').toSorted()).toEqual(
      ['路灯', '路灯不', '灯不', '灯不亮', '不亮', '亮'].toSorted(),
    );
    expect(gramsOf(['HB-1'])).toBe(gramsOf(['ｈｂ1']));
  });

  it('does not run from one field into the next', () => {
    expect(gramsOf(['路灯', '不亮']).split(' ')).not.toContain('灯不');
  });
});

describe('a number', () => {
  it('is also found as a whole, however it is typed', () => {
    expect(gramsOf(['HB2611-000431'], ['HB2611-000431']).split(' ')).toContain('hb2611000431');
    expect(wholeQuery(' hb2611 000431 ')).toBe('"hb2611000431"');
    expect(wholeQuery('000431')).toBeNull();
  });
});

describe('what is asked for', () => {
  it('is one look-up for two characters, a prefix for one, its triples for more, of a long word some', () => {
    expect(gramQuery('路灯')).toBe('"路灯"');
    expect(gramQuery('灯')).toBe('"灯"*');
    expect(gramQuery('路灯不亮')).toBe('"路灯不" AND "灯不亮"');
    expect(gramQuery('HB2611-000431')?.split(' AND ')).toHaveLength(6);
    expect(gramQuery('HB2611-000431')).toContain('"431"');
  });

  it('is all of the words', () => {
    expect(gramQuery(' 路灯  长江路 ')).toBe('"路灯" AND "长江路"');
  });

  it('can say nothing that the index would read as an order', () => {
    expect(gramQuery('" OR 1=1 --*')).toBe('"or" AND "11"');
    expect(gramQuery('"*"')).toBeNull();
    expect(gramQuery('   ')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { isDeclined, NO_OFFERS, unitToFill, withJudged } from './offers.ts';

const offer = (outcome: 'accepted' | 'rejected' | 'changed', offered = 's-heat') => ({
  kind: 'subject' as const,
  offered,
  confidence: 0.9,
  outcome,
});

describe('offers of a draft', () => {
  it('what is turned down is not offered again, and only that', () => {
    const offers = withJudged(NO_OFFERS, offer('rejected'), 's-heat');
    expect(isDeclined(offers, 'subject', 's-heat')).toBe(true);
    expect(isDeclined(offers, 'unit', 's-heat')).toBe(false);
    expect(isDeclined(withJudged(NO_OFFERS, offer('accepted'), 's-heat'), 'subject', 's-heat')).toBe(false);
  });

  it('the last word on an offer counts', () => {
    const offers = withJudged(withJudged(NO_OFFERS, offer('accepted'), 's-heat'), offer('changed'), 's-heat');
    expect(offers.judged).toEqual([offer('changed')]);
  });

  it('a unit that was turned down is not filled in; the next one only where there is little doubt', () => {
    const unit = (id: string, confidence: number) => ({ unit: { id }, confidence });
    const turnedDown = withJudged(NO_OFFERS, { ...offer('rejected', 'u-heat'), kind: 'unit' }, 'u-heat');
    expect(unitToFill([unit('u-heat', 0.9), unit('u-gas', 0.6)], NO_OFFERS)).toEqual(unit('u-heat', 0.9));
    expect(unitToFill([unit('u-heat', 0.9), unit('u-gas', 0.6)], turnedDown)).toEqual(unit('u-gas', 0.6));
    expect(unitToFill([unit('u-heat', 0.9), unit('u-gas', 0.4)], turnedDown)).toBeNull();
    expect(unitToFill([], NO_OFFERS)).toBeNull();
  });
});

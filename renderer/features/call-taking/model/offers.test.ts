import { describe, expect, it } from 'vitest';
import { isDeclined, NO_OFFERS, withJudged } from './offers.ts';

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
});

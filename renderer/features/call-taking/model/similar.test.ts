import { describe, expect, it } from 'vitest';
import type { OrderState } from '../../../../shared/domain/order.ts';
import { bySameCaller, likelyRepeat } from './similar.ts';

const order = (sameCaller: boolean, score: number, state: OrderState) => ({ sameCaller, score, state });

describe('earlier requests about the same matter', () => {
  it("come with the same caller's first, then by likeness", () => {
    const found = [order(false, 0.9, 'handling'), order(true, 0.4, 'closed'), order(true, 0.6, 'handling')];
    expect(bySameCaller(found).map(({ score }) => score)).toEqual([0.6, 0.4, 0.9]);
  });

  it('are a likely repeat only where the same caller has one open', () => {
    expect(likelyRepeat([order(false, 0.9, 'handling'), order(true, 0.8, 'closed')])).toBeNull();
    expect(likelyRepeat([order(true, 0.5, 'replied'), order(true, 0.7, 'handling')])?.score).toBe(0.7);
  });
});

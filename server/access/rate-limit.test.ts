import { describe, expect, it } from 'vitest';
import { testClock } from '../../tests/support/central.ts';
import { createRateLimit } from './rate-limit.ts';

describe('the limit on signing in', () => {
  const passes = (limit: ReturnType<typeof createRateLimit>, address: string, tries: number): number => {
    let passed = 0;
    for (let n = 0; n < tries; n += 1) {
      try {
        limit.pass(address);
        passed += 1;
      } catch {
        break;
      }
    }
    return passed;
  };

  it('lets a shift in from one address, and then says when to come back', () => {
    const limit = createRateLimit(testClock().nowMs);
    expect(passes(limit, '10.0.0.1', 1000)).toBe(120);
    expect(() => limit.pass('10.0.0.1')).toThrow('OVERLOADED');
  });

  it('is each address’s own', () => {
    const limit = createRateLimit(testClock().nowMs);
    passes(limit, '10.0.0.1', 1000);
    expect(passes(limit, '10.0.0.2', 5)).toBe(5);
  });

  it('fills up again with time', () => {
    const clock = testClock();
    const limit = createRateLimit(clock.nowMs);
    passes(limit, '10.0.0.1', 1000);
    clock.advance(1000);
    expect(passes(limit, '10.0.0.1', 1000)).toBe(4);
  });
});

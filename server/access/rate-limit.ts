import { fail } from '../../shared/failure.ts';

/** A whole shift signs in from behind one address within minutes; a guesser wants thousands. */
const SIGN_INS: Pace = { burst: 120, perSecond: 4 };
const FORGET_ABOVE = 10_000;

/** Lets an address through, or says when to come back. */
export interface RateLimit {
  /** @throws OVERLOADED with `retryAfterMs` */
  pass(address: string): void;
}

/** How many tries at once, and how fast they come back. */
interface Pace {
  readonly burst: number;
  readonly perSecond: number;
}

/** A bucket of tries per address (or whatever else is tried), filled again at a steady pace. */
export function createRateLimit(nowMs: () => number, { burst, perSecond }: Pace = SIGN_INS): RateLimit {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  return {
    pass: (address) => {
      const at = nowMs();
      const bucket = buckets.get(address) ?? { tokens: burst, atMs: at };
      const tokens = Math.min(burst, bucket.tokens + (Math.max(0, at - bucket.atMs) / 1000) * perSecond);
      if (tokens < 1) fail('OVERLOADED', { detail: '请求过于频繁', retryAfterMs: Math.ceil(1000 / perSecond) });
      // Oldest first out: a Map keeps the order in which keys were set.
      buckets.delete(address);
      buckets.set(address, { tokens: tokens - 1, atMs: at });
      const [oldest] = buckets.keys();
      if (buckets.size > FORGET_ABOVE && oldest !== undefined) buckets.delete(oldest);
    },
  };
}

const HIGH = 2 ** 32;
/** 21 bits beside 32: together they are exact as a number. */
const HIGH_MASK = 0x1f_ffff;

/**
 * A term as one number of 53 bits, so that a vocabulary is a sorted array and no strings. Of a million terms some two
 * in ten thousand indexes would have one pair fall together, which costs one search a little of its order.
 */
export function termKey(term: string): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let place = 0; place < term.length; place += 1) {
    const code = term.charCodeAt(place);
    low = Math.imul(low ^ code, 0x0100_0193);
    high = Math.imul(high ^ code, 0x5bd1_e995);
    high ^= high >>> 15;
  }
  low ^= low >>> 16;
  low = Math.imul(low, 0x85eb_ca6b);
  low ^= low >>> 13;
  return (high & HIGH_MASK) * HIGH + (low >>> 0);
}

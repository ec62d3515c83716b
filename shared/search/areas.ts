/** An area as public material names it once it is made anonymous: A5区, B市. Told by its code alone. */
const CODED = /[a-z]\d{0,2}(?=[市区县])/gu;

/**
 * The districts, counties and cities that a text names.
 * @param plain normalised
 * @param known names of the city's own, as they are written: 淇滨区
 */
export function areasIn(plain: string, known: readonly string[]): Set<string> {
  return new Set([...(plain.match(CODED) ?? []), ...known.filter((name) => plain.includes(name))]);
}

// Chosen on half of the citizens’ questions of docs/figures.md; values near these do nearly as well.
/** What is left of an article's worth where it speaks of other areas and not of the one that is asked for. */
const ELSEWHERE = 0.8;
/** What each other area takes from it. */
const OTHER = 0.06;
const MOST_OTHERS = 4;

/**
 * How well an article fits by the areas it names: all, where the question or the article names none.
 * @param asked of the question
 * @param named of the article
 */
export function areaShare(asked: ReadonlySet<string>, named: readonly string[]): number {
  if (asked.size === 0 || named.length === 0) return 1;
  const others = named.filter((area) => !asked.has(area)).length;
  const elsewhere = others === named.length ? ELSEWHERE : 1;
  return elsewhere * (1 - OTHER * Math.min(MOST_OTHERS, others));
}

import { bestOf, gainsOf, scoreIn, type Searched, type Term } from './rank.ts';
import type { Card, Volume } from './volume.ts';

/** An article that was found. */
export interface Found {
  readonly card: Card;
  readonly score: number;
}

export interface Wanted {
  /** Which articles may be found. */
  readonly listed: (card: Card) => boolean;
  /** How much of its score counts for an article by its own words; without it, all. */
  readonly share?: (card: Card) => number;
  /** The same for earlier callers' wording. */
  readonly saidShare?: (card: Card) => number;
  /** How many are worth having; the cost grows with it. */
  readonly limit: number;
}

/** How much more an earlier caller's wording says than the article's own words: measured, from 1.5 to 4 the best. */
const ASKED_WEIGHT = 2.5;

interface Candidate {
  readonly part: number;
  readonly at: number;
  own: number;
  said: number;
}

/**
 * Finds the articles that answer best: by their own words, and by the one earlier wording that fits best.
 * @returns best first; those that say the same, in the order of their use and their names
 */
export function lookUp(volumes: readonly Volume[], terms: readonly Term[], wanted: Wanted): Found[] {
  const { listed, limit } = wanted;
  const may = volumes.map(({ cards, alive }) => (at: number): boolean => {
    const card = cards[at];
    return alive[at] === 1 && card !== undefined && listed(card);
  });
  const own = volumes.map(({ text }, part): Searched => ({ postings: text, wanted: (at) => may[part]?.(at) ?? false }));
  const said = volumes.map(({ asked, owners }, part): Searched => ({
    postings: asked,
    wanted: (wording) => may[part]?.(owners[wording] ?? 0) ?? false,
  }));
  const gains = gainsOf(own, terms, sizeOf(own));
  const candidates = new Map<string, Candidate>();
  for (const { part, doc, score } of bestOf(own, gains, limit))
    candidates.set(`${part} ${doc}`, { part, at: doc, own: score, said: 0 });
  for (const { part, doc, score } of bestOf(said, gainsOf(said, terms, sizeOf(said)), limit)) {
    const volume = volumes[part];
    if (!volume) continue;
    const at = volume.owners[doc] ?? 0;
    const known = candidates.get(`${part} ${at}`);
    if (known) known.said = Math.max(known.said, score);
    else candidates.set(`${part} ${at}`, { part, at, own: scoreIn(volume.text, at, gains), said: score });
  }
  return Array.from(candidates.values(), (one) => foundOf(one, volumes, wanted))
    .filter((one) => one !== null)
    .toSorted(byWorth);
}

function foundOf({ part, at, own, said }: Candidate, volumes: readonly Volume[], wanted: Wanted): Found | null {
  const card = volumes[part]?.cards[at];
  if (!card) return null;
  const { share, saidShare } = wanted;
  return { card, score: own * (share?.(card) ?? 1) + ASKED_WEIGHT * said * (saidShare?.(card) ?? 1) };
}

function sizeOf(parts: readonly Searched[]): number {
  return parts.reduce((sum, { postings }) => sum + postings.size, 0);
}

function byWorth(one: Found, other: Found): number {
  return other.score - one.score || other.card.uses - one.card.uses || (one.card.id < other.card.id ? -1 : 1);
}

import { bestOf, gainsOf, mostOf, scoreIn, type Searched, type Term } from './rank.ts';
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

/**
 * At this share of all that the question says a wording counts as much as the same words in the article; what covers
 * less of the question counts less, so that a chance likeness of some wording, of which there are many, does not stand
 * before an article that nobody has asked for yet. Measured on calls by the time at which they came.
 */
const COVERED = 0.4;

interface Candidate {
  readonly part: number;
  readonly at: number;
  own: number;
  said: number;
}

/**
 * Finds the articles that answer best: by their own words or by the one earlier wording that fits best, whichever says
 * more.
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
  // Rarity in what is written and in what was said together: the first wordings count in full from the start.
  const gains = gainsOf([...own, ...said], terms, sizeOf(own) + sizeOf(said));
  const whole = mostOf(gains);
  const candidates = new Map<string, Candidate>();
  for (const { part, doc, score } of bestOf(own, gains, limit))
    candidates.set(`${part} ${doc}`, { part, at: doc, own: score, said: 0 });
  for (const { part, doc, score } of bestOf(said, gains, limit)) {
    const volume = volumes[part];
    if (!volume) continue;
    const at = volume.owners[doc] ?? 0;
    const known = candidates.get(`${part} ${at}`);
    const worth = score * Math.sqrt(score / (COVERED * whole));
    if (known) known.said = Math.max(known.said, worth);
    else candidates.set(`${part} ${at}`, { part, at, own: scoreIn(volume.text, at, gains), said: worth });
  }
  return Array.from(candidates.values(), (one) => foundOf(one, volumes, wanted))
    .filter((one) => one !== null)
    .toSorted(byWorth);
}

function foundOf({ part, at, own, said }: Candidate, volumes: readonly Volume[], wanted: Wanted): Found | null {
  const card = volumes[part]?.cards[at];
  if (!card) return null;
  const { share, saidShare } = wanted;
  return { card, score: Math.max(own * (share?.(card) ?? 1), said * (saidShare?.(card) ?? 1)) };
}

function sizeOf(parts: readonly Searched[]): number {
  return parts.reduce((sum, { postings }) => sum + postings.size, 0);
}

function byWorth(one: Found, other: Found): number {
  return other.score - one.score || other.card.uses - one.card.uses || (one.card.id < other.card.id ? -1 : 1);
}

import type { SuggestionOutcome } from '../../../../shared/domain/model.ts';

/** What became of offers in one draft: told with the order's command, and kept so that nothing is offered twice. */
export interface Offers {
  readonly judged: readonly SuggestionOutcome[];
  /** `kind:value` of what was turned down. */
  readonly declined: readonly string[];
}

export const NO_OFFERS: Offers = { judged: [], declined: [] };

/** The contract's limit. */
const MOST = 20;

export function isDeclined({ declined }: Offers, kind: SuggestionOutcome['kind'], value: string): boolean {
  return declined.includes(`${kind}:${value}`);
}

interface UnitOffer {
  readonly unit: { readonly id: string };
  readonly confidence: number;
}

/** From here on a suggested unit is filled in; it still has to be confirmed. */
const SURE = 0.5;

/** The likeliest unit that was not turned down, where there is little doubt about it. */
export function unitToFill<T extends UnitOffer>(units: readonly T[], offers: Offers): T | null {
  const best = units.find(({ unit }) => !isDeclined(offers, 'unit', unit.id));
  return best && best.confidence >= SURE ? best : null;
}

/** @param value what was offered, as the screen knows it: an id, a place, a sign */
export function withJudged({ judged, declined }: Offers, outcome: SuggestionOutcome, value: string): Offers {
  const others = judged.filter(({ kind, offered }) => kind !== outcome.kind || offered !== outcome.offered);
  return {
    judged: [...others, outcome].slice(-MOST),
    declined: outcome.outcome === 'rejected' ? [...declined, `${outcome.kind}:${value}`] : declined,
  };
}

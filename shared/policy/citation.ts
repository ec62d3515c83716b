import type { Pack } from './pack.ts';

/** The rule and article an act is done under, or null where the city's text does not know it. */
export function citationOf(pack: Pack, act: string): { readonly rule: string; readonly article: string } | null {
  const known = pack.acts[act];
  return known ? { rule: known.rule, article: known.article } : null;
}

import { limitName } from './limit.ts';
import type { Pack, Rule } from './pack.ts';
import { START_EVENT_NAMES } from './values.ts';

/** Where in the pack a rule is kept, e.g. `limits` with the piece's id. */
export interface Keeping {
  readonly part: string;
  readonly id: string;
  readonly article: string;
  readonly says: string | null;
}

export interface Explanation {
  readonly rule: string;
  readonly city: string;
  readonly cityName: string;
  readonly regulation: string;
  readonly article: string;
  readonly gist: string;
  readonly packVersion: number;
  readonly keptBy: readonly Keeping[];
}

/** What a rule says and which pieces of the pack keep it; null for an id that no pack has. */
export function explainRule(packs: readonly Pack[], id: string): Explanation | null {
  for (const pack of packs) {
    const rule = pack.rules.find((candidate) => candidate.id === id);
    if (rule) return explanation(pack, rule);
  }
  return null;
}

function explanation(pack: Pack, rule: Rule): Explanation {
  return {
    rule: rule.id,
    city: pack.city,
    cityName: pack.cityName,
    regulation: pack.regulation,
    article: rule.article,
    gist: rule.gist,
    packVersion: pack.version,
    keptBy: Object.entries(pack).flatMap(([part, piece]) => keepings(part, piece, part, rule.id)),
  };
}

/** Every piece below that cites the rule, in the order it stands in the pack. */
function keepings(part: string, piece: unknown, name: string, rule: string): Keeping[] {
  if (Array.isArray(piece)) return piece.flatMap((each: unknown, index) => keepings(part, each, String(index), rule));
  if (typeof piece !== 'object' || piece === null) return [];
  const fields = new Map<string, unknown>(Object.entries(piece));
  const here =
    fields.get('rule') === rule
      ? [{ part, id: nameOf(fields, name), article: textOf(fields, 'article') ?? '', says: saying(fields) }]
      : [];
  return [...here, ...[...fields].flatMap(([key, value]) => keepings(part, value, key, rule))];
}

function nameOf(fields: ReadonlyMap<string, unknown>, fallback: string): string {
  return textOf(fields, 'id') ?? textOf(fields, 'mode') ?? textOf(fields, 'channel') ?? fallback;
}

function saying(fields: ReadonlyMap<string, unknown>): string | null {
  const limit = textOf(fields, 'limit');
  const from = textOf(fields, 'from');
  if (limit !== null) return [limitName(limit), started(from)].filter(Boolean).join('，');
  return textOf(fields, 'name') ?? textOf(fields, 'reason') ?? (started(from) || null);
}

function started(from: string | null): string {
  return Object.entries(START_EVENT_NAMES).find(([event]) => event === from)?.[1] ?? '';
}

function textOf(fields: ReadonlyMap<string, unknown>, key: string): string | null {
  const value = fields.get(key);
  return typeof value === 'string' ? value : null;
}

import { z } from 'zod';

/** One field in which two versions of a pack differ. `null`: the field, or the whole piece, is not there. */
export interface PackDifference {
  /** The part of the pack, e.g. `limits`. */
  readonly part: string;
  /** Which piece of it, by its id, e.g. `H8-forward`; null where the part is one piece. */
  readonly piece: string | null;
  /** The fields on the way to it, e.g. `['criteria', 'facts', 'name']`; empty: the whole piece came or went. */
  readonly path: readonly string[];
  readonly rule: string | null;
  readonly article: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

const listSchema = z.array(z.unknown());

type Fields = Readonly<Record<string, unknown>>;

/** What says which piece of a list is which, the first that all pieces have; a list without one is compared as a whole. */
const KEYS = ['id', 'mode', 'channel'] as const;

/** Parts that differ by nature and say nothing of the rules. */
const NOT_RULES = new Set(['version', 'changes']);

/**
 * Field by field what a newer version of a pack says otherwise than an older one. Reads them as plain data: the older
 * one may be from before the newer program's fields.
 */
export function comparePacks(older: Fields, newer: Fields): PackDifference[] {
  return namesOf(older, newer)
    .filter((part) => !NOT_RULES.has(part))
    .flatMap((part) => {
      const [before, after] = [older[part], newer[part]];
      const lists = listsOf(before, after);
      if (!lists) return differences({ part, piece: null }, [], before, after);
      return namesOf(...lists).flatMap((piece) => differences({ part, piece }, [], lists[0][piece], lists[1][piece]));
    });
}

type Where = Pick<PackDifference, 'part' | 'piece'>;

function differences(where: Where, path: readonly string[], before: unknown, after: unknown): PackDifference[] {
  if (JSON.stringify(before ?? null) === JSON.stringify(after ?? null)) return [];
  const lists = listsOf(before, after);
  if (lists)
    return namesOf(...lists).flatMap((name) => differences(where, [...path, name], lists[0][name], lists[1][name]));
  if (isFields(before) && isFields(after))
    return namesOf(before, after)
      .flatMap((name) => differences(where, [...path, name], before[name], after[name]))
      .map((difference) => ({
        ...difference,
        rule: difference.rule ?? textOf(after, before, 'rule'),
        article: difference.article ?? textOf(after, before, 'article'),
      }));
  const whole = [after, before].find(isFields) ?? {};
  return [
    {
      ...where,
      path,
      rule: textOf(whole, whole, 'rule'),
      article: textOf(whole, whole, 'article'),
      before: before ?? null,
      after: after ?? null,
    },
  ];
}

/** Two lists whose pieces bear a name, as fields by that name; null for anything else. */
function listsOf(before: unknown, after: unknown): readonly [Fields, Fields] | null {
  const [older, newer] = [listSchema.safeParse(before).data, listSchema.safeParse(after).data];
  if (!older || !newer) return null;
  const all = [...older, ...newer];
  const key = KEYS.find(
    (name) => all.length > 0 && all.every((piece) => isFields(piece) && typeof piece[name] === 'string'),
  );
  if (key === undefined) return null;
  const named = (list: readonly unknown[]): Fields =>
    Object.fromEntries(list.flatMap((piece) => (isFields(piece) ? [[String(piece[key]), piece]] : [])));
  return [named(older), named(newer)];
}

function namesOf(older: Fields, newer: Fields): string[] {
  return [...new Set([...Object.keys(older), ...Object.keys(newer)])];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(first: Fields, second: Fields, name: string): string | null {
  const value = first[name] ?? second[name];
  return typeof value === 'string' ? value : null;
}

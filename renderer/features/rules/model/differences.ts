import { comparePacks, type PackDifference } from '../../../../shared/policy/compare.ts';
import { limitName, limitTextSchema } from '../../../../shared/policy/limit.ts';
import { VERSIONS } from '../text.ts';
import { FIELD_NAMES, VALUE_NAMES } from './difference-names.ts';

type Fields = Readonly<Record<string, unknown>>;

/** One changed field as a person reads it. */
export interface ReadDifference {
  readonly key: string;
  /** e.g. `时限 · H8 第六条第（二）项`. */
  readonly where: string;
  /** Empty where the whole piece came or went. */
  readonly field: string;
  readonly rule: string | null;
  readonly before: string;
  readonly after: string;
}

/** What changed from one version to the next, in the order of the pack. */
export function differencesOf(older: Fields, newer: Fields): readonly ReadDifference[] {
  return comparePacks(older, newer).map(read);
}

function read(difference: PackDifference): ReadDifference {
  const { part, piece, path, rule, article, before, after } = difference;
  const last = path.at(-1) ?? part;
  return {
    key: [part, piece, ...path].join('/'),
    where: [fieldName(part), pieceName(part, piece), article].filter(Boolean).join(' · '),
    // A code that only the program knows is no name; what it stands for is said in the piece itself.
    field: path
      .map((name) => FIELD_NAMES[`${part}.${name}`] ?? FIELD_NAMES[name])
      .filter(Boolean)
      .join(' › '),
    rule,
    before: valueSaid(last, before),
    after: valueSaid(last, after),
  };
}

function fieldName(field: string): string {
  return FIELD_NAMES[field] ?? field;
}

/** A channel or a mode is known by its name; what has only a code is known by its article. */
function pieceName(part: string, piece: string | null): string {
  if (piece === null) return '';
  if (part === 'rules') return piece;
  return FIELD_NAMES[piece] ?? VALUE_NAMES[piece] ?? '';
}

/** A value in words: codes by their names, lists one after the other, pieces field by field. */
export function valueSaid(field: string, value: unknown): string {
  if (value === null || value === undefined) return VERSIONS.none;
  if (typeof value === 'boolean') return value ? VERSIONS.yes : VERSIONS.no;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return textSaid(field, value);
  if (Array.isArray(value)) {
    const all: readonly unknown[] = value;
    const separator = all.some((each) => typeof each === 'object') ? '；' : '、';
    return all.length === 0 ? VERSIONS.empty : all.map((each) => valueSaid(field, each)).join(separator);
  }
  return Object.entries(value)
    .filter(([name]) => name !== 'id' && name !== 'precedes' && name !== 'of')
    .map(([name, each]) => `${fieldName(name)}：${valueSaid(name, each)}`)
    .join('，');
}

function textSaid(field: string, value: string): string {
  if (field === 'limit' && limitTextSchema.safeParse(value).success) return limitName(value);
  if (field === 'say') return value.replace('{jobNumber}', VERSIONS.jobNumber);
  return VALUE_NAMES[`${field}:${value}`] ?? VALUE_NAMES[value] ?? value;
}

import type { Pack } from '../../../../shared/policy/pack.ts';
import { limitName } from '../../../../shared/policy/limit.ts';
import { LIMIT_MODE_NAMES, START_EVENT_NAMES, limitModeSchema } from '../../../../shared/policy/values.ts';
import { SECTIONS, type SectionId } from '../text.ts';
import { piecesOf } from './pieces.ts';

/** A place in a city's rules where the words were found. */
export interface Found {
  readonly city: string;
  readonly section: SectionId;
  readonly rule: string | null;
  readonly article: string | null;
  readonly text: string;
}

/** Every place of one city that can be found. */
function placesOf(pack: Pack): readonly Found[] {
  const { city } = pack;
  return [
    ...pack.rules.map(({ id, article, gist }): Found => ({ city, section: 'articles', rule: id, article, text: gist })),
    ...pack.limits.map((limit): Found => ({
      city,
      section: 'limits',
      rule: limit.rule,
      article: limit.article,
      text: [modesOf(limit), limitName(limit.limit), START_EVENT_NAMES[limit.from], limit.note]
        .filter(Boolean)
        .join('，'),
    })),
    ...piecesOf(pack).map(({ section, rule, article, kind, text, code, readOut }): Found => ({
      city,
      section,
      rule,
      article,
      text: [code, kind, text, readOut].filter(Boolean).join(' '),
    })),
  ];
}

function modesOf({ when }: Pack['limits'][number]): string {
  const modes = new Set(when.flatMap((condition) => condition.modes ?? limitModeSchema.options));
  return [...modes].map((mode) => LIMIT_MODE_NAMES[mode]).join('、');
}

/**
 * Looks for words in the rules of every city: each must stand there. A rule's id is meant whole (T1 is not T10), an
 * article may be written in figures (16条).
 */
export function searchRules(packs: readonly Pack[], words: string): readonly Found[] {
  const terms = words.trim().split(/\s+/).filter(Boolean).map(inChineseFigures);
  if (terms.length === 0) return [];
  return packs.flatMap((pack) =>
    placesOf(pack).filter((place) => terms.every((term) => stands(term, place, pack.cityName))),
  );
}

function stands(term: string, place: Found, cityName: string): boolean {
  if (/^[a-z]\d+$/i.test(term)) return place.rule?.toUpperCase() === term.toUpperCase();
  return [place.article, place.text, SECTIONS[place.section], cityName].some((part) => part?.includes(term));
}

const DIGITS = '零一二三四五六七八九';

/** `16条` and `第16条` as the texts write it: 第十六条. */
function inChineseFigures(term: string): string {
  return term.replace(/^第?(\d{1,2})条/, (_, figures: string) => {
    const value = Number(figures);
    const tens = Math.floor(value / 10);
    const ten = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS.charAt(tens)}十`;
    return `第${ten}${value % 10 === 0 ? '' : DIGITS.charAt(value % 10)}条`;
  });
}

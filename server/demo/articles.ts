import type { Article } from '../../shared/domain/article.ts';
import { blocksOfPlain } from '../../shared/domain/knowledge/plain-text.ts';
import { articleIdSchema, unitIdSchema } from '../../shared/domain/ids.ts';
import { BUSINESS } from './articles/business.ts';
import { CIVIL } from './articles/civil.ts';
import { contactRows } from './articles/contacts.ts';
import { EDUCATION } from './articles/education.ts';
import { guidanceOf } from './articles/guided.ts';
import { HOMES } from './articles/homes.ts';
import { HOTLINE } from './articles/hotline.ts';
import { HOUSING } from './articles/housing.ts';
import { JUSTICE } from './articles/justice.ts';
import { LABOUR } from './articles/labour.ts';
import { MARKET_ARTICLES } from './articles/market.ts';
import { MEDICAL } from './articles/medical.ts';
import { POLICE } from './articles/police.ts';
import { RURAL } from './articles/rural.ts';
import { SAFETY } from './articles/safety.ts';
import { SCRIPTS } from './articles/scripts.ts';
import { SOCIAL } from './articles/social.ts';
import { STREET_ARTICLES } from './articles/streets.ts';
import { TRAFFIC } from './articles/traffic.ts';
import { UTILITIES } from './articles/utilities.ts';
import type { ArticleRow } from './articles/table.ts';
import { HEBI } from './cities/hebi.ts';
import { inWordsOf, type DemoCity } from './city.ts';
import { demoUnits } from './units.ts';

/** Articles written by hand, field by field. */
const WRITTEN: readonly ArticleRow[] = [
  ...HOTLINE,
  ...SCRIPTS,
  ...HOUSING,
  ...HOMES,
  ...UTILITIES,
  ...SOCIAL,
  ...LABOUR,
  ...MEDICAL,
  ...CIVIL,
  ...POLICE,
  ...TRAFFIC,
  ...EDUCATION,
  ...MARKET_ARTICLES,
  ...BUSINESS,
  ...STREET_ARTICLES,
  ...RURAL,
  ...JUSTICE,
  ...SAFETY,
];

/** All articles with the subject a question about them is filed under: the written ones, then one contact page per unit. */
export function articleRows(city: DemoCity = HEBI): readonly ArticleRow[] {
  return [...WRITTEN.filter((row) => city === HEBI || !isAboutItsRules(row)), ...contactRows(city)];
}

/** What explains one city's own regulation says nothing of another's. */
function isAboutItsRules({ source, body }: ArticleRow): boolean {
  return `${source} ${body}`.includes('咨询投诉建议处理暂行办法');
}

/** Plain text, as an older centre wrote it, but for what plain text cannot say. */
function bodyOf({ key }: ArticleRow, text: string): Article['body'] {
  const guidance = guidanceOf(key);
  return guidance.length === 0 ? text : { blocks: [...blocksOfPlain(text), ...guidance] };
}

/** The published knowledge of the demo city. */
export function demoArticles(city: DemoCity = HEBI): Article[] {
  const units = new Set<string>(demoUnits(city).map(({ id }) => id));
  const own = (text: string): string => inWordsOf(city, text);
  return articleRows(city).map((row) => ({
    id: articleIdSchema.parse(`k-${row.key}`),
    version: 1,
    title: own(row.title),
    kind: row.kind,
    unitId: row.unit === null || !units.has(row.unit) ? null : unitIdSchema.parse(row.unit),
    body: bodyOf(row, own(row.body)),
    asked: row.asked.map(own),
    source: own(row.source),
    checkedOn: row.checkedOn,
    validUntil: row.validUntil ?? null,
    state: 'published',
  }));
}

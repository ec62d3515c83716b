import type { Article } from '../../shared/domain/article.ts';
import { articleIdSchema, unitIdSchema } from '../../shared/domain/ids.ts';
import { BUSINESS } from './articles/business.ts';
import { CIVIL } from './articles/civil.ts';
import { contactRows } from './articles/contacts.ts';
import { EDUCATION } from './articles/education.ts';
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
export function articleRows(): readonly ArticleRow[] {
  return [...WRITTEN, ...contactRows()];
}

/** The published knowledge of the demo city. */
export function demoArticles(): Article[] {
  return articleRows().map((row) => ({
    id: articleIdSchema.parse(`k-${row.key}`),
    version: 1,
    title: row.title,
    kind: row.kind,
    unitId: row.unit === null ? null : unitIdSchema.parse(row.unit),
    body: row.body,
    asked: [...row.asked],
    source: row.source,
    checkedOn: row.checkedOn,
    validUntil: row.validUntil ?? null,
    state: 'published',
  }));
}

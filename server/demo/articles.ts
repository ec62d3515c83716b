import type { Article } from '../../shared/domain/article.ts';
import { articleIdSchema, unitIdSchema } from '../../shared/domain/ids.ts';
import { HOTLINE } from './articles/hotline.ts';
import type { ArticleRow } from './articles/table.ts';

/** All articles as they are written, with the subject a question about them is filed under. */
export function articleRows(): readonly ArticleRow[] {
  return [...HOTLINE];
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

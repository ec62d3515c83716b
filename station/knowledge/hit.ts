import type { Hit } from '../../shared/contract/knowledge-search.ts';
import { articleText } from '../../shared/domain/article-text.ts';
import type { Article } from '../../shared/domain/article.ts';
import type { UnitId } from '../../shared/domain/ids.ts';
import { bestPassage, marksIn } from '../../shared/search/passage.ts';

/** What an article is shown with in a list. */
export interface Shown {
  readonly unitName: (id: UnitId) => string | null;
  /** What to mark, with its weight; without any, the passage is the text's beginning. */
  readonly phrases: ReadonlyMap<string, number>;
  readonly score: number;
}

/** An article as a list shows it: its title, and the passage that answers. */
export function hitOf(article: Article, { unitName, phrases, score }: Shown): Hit {
  const passage = bestPassage(articleText(article), phrases);
  return {
    articleId: article.id,
    version: article.version,
    title: article.title,
    titleMarks: marksIn(article.title, phrases),
    passage: passage.text,
    passageMarks: passage.marks,
    kind: article.kind,
    unitId: article.unitId,
    unitName: article.unitId === null ? null : unitName(article.unitId),
    checkedOn: article.checkedOn,
    validUntil: article.validUntil,
    score,
  };
}

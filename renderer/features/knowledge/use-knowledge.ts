import type { Hit } from '../../../shared/contract/knowledge-search.ts';
import { articleSchema, type Article } from '../../../shared/domain/article.ts';
import type { ArticleId } from '../../../shared/domain/ids.ts';
import type { Failure } from '../../../shared/failure.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { isFiltered, type Filters } from './knowledge-filters.tsx';
import { useSettled } from './use-settled.ts';

export interface KnowledgeQuestion {
  readonly query: string;
  readonly filters: Filters;
  readonly limit: number;
  /**
   * What a caller says is asked of what answers callers: without 规范用语, which are for the operator's own manner and are
   * looked for on purpose.
   */
  readonly answersOnly?: boolean;
}

export interface KnowledgeAnswer {
  readonly hits: readonly Hit[];
  readonly total: number;
  /** What the hits answer: the question as it was when the typing paused. */
  readonly query: string;
  readonly failure: Failure | null;
  /** Nothing is known yet; later questions keep the earlier answer in sight. */
  readonly first: boolean;
  /** Something was asked, be it by filters alone. */
  readonly asked: boolean;
}

const ANSWERING = articleSchema.shape.kind.options.filter((kind) => kind !== 'script');

/** The kinds to look through; empty: every one. */
export function kindsFor({
  filters,
  answersOnly,
}: Pick<KnowledgeQuestion, 'filters' | 'answersOnly'>): Article['kind'][] {
  return filters.kinds.length === 0 && answersOnly ? [...ANSWERING] : [...filters.kinds];
}

const PAUSE_MS = 180;
/** The contract's longest question. */
const LONGEST = 400;

/** A text as it is asked: its newest words tell most about it, so of a long one the end is asked. */
export function questionOf(text: string): string {
  return text.trim().slice(-LONGEST);
}

/** Searches as one types. Without a question, filters alone list what passes them, what was checked last first. */
export function useKnowledge({ query, filters, limit, answersOnly = false }: KnowledgeQuestion): KnowledgeAnswer {
  const kinds = kindsFor({ filters, answersOnly });
  const settled = useSettled(questionOf(query), PAUSE_MS);
  const enabled = settled !== '' || isFiltered(filters);
  const { data, failure } = useDeskQuery({
    key: ['knowledge', settled, { ...filters, kinds }, limit],
    tables: ['articles'],
    run: async (desk) => ({
      query: settled,
      ...(await desk.knowledge.search({ ...filters, query: settled, kinds, limit })),
    }),
    enabled,
    keepAcrossKeys: true,
  });
  if (!enabled) return { hits: [], total: 0, query: '', failure: null, first: false, asked: false };
  return {
    hits: data?.hits ?? [],
    total: data?.total ?? 0,
    query: data?.query ?? '',
    failure,
    first: data === undefined && failure === null,
    asked: true,
  };
}

/** An article as it is on the desk now; null where none is chosen. */
export function useArticle(id: ArticleId | null): { article: Article | null; failure: Failure | null } {
  const { data, failure } = useDeskQuery({
    key: ['article', id],
    tables: ['articles'],
    run: (desk) => (id ? desk.knowledge.get({ id }) : Promise.resolve(null)),
    enabled: id !== null,
  });
  return { article: id ? (data ?? null) : null, failure: id ? failure : null };
}

/** What is reported of an article and not yet answered. */
export function useReported(id: ArticleId | null): number {
  const { data } = useDeskQuery({
    key: ['reported', id],
    tables: ['feedback', 'outbox'],
    run: (desk) => (id ? desk.knowledgeDesk.reported({ articleId: id }) : Promise.resolve([])),
    enabled: id !== null,
  });
  return data?.length ?? 0;
}

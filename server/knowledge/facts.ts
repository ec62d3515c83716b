import type { Writer as Db } from '../../db/central/database.ts';
import { lockArticles, lockFeedback, lockManuscripts } from '../../db/central/knowledge.ts';
import { referenceRows } from '../../db/central/reference.ts';
import type { Article } from '../../shared/domain/article.ts';
import type { ArticleId, OrderId } from '../../shared/domain/ids.ts';
import type { KnowledgeCommand } from '../../shared/domain/knowledge/commands.ts';
import type { KnowledgeRules, NewVersion } from '../../shared/domain/knowledge/decision.ts';
import type { Feedback } from '../../shared/domain/knowledge/feedback.ts';
import type { Manuscript } from '../../shared/domain/knowledge/manuscript.ts';
import type { FreshCommand } from '../commands/sort-out.ts';
import type { Telling } from '../notices/make.ts';

/** A row under decision: as the batch locked it, and as its commands have made it so far. */
export interface InHand<T> {
  readonly before: T | null;
  now: T | null;
}

/** What a batch has read of knowledge, and what has come of it so far. */
export interface KnowledgeFacts {
  readonly rules: KnowledgeRules;
  readonly manuscripts: Map<OrderId, InHand<Manuscript>>;
  readonly articles: Map<ArticleId, InHand<Article>>;
  readonly feedback: Map<OrderId, InHand<Feedback>>;
  readonly versions: NewVersion[];
  readonly tellings: Telling[];
}

/** The article a command is about. */
export function articleOf({ payload }: KnowledgeCommand): ArticleId | null {
  if ('articleId' in payload) return payload.articleId;
  return 'article' in payload ? (payload.article?.articleId ?? null) : null;
}

function unitsOf({ payload }: KnowledgeCommand): string[] {
  if ('text' in payload && typeof payload.text !== 'string') return payload.text.unitId ? [payload.text.unitId] : [];
  return 'unitId' in payload && payload.unitId ? [payload.unitId] : [];
}

/**
 * Locks what the batch's commands about knowledge decide on: manuscripts, articles, reports, each by id. It follows the
 * orders and precedes the counters, in every batch alike.
 */
export async function gatherKnowledge(
  tx: Db,
  fresh: readonly FreshCommand[],
  rules: Omit<KnowledgeRules, 'hasUnit'>,
): Promise<KnowledgeFacts> {
  const said = fresh.flatMap(({ knowledge, envelope }) => (knowledge ? [{ knowledge, id: envelope.aggregateId }] : []));
  const ids = [...new Set(said.map(({ id }) => id))];
  const articleIds = [...new Set(said.flatMap(({ knowledge }) => articleOf(knowledge) ?? []))];
  const unitIds = [...new Set(said.flatMap(({ knowledge }) => unitsOf(knowledge)))];
  const manuscripts = await lockManuscripts(tx, ids);
  const articles = await lockArticles(tx, articleIds);
  const feedback = await lockFeedback(tx, ids);
  const units = unitIds.length === 0 ? [] : await referenceRows(tx, 'unit', unitIds);
  const known = new Set<string>(units.map(({ id }) => id));
  return {
    rules: { ...rules, hasUnit: (id) => known.has(id) },
    manuscripts: new Map(manuscripts.map((row) => [row.id, { before: row, now: row }])),
    articles: new Map(articles.map((row) => [row.id, { before: row, now: row }])),
    feedback: new Map(feedback.map((row) => [row.id, { before: row, now: row }])),
    versions: [],
    tellings: [],
  };
}

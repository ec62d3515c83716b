import type { Writer as Db } from '../../db/central/database.ts';
import { nameArticleFiles } from '../../db/central/article-files.ts';
import type { NewChange } from '../../db/central/feed.ts';
import { insertVersions, saveFeedback, saveManuscripts } from '../../db/central/knowledge.ts';
import { putArticles } from '../../db/central/reference.ts';
import type { Plan } from '../../db/central/timers.ts';
import type { Article } from '../../shared/domain/article.ts';
import type { Feedback } from '../../shared/domain/knowledge/feedback.ts';
import type { Manuscript } from '../../shared/domain/knowledge/manuscript.ts';
import type { ArticleVersion } from '../../shared/domain/knowledge/versions.ts';
import { instant, startOfBeijingDate } from '../../shared/instant.ts';
import type { Scope } from '../../shared/sync/feed.ts';
import { filesNamed } from './files.ts';
import type { InHand, KnowledgeFacts } from './facts.ts';
import { articlePlan } from './timers.ts';

/** What a batch leaves to be done about knowledge, after its rows are written. */
export interface Saved {
  readonly changes: readonly NewChange[];
  readonly plans: readonly Plan[];
}

/** Writes what a batch has made of knowledge. */
export async function saveKnowledge(tx: Db, facts: KnowledgeFacts): Promise<Saved> {
  const manuscripts = changedOf(facts.manuscripts.values());
  const feedback = changedOf(facts.feedback.values());
  const articles = changedOf(facts.articles.values());
  await saveManuscripts(tx, split(manuscripts));
  await saveFeedback(tx, split(feedback));
  await nameArticleFiles(
    tx,
    filesNamed(
      articles.map(({ now }) => now),
      manuscripts.map(({ now }) => now),
    ),
  );
  if (articles.length > 0) {
    await putArticles(
      tx,
      articles.map(({ now }) => now),
    );
    await insertVersions(tx, [...articles.flatMap(({ before }) => before ?? []).map(baseline), ...facts.versions]);
  }
  return {
    changes: [
      ...articles.map(({ now }): NewChange => ({
        entity: 'article',
        id: now.id,
        version: now.version,
        op: 'put',
        scope: scopeOf(null),
      })),
      ...manuscripts.flatMap(manuscriptChanges),
      ...feedback.flatMap(feedbackChanges),
    ],
    plans: articles.map(({ now }) => articlePlan(now, facts.rules.settings)),
  };
}

interface ChangedRow<T> {
  readonly before: T | null;
  readonly now: T;
}

function changedOf<T>(hands: Iterable<InHand<T>>): ChangedRow<T>[] {
  return [...hands].flatMap(({ before, now }) => (now && now !== before ? [{ before, now }] : []));
}

function split<T>(rows: readonly ChangedRow<T>[]): { fresh: T[]; older: T[] } {
  return {
    fresh: rows.flatMap(({ before, now }) => (before ? [] : [now])),
    older: rows.flatMap(({ before, now }) => (before ? [now] : [])),
  };
}

/** The text that was there before versions were kept; where it is known already it stays as it was told. */
function baseline(article: Article): ArticleVersion {
  return { article, deed: null, by: null, at: instant(startOfBeijingDate(article.checkedOn)), note: '' };
}

function scopeOf(unitId: string | null): Scope {
  return { sensitivity: 'normal', unitId };
}

/** A manuscript that goes to another owner drops with the one who had it. */
function manuscriptChanges({ before, now }: ChangedRow<Manuscript>): NewChange[] {
  const { id, version } = now;
  const put: NewChange = { entity: 'manuscript', id, version, op: 'put', scope: scopeOf(now.unitId) };
  if (!before || before.unitId === now.unitId) return [put];
  return [{ ...put, op: 'drop', scope: scopeOf(before.unitId) }, put];
}

/** A report is its owner's, its writer's and the centre's. */
function feedbackChanges({ before, now }: ChangedRow<Feedback>): NewChange[] {
  const { id, version } = now;
  const scopes = [...new Set([now.unitId, now.byUnitId])];
  const left = before && !scopes.includes(before.unitId) ? [before.unitId] : [];
  const change = (op: 'put' | 'drop') => (unitId: string | null) =>
    ({ entity: 'feedback', id, version, op, scope: scopeOf(unitId) }) as const;
  return [...left.map(change('drop')), ...scopes.map(change('put'))];
}

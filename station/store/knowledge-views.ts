import { listArticleDrafts } from '../../db/desk/outbox/article-drafts.ts';
import { readIdentity } from '../../db/desk/outbox/identity.ts';
import { findArticle, listArticles, readCentre } from '../../db/desk/replica/reference.ts';
import type { ReadableDb } from '../../db/desk/sqlite.ts';
import type { DueArticle, FeedbackRow } from '../../shared/contract/desk-knowledge.ts';
import type { Article } from '../../shared/domain/article.ts';
import type { AccountId, ArticleId } from '../../shared/domain/ids.ts';
import { edits, owns, type KnowledgeRules } from '../../shared/domain/knowledge/decision.ts';
import type { Feedback } from '../../shared/domain/knowledge/feedback.ts';
import { manuscriptIdOf, type Manuscript } from '../../shared/domain/knowledge/manuscript.ts';
import { mayAnswer } from '../../shared/domain/knowledge/reporting.ts';
import { checkDueOn, checkStanding, DEFAULT_KNOWLEDGE_SETTINGS } from '../../shared/domain/knowledge/settings.ts';
import { mayWrite } from '../../shared/domain/knowledge/writing.ts';
import { may, type Actor } from '../../shared/domain/people.ts';
import { msOf } from '../../shared/instant.ts';
import { knowledgeRules, overlaidAll } from './knowledge-overlay.ts';
import { rulesOf } from './rules.ts';

interface Files {
  readonly outbox: ReadableDb;
  readonly replica: ReadableDb;
}

function rulesAt({ outbox, replica }: Files): KnowledgeRules | null {
  const rules = rulesOf(replica, readIdentity(outbox)?.city ?? null);
  return rules && knowledgeRules(replica, rules);
}

/** Those this person keeps, what was last worked on first. */
export function manuscriptsFor(files: Files, actor: Actor): Manuscript[] {
  const { manuscripts } = overlaidAll(files, rulesAt(files));
  const lastAt = ({ course }: Manuscript): string => course.at(-1)?.at ?? '';
  return manuscripts
    .filter(({ unitId }) => edits(actor) || owns(actor, unitId))
    .toSorted((one, other) => lastAt(other).localeCompare(lastAt(one)));
}

/** An article and its working side; the latter only for those who keep it. */
export function dossierOf(
  files: Files,
  articleId: ArticleId,
  actor: Actor,
): { article: Article | null; manuscript: Manuscript | null } {
  const { manuscripts } = overlaidAll(files, rulesAt(files));
  const found = manuscripts.find(({ id }) => id === manuscriptIdOf(articleId)) ?? null;
  const theirs = found && (mayWrite(actor, found.unitId) || may(actor, 'order.supervise'));
  return { article: findArticle(files.replica, articleId), manuscript: theirs ? found : null };
}

/** T13: articles to be checked again, the latest first. Whoever supervises sees only what is late, but of everybody. */
export function dueArticles(files: Files, actor: Actor, nowMs: number): DueArticle[] {
  const settings = readCentre(files.replica)?.knowledge ?? DEFAULT_KNOWLEDGE_SETTINGS;
  const { manuscripts } = overlaidAll(files, rulesAt(files));
  const supervised = new Map(manuscripts.map(({ articleId, supervision }) => [articleId, supervision]));
  const oversees = may(actor, 'order.supervise');
  return listArticles(files.replica)
    .flatMap((article): DueArticle[] => {
      if (article.state !== 'published') return [];
      const standing = checkStanding(article, settings, nowMs);
      const theirs = mayWrite(actor, article.unitId) ? standing !== 'fine' : oversees && standing === 'late';
      if (!theirs) return [];
      const { id, title, kind, unitId, checkedOn } = article;
      const supervisedAt = supervised.get(id)?.at ?? null;
      const dueOn = checkDueOn(article, settings);
      return [{ id, title, kind, unitId, checkedOn, dueOn, late: standing === 'late', supervisedAt }];
    })
    .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn) || one.id.localeCompare(other.id));
}

/** Reports by this person, or theirs to answer; newest first. */
export function feedbackFor(files: Files, mine: boolean, actor: Actor, nowMs: number): FeedbackRow[] {
  return overlaidAll(files, rulesAt(files))
    .feedback.filter((one) => (mine ? one.by.accountId === actor.accountId : mayAnswer(actor, one)))
    .map((one) => ({ ...one, late: one.state !== 'settled' && msOf(one.due) <= nowMs }))
    .toSorted((one, other) => other.at.localeCompare(one.at));
}

/** What is reported of an article and still open: whoever reads it out should know. */
export function reportedOf(files: Files, articleId: ArticleId): Pick<Feedback, 'id' | 'kind' | 'at'>[] {
  return overlaidAll(files, rulesAt(files))
    .feedback.filter(({ article, state }) => article?.articleId === articleId && state !== 'settled')
    .map(({ id, kind, at }) => ({ id, kind, at }));
}

export function articleDraftsOf({ outbox }: Files, account: AccountId): ReturnType<typeof listArticleDrafts> {
  return listArticleDrafts(outbox, account);
}

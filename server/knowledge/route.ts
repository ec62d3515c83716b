import { articleVersions } from '../../db/central/knowledge.ts';
import { writeLog } from '../../db/central/log.ts';
import { lockCentre, referencePage, referenceRows, updateCentre } from '../../db/central/reference.ts';
import { setTimers } from '../../db/central/timers.ts';
import { articleUsage, questionUsage } from '../../db/central/usage.ts';
import type { ArticleUsage, QuestionUsage } from '../../shared/contract/central-knowledge.ts';
import { articleIdSchema, type ArticleId } from '../../shared/domain/ids.ts';
import { keepsKnowledge } from '../../shared/domain/knowledge/decision.ts';
import type { KnowledgeSettings } from '../../shared/domain/knowledge/settings.ts';
import type { ArticleVersion } from '../../shared/domain/knowledge/versions.ts';
import { mayWrite } from '../../shared/domain/knowledge/writing.ts';
import { may } from '../../shared/domain/people.ts';
import { fail } from '../../shared/failure.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { now, type Service } from '../service.ts';
import { articlePlan } from './timers.ts';

const MOST = 200;
const BATCH = 500;

/** Every version of an article for those who keep it; one nobody has touched has only the one it is. */
export async function versionsOf(
  { db }: Service,
  { actor }: Pick<LiveSession, 'actor'>,
  articleId: ArticleId,
): Promise<ArticleVersion[]> {
  const [article] = await referenceRows(db, 'article', [articleId]);
  if (!article) fail('ARTICLE_NOT_FOUND');
  if (!mayWrite(actor, article.unitId) && !may(actor, 'order.supervise')) fail('KNOWLEDGE_NOT_YOURS');
  return articleVersions(db, articleId);
}

/** How articles and questions have fared; a unit's people see those of their own articles and every question. */
export async function usageOf(
  { db }: Service,
  { actor }: Pick<LiveSession, 'actor'>,
  span: { readonly from: string; readonly to: string },
): Promise<{ articles: ArticleUsage[]; questions: QuestionUsage[] }> {
  if (!keepsKnowledge(actor)) fail('NOT_PERMITTED');
  const counts = await articleUsage(db, span, MOST);
  const rows = await referenceRows(
    db,
    'article',
    counts.map(({ articleId }) => articleId),
  );
  const byId = new Map(rows.map((article) => [String(article.id), article]));
  const articles = counts.flatMap((count): ArticleUsage[] => {
    const article = byId.get(count.articleId);
    const unitId = article?.unitId ?? null;
    if (!mayWrite(actor, unitId)) return [];
    return [{ ...count, articleId: articleIdSchema.parse(count.articleId), title: article?.title ?? null, unitId }];
  });
  return { articles, questions: await questionUsage(db, span, MOST) };
}

/** Sets how knowledge is kept up to date, and plans every article's check anew. */
export async function setKnowledgeSettings(
  service: Service,
  { actor, deskId }: Pick<LiveSession, 'actor' | 'deskId'>,
  settings: KnowledgeSettings,
): Promise<void> {
  const at = now(service);
  await service.db.transaction(async (tx) => {
    const centre = await lockCentre(tx);
    if (!centre) throw new Error('the centre has no row');
    const version = centre.version + 1;
    await updateCentre(tx, { ...centre, version, knowledge: settings });
    for (let after = ''; ;) {
      const articles = await referencePage(tx, 'article', after, BATCH);
      await setTimers(
        tx,
        articles.map((article) => articlePlan(article, settings)),
      );
      after = articles.at(-1)?.id ?? after;
      if (articles.length < BATCH) break;
    }
    await writeLog(tx, {
      at,
      changes: [
        { entity: 'centre', id: centre.id, version, op: 'put', scope: { sensitivity: 'normal', unitId: null } },
      ],
      audit: [
        {
          at,
          accountId: actor.accountId,
          deskId,
          action: 'knowledge.settings',
          subject: null,
          detail: { ...settings.checkMonths, feedbackDays: settings.feedbackDays },
        },
      ],
    });
  });
}

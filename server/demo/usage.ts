import type { ArticleCount, QuestionCount } from '../../db/central/usage.ts';
import type { Article } from '../../shared/domain/article.ts';
import type { Order } from '../../shared/domain/order.ts';
import { beijingDate, msOf, type Instant } from '../../shared/instant.ts';

/** Questions of the demo's callers that no article answers, and how many other calls go by between two of them. */
const UNANSWERED = ['异地就医备案撤销', '新能源车充电桩进小区谁审批', '无人机飞行报备', '共享单车押金不退'] as const;
const CALLS_PER_UNANSWERED = 23;

/**
 * What desks and the centre would have counted of knowledge while these orders were taken: opened and used in the call,
 * asked in one of the article's own wordings, and blamed where the caller was dissatisfied afterwards.
 */
export function demoUsage(
  orders: readonly Order[],
  articles: ReadonlyMap<string, Pick<Article, 'asked' | 'title'>>,
): { readonly articles: ArticleCount[]; readonly questions: QuestionCount[] } {
  const counted = new Map<string, ArticleCount>();
  const asked = new Map<string, QuestionCount>();
  const dayOf = (at: Instant): string => beijingDate(msOf(at));

  const count = (articleId: string, day: string, what: 'opened' | 'used' | 'dissatisfied'): void => {
    const key = `${day} ${articleId}`;
    const had = counted.get(key) ?? { articleId, day, opened: 0, used: 0, dissatisfied: 0 };
    counted.set(key, { ...had, [what]: had[what] + 1 });
  };
  const ask = (words: string, day: string, found: boolean): void => {
    const key = `${day} ${words}`;
    const had = asked.get(key) ?? { words, day, asked: 0, notFound: 0, used: 0 };
    const { notFound, used } = had;
    asked.set(key, {
      ...had,
      asked: had.asked + 1,
      notFound: notFound + (found ? 0 : 1),
      used: used + (found ? 1 : 0),
    });
  };

  for (const [place, { createdAt, answer, articlesRead, life }] of orders.entries()) {
    const day = dayOf(createdAt);
    const used = new Set((answer?.articles ?? []).map(({ articleId }) => articleId));
    for (const articleId of new Set([...used, ...articlesRead.map((read) => read.articleId)])) {
      count(articleId, day, 'opened');
    }
    for (const articleId of used) {
      count(articleId, day, 'used');
      const article = articles.get(articleId);
      const wordings = article && article.asked.length > 0 ? article.asked : [article?.title ?? articleId];
      ask(wordings[place % wordings.length] ?? articleId, day, true);
    }
    if (place % CALLS_PER_UNANSWERED === 0) {
      ask(UNANSWERED[(place / CALLS_PER_UNANSWERED) % UNANSWERED.length] ?? UNANSWERED[0], day, false);
    }
    for (const { at, rating } of life.followUps) {
      if (rating !== 'dissatisfied') continue;
      for (const articleId of used) count(articleId, dayOf(at), 'dissatisfied');
    }
  }
  return { articles: [...counted.values()], questions: [...asked.values()] };
}

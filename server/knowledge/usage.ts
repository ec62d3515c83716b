import type { Writer } from '../../db/central/database.ts';
import { addArticleUsage, addQuestionUsage, type ArticleCount, type QuestionCount } from '../../db/central/usage.ts';
import type { ArticleId } from '../../shared/domain/ids.ts';
import { withoutNumbers } from '../../shared/domain/knowledge/reporting.ts';
import { beijingDate } from '../../shared/instant.ts';
import type { Decided } from '../commands/decide.ts';

/** Adds to the counts what has just happened. Other batches wait for the rows of the same articles. */
export async function countUsage(tx: Writer, decided: readonly Decided[], nowMs: number): Promise<void> {
  const counts = countsOf(decided, beijingDate(nowMs));
  await addArticleUsage(tx, counts.articles);
  await addQuestionUsage(tx, counts.questions);
}

/**
 * What a batch adds to the figures: what desks have counted, an article that answered a call at once, and an answer from
 * it that left the caller dissatisfied. Each is counted once, in the transaction that makes it so.
 * @param today YYYY-MM-DD
 */
function countsOf(
  decided: readonly Decided[],
  today: string,
): { articles: ArticleCount[]; questions: QuestionCount[] } {
  const articles = new Map<string, ArticleCount>();
  const questions = new Map<string, QuestionCount>();
  const add = (articleId: ArticleId, day: string, more: Partial<ArticleCount>): void => {
    const key = `${day} ${articleId}`;
    const had = articles.get(key) ?? { articleId, day, opened: 0, used: 0, dissatisfied: 0 };
    articles.set(key, {
      ...had,
      opened: had.opened + (more.opened ?? 0),
      used: had.used + (more.used ?? 0),
      dissatisfied: had.dissatisfied + (more.dissatisfied ?? 0),
    });
  };
  for (const one of decided) {
    if (one.refusal) continue;
    for (const articleId of usedIn(one)) add(articleId, today, { used: 1 });
    for (const articleId of blamedIn(one)) add(articleId, today, { dissatisfied: 1 });
    const { knowledge } = one.command;
    if (knowledge?.type !== 'knowledge.usage') continue;
    for (const { articleId, day, opened } of knowledge.payload.articles) add(articleId, day, { opened });
    for (const count of knowledge.payload.questions) {
      const words = withoutNumbers(count.words);
      const key = `${count.day} ${words}`;
      const had = questions.get(key) ?? { words, day: count.day, asked: 0, notFound: 0, used: 0 };
      questions.set(key, {
        ...had,
        asked: had.asked + count.asked,
        notFound: had.notFound + count.notFound,
        used: had.used + count.used,
      });
    }
  }
  return { articles: [...articles.values()], questions: [...questions.values()] };
}

/** Articles that an 即办 rests on. */
function usedIn({ command, effect }: Decided): ArticleId[] {
  const { body } = command;
  if (!effect || body?.type !== 'order.answerImmediately') return [];
  return [...new Set(body.payload.answer.articles.map(({ articleId }) => articleId))];
}

/** Articles whose answer has just been called dissatisfying on follow-up. */
function blamedIn({ command, effect }: Decided): ArticleId[] {
  const { body } = command;
  if (!effect || body?.type !== 'order.followUp' || body.payload.rating !== 'dissatisfied') return [];
  return [...new Set((effect.after.answer?.articles ?? []).map(({ articleId }) => articleId))];
}
